// node packages/events/training/fit-deeds.mjs [--write]: fits how much a sentence reads like news of violence or of a protest, for each of
// the two types, prints how its scores rank held-out sentences (five folds of articles), and with --write replaces data/deeds.json.
// Run fit-confidence.mjs behind it, whose weights rest on these.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { crossFitted, deedRecords, fitDeeds } from './deed-sentences.mjs'

const RECALL = 0.6
/** Shares of the sentences of news with such a record that lie below each step. */
const STEPS = [0.05, 0.15, 0.3, 0.45, 0.6, 0.75, 0.87, 0.95]

function precisionAt(ranked, recall) {
  const rights = ranked.filter(({ right }) => right === 1).length
  let found = 0
  for (let i = 0; i < ranked.length; i++) {
    found += ranked[i].right
    if (found / rights >= recall) return found / (i + 1)
  }
  return 0
}

function averagePrecision(ranked) {
  let found = 0
  let sum = 0
  ranked.forEach(({ right }, i) => {
    if (right === 1) sum += ++found / (i + 1)
  })
  return sum / Math.max(1, found)
}

const records = deedRecords()
const held = crossFitted(records)
const shipped = {}
for (const type of ['ASSAULT', 'PROTEST']) {
  const own = records.filter((one) => one.type === type)
  /** Every sentence with its likeliest record; one without records comes last. */
  const sentences = new Map()
  for (const one of own) {
    const score = one.signs === undefined ? Number.NEGATIVE_INFINITY : held.get(one)
    const known = sentences.get(one.id)
    if (known === undefined || known.score < score) sentences.set(one.id, { right: one.right, score })
  }
  const ranked = [...sentences.values()].sort((a, b) => b.score - a.score)
  const model = fitDeeds(own)
  // Steps: quantiles of the held-out scores of records.
  const told = own
    .filter(({ signs }) => signs !== undefined)
    .map((one) => held.get(one))
    .sort((a, b) => a - b)
  const steps = STEPS.map((share) => Number(told[Math.floor(share * told.length)].toFixed(2)))
  shipped[type] = { ...model, steps }
  console.log(
    `${type}: ${ranked.length} sentences, ${ranked.filter(({ right }) => right === 1).length} yes, ${told.length} records; ${model.weights.size} weights; held out: precision ${precisionAt(ranked, RECALL).toFixed(3)} at recall ${RECALL}, average precision ${averagePrecision(ranked).toFixed(3)}; steps ${steps.join(' ')}`,
  )
}

if (process.argv.includes('--write')) {
  const part = (type) => {
    const { bias, steps, weights } = shipped[type]
    const line = ([feature, weight]) => `   ${JSON.stringify(feature)}: ${weight}`
    return ` "${type}": {\n  "bias": ${Number(bias.toFixed(2))},\n  "steps": [${steps.join(', ')}],\n  "weights": {\n${[...weights].map(line).join(',\n')}\n  }\n }`
  }
  writeFileSync(
    fileURLToPath(new URL('../data/deeds.json', import.meta.url)),
    `{\n${part('ASSAULT')},\n${part('PROTEST')}\n}\n`,
  )
}
