import type { Span } from '@isnad/text'
import { BY_THAT, THAT } from '../grammar.js'
import type { Body } from '../reading/body.js'
import { afterLetters, type Word } from '../reading/words.js'
import type { CueForm, SpelledCue } from './cue-table.js'
import { cuesOf } from './spelled-cues.js'

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

const NONE: readonly Hit[] = []

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
  if (word === undefined || word.kind !== 'word') return NONE
  const { verbs } = cuesOf(word.form)
  if (verbs.length === 0) return NONE
  const hits = verbs.map((cue) => hitOf(body, at, word, cue))
  return hits.some((hit) => isCalled(body, hit)) ? hits.filter((hit) => !isCalled(body, hit)) : hits
}

function hitOf({ value }: Body, at: number, { start, end }: Word, { form, cut, pronoun, governed }: SpelledCue): Hit {
  const span = { start: cut === 0 ? start : afterLetters(value, start, cut), end }
  return { at, form, span, coordinated: cut === 1 && !governed, pronoun, governed }
}

/** «ويدعى أبو أحمد»: is called, not claims. */
const isCalled = ({ value, words }: Body, { at, form, span }: Hit): boolean =>
  form.entry.lemma === 'ادعى' &&
  form.shape === 'present' &&
  value.charAt(span.end - 1) === 'ى' &&
  !THAT.has(words[at + 1]?.key ?? '') &&
  !BY_THAT.has(words[at + 1]?.key ?? '')
