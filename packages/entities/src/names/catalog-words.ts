import { loadGovernorates, loadPeople, loadPlaces } from '@isnad/lexicon'
import type { ArrayFile, Arrays } from '../prepared/array-file.js'
import { preparedTables } from '../prepared/prepared.js'
import { TextList, WordTable } from '../prepared/word-table.js'
import { foldName, latinSpelling } from './letters.js'

/** Latin forms of one Arabic word with how many people and places of the catalog are written so. */
export type AttestedForms = ReadonlyMap<string, number>

const LATIN_WORD = /^[\p{L}'-]{2,}$/u
const ARTICLE = /^ال(?=.{3})/u
const LATIN_ARTICLE = /^[ae][a-z]{1,2}-(?=.)/

/** Something that knows how the catalog writes some words. */
interface AttestedWords {
  get(folded: string): AttestedForms | undefined
}

let attested: AttestedWords | undefined

/** How the catalog writes a folded Arabic word in Latin letters; undefined where it does not have the word. */
export function attestedForms(folded: string): AttestedForms | undefined {
  if (attested === undefined) {
    const prepared = preparedTables()
    attested = prepared === undefined ? readCatalog() : preparedForms(prepared)
  }
  return attested.get(folded)
}

/** Words with their Latin forms as flat arrays: a form and its count on a line; `preparedForms` reads them. */
export function attestedArrays(): Arrays {
  const words = readCatalog()
  const lines = Array.from(words.values(), (forms) => Array.from(forms, (pair) => pair.join('\t')).join('\n'))
  return {
    ...WordTable.of([...words.keys()]).arrays('attested.words'),
    ...TextList.of(lines).arrays('attested.forms'),
  }
}

export function preparedForms(file: ArrayFile): AttestedWords {
  const words = WordTable.from(file, 'attested.words')
  const lines = TextList.from(file, 'attested.forms')
  return {
    get(folded) {
      const id = words.idOf(folded)
      if (id < 0) return undefined
      const pairs = lines.at(id).split('\n')
      return new Map(
        pairs.map((pair) => [pair.slice(0, pair.indexOf('\t')), Number(pair.slice(pair.indexOf('\t') + 1))]),
      )
    },
  }
}

function readCatalog(): ReadonlyMap<string, AttestedForms> {
  const words = new Map<string, Map<string, number>>()
  const read = (arabic: readonly string[], latin: readonly string[]): void => {
    // A bearer counts once, however many spellings of the other words of the name there are.
    const pairs = arabic.flatMap((ar) => latin.flatMap((en) => wordPairs(ar, en)))
    for (const [word, form] of new Map(pairs.map((pair) => [pair.join('\t'), pair])).values()) {
      const forms = words.get(word) ?? new Map<string, number>()
      forms.set(form, (forms.get(form) ?? 0) + 1)
      words.set(word, forms)
    }
  }
  for (const { ar, variantsAr, en, variantsEn } of loadPeople()) read([ar, ...variantsAr], [en, ...variantsEn])
  const governorates = loadGovernorates()
  const centres = governorates.flatMap(({ centre }) => (centre === undefined ? [] : [centre]))
  for (const { ar, variantsAr, en } of [...loadPlaces(), ...governorates, ...centres]) read([ar, ...variantsAr], [en])
  return words
}

/** Words at one place of two names of one length, the Arabic ones folded; with an article on both sides, also without. */
function wordPairs(ar: string, en: string): (readonly [word: string, form: string])[] {
  const latin = latinSpelling(en)
  for (const between of [/\s+/, /[\s-]+/]) {
    const words = ar.split(between)
    const forms = latin.split(between)
    if (words.length !== forms.length) continue
    return words
      .flatMap((word, i) => {
        const form = forms[i] ?? ''
        const bare = ARTICLE.test(word) && LATIN_ARTICLE.test(form)
        const both = [[word, form]] as const
        return bare ? [...both, [word.replace(ARTICLE, ''), form.replace(LATIN_ARTICLE, '')] as const] : both
      })
      .filter(([, form]) => LATIN_WORD.test(form))
      .map(([word, form]) => [foldName(word), form] as const)
      .filter(([word]) => word.length > 1)
  }
  return []
}
