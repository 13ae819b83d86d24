// Latin forms of names from open lists, apart from those that the transliteration model learns from. FOLDER holds
//   people-names.txt          from the npm package @cspell/dict-people-names 1.1.16, its dict/people-names.txt (MIT)
//   american-english-insane   from the Debian package wamerican-insane 2020.12.07-2 (SCOWL, a permissive licence of its own)
//   node_modules              with @faker-js/faker 10.6.0 (MIT): `npm install @faker-js/faker@10.6.0` there
// The fourth list are the people of this project's own catalog (CC0).
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { latinSpelling } from '../../dist/names/letters.js'

const CATALOG = new URL('../../../lexicon/data/catalog/people/', import.meta.url)

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

function catalog() {
  return readdirSync(CATALOG)
    .filter((name) => name.endsWith('.tsv'))
    .flatMap((name) => linesOf(new URL(name, CATALOG)))
    .filter((line) => line.startsWith('person.'))
    .flatMap((line) => wordsOf(line.split('\t')[2] ?? ''))
}

/** Four lists, in the order of the flags in known-names.bin. */
export function readNameLists(folder) {
  return [
    linesOf(join(folder, 'people-names.txt'))
      .filter((line) => !line.startsWith('#'))
      .flatMap(wordsOf),
    linesOf(join(folder, 'american-english-insane'))
      .filter((line) => /^\p{Lu}/u.test(line) && !line.endsWith("'s"))
      .flatMap(wordsOf),
    faker(folder),
    catalog(),
  ].map((list) => new Set(list))
}
