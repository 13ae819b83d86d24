// Trains "same name?" for two spellings in one script: alignment costs by expectation maximisation over a memoryless edit
// transducer (Ristad and Yianilos 1998), then logistic regression over the edits of the cheapest alignment.
// Usage: node training/names/train-spelling.mjs --names FOLDER [--out data/names/spelling.bin] [--seed 7]
// FOLDER holds wikidata-names/train.tsv (CC0), google-translit/train.tsv (Apache-2.0) and ar-variants-derived/train.tsv, pairs of
// Arabic spellings. Pairs in ar-variants-derived/dev.tsv are kept out of training and used for nothing else here. The transliteration model must be there first: it makes variants.
import { existsSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { align } from '../../dist/names/align.js'
import { CODES, encode, nearestArabic, weak } from '../../dist/names/letters.js'
import { packSpelling } from '../../dist/names/model-files.js'
import { scoreSpelling, spellingFeatures } from '../../dist/names/spelling.js'
import { arabicOf } from '../../dist/names/transliterate.js'
import { catalogVariants, readCatalog } from './catalog.mjs'
import {
  modelVariants,
  readNames,
  readPairKeys,
  readPairs,
  seeded,
  shuffle,
  spellingPairs,
  withoutPart,
} from './pairs.mjs'

const { values: args } = parseArgs({
  options: {
    names: { type: 'string' },
    out: { type: 'string' },
    seed: { type: 'string', default: '7' },
    bits: { type: 'string', default: '18' },
    epochs: { type: 'string', default: '6' },
    twice: { type: 'string', default: '0' }, // how often listed pairs are learned from in each epoch; theirs come in part from ANETAC, which states no licence
    l2: { type: 'string', default: '0.0002' },
    rate: { type: 'string', default: '0.06' },
    negatives: { type: 'string', default: '2.5' },
    farther: { type: 'string', default: '0.3' },
    without: { type: 'string' }, // i/k: leave out the i-th of k parts of the names, for train-common-latin.mjs
    forms: { type: 'string', default: '47000' },
    least: { type: 'string', default: '0.03' },
  },
})
const random = seeded(Number(args.seed))
const held = `${args.names}/ar-variants-derived/dev.tsv`
const rows = withoutPart(
  readNames([`${args.names}/wikidata-names/train.tsv`, `${args.names}/google-translit/train.tsv`]),
  args.without,
)
const settings = {
  random,
  negatives: Number(args.negatives),
  farther: Number(args.farther),
  leaveOut: existsSync(held) ? readPairKeys([held]) : new Set(),
}
const printed = withoutPart(catalogVariants(readCatalog()), args.without)
const variants = printed
  .map(({ a, b }) => [a, b])
  .concat(modelVariants(rows, { arabicOf, random, size: Number(args.forms), least: Number(args.least) }))
const pairs = ['arabic', 'latin'].flatMap((script) => {
  const made = spellingPairs(rows, { ...settings, script, variants: script === 'arabic' ? variants : [] })
  console.log(`${script}: ${made.filter((p) => p.same).length} same, ${made.filter((p) => !p.same).length} different`)
  return made
})
for (const pair of readPairs(`${args.names}/ar-variants-derived/train.tsv`, settings.leaveOut))
  for (let n = 0; n < Number(args.twice); n++) pairs.push({ ...pair, listed: true })
for (const pair of pairs) {
  const [x, y] = pair.a < pair.b ? [pair.a, pair.b] : [pair.b, pair.a]
  pair.a = encode(nearestArabic(x))
  pair.b = encode(nearestArabic(y))
  const swapped = compare(pair.a, pair.b) > 0
  if (swapped) [pair.a, pair.b] = [pair.b, pair.a]
}

const costs = learnCosts(pairs.filter((p) => p.same && !p.listed))
const weights = fit(shuffle(pairs, random), costs)
const scale = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 1e-6) / 127
const model = { costs, weights: Int8Array.from(weights, (w) => Math.round(w / scale)), scale }
report(pairs, model)
if (args.out) {
  const packed = packSpelling(model)
  writeFileSync(args.out, packed)
  console.log(`${args.out}: ${packed.length} bytes`)
}

function compare(a, b) {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i] - b[i]
  return a.length - b.length
}

