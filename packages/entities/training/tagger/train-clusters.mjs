// Distributional word clusters: skip-gram vectors with negative sampling (Mikolov et al. 2013) over running news, then a
// binary tree of bisecting k-means (Steinbach et al. 2000). A word's path in the tree serves as Brown classes do (Brown et
// al. 1992): prefixes of it are classes at several grains.
// Usage: node training/tagger/train-clusters.mjs --corpus CORPUS.jsonl.gz --out data/tagger/classes.bin [--list FILE]
// The corpus has one JSON object a line with title and text. One core, about half an hour; the seed fixes the outcome.
import { createReadStream, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { createGunzip } from 'node:zlib'
import { textOf, tokenize, wordKey } from '@isnad/text'
import { packClasses } from '../../dist/tagger/classes.js'
import { hashString } from '../../dist/tagger/hash.js'

const { values: args } = parseArgs({
  options: {
    corpus: { type: 'string' },
    out: { type: 'string' },
    list: { type: 'string' },
    epochs: { type: 'string', default: '4' },
    dim: { type: 'string', default: '64' },
    depth: { type: 'string', default: '12' },
    least: { type: 'string', default: '6' },
    seed: { type: 'string', default: '11' },
  },
})
const dim = Number(args.dim)

let state = Number(args.seed) >>> 0
/** xorshift32 (Marsaglia 2003). */
function random() {
  state ^= state << 13
  state >>>= 0
  state ^= state >>> 17
  state ^= state << 5
  state >>>= 0
  return state / 4294967296
}

/** The word as classes are kept for: clitics off, ال kept, numbers as one. */
function classForm(token) {
  if (token.kind === 'number') return '#'
  if (token.kind !== 'word') return undefined
  let form = ''
  for (const { role, form: piece } of token.segments) if (role === 'article' || role === 'stem') form += piece
  return wordKey(form)
}

const ids = new Map()
const counts = []
const corpus = []
for await (const line of createInterface({ input: createReadStream(args.corpus).pipe(createGunzip()) })) {
  const { title, text } = JSON.parse(line)
  for (const paragraph of `${title}\n${text}`.split('\n')) {
    for (const token of tokenize(textOf('article', paragraph))) {
      const form = classForm(token)
      if (form === undefined || form === '') continue
      let id = ids.get(form)
      if (id === undefined) {
        id = counts.length
        ids.set(form, id)
        counts.push(0)
      }
      counts[id]++
      corpus.push(id)
    }
    corpus.push(-1)
  }
}
const least = Number(args.least)
const kept = [...ids].filter(([, id]) => counts[id] >= least).sort((a, b) => counts[b[1]] - counts[a[1]])
const renumber = new Int32Array(counts.length).fill(-2)
kept.forEach(([, id], i) => {
  renumber[id] = i
})
const size = kept.length
const freq = Float64Array.from(kept, ([, id]) => counts[id])
const total = freq.reduce((a, b) => a + b, 0)
const stream = Int32Array.from(corpus, (id) => (id < 0 ? -1 : renumber[id]))
corpus.length = 0
console.log(`${stream.length} tokens, ${size} forms kept`)

const vectors = trainVectors()
writeTree(vectors)

function trainVectors() {
  const input = Float32Array.from({ length: size * dim }, () => (random() - 0.5) / dim)
  const output = new Float32Array(size * dim)
  const table = new Int32Array(1 << 22)
  let cumulative = 0
  const mass = freq.reduce((a, f) => a + f ** 0.75, 0)
  for (let i = 0, t = 0; i < size; i++) {
    cumulative += freq[i] ** 0.75 / mass
    while (t < table.length && t / table.length < cumulative) table[t++] = i
  }
  const sigmoid = Float32Array.from({ length: 4096 }, (_, i) => 1 / (1 + Math.exp(-((i / 4096) * 12 - 6))))
  const epochs = Number(args.epochs)
  const steps = stream.length * epochs
  const error = new Float32Array(dim)
  const window = 3
  let step = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = 0; at < stream.length; at++) {
      const rate = Math.max(0.0005, 0.04 * (1 - step++ / steps))
      const word = stream[at]
      if (word < 0) continue
      const share = freq[word] / total
      if (share > 1e-4 && random() > Math.sqrt(1e-4 / share)) continue
      const reach = 1 + Math.floor(random() * window)
      for (let near = at - reach; near <= at + reach; near++) {
        const context = stream[near]
        if (near === at || context === undefined || context < 0) continue
        error.fill(0)
        for (let k = 0; k < 6; k++) {
          const target = k === 0 ? word : table[Math.floor(random() * table.length)]
          if (k > 0 && target === word) continue
          const a = context * dim
          const b = target * dim
          let dot = 0
          for (let d = 0; d < dim; d++) dot += input[a + d] * output[b + d]
          const p = dot > 6 ? 1 : dot < -6 ? 0 : sigmoid[Math.floor(((dot + 6) / 12) * 4096)]
          const g = ((k === 0 ? 1 : 0) - p) * rate
          for (let d = 0; d < dim; d++) {
            error[d] += g * output[b + d]
            output[b + d] += g * input[a + d]
          }
        }
        const a = context * dim
        for (let d = 0; d < dim; d++) input[a + d] += error[d]
      }
    }
    console.log(`epoch ${epoch + 1} of ${epochs}`)
  }
  for (let i = 0; i < size; i++) {
    let norm = 0
    for (let d = 0; d < dim; d++) norm += input[i * dim + d] ** 2
    norm = Math.sqrt(norm) || 1
    for (let d = 0; d < dim; d++) input[i * dim + d] /= norm
  }
  return input
}

