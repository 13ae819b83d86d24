import { readFileSync } from 'node:fs'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { loadPeople, nameKey } from '@isnad/lexicon'
import { transliterate } from '../names/transliterate.js'
import type { ArrayFile, Arrays } from '../prepared/array-file.js'
import { Kept } from '../prepared/kept.js'
import { preparedTables } from '../prepared/prepared.js'
import { TextList, WordTable } from '../prepared/word-table.js'

/** Something that knows the Latin spelling of some words. */
interface LatinWords {
  get(word: string): string | undefined
}

/** Words of public figures' names with the Latin form that the press prints most, where both names have as many words. */
export function wordsOfPeople(): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const { ar, en } of loadPeople()) {
    const arabic = nameKey(ar).split(' ')
    const latin = en.split(' ')
    if (arabic.length !== latin.length) continue
    for (const [i, word] of arabic.entries()) {
      let forms = counts.get(word)
      if (forms === undefined) {
        forms = new Map()
        counts.set(word, forms)
      }
      const form = latin[i] ?? ''
      forms.set(form, (forms.get(form) ?? 0) + 1)
    }
  }
  const words = new Map<string, string>()
  for (const [word, forms] of counts) {
    let best = ''
    for (const [form, times] of forms) if (best === '' || times > (forms.get(best) ?? 0)) best = form
    words.set(word, best)
  }
  return words
}

/** Frequent words of names with what `spellWord` makes of them, worked out beforehand by training/linking/latin-words.mjs. */
export const listedWords = (): ReadonlyMap<string, string> =>
  unpackLatinWords(readFileSync(new URL('../../data/linking/latin-words.bin', import.meta.url)))

/** Words with their Latin spellings as flat arrays; `preparedLatin` reads them. */
export const latinArrays = (name: string, words: ReadonlyMap<string, string>): Arrays => ({
  ...WordTable.of([...words.keys()]).arrays(name),
  ...TextList.of([...words.values()]).arrays(`${name}.latin`),
})

export function preparedLatin(file: ArrayFile, name: string): LatinWords {
  const words = WordTable.from(file, name)
  const latin = TextList.from(file, `${name}.latin`)
  return {
    get(word) {
      const id = words.idOf(word)
      return id < 0 ? undefined : latin.at(id)
    },
  }
}

let known: { readonly people: LatinWords; readonly listed: LatinWords } | undefined

function knownWords() {
  if (known === undefined) {
    const prepared = preparedTables()
    known =
      prepared === undefined
        ? { people: wordsOfPeople(), listed: listedWords() }
        : { people: preparedLatin(prepared, 'latin.people'), listed: preparedLatin(prepared, 'latin.listed') }
  }
  return known
}

/** Words as lines, each with its Latin spelling behind a tab; compressed. */
export const packLatinWords = (words: ReadonlyMap<string, string>): Uint8Array =>
  brotliCompressSync(Buffer.from([...words].map(([word, latin]) => `${word}\t${latin}`).join('\n')))

export function unpackLatinWords(packed: Uint8Array): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  for (const line of brotliDecompressSync(packed).toString('utf8').split('\n')) {
    const tab = line.indexOf('\t')
    if (tab > 0) words.set(line.slice(0, tab), line.slice(tab + 1))
  }
  return words
}

const spelled = new Kept<string>(1 << 14)

function latinWord(word: string): string {
  const { people, listed } = knownWords()
  const found = people.get(nameKey(word)) ?? listed.get(word) ?? spelled.get(word)
  if (found !== undefined) return found
  const written = spellWord(word)
  spelled.set(word, written)
  return written
}

/** The likeliest Latin spelling of one word of a name, with capitals; empty where there is none. */
export function spellWord(word: string): string {
  const definite = /^ال.{3,}/.test(word)
  const form = transliterate(definite ? word.slice(2) : word, { limit: 1, beam: 4 })[0]?.form ?? ''
  return (definite ? 'al-' : '') + form.replace(/(?<![\p{L}'])\p{L}/gu, (letter) => letter.toUpperCase())
}

const MOST_WORDS = 6

/** A person's name in Latin letters, word by word: as the press spells it of public figures, else by its likeliest transliteration. */
export function latinName(nameAr: string): string | undefined {
  const words = nameAr.split(/[^\p{L}\p{M}\p{N}]+/u).filter((w) => w !== '')
  if (words.length === 0 || words.length > MOST_WORDS) return undefined
  const latin = words.map(latinWord)
  return latin.includes('') ? undefined : latin.join(' ')
}
