import { foldKey } from '../fold.js'
import { HASH_SEED, hashUnit, WordTable } from '../segmenter/forms.js'
import { wordKey } from '../segmenter/key.js'
import { hingesOf } from '../segmenter/segment.js'
import type { Span } from '../span.js'
import { wordRuns } from '../word-runs.js'
import { searchStem } from './stem.js'

/** What a word is indexed as. */
export interface SearchForm {
  /** The word as printed, folded: what an exact search matches. */
  readonly exact: string
  /** Its stem, clitics and inflection off: what a plain search matches. */
  readonly stem: string
}

/** One indexed word. Its position in a text is its rank among the terms. */
export interface SearchTerm extends SearchForm, Span {}

const LONGEST_WORD = 64 // longer runs are hashes and addresses; they are indexed by their beginning

/** What a printed form is indexed as, wherever it stands. */
interface Form extends SearchForm {
  readonly printed: string
  readonly key: string
  /** Bare word keys that change its stem when its text prints them too. */
  readonly hinges: readonly string[]
  /** What it is indexed as beside each of them, as far as met. */
  beside?: Map<string, SearchForm>
}

/** The words of a text as the index holds them, in order. */
export function searchTerms(value: string): SearchTerm[] {
  const places: number[] = []
  return formsIn(value, places).map(({ exact, stem }, i) => ({
    exact,
    stem,
    start: places[2 * i] ?? 0,
    end: places[2 * i + 1] ?? 0,
  }))
}

/** As `searchTerms`, without the spans: for whoever only needs the words and their order. */
export const searchForms = (value: string): SearchForm[] => formsIn(value)

function formsIn(value: string, places?: number[]): SearchForm[] {
  const runs = wordRuns(value, 'joined')
  const forms: SearchForm[] = []
  const keys: string[] = []
  const doubtful: { readonly at: number; readonly form: Form }[] = []
  for (let i = 0; i < runs.length; i += 2) {
    const start = runs[i] ?? 0
    const end = runs[i + 1] ?? 0
    const form = formAt(value, start, end - start > LONGEST_WORD ? start + LONGEST_WORD : end)
    keys.push(form.key)
    if (form.exact === '') continue
    if (form.hinges.length > 0) doubtful.push({ at: forms.length, form })
    forms.push(form)
    places?.push(start, end)
  }
  if (doubtful.length === 0) return forms
  const sought = new Set(doubtful.flatMap(({ form }) => form.hinges))
  const printedBare = new Set(keys.filter((key) => sought.has(key)))
  if (printedBare.size === 0) return forms
  for (const { at, form } of doubtful) {
    const hinge = form.hinges.find((bare) => printedBare.has(bare))
    if (hinge !== undefined) forms[at] = formBeside(form, hinge)
  }
  return forms
}

function formBeside(form: Form, hinge: string): SearchForm {
  form.beside ??= new Map()
  const known = form.beside.get(hinge)
  if (known !== undefined) return known
  const other = { exact: form.exact, stem: searchStem(form.printed, new Set([hinge])) }
  form.beside.set(hinge, other)
  return other
}

let table: WordTable<Form> | undefined

/** News repeats its words: each form is folded and stemmed once as long as it keeps coming. */
function formAt(value: string, start: number, end: number): Form {
  table ??= new WordTable(newForm)
  let hash = HASH_SEED
  for (let at = start; at < end; at++) hash = hashUnit(hash, value.charCodeAt(at))
  return table.at(value, start, end, hash)
}

const newForm = (printed: string): Form => ({
  printed,
  exact: foldKey(printed),
  stem: searchStem(printed),
  key: wordKey(printed),
  hinges: hingesOf(printed),
})
