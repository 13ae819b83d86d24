import type { EntityType } from '@isnad/entities'
import { type CodedReason, wordsOf } from '../reasons.js'

/** One real thing across articles: everything that is known of it, and where. */
export interface Dossier {
  /** The catalog id where the catalog knows it, else `dossier.` and its first sighting. */
  readonly id: string
  readonly type: EntityType
  /** The form that most articles use. */
  readonly name: string
  readonly nameEn?: string
  readonly catalogId?: string
  /** Every form with how many articles print it and how often, most first. */
  readonly variants: readonly { readonly form: string; readonly articles: number; readonly mentions: number }[]
  /** Offices and functions, each with the first and last day it was printed. */
  readonly roles: readonly DossierRole[]
  readonly sightings: readonly Sighting[]
  /** Who and what is met beside it, by catalog id, else by type and name (`ORG:نادي الواحة`); those of most articles first. */
  readonly companions: readonly { readonly name: string; readonly articles: number }[]
  /** Catalog ids of the countries its articles name, most first. */
  readonly countries: readonly string[]
  /** Why sightings stand here: each with the one it was held against. */
  readonly why: readonly {
    readonly sighting: SightingKey
    readonly beside: SightingKey
    readonly reasons: readonly EntityReason[]
  }[]
  /** How many dossiers users joined to the first. */
  readonly merges: number
}

export interface DossierRole {
  readonly title: string
  readonly titleId?: string
  /** Name of the body or country. */
  readonly at?: string
  readonly standing?: string
  readonly from?: string
  readonly to?: string
  /** How many articles print it. */
  readonly articles?: number
}

/** An entity of one article. Entity ids change when an article is analysed again; its name there seldom does. */
export interface Sighting {
  readonly article: string
  readonly entity: string
  readonly name: string
  readonly day?: string
}

export type EntityVerdict = 'same' | 'different' | 'unsure'

/** What somebody says of two sightings, by article and name, so that it outlives a new analysis. */
export interface EntityJudgement {
  readonly a: SightingKey
  readonly b: SightingKey
  readonly verdict: EntityVerdict
  /** `user:…` outranks `system`. */
  readonly by: string
  readonly reasons: readonly EntityReason[]
}

/** Two dossiers that may be one: nobody could decide. */
export interface EntityDoubt {
  /** The sightings that were held against each other, one of each dossier. */
  readonly a: SightingKey
  readonly b: SightingKey
  readonly dossiers: readonly [string, string]
  /** 0 to 1; surely one thing from about 0.7, surely two below 0.4. */
  readonly score: number
  readonly reasons: readonly EntityReason[]
  /** Articles of the smaller dossier: so many hang on the answer. */
  readonly articles: number
}

export interface SightingKey {
  readonly article: string
  readonly name: string
}

export type EntityReason = CodedReason<typeof ENTITY_REASONS>

/** Reasons in words, with the values of a reason by name in braces. */
export const ENTITY_REASONS = {
  catalog: { ar: 'كلاهما {name} في الدليل', en: 'both are {name} of the catalog' },
  'same-name': { ar: 'الاسم نفسه', en: 'the same name' },
  'alike-name': { ar: 'اسمان متقاربان ({score}%)', en: 'names alike ({score}%)' },
  'part-of-name': { ar: 'جزء من الاسم فقط', en: 'only a part of the name' },
  'same-role': { ar: 'المنصب نفسه: {title}', en: 'the same role: {title}' },
  'other-role': { ar: 'منصب آخر في جهة أخرى: {a}، {b}', en: 'another role at another body: {a}, {b}' },
  companions: { ar: 'يُذكران مع: {names}', en: 'named beside: {names}' },
  'other-country': { ar: 'في بلد آخر', en: 'in another country' },
  'years-apart': { ar: 'بينهما {years} سنة', en: '{years} years apart' },
  'names-differ': { ar: 'الاسمان مختلفان', en: 'the names differ' },
  user: { ar: 'حكم المستخدم', en: 'judged by a user' },
} as const

/** A reason as a sentence. */
export const wordEntityReason = wordsOf(ENTITY_REASONS)
