import {
  type OriginCount,
  type OriginKind,
  type Reason,
  reasonInWords,
  type Story,
  wordOriginReason,
} from '@isnad/corpus'
import type { Origins, StorySummary, Wording } from '../api-types.js'

/** Relations in the shapes of the API. */

export const KIND_NAMES: Readonly<Record<OriginKind, Wording>> = {
  'official-statement': { ar: 'بيان رسمي', en: 'official statement' },
  document: { ar: 'وثيقة', en: 'document' },
  'press-conference': { ar: 'مؤتمر صحفي', en: 'press conference' },
  interview: { ar: 'مقابلة', en: 'interview' },
  'named-speaker': { ar: 'متحدث مسمّى', en: 'named speaker' },
  'anonymous-source': { ar: 'مصدر غير مسمّى', en: 'unnamed source' },
  'social-post': { ar: 'منشور على الشبكات', en: 'social post' },
  'outlet-report': { ar: 'خبر وسيلة أخرى', en: 'another outlet’s report' },
  'own-correspondent': { ar: 'مراسل الوسيلة', en: 'own correspondent' },
  'agency-dispatch': { ar: 'برقية وكالة', en: 'agency dispatch' },
  unstated: { ar: 'غير مذكور', en: 'unstated' },
}

export const reasonsView = (reasons: readonly Reason[]): Wording[] =>
  reasons.map((reason) => ({ ar: reasonInWords(reason, 'ar'), en: reasonInWords(reason, 'en') }))

export const originsView = ({ atLeast, atMost, origins, relations }: OriginCount, counted: number): Origins => ({
  atLeast,
  atMost,
  counted,
  origins: origins.map(({ id, kind, name, articles, evidence, mayEqual, reasons }) => ({
    id,
    kind,
    kindName: KIND_NAMES[kind],
    name,
    articles: [...articles],
    evidence: evidence.map(({ article, quote, field }) => ({
      article,
      quote,
      ...(field === undefined ? {} : { field }),
    })),
    ...(mayEqual === undefined ? {} : { mayEqual }),
    reasons: reasons.map((reason) => ({ ar: wordOriginReason(reason, 'ar'), en: wordOriginReason(reason, 'en') })),
  })),
  relations: relations.map(({ a, b, relation }) => ({ a, b, relation })),
})

export const storyView = ({ id, name, from, to, chapters }: Story): StorySummary => ({
  id,
  name,
  from: from ?? null,
  to: to ?? null,
  chapters: chapters.length,
  articles: chapters.reduce((sum, { articles }) => sum + articles.length, 0),
})
