// Trains the joint-sequence model of names in Arabic and Latin letters (Bisani and Ney 2008).
// Usage: node training/names/train-transliteration.mjs --names FOLDER --lists FOLDER [--out data/names] [--order 6]
// For the lists see name-lists.mjs; the letters of Latin names are learned from them too.
// FOLDER holds wikidata-names/train.tsv (CC0) and google-translit/train.tsv (Apache-2.0). Nothing is drawn at random.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { FIRST_GRAPHONE, LOG_STEP } from '../../dist/names/graphones.js'
import { arabicSpelling, latinSpelling, plainLatin } from '../../dist/names/letters.js'
import { packGraphones } from '../../dist/names/model-files.js'
import { alignAll } from './graphones.mjs'
import { readNameLists } from './name-lists.mjs'
import { kneserNey } from './ngrams.mjs'
import { readNames, withoutPart } from './pairs.mjs'

const { values: args } = parseArgs({
  options: {
    names: { type: 'string' },
    lists: { type: 'string' },
    out: { type: 'string' },
    order: { type: 'string', default: '6' },
    cut: { type: 'string', default: '6:1' }, // the least count that a gram of an order is kept for
    'letters-cut': { type: 'string', default: '6:2,5:2' },
    least: { type: 'string', default: '-2.8' },
    without: { type: 'string' }, // i/k: leave out the i-th of k parts of the rows, for whoever learns from what is left out
  },
})
const order = Number(args.order)
const cutsOf = (text) => Object.fromEntries(text.split(',').map((x) => x.split(':').map(Number)))
const cut = cutsOf(args.cut)

const rows = withoutPart(
  readNames([`${args.names}/wikidata-names/train.tsv`, `${args.names}/google-translit/train.tsv`]),
  args.without,
)
const common = commonLatin(rows)
const merged = new Map()
for (const row of rows) {
  const ar = [...arabicSpelling(row.ar)]
  const latin = [...latinSpelling(row.latin)].flatMap((c) => (common.has(c) ? [c] : [...plainLatin(c)]))
  if (ar.length < 2 || latin.length < 2 || ar.some((c) => !/[\u0621-\u06af]/.test(c))) continue
  const key = `${ar.join('')}\t${latin.join('')}`
  const known = merged.get(key)
  if (known) known.count += row.count
  else merged.set(key, { ar, latin, count: row.count })
}
const pairs = [...merged.values()].map((pair) => ({
  ...pair,
  weight: 1 + Math.min(3, Math.floor(Math.log10(pair.count))),
}))
const aligned = alignAll(pairs)
const numbers = new Map()
const frequency = new Map()
for (const found of aligned) for (const g of found?.graphones ?? []) frequency.set(g, (frequency.get(g) ?? 0) + 1)
const sequences = []
let dropped = 0
for (const [i, found] of aligned.entries()) {
  // Pairs that the alignment finds hard are mostly two different names.
  if (!found || found.perLetter < Number(args.least) || found.graphones.some((g) => frequency.get(g) < 3)) {
    dropped++
    continue
  }
  let units = ''
  for (const g of found.graphones) {
    if (!numbers.has(g)) numbers.set(g, FIRST_GRAPHONE + numbers.size)
    units += String.fromCharCode(numbers.get(g))
  }
  sequences.push({ units, weight: pairs[i].weight })
}
console.log(`${pairs.length} pairs, ${dropped} dropped, ${numbers.size} graphones`)

const model = kneserNey(sequences, order, { cut })
save('transliteration', model, [...numbers.keys()])

// Letters of the Latin names alone: a symbol is a letter's code point.
const names = new Set([
  ...aligned.flatMap((found) => (found ? [found.graphones.map((g) => g.split('\t')[1]).join('')] : [])),
  ...readNameLists(args.lists)
    .slice(0, 4)
    .flatMap((list) => [...list]),
])
const spelled = [...names].map((name) => ({
  units: [...name].map((c) => String.fromCharCode(c.codePointAt(0) + 2)).join(''),
  weight: 1,
}))
save('latin-letters', kneserNey(spelled, order, { cut: cutsOf(args['letters-cut']) }), [])

function save(name, model, graphones) {
  console.log(name, model.probability.map((table, n) => `${n}: ${table.size}`).join('  '))
  const packed = packGraphones(store(model, graphones))
  console.log(`${packed.length} bytes`)
  if (args.out) writeFileSync(`${args.out}/${name}.bin`, packed)
}

function commonLatin(rows) {
  const counts = new Map()
  for (const { latin } of rows) for (const c of latinSpelling(latin)) counts.set(c, (counts.get(c) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count >= 25).map(([c]) => c))
}

/** Breadth first: the nodes of one length, by their grams in order, so that siblings stand together. */
function store({ probability, backoff }, names) {
  const cost = (p) => Math.max(0, Math.min(255, Math.round(-Math.log(p) / LOG_STEP)))
  const childCounts = []
  const symbols = [0]
  const costs = [0]
  const backoffs = [0]
  let level = ['']
  for (let n = 1; n <= order + 1; n++) {
    const children = new Map()
    // The opening symbol is history only: it has no probability of its own.
    if (n === 1) children.set('', ['\0'])
    for (const gram of probability[n]?.keys() ?? []) {
      const history = gram.slice(0, -1)
      const group = children.get(history)
      if (group) group.push(gram)
      else children.set(history, [gram])
    }
    const below = []
    for (const node of level) {
      const mine = (children.get(node) ?? []).sort()
      childCounts.push(mine.length)
      for (const gram of mine) {
        symbols.push(gram.charCodeAt(gram.length - 1))
        costs.push(gram === '\0' ? 255 : cost(probability[n].get(gram)))
        const rest = n < order ? (backoff[n].get(gram) ?? 1) : 1
        backoffs.push(cost(Math.min(1, rest)))
        below.push(gram)
      }
    }
    level = below
  }
  const graphones = names.map((g) => ({ ar: g.split('\t')[0], latin: g.split('\t')[1] }))
  return {
    graphones,
    order,
    childCounts: Uint16Array.from(childCounts),
    symbols: Uint16Array.from(symbols),
    costs: Uint8Array.from(costs),
    backoffs: Uint8Array.from(backoffs),
  }
}
