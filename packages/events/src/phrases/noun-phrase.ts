import type { Entity } from '@isnad/entities'
import type { NounClass } from '@isnad/lexicon'
import { RELATIVES } from '../forms/function-words.js'
import type { NounSense } from '../forms/vocabulary.js'
import type { Word } from '../forms/words.js'

/** One thing that a noun phrase names: an entity, a nameless person or body, or an event noun. */
export interface Filler {
  /** First word and the word after the last. */
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  /** The entity that the phrase as a whole stands for. */
  readonly entity?: Entity | undefined
  readonly named: boolean
  readonly of: NounClass | 'event' | 'other' | 'number'
  readonly head: number
  /** The head's key without ال, and whether a name follows it in apposition («الوزيرة فلانة»). */
  readonly headKey: string
  readonly titled: boolean
  /** True where it says that people demonstrate or strike: «متظاهرون», «مئات المحتجين». */
  readonly crowd: boolean
  /** Entities inside the phrase that it does not itself stand for («نظام **الأسد**», «وزير خارجية **إيران**»). */
  readonly nested: readonly Entity[]
  readonly definite: boolean
  readonly pronoun: string | undefined
  /** Event senses of the head. */
  readonly senses?: readonly NounSense[] | undefined
  /** Of an event noun: what it is in construct with. */
  readonly genitive?: NounPhrase | undefined
}

/** A filler with some fields changed, in the one shape of them all: each spread would add a shape, and what has many is slow to read. */
export function changedFiller(filler: Filler, change: Partial<Filler>): Filler {
  const one = { ...filler, ...change }
  return {
    from: one.from,
    to: one.to,
    start: one.start,
    end: one.end,
    entity: one.entity,
    named: one.named,
    of: one.of,
    head: one.head,
    headKey: one.headKey,
    crowd: one.crowd,
    titled: one.titled,
    nested: one.nested,
    definite: one.definite,
    pronoun: one.pronoun,
    senses: one.senses,
    genitive: one.genitive,
  }
}

/** Fillers joined by و or commas, in one grammatical place. */
export interface NounPhrase {
  readonly fillers: readonly Filler[]
  readonly from: number
  readonly to: number
}

/** A piece of a sentence at the level of the clause. */
export type Item =
  | { readonly kind: 'verb'; readonly at: number }
  | {
      readonly kind: 'phrase'
      readonly preposition?: string | undefined
      readonly at: number
      readonly phrase: NounPhrase
    }
  | { readonly kind: 'pronominal'; readonly at: number; readonly preposition: string; readonly pronoun: string }
  | { readonly kind: 'time'; readonly at: number; readonly time: number }
  | {
      readonly kind: 'opener' | 'relative' | 'negation' | 'particle' | 'stop' | 'comma' | 'word'
      readonly at: number
      readonly key: string
    }

interface Held {
  readonly key?: string
  readonly preposition?: string | undefined
  readonly phrase?: NounPhrase
  readonly time?: number
  readonly pronoun?: string
}

/** Every item in one shape, whatever it holds: clauses are sought over them all the time, and many shapes make that slow. */
function itemOf(kind: Item['kind'], at: number, { key, preposition, phrase, time, pronoun }: Held): Item {
  return { kind, at, key, preposition, phrase, time, pronoun } as Item
}

export const verbItem = (at: number): Item => itemOf('verb', at, {})
export const phraseItem = (at: number, phrase: NounPhrase, preposition: string | undefined): Item =>
  itemOf('phrase', at, { phrase, preposition })
export const pronominalItem = (at: number, preposition: string, pronoun: string): Item =>
  itemOf('pronominal', at, { preposition, pronoun })
export const timeItem = (at: number, time: number): Item => itemOf('time', at, { time })
export const wordItem = (
  kind: 'opener' | 'relative' | 'negation' | 'particle' | 'stop' | 'comma' | 'word',
  at: number,
  key: string,
): Item => itemOf(kind, at, { key })

const LONGEST_CLAUSE = 14
const LONGEST_DENIAL = 5
const LONGEST_HEAD = 4

/** Where the words of a nameless party end: with the relative clause behind them, up to a mark («اللجنة التي تعد المؤتمر»). */
export function endWithClause({ from, to, end, named, definite, of }: Filler, words: readonly Word[]): number {
  const next = words[to]
  const last = words[to - 1]
  if (named || of === 'person' || to - from > LONGEST_HEAD) return end
  if (next === undefined || last === undefined || last.token.kind !== 'word') return end
  const denying = !definite && next.whole === 'لا'
  const bare = denying || (!definite && BARE_CLAUSE.has(next.whole))
  if (!(RELATIVES.has(next.whole) && !next.conjunction) && !bare) return end
  const longest = denying ? LONGEST_DENIAL : LONGEST_CLAUSE
  let at = to
  while (at < words.length && at - to < longest) {
    const word = words[at]
    if (word === undefined || word.token.kind === 'punctuation' || /^(?:ان|بان|حيث)$/.test(word.whole)) break
    at++
  }
  return at - to > 1 ? (words[at - 1]?.end ?? end) : end
}

/** What a nameless party's label gains from the words behind its mention: up to the first mark, without quotation marks. */
export const wordsBehind = (text: string): string =>
  (/^[^()،,:]*/.exec(text)?.[0] ?? '').replace(/["«»“”]/g, '').trimEnd()

/** Verbs that describe an indefinite body: «ائتلاف يضم أحزابا». */
const BARE_CLAUSE = new Set('يضم تضم يقوده يقودها تقوده تقودها تدعمه تدعمها يدعمه يدعمها'.split(' '))

/** A phrase in a clause, behind its preposition. */
export interface Prepositional {
  readonly key: string
  readonly phrase: NounPhrase
  /** Index among the items. */
  readonly item: number
  /** Further phrases that a pronoun behind the preposition could stand for, nearest first. */
  readonly others?: readonly NounPhrase[]
}

/** An event noun, or a list with one. */
export const isEvent = (phrase: NounPhrase): boolean => phrase.fillers.some(({ of }) => of === 'event')
