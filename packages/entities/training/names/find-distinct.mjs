// Finds pairs of names that differ by a letter or two and that many people bear, each by itself: «سعد» and «سعيد» are no spellings of
// one name. Usage: node training/names/find-distinct.mjs --names NAMES --lists LISTS [--out data/names]
// NAMES holds wikidata-names/train.tsv (CC0, with counts of bearers) and google-translit/train.tsv (Apache-2.0); LISTS holds faker's Arabic
// first names (name-lists.mjs); the people of this project's own catalog (CC0) are counted too. What ships are hashes.
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { BEARER, DISTINCT, ONE_NAME, pairKey } from '../../dist/names/distinct-names.js'
import { hashOf } from '../../dist/names/known-names.js'
import { foldName, plainLatin } from '../../dist/names/letters.js'
import { packKnownNames } from '../../dist/names/model-files.js'
import { prepareName } from '../../dist/names/name-parts.js'
import { readCatalog } from './catalog.mjs'
import { readNames } from './pairs.mjs'

const { values: args } = parseArgs({
  options: {
    names: { type: 'string' },
    lists: { type: 'string' },
    out: { type: 'string' },
    bearers: { type: 'string', default: '40' }, // of either name, anywhere
    home: { type: 'string', default: '2' }, // or in the countries below
    show: { type: 'boolean', default: false },
  },
})
const HOME = new Set('IQ SY LB JO PS EG SA YE OM AE QA KW BH LY TN DZ MA SD MR SO DJ KM IR AF PK TR'.split(' '))
/** A name of a list counts as much as this many bearers. */
const LISTED = 3
/** Names whose Latin forms agree more than this may be spellings of one. */
const MOST_COMMON_LATIN = 0.1

const names = new Map()
const add = (folded, latin, count, home) => {
  if (folded.length < 3) return
  if (!names.has(folded)) names.set(folded, { all: 0, home: 0, latin: new Map() })
  const name = names.get(folded)
  name.all += count
  if (home) name.home += count
  if (latin === undefined) return
  const sound = softened(latin)
  name.latin.set(sound, (name.latin.get(sound) ?? 0) + count)
}
for (const { ar, latin, count } of readNames([`${args.names}/wikidata-names/train.tsv`]))
  add(foldName(ar), latin, count)
for (const { ar, latin } of readNames([`${args.names}/google-translit/train.tsv`])) add(foldName(ar), latin, 1)
for (const { ar, en, country } of readCatalog()) {
  const [mine, theirs] = [ar, en].map((name) => prepareName(name).parts)
  for (const [i, { folded, bare }] of mine.entries()) {
    const latin = mine.length === theirs.length ? theirs[i].folded : undefined
    add(folded, latin, 1, HOME.has(country))
    if (bare !== undefined) add(folded.slice(2), latin, 1, HOME.has(country))
  }
}
const { allLocales } = createRequire(join(resolve(args.lists), 'x.js'))('@faker-js/faker')
for (const name of new Set(strings(allLocales.ar.person.first_name)))
  if (!/\s/.test(name.trim())) add(foldName(name.trim()), undefined, LISTED, true)

const atHome = ({ home, all }) => home >= Number(args.home) && all >= LISTED
const many = ({ all }) => all >= Number(args.bearers)
const common = [...names].filter(
  ([form, name]) => name.latin.size > 0 && /^[\u0621-\u064a]+$/.test(form) && (atHome(name) || many(name)),
)
const lists = new Map()
const list = (key, flag) => lists.set(hashOf(key), (lists.get(hashOf(key)) ?? 0) | flag)
for (const [form, name] of common) if (atHome(name)) list(form, BEARER)
const seen = new Set()
const found = { distinct: [], one: [] }
for (const group of neighbours(common.map(([form]) => form)).values()) {
  for (const [i, a] of group.entries()) {
    for (const b of group.slice(i + 1)) {
      const key = pairKey(a, b)
      const [x, y] = [names.get(a), names.get(b)]
      if (a === b || seen.has(key) || !((atHome(x) && atHome(y)) || (many(x) && many(y)))) continue
      seen.add(key)
      const distinct = commonLatin(x.latin, y.latin) < MOST_COMMON_LATIN
      list(key, distinct ? DISTINCT : ONE_NAME)
      found[distinct ? 'distinct' : 'one'].push(`${a}/${b}`)
    }
  }
}
if (args.show) console.log(found.distinct.sort().join(' '), '\n\n', found.one.sort().join(' '))
const sorted = [...lists].sort(([a], [b]) => a - b)
const packed = packKnownNames({
  hashes: Uint32Array.from(sorted, ([hash]) => hash),
  lists: Uint8Array.from(sorted, ([, flags]) => flags),
})
console.log(
  `${common.length} common names, ${found.distinct.length} distinct pairs, ${found.one.length} left alone, ${packed.length} bytes`,
)
if (args.out) writeFileSync(`${args.out}/distinct-names.bin`, packed)

function strings(value) {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(strings) : []
}

/** Latin letters that habits of spelling exchange, as one; a and e stay apart, since salem and salim are two. */
function softened(latin) {
  return plainLatin(latin)
    .replace(/[^a-z]/g, '')
    .replace(/ee|ie|y/g, 'i')
    .replace(/oo|ou|u/g, 'o')
    .replace(/ph/g, 'f')
    .replace(/ck|c(?=[aoulrt]|$)|q/g, 'k')
    .replace(/(.)\1/g, '$1')
}

/** Bhattacharyya's coefficient of the shares of the Latin forms. */
function commonLatin(a, b) {
  const total = (forms) => [...forms.values()].reduce((sum, count) => sum + count, 0)
  const whole = total(a) * total(b)
  let sum = 0
  for (const [form, count] of a) sum += Math.sqrt((count * (b.get(form) ?? 0)) / whole)
  return sum
}

/** Forms that are equal once a letter is dropped from either or both. */
function neighbours(forms) {
  const groups = new Map()
  for (const form of forms) {
    const keys = new Set([form])
    for (let i = 0; i < form.length; i++) keys.add(form.slice(0, i) + form.slice(i + 1))
    for (const key of keys) {
      if (groups.has(key)) groups.get(key).push(form)
      else groups.set(key, [form])
    }
  }
  return groups
}
