import { readFileSync } from 'node:fs'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { loadPeople, nameKey } from '@isnad/lexicon'
import { transliterate } from '../names/transliterate.js'

let known: Map<string, string> | undefined

/** Words of public figures' names with the Latin form that the press prints most, where both names have as many words. */
function knownWords(): ReadonlyMap<string, string> {
  if (known !== undefined) return known
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
  known = new Map()
  for (const [word, forms] of counts) {
    let best = ''
    for (const [form, times] of forms) if (best === '' || times > (forms.get(best) ?? 0)) best = form
    known.set(word, best)
  }
  return known
}

let listed: ReadonlyMap<string, string> | undefined

/** Frequent words of names with what `spellWord` makes of them, worked out beforehand by training/linking/latin-words.mjs. */
function listedWords(): ReadonlyMap<string, string> {
  listed ??= unpackLatinWords(readFileSync(new URL('../../data/linking/latin-words.bin', import.meta.url)))
  return listed
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

const CACHE_LIMIT = 1 << 14
let spelled = new Map<string, string>()

function latinWord(word: string): string {
  const found = knownWords().get(nameKey(word)) ?? listedWords().get(word) ?? spelled.get(word)
  if (found !== undefined) return found
  const written = spellWord(word)
  if (spelled.size >= CACHE_LIMIT) spelled = new Map()
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
