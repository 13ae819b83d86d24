#!/usr/bin/env node
// Prints random entries of the catalog for a person to check against what they know:
//   node packages/lexicon/scripts/spot-check.mjs [--count 25] [--seed 1] [--table people]
// Build the package first (npx tsc -b packages/lexicon). The same seed gives the same entries while the data stand.
import { parseArgs } from 'node:util'
import * as lexicon from '../dist/index.js'

const TABLES = {
  outlets: lexicon.loadOutlets,
  organisations: lexicon.loadOrganisations,
  people: lexicon.loadPeople,
  titles: lexicon.loadTitles,
  nisbas: lexicon.loadNisbas,
  countries: lexicon.loadCountries,
  governorates: lexicon.loadGovernorates,
}

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '25' },
    seed: { type: 'string', default: '1' },
    table: { type: 'string' },
  },
})
const count = Number(values.count)
const seed = Number(values.seed)
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) {
  console.error('--count and --seed take whole numbers')
  process.exit(2)
}
if (values.table !== undefined && !(values.table in TABLES)) {
  console.error(`--table takes one of ${Object.keys(TABLES).join(', ')}`)
  process.exit(2)
}

/** mulberry32: small, seeded, good enough to draw a sample. */
function randomFrom(start) {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const roleText = ({ title, at, from, to, ongoing }) =>
  `${title}${at === undefined ? '' : ` @ ${at}`} [${from ?? ''}–${to ?? (ongoing ? '' : '?')}]`

for (const [name, load] of Object.entries(TABLES)) {
  if (values.table !== undefined && values.table !== name) continue
  const pool = [...load()]
  const random = randomFrom(seed)
  console.log(`\n== ${name}: ${Math.min(count, pool.length)} of ${pool.length}, seed ${seed}`)
  for (let drawn = 0; drawn < count && pool.length > 0; drawn++) {
    const [entry] = pool.splice(Math.floor(random() * pool.length), 1)
    console.log(`\n[ ] ${entry.id ?? entry.code}`)
    for (const [key, value] of Object.entries(entry)) {
      if (key === 'id' || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) continue
      const shown = key === 'roles' ? value.map(roleText).join('; ') : Array.isArray(value) ? value.join(' | ') : value
      console.log(`    ${key}: ${typeof shown === 'object' ? JSON.stringify(shown) : shown}`)
    }
  }
}