/** Expected counts of each edit over all alignments, eight rounds; then what an edit costs more than a match. */
function learnCosts(same) {
  const isWeak = weak()
  const sub = new Float64Array(CODES * CODES)
  const indel = new Float64Array(CODES)
  for (let x = 1; x < CODES; x++) {
    indel[x] = isWeak[x] ? 0.01 : 0.001
    for (let y = 1; y < CODES; y++) sub[x * CODES + y] = x === y ? 0.02 : isWeak[x] === isWeak[y] ? 0.0001 : 0.00003
  }
  for (let round = 0; round < 8; round++) {
    const subCount = new Float64Array(CODES * CODES).fill(0.01)
    const indelCount = new Float64Array(CODES).fill(0.05)
    for (const { a, b } of same) expect(a, b, sub, indel, subCount, indelCount)
    const total = subCount.reduce((s, x) => s + x, 0) + indelCount.reduce((s, x) => s + x, 0)
    for (let x = 1; x < CODES; x++) {
      indel[x] = indelCount[x] / total
      for (let y = 1; y < CODES; y++)
        sub[x * CODES + y] = (subCount[x * CODES + y] + subCount[y * CODES + x]) / 2 / total
    }
  }
  const match = (x) => Math.sqrt(sub[x * CODES + x])
  const clip = (cost) => Math.max(0.3, Math.min(12, cost))
  const substitute = new Float32Array(CODES * CODES)
  const drop = new Float32Array(CODES)
  for (let x = 1; x < CODES; x++) {
    drop[x] = clip(-Math.log(indel[x] / match(x)))
    for (let y = 1; y < CODES; y++)
      substitute[x * CODES + y] = clip(-Math.log(sub[x * CODES + y] / (match(x) * match(y))))
  }
  return { substitute, indel: drop, transpose: 6 }
}

function expect(a, b, sub, indel, subCount, indelCount) {
  const n = a.length
  const m = b.length
  const w = m + 1
  const forward = new Float64Array((n + 1) * w)
  const backward = new Float64Array((n + 1) * w)
  forward[0] = 1
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      if (i > 0) forward[i * w + j] += forward[(i - 1) * w + j] * indel[a[i - 1]]
      if (j > 0) forward[i * w + j] += forward[i * w + j - 1] * indel[b[j - 1]]
      if (i > 0 && j > 0) forward[i * w + j] += forward[(i - 1) * w + j - 1] * sub[a[i - 1] * CODES + b[j - 1]]
    }
  }
  backward[n * w + m] = 1
  for (let i = n; i >= 0; i--) {
    for (let j = m; j >= 0; j--) {
      if (i < n) backward[i * w + j] += backward[(i + 1) * w + j] * indel[a[i]]
      if (j < m) backward[i * w + j] += backward[i * w + j + 1] * indel[b[j]]
      if (i < n && j < m) backward[i * w + j] += backward[(i + 1) * w + j + 1] * sub[a[i] * CODES + b[j]]
    }
  }
  const total = forward[n * w + m]
  if (!(total > 0)) return
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      const here = forward[i * w + j] / total
      if (i < n) indelCount[a[i]] += here * indel[a[i]] * backward[(i + 1) * w + j]
      if (j < m) indelCount[b[j]] += here * indel[b[j]] * backward[i * w + j + 1]
      if (i < n && j < m) {
        const op = a[i] * CODES + b[j]
        subCount[op] += here * sub[op] * backward[(i + 1) * w + j + 1]
      }
    }
  }
}

/** Logistic regression by AdaGrad (Duchi, Hazan, Singer 2011), weights averaged over the last half of the epochs. */
function fit(cases, costs) {
  const size = 1 << Number(args.bits)
  const weights = new Float64Array(size)
  const squares = new Float64Array(size)
  const sum = new Float64Array(size)
  const examples = cases.map(({ a, b, same }) => {
    const hashes = []
    spellingFeatures(a, b, align(a, b, costs), (hash) => hashes.push(hash & (size - 1)))
    return { hashes, same }
  })
  const epochs = Number(args.epochs)
  const rate = Number(args.rate)
  const l2 = Number(args.l2)
  let averaged = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(examples, random)
    for (const { hashes, same } of examples) {
      let score = 0
      for (const h of hashes) score += weights[h]
      const slope = 1 / (1 + Math.exp(-score)) - same
      for (const h of hashes) {
        const g = slope + l2 * weights[h] * 50
        squares[h] += g * g
        weights[h] -= (rate * g) / (Math.sqrt(squares[h]) + 0.1)
      }
    }
    if (epoch >= epochs / 2) {
      averaged++
      for (let i = 0; i < size; i++) sum[i] += weights[i]
    }
  }
  return sum.map((x) => x / averaged)
}

function report(cases, model) {
  let tp = 0
  let fp = 0
  let fn = 0
  for (const { a, b, same } of cases) {
    const says = scoreSpelling(a, b, model).logit > 0
    if (says && same) tp++
    else if (says) fp++
    else if (same) fn++
  }
  console.log(`training pairs at 0.5: P ${(tp / (tp + fp)).toFixed(3)} R ${(tp / (tp + fn)).toFixed(3)}`)
}
