import type { Span } from '@isnad/text'
import type { Body } from '../reading/body.js'
import { afterLetters, type Word, withoutArticle } from '../reading/words.js'
import { type CueForm, cueTable } from './cue-table.js'

/** A word whose letters are a form of a cue. */
export interface Hit {
  readonly at: number
  readonly form: CueForm
  readonly span: Span
  /** Written with و or ف. */
  readonly coordinated: boolean
  /** Written with a pronoun. */
  readonly pronoun: boolean
  /** A verbal noun behind an attached ب: «بقوله». */
  readonly governed: boolean
}

/** Hits of a unit by word; past before present before participle before verbal noun. */
export type Hits = ReadonlyMap<number, readonly Hit[]>

const ORDER = { past: 0, present: 1, participle: 2, masdar: 3 } as const
const PRONOUNS = ['هما', 'هم', 'هن', 'ها', 'ه']
const ENDS_IN_YA = /ي\p{M}*$/u
const ENDS_IN_TA_MARBUTA = /ة\p{M}*$/u

export function hitsIn(body: Body, from: number, to: number): Hits {
  const found = new Map<number, readonly Hit[]>()
  for (let at = from; at < to; at++) {
    const hits = hitsAt(body, at)
    if (hits.length > 0) found.set(at, hits)
  }
  return found
}

function hitsAt(body: Body, at: number): readonly Hit[] {
  const word = body.words[at]
  if (word === undefined || word.kind !== 'word' || word.key.length < 2) return []
  const { verbs } = cueTable()
  const hits: Hit[] = []
  const look = (key: string, cut: number, pronoun: boolean, governed = false): void => {
    for (const form of verbs.get(key) ?? []) {
      if (governed && form.shape !== 'masdar') continue
      if (form.joined ? !pronoun : pronoun && form.bareOnly) continue
      if (form.finalAlef && !pronoun && ENDS_IN_YA.test(body.value.slice(word.end - 3, word.end))) continue
      if (hits.some((hit) => hit.form.entry === form.entry && hit.form.shape === form.shape)) continue
      const span = { start: cut === 0 ? word.start : afterLetters(body.value, word.start, cut), end: word.end }
      hits.push({ at, form, span, coordinated: cut === 1 && !governed, pronoun, governed })
    }
  }
  const joins = word.core !== word.key && (word.key.startsWith('و') ? word.core.length > 1 : word.core.length > 2)
  look(word.key, 0, false)
  if (joins) look(word.core, 1, false)
  if (hits.length === 0 && !ENDS_IN_TA_MARBUTA.test(body.value.slice(word.end - 3, word.end))) {
    lookWithPronoun(word, 0, word.key, look)
    if (joins) lookWithPronoun(word, 1, word.core, look)
  }
  if (hits.length === 0 && word.key.startsWith('ب')) {
    const bare = word.key.slice(1)
    look(bare, 1, false, true)
    if (bare.startsWith('ال')) look(withoutArticle(bare), 1, false, true)
    for (const pronoun of PRONOUNS) if (bare.endsWith(pronoun)) look(bare.slice(0, -pronoun.length), 1, true, true)
  }
  return hits.length > 1 ? hits.sort((a, b) => ORDER[a.form.shape] - ORDER[b.form.shape]) : hits
}

function lookWithPronoun(
  _word: Word,
  cut: number,
  key: string,
  look: (key: string, cut: number, pronoun: boolean) => void,
): void {
  for (const pronoun of PRONOUNS) {
    if (key.length - pronoun.length < 2 || !key.endsWith(pronoun)) continue
    look(key.slice(0, -pronoun.length), cut, true)
  }
}
