// Fits the last word on two Arabic spellings: logistic regression over the log-odds of their edits and what they share of the Latin
// names that both may spell (src/names/common-latin.ts). Prints the weights for src/names/model-files.ts.
// What it learns from must be new to the models that it weighs, so parts of the names are left out of those first:
//   node training/names/train-transliteration.mjs --names NAMES --lists LISTS --without 0/2 --out HALF/0
//   node training/names/train-spelling.mjs --names NAMES --without 0/2 --out HALF/0/spelling.bin
//   node training/names/train-common-latin.mjs --names NAMES --held HALF [--parts 2] [--edits 0.6] [--seed 7]
// NAMES holds wikidata-names/train.tsv (CC0) and google-translit/train.tsv (Apache-2.0). Same: two Arabic forms of one Latin form.
// Different: forms one letter apart whose Latin forms are far apart. One form of each pair at least is in the part left out.
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { indexChunks } from '../../dist/names/beam.js'
import { commonLatin, latinProfile } from '../../dist/names/common-latin.js'
import { encode, foldName, nearestArabic } from '../../dist/names/letters.js'
import { knownNames, unpackGraphones, unpackSpelling } from '../../dist/names/model-files.js'
import { scoreSpelling } from '../../dist/names/spelling.js'
import { catalogVariants, readCatalog } from './catalog.mjs'
import { partOf, readNames, readPairKeys, seeded, shuffle, spellingPairs } from './pairs.mjs'

const { values: args } = parseArgs({
  options: {
    names: { type: 'string' },
    held: { type: 'string' },
    parts: { type: 'string', default: '2' },
    negatives: { type: 'string', default: '5' },
    farther: { type: 'string', default: '0.6' },
    // The edits are surer of pairs like those that they were learned from than of others: their weight is set, not fitted.
    edits: { type: 'string', default: '0.6' },
    band: { type: 'string', default: '5' },
    seed: { type: 'string', default: '7' },
  },
})
const random = seeded(Number(args.seed))
const parts = Number(args.parts)
const band = Number(args.band)
const held = `${args.names}/ar-variants-derived/dev.tsv`
const rows = readNames([`${args.names}/wikidata-names/train.tsv`, `${args.names}/google-translit/train.tsv`])
const partsOf = new Map()
for (const row of rows) {
  const form = foldName(row.ar)
  if (!partsOf.has(form)) partsOf.set(form, new Set())
  partsOf.get(form).add(partOf(row, parts))
}
const all = spellingPairs(rows, {
  script: 'arabic',
  random,
  negatives: Number(args.negatives),
  farther: Number(args.farther),
  leaveOut: existsSync(held) ? readPairKeys([held]) : new Set(),
})
const printed = catalogVariants(readCatalog())
const cases = []
for (let part = 0; part < parts; part++) {
  if (!existsSync(`${args.held}/${part}/spelling.bin`)) continue
  const read = (name, unpack) => unpack(readFileSync(`${args.held}/${part}/${name}.bin`))
  const spelling = read('spelling', unpackSpelling)
  const graphones = read('transliteration', unpackGraphones)
  const index = indexChunks(graphones, 'to-latin')
  const profiles = new Map()
  const profile = (form) => {
    if (!profiles.has(form)) profiles.set(form, latinProfile(form, graphones, index, knownNames()))
    return profiles.get(form)
  }
  const take = (a, b, same) => {
    const { logit } = scoreSpelling(encode(nearestArabic(a)), encode(nearestArabic(b)), spelling)
    if (Math.abs(logit) <= band) cases.push({ x: [1, logit, ...commonLatin(profile(a), profile(b))], same })
  }
  for (const { a, b, same } of all) if (partsOf.get(a).has(part) || partsOf.get(b).has(part)) take(a, b, same)
  for (const row of printed) if (partOf(row, parts) === part) take(row.a, row.b, 1)
}
const EDITS = 1
const w = [0, Number(args.edits), 0, 0, 0, 0]
const g2 = w.map(() => 1e-6)
for (let epoch = 0; epoch < 60; epoch++) {
  for (const { x, same } of shuffle(cases, random)) {
    const slope = 1 / (1 + Math.exp(-x.reduce((sum, v, i) => sum + v * w[i], 0))) - same
    x.forEach((v, i) => {
      if (i === EDITS) return
      g2[i] += (slope * v) ** 2
      w[i] -= (0.3 * slope * v) / Math.sqrt(g2[i])
    })
  }
}
let right = 0
for (const { x, same } of cases) if (x.reduce((sum, v, i) => sum + v * w[i], 0) > 0 === (same === 1)) right++
const [bias, edits, allOf, logAll, known, logKnown] = w.map((v) => Number(v.toFixed(3)))
console.log(
  { bias, edits, all: allOf, logAll, known, logKnown },
  `${cases.length} pairs, ${cases.filter((c) => c.same === 1).length} of them same, accuracy ${(right / cases.length).toFixed(3)}`,
)
