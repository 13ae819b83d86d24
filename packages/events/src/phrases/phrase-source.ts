import type { NounSense, Vocabulary } from '../forms/vocabulary.js'
import type { Word } from '../forms/words.js'
import type { Filler, NounPhrase } from './noun-phrase.js'
import { afterBracket } from './passing.js'
import type { VerbReading } from './verbs-here.js'
import { agentive, isCrowd } from './word-class.js'

export const LONGEST_PHRASE = 24

/** What the readers of one kind of phrase ask of the sentence that they stand in. */
export interface PhraseSource {
  readonly words: readonly Word[]
  readonly vocabulary: Vocabulary
  verb(at: number): VerbReading | undefined
  phrase(from: number, preposition?: string): NounPhrase | undefined
  /** One noun phrase by itself, without what is coordinated to it. */
  conjunct(from: number, behindPreposition: boolean): Filler | undefined
  eventSenses(at: number): readonly NounSense[] | undefined
  /** True where no noun phrase goes on: at marks, times, clitics that open a phrase, closed words and verbs. */
  stops(at: number): boolean
}

/** Behind the quotation mark or the bracket that stands at a word; undefined where neither does. A phrase goes on behind both. */
export function afterMark(words: readonly Word[], at: number): number | undefined {
  const form = words[at]?.form
  if (form?.isQuote === true) return at + 1
  return form?.isOpening === true ? afterBracket(words, at) : undefined
}

/** A filler over the words from one on to before another; what the words themselves tell is read off them. */
export function fillerOf(
  words: readonly Word[],
  from: number,
  to: number,
  rest: Omit<
    Filler,
    'from' | 'to' | 'start' | 'end' | 'head' | 'headKey' | 'titled' | 'crowd' | 'definite' | 'pronoun'
  > & {
    readonly start?: number | undefined
    readonly end?: number | undefined
  },
): Filler {
  const first = words[from]
  let last = to - 1
  while (last > from && words[last]?.token.kind === 'punctuation') last--
  return {
    from,
    to,
    start: rest.start ?? first?.start ?? 0,
    end: rest.end ?? words[last]?.end ?? 0,
    entity: rest.entity,
    named: rest.named,
    of: rest.of,
    head: from,
    headKey: first?.stem ?? '',
    crowd: agentive(rest) && holdsCrowd(words, from, to),
    titled: rest.named && rest.start !== undefined && rest.start > (first?.start ?? 0),
    nested: rest.nested,
    definite: first?.article === true,
    pronoun: first?.pronoun,
    senses: rest.senses,
    genitive: rest.genitive,
  }
}

function holdsCrowd(words: readonly Word[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isCrowd(words[at])) return true
  return false
}
