import type { EventStatus, EventType } from '@isnad/events'
import { type CodedReason, wordsOf } from '../reasons.js'

/** One occurrence across articles. Every telling stays visible as an account of it. */
export interface Happening {
  /** `happening.` and the article and event that opened it. */
  readonly id: string
  readonly type: EventType
  /** The account that tells most of it. */
  readonly lead: { readonly article: string; readonly event: string }
  /** First day it is dated to. */
  readonly day?: string
  /** First day that some account says it was on. */
  readonly stated?: string
  /** Catalog id or name of the narrowest place told. */
  readonly place?: string
  /** Who takes part, in the order of the number of accounts that say so. */
  readonly participants: readonly HappeningParticipant[]
  readonly accounts: readonly HappeningAccount[]
}

export interface HappeningParticipant {
  /** Catalog id, else the folded name. */
  readonly key: string
  readonly name: string
  /** Not only described: «ابنه» and «ثلاثة» are others in every article. */
  readonly named: boolean
  readonly roles: readonly string[]
  readonly articles: readonly string[]
}

/** What one article tells of a happening. */
export interface HappeningAccount {
  readonly article: string
  readonly event: string
  readonly status: EventStatus
  /** Estimated probability that the event is read right, 0 to 1. */
  readonly confidence: number
  readonly words: string
  /** Why the event was taken for this happening. */
  readonly reasons: readonly HappeningReason[]
}

export type HappeningReason = CodedReason<typeof HAPPENING_REASONS>

/** Reasons in words, with the values of a reason by name in braces. */
export const HAPPENING_REASONS = {
  opens: { ar: 'أول من رواه', en: 'first to tell it' },
  'same-type': { ar: 'الفعل نفسه', en: 'the same act' },
  'kindred-type': { ar: 'فعلان متقاربان: {a}، {b}', en: 'kindred acts: {a}, {b}' },
  participants: { ar: 'الأطراف أنفسهم: {names}', en: 'the same people: {names}' },
  'same-day': { ar: 'اليوم نفسه', en: 'the same day' },
  'days-apart': { ar: 'بينهما {days} من الأيام', en: '{days} days apart' },
  'same-place': { ar: 'المكان نفسه: {name}', en: 'the same place: {name}' },
  'alike-text': { ar: 'الخبران متشابهان', en: 'the articles are alike' },
  denial: { ar: 'أحدهما ينفي ما يثبته الآخر', en: 'one denies what the other asserts' },
} as const

/** A reason as a sentence. */
export const wordHappeningReason = wordsOf(HAPPENING_REASONS)
