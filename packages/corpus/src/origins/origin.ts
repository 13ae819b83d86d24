import type { Republication } from '@isnad/attribution'
import type { Article } from '@isnad/page'
import type { Span } from '@isnad/text'
import { type AnalysedArticle, bodyOf, titleOf } from '../analysed-article.js'
import { type CodedReason, wordsOf } from '../reasons.js'
import { moved, type OriginReading } from './reading.js'

export const ORIGIN_KINDS = [
  'official-statement',
  'document',
  'press-conference',
  'interview',
  'named-speaker',
  'anonymous-source',
  'social-post',
  'outlet-report',
  'own-correspondent',
  'agency-dispatch',
  'unstated',
] as const
/** How a report enters the record. */
export type OriginKind = (typeof ORIGIN_KINDS)[number]

/** An article as the count of origins takes it. */
export interface OriginArticle {
  readonly id: string
  readonly title: string
  /** A line a paragraph, title not repeated. */
  readonly body: string
  readonly byline?: string
  /** Catalog id of the outlet, or its name where the catalog does not know it. */
  readonly outlet?: string
  /** Local reading of the publication. */
  readonly published?: string
  /** Agencies and outlets that the page credits, as printed. */
  readonly credits?: readonly string[]
  /** Who speaks in it, where that has been read already; else it is read when it is needed. */
  readonly reading?: OriginReading
}

export interface OriginEvidence {
  readonly article: string
  readonly quote: string
  /** Where the quote stands when that is not the body. */
  readonly field?: 'byline'
  /** In the body of the article, where it stands there. */
  readonly span?: Span
  /** The article ascribes it to «وسائل إعلام» or to talk. */
  readonly hearsay?: true
}

/** Where a report enters the record: the last link of a chain. */
export interface Origin {
  readonly id: string
  readonly kind: OriginKind
  readonly name: string
  readonly articles: readonly string[]
  readonly evidence: readonly OriginEvidence[]
  /** Another origin that may be the same source behind another description. */
  readonly mayEqual?: string
  /** It says that what others report is false. */
  readonly denies?: true
  /** Why these articles share it. */
  readonly reasons: readonly OriginReason[]
}

export type RelationLabel =
  | 'copy'
  | 'rewrite'
  | 'shared-passage'
  | 'same-origin'
  | 'template'
  | 'independent'
  | 'unrelated'

/** How two articles of a group are related. */
export interface ArticleRelation {
  readonly a: string
  readonly b: string
  readonly relation: RelationLabel
}

/** How many sources stand behind a happening, with the list that the count rests on. */
export interface OriginCount {
  /** Articles that report the happening; the others tell of something else. */
  readonly reports: readonly string[]
  readonly origins: readonly Origin[]
  /** Those surely distinct, never below 1. */
  readonly atLeast: number
  /** Every origin found, unstated ones included. */
  readonly atMost: number
  readonly relations: readonly ArticleRelation[]
}

export type OriginReason = CodedReason<typeof ORIGIN_REASONS>

/** Reasons in words, with the values of a reason by name in braces. */
export const ORIGIN_REASONS = {
  'same-body': { ar: 'الجهة نفسها: {name}', en: 'the same body: {name}' },
  'same-person': { ar: 'المتحدث نفسه: {name}', en: 'the same speaker: {name}' },
  'same-document': { ar: 'الوثيقة نفسها: {name}', en: 'the same document: {name}' },
  'same-outlet': { ar: 'ينقلون عن وسيلة واحدة: {name}', en: 'all quote one outlet: {name}' },
  'same-agency': { ar: 'برقية وكالة واحدة: {name}', en: 'one dispatch of {name}' },
  'same-description-and-channel': {
    ar: 'مصدر غير مسمى بوصف واحد عن طريق واحد',
    en: 'an unnamed source described alike, through the same channel',
  },
  'shared-wording': { ar: 'كلام المصدر واحد بلفظه', en: 'what the source said is in the same words' },
  'carried-by-text': {
    ar: 'لم ينسبه، ونصه منقول عن {from}',
    en: 'names nobody; its text comes from {from}',
  },
  'same-facts': {
    ar: 'ما ينسبه إلى «وسائل إعلام» هو قول {name}',
    en: 'what it ascribes to “media” is what {name} says',
  },
  'same-owner': { ar: 'وسائل لمالك واحد تحمل النص نفسه', en: 'outlets of one owner carry the same text' },
  'own-voice': { ar: 'يرويه بلسانه', en: 'told in its own voice' },
  'nobody-named': { ar: 'لا يذكر مصدرا', en: 'names no source' },
  'no-conflict': { ar: 'قد يكون هو {name} بوصف آخر', en: 'may be {name} under another description' },
  'only-here': { ar: 'لم يذكره غيره', en: 'named here alone' },
} as const

/** A reason as a sentence. */
export const wordOriginReason = wordsOf(ORIGIN_REASONS)

/** What a feed or a corpus says of an article; it outranks what the page prints. */
export interface StatedHead {
  readonly outlet?: string | undefined
  readonly title?: string | undefined
}

/** A read article as the count of origins takes it. A printed head that is not the stated title opens the text. */
export function originArticleOf(id: string, article: Article, stated: StatedHead = {}): OriginArticle {
  const { metadata } = article
  const publisher = metadata.outlet?.id ?? stated.outlet ?? metadata.outlet?.value
  const printed = titleOf(article)
  const title = stated.title ?? printed
  const opens = printed !== title && printed.split(/\s+/).length >= LEAST_SENTENCE
  return {
    id,
    title,
    body: opens ? `${printed}\n${bodyOf(article)}` : bodyOf(article),
    ...(metadata.byline === undefined ? {} : { byline: metadata.byline.value }),
    ...(publisher === undefined ? {} : { outlet: publisher }),
    ...(metadata.published === undefined ? {} : { published: metadata.published.value.local }),
    credits: metadata.credits.flatMap(({ name }) => (name === undefined ? [] : [name])),
  }
}

/** A shorter line above the text is a byline or a kicker. */
const LEAST_SENTENCE = 8

/** An analysed article as the count of origins takes it; what the page says it republishes is its credit. */
export function originArticleOfAnalysed({
  id,
  article,
  annotations,
  outlet,
  outletId,
  published,
}: AnalysedArticle): OriginArticle {
  const read = originArticleOf(id, article, { outlet: outletId ?? outlet })
  return {
    ...read,
    ...(published === undefined ? {} : { published }),
    credits: [...new Set([...(read.credits ?? []), ...annotations.republishes.flatMap(creditOf)])],
    reading: moved(annotations.entities, annotations.attributions, placeIn(article.body)),
  }
}

/** From the text of an article to its body as one string, a line a paragraph. */
function placeIn(body: readonly Span[]): (span: Span) => Span | undefined {
  return ({ start, end }) => {
    let before = 0
    for (const paragraph of body) {
      if (paragraph.start <= start && start < paragraph.end) {
        const from = before + start - paragraph.start
        return { start: from, end: from + end - start }
      }
      before += paragraph.end - paragraph.start + 1
    }
    return undefined
  }
}

const creditOf = ({ kind, description }: Republication): string[] =>
  kind === 'agency' || kind === 'outlet' ? [description] : []
