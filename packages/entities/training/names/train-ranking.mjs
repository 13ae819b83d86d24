// Trains the order of Latin spellings: a log-linear model over the candidates of the joint model (src/names/rerank.ts), by AdaGrad
// on the likelihood of the attested spellings. What it learns from must be new to the joint model, so parts of the names are
// left out of that one first:
//   for i in 0 1; do node training/names/train-transliteration.mjs --names NAMES --lists LISTS --without $i/5 --out HELD/$i; done
//   node training/names/train-ranking.mjs --names NAMES --lists LISTS --held HELD [--parts 5] [--out data/names] [--seed 7]
// NAMES holds wikidata-names/train.tsv (CC0) and google-translit/train.tsv (Apache-2.0); for LISTS see name-lists.mjs.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { indexChunks, spell } from '../../dist/names/beam.js'
import { hashOf, LISTS_APART } from '../../dist/names/known-names.js'
import { arabicSpelling, latinSpelling } from '../../dist/names/letters.js'
import { packKnownNames, packRanking, unpackGraphones, unpackKnownNames } from '../../dist/names/model-files.js'
import { candidateFeatures, DENSE_FEATURES, scoreOf } from '../../dist/names/rerank.js'
import { candidatesOf } from '../../dist/names/transliterate.js'
import { readNameLists } from './name-lists.mjs'
import { partOf, readNames, seeded, shuffle } from './pairs.mjs'

const { values: args } = parseArgs({
  options: {
    names: { type: 'string' },
    lists: { type: 'string' },
    held: { type: 'string' },
    out: { type: 'string' },
    seed: { type: 'string', default: '7' },
    parts: { type: 'string', default: '5' },
    sources: { type: 'string', default: '8000' }, // of each part
    beam: { type: 'string', default: '60' },
    bits: { type: 'string', default: '17' },
    epochs: { type: 'string', default: '3' },
  },
})
const size = 1 << Number(args.bits)
const random = seeded(Number(args.seed))

const packed = packKnownNames(knownOf(readNameLists(args.lists, args.names)))
const known = unpackKnownNames(packed)
// The shipped joint model has learned from the names of the fifth list, the models held back have not seen those in question, and would
// make too much of it. So nothing is learned from that list; whoever ranks takes its names for known ones like the others.
const apart = { hashes: known.hashes, lists: known.lists.map((flags) => flags & LISTS_APART) }
console.log(`${known.hashes.length} known names, ${packed.length} bytes`)

const wikidata = readNames([`${args.names}/wikidata-names/train.tsv`])
const attested = new Map()
for (const { ar, latin } of [...wikidata, ...readNames([`${args.names}/google-translit/train.tsv`])]) {
  if (!attested.has(ar)) attested.set(ar, new Set())
  attested.get(ar).add(latinSpelling(latin))
}
const cases = shuffle(
  [...Array(Number(args.parts)).keys()]
    .filter((part) => existsSync(`${args.held}/${part}`))
    .flatMap((part) => casesOf(part)),
  random,
)
console.log(`${cases.length} words with an attested spelling among the candidates`)
const tested = cases.splice(0, Math.floor(cases.length / 10))
const model = fit(cases)
console.log('held out, among those reached: right at 1 and at 5', rightAt(tested, model))
const scale = model.sparse.reduce((most, w) => Math.max(most, Math.abs(w)), 1e-6) / 127
const stored = packRanking({ ...model, scale, sparse: Int8Array.from(model.sparse, (w) => Math.round(w / scale)) })
console.log(`${stored.length} bytes`)
if (args.out) {
  writeFileSync(`${args.out}/known-names.bin`, packed)
  writeFileSync(`${args.out}/ranking.bin`, stored)
}

function knownOf(lists) {
  const flags = new Map()
  for (const [bit, list] of lists.entries())
    for (const name of list) flags.set(hashOf(name), (flags.get(hashOf(name)) ?? 0) | (1 << bit))
  const sorted = [...flags].sort(([a], [b]) => a - b)
  return { hashes: Uint32Array.from(sorted, ([hash]) => hash), lists: Uint8Array.from(sorted, ([, flag]) => flag) }
}

/** Words of one part with their candidates. Other attested spellings of the word are neither right nor wrong. */
function casesOf(part) {
  const read = (name) => unpackGraphones(readFileSync(`${args.held}/${part}/${name}.bin`))
  const joint = read('transliteration')
  const letters = read('latin-letters')
  const chunks = indexChunks(joint, 'to-latin')
  const targets = new Map()
  for (const row of wikidata) {
    if (partOf(row, Number(args.parts)) !== part) continue
    if (!targets.has(row.ar)) targets.set(row.ar, new Set())
    targets.get(row.ar).add(latinSpelling(row.latin))
  }
  const sources = shuffle([...targets.keys()], random).slice(0, Number(args.sources))
  return sources.flatMap((source) => {
    const word = arabicSpelling(source)
    const right = targets.get(source)
    const candidates = candidatesOf(spell(word, joint, chunks, Number(args.beam)), letters, apart).filter(
      ({ form }) => right.has(form) || !attested.get(source).has(form),
    )
    if (!candidates.some(({ form }) => right.has(form))) return []
    return [
      {
        features: candidateFeatures(word, candidates, apart, size),
        right: candidates.flatMap(({ form }, i) => (right.has(form) ? [i] : [])),
      },
    ]
  })
}

function fit(cases) {
  const dense = new Float64Array(DENSE_FEATURES)
  const denseSquares = new Float64Array(DENSE_FEATURES)
  const sparse = new Float32Array(size)
  const squares = new Float32Array(size)
  dense[2] = 1
  const model = { dense, sparse, scale: 1 }
  for (let epoch = 0; epoch < Number(args.epochs); epoch++) {
    shuffle(cases, random)
    for (const { features, right } of cases) {
      const scores = features.map((one) => scoreOf(one, model))
      const most = Math.max(...scores)
      const shares = scores.map((score) => Math.exp(score - most))
      const all = shares.reduce((sum, share) => sum + share, 0)
      const wanted = right.reduce((sum, i) => sum + shares[i], 0)
      const slopes = new Float64Array(DENSE_FEATURES)
      const changed = new Map()
      features.forEach((one, i) => {
        const slope = shares[i] / all - (right.includes(i) ? shares[i] / wanted : 0)
        if (Math.abs(slope) < 1e-4) return
        one.dense.forEach((value, j) => {
          slopes[j] += slope * value
        })
        for (const hash of one.sparse) changed.set(hash, (changed.get(hash) ?? 0) + slope)
      })
      slopes.forEach((slope, j) => {
        denseSquares[j] += slope * slope
        dense[j] -= (0.06 * slope) / (Math.sqrt(denseSquares[j]) + 0.1)
      })
      for (const [hash, slope] of changed) {
        const g = slope + 0.001 * sparse[hash]
        squares[hash] += g * g
        sparse[hash] -= (0.02 * g) / (Math.sqrt(squares[hash]) + 0.1)
      }
    }
    console.log(`epoch ${epoch + 1}`, rightAt(tested, model))
  }
  return { dense: Float32Array.from(dense), sparse, scale: 1 }
}

function rightAt(cases, model) {
  let first = 0
  let five = 0
  for (const { features, right } of cases) {
    const scores = features.map((one) => scoreOf(one, model))
    const best = Math.max(...right.map((i) => scores[i]))
    const before = scores.filter((score) => score > best).length
    if (before === 0) first++
    if (before < 5) five++
  }
  return [first, five].map((n) => Number((n / cases.length).toFixed(3)))
}