function writeTree(points) {
  const paths = new Array(size).fill('')
  const depth = Number(args.depth)
  const split = (members, path) => {
    for (const i of members) paths[i] = path
    if (path.length >= depth || members.length < 12) return
    const [left, right] = bisect(points, members)
    if (left.length === 0 || right.length === 0) return
    split(left, `${path}0`)
    split(right, `${path}1`)
  }
  split(
    Array.from({ length: size }, (_, i) => i),
    '',
  )
  const packed = packClasses(
    new Map(kept.map(([form], i) => [hashString(form), { path: Number.parseInt(`1${paths[i]}`, 2), rates: 0 }])),
  )
  writeFileSync(args.out, packed)
  if (args.list) writeFileSync(args.list, kept.map(([form], i) => `${form}\t${paths[i]}\t${freq[i]}\n`).join(''))
  console.log(`${new Set(paths).size} classes of ${size} forms, ${packed.length} bytes in ${args.out}`)
}

function bisect(points, members) {
  let best
  for (let attempt = 0; attempt < 3; attempt++) {
    const centres = [0, 1].map(() => points.slice(...range(members[Math.floor(random() * members.length)])))
    const side = new Uint8Array(members.length)
    for (let round = 0; round < 12; round++) {
      const sums = [new Float64Array(dim), new Float64Array(dim)]
      members.forEach((m, i) => {
        let d0 = 0
        let d1 = 0
        for (let d = 0; d < dim; d++) {
          d0 += points[m * dim + d] * centres[0][d]
          d1 += points[m * dim + d] * centres[1][d]
        }
        side[i] = d1 > d0 ? 1 : 0
        const sum = sums[side[i]]
        for (let d = 0; d < dim; d++) sum[d] += points[m * dim + d]
      })
      for (const s of [0, 1]) {
        const norm = Math.sqrt(sums[s].reduce((a, v) => a + v * v, 0)) || 1
        centres[s] = Float32Array.from(sums[s], (v) => v / norm)
      }
    }
    let fit = 0
    members.forEach((m, i) => {
      for (let d = 0; d < dim; d++) fit += points[m * dim + d] * centres[side[i]][d]
    })
    if (best === undefined || fit > best.fit) best = { fit, side: Uint8Array.from(side) }
  }
  return [0, 1].map((s) => members.filter((_, i) => best.side[i] === s))
}

function range(i) {
  return [i * dim, (i + 1) * dim]
}
