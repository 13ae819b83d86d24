// Trains the model of what personal names look like by their letters: parts of names against the words of running news.
// Usage: node training/tagger/train-likeness.mjs --names data/names --words LIST --out data/tagger/name-likeness.bin
// LIST is what train-clusters.mjs writes with --list. The seed fixes the outcome; seconds.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { wordKey } from '@isnad/text'
import { letterGrams, packLikeness, unpackLikeness } from '../../dist/tagger/name-likeness.js'

const { values: args } = parseArgs({
  options: { names: { type: 'string' }, words: { type: 'string' }, out: { type: 'string' } },
})
const bareOf = (word) => wordKey(word).replace(/^ال(?=...)/, '')
const names = new Set()
for (const set of ['wikidata-names', 'google-translit'])
  for (const line of readFileSync(join(args.names, set, 'train.tsv'), 'utf8')
    .split('\n')
    .slice(1)) {
    const word = bareOf(line.split('\t')[0].trim())
    if (/^\p{Script=Arabic}{2,20}$/u.test(word)) names.add(word)
  }
const words = new Map()
for (const line of readFileSync(args.words, 'utf8').split('\n')) {
  const [form, , count] = line.split('\t')
  const word = bareOf(form)
  if (/^\p{Script=Arabic}{2,20}$/u.test(word) && !names.has(word))
    words.set(word, (words.get(word) ?? 0) + Number(count))
}
// Common words weigh more, since they are what a mistake would cost; the two sides weigh the same in all.
const samples = [...names].map((word) => ({ grams: letterGrams(word), y: 1, weight: 1 }))
let mass = 0
for (const count of words.values()) mass += Math.log(count)
for (const [word, count] of words)
  samples.push({ grams: letterGrams(word), y: 0, weight: (Math.log(count) / mass) * names.size })
console.log(`${names.size} names, ${words.size} words`)

let state = 3
function random() {
  state ^= state << 13
  state >>>= 0
  state ^= state >>> 17
  state ^= state << 5
  state >>>= 0
  return state / 4294967296
}

const held = samples.filter((_, i) => i % 20 === 0)
const train = samples.filter((_, i) => i % 20 !== 0)
const weights = new Float32Array(1 << 15)
const squares = new Float32Array(1 << 15).fill(1e-6)
let bias = 0
// AdaGrad (Duchi, Hazan and Singer 2011) with a small L2 prior.
for (let epoch = 0; epoch < 6; epoch++) {
  for (let i = train.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const keep = train[i]
    train[i] = train[j]
    train[j] = keep
  }
  for (const { grams, y, weight } of train) {
    let sum = bias
    for (const g of grams) sum += weights[g]
    const error = (1 / (1 + Math.exp(-sum)) - y) * weight
    bias -= 0.002 * error
    for (const g of grams) {
      const gradient = error + 1e-3 * weights[g]
      squares[g] += gradient * gradient
      weights[g] -= (0.08 * gradient) / Math.sqrt(squares[g])
    }
  }
}
const packed = packLikeness(weights, bias)
writeFileSync(args.out, packed)
let right = 0
let all = 0
for (const { grams, y, weight } of held) {
  const sum = grams.reduce((total, g) => total + weights[g], bias)
  all += weight
  if (sum > 0 === (y === 1)) right += weight
}
console.log(`held out: ${(right / all).toFixed(4)} right by weight; ${packed.length} bytes`)
const model = unpackLikeness(packed)
console.log(
  ['نتنياهو', 'كوفالينكو', 'المدرسة', 'يعلنون', 'شوارتز', 'ظريف'].map((w) => `${w} ${model.levelOf(w)}`).join(', '),
)
