// Fits "same name?" across scripts: logistic regression over the mutual information of two words (src/names/cross-script.ts).
// Usage: node training/names/train-cross-script.mjs --names FOLDER [--seed 7]; prints the weights for src/names/model-files.ts.
// Same: pairs of wikidata-names/train.tsv (CC0). Different: each Arabic word with the Latin form of a word one or two letters
// away, and with a Latin form drawn at random.
import { parseArgs } from 'node:util'
import { mutualInformation } from '../../dist/names/cross-script.js'
import { encode, foldName } from '../../dist/names/letters.js'
import { letters } from '../../dist/names/model-files.js'
import { readNames, seeded, shuffle } from './pairs.mjs'

const { values: args } = parseArgs({ options: { names: { type: 'string' }, seed: { type: 'string', default: '7' } } })
const random = seeded(Number(args.seed))
const rows = shuffle(readNames([`${args.names}/wikidata-names/train.tsv`]), random).slice(0, 16000)
const table = letters()
const known = new Map()
for (const { ar, latin } of rows) {
  const form = foldName(ar)
  if (!known.has(form)) known.set(form, new Set())
  known.get(form).add(foldName(latin))
}
const near = new Map()
for (const form of known.keys()) {
  for (let i = 0; i < form.length; i++) {
    const key = form.slice(0, i) + form.slice(i + 1)
    if (near.has(key)) near.get(key).push(form)
    else near.set(key, [form])
  }
}
const cases = []
const add = (ar, latin, same) => {
  const a = encode(foldName(ar))
  const l = encode(foldName(latin))
  if (a.length < 2 || l.length < 2) return
  const information = mutualInformation(a, l, table)
  if (information === Number.NEGATIVE_INFINITY) return
  const length = Math.max(a.length, l.length)
  cases.push({ x: [1, information, length, information / length], same })
}
for (const { ar, latin } of rows) {
  const form = foldName(ar)
  add(ar, latin, 1)
  const stranger = rows[Math.floor(random() * rows.length)].latin
  if (!known.get(form).has(foldName(stranger))) add(ar, stranger, 0)
  const at = Math.floor(random() * form.length)
  const group = near.get(form.slice(0, at) + form.slice(at + 1)) ?? []
  const neighbour = group[Math.floor(random() * group.length)]
  if (neighbour === undefined || neighbour === form) continue
  for (const other of known.get(neighbour)) if (!known.get(form).has(other)) add(ar, other, 0)
}
const w = [0, 0, 0, 0]
const g2 = [0, 0, 0, 0]
for (let epoch = 0; epoch < 30; epoch++) {
  for (const { x, same } of shuffle(cases, random)) {
    const slope = 1 / (1 + Math.exp(-x.reduce((sum, v, i) => sum + v * w[i], 0))) - same
    x.forEach((v, i) => {
      g2[i] += (slope * v) ** 2
      w[i] -= (0.3 * slope * v) / (Math.sqrt(g2[i]) + 1e-6)
    })
  }
}
const [bias, perNat, perLetter, density] = w.map((v) => Number(v.toFixed(3)))
let right = 0
for (const { x, same } of cases) if (x.reduce((sum, v, i) => sum + v * w[i], 0) > 0 === (same === 1)) right++
console.log(
  { bias, perNat, perLetter, density },
  `${cases.length} pairs, accuracy ${(right / cases.length).toFixed(3)}`,
)
