// Joins the counts of count-names.mjs to the classes of train-clusters.mjs in one file.
// Usage: node training/tagger/add-rates.mjs --list LIST --counts COUNTS --out data/tagger/classes.bin
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { packClasses } from '../../dist/tagger/classes.js'
import { hashString } from '../../dist/tagger/hash.js'

const { values: args } = parseArgs({
  options: { list: { type: 'string' }, counts: { type: 'string' }, out: { type: 'string' } },
})
const rowsOf = (file) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
const facts = new Map()
for (const [form, path] of rowsOf(args.list))
  facts.set(hashString(form), { path: Number.parseInt(`1${path}`, 2), rates: 0 })
const TELLS = 256
const level = (share) => (share < 0.03 ? 0 : share < 0.25 ? 1 : share < 0.65 ? 2 : 3)
for (const [hash, count, ...sums] of rowsOf(args.counts)) {
  if (count === undefined) continue
  let rates = TELLS
  for (const [type, sum] of sums.entries()) rates |= level(Number(sum) / Number(count)) << (2 * type)
  facts.set(Number(hash), { path: 0, ...facts.get(Number(hash)), rates })
}
const packed = packClasses(facts)
writeFileSync(args.out, packed)
console.log(`${facts.size} forms, ${packed.length} bytes in ${args.out}`)
