import {
  type OriginCount,
  type OriginKind,
  type Reason,
  reasonInWords,
  type Story,
  wordOriginReason,
} from '@isnad/corpus'
import type { Account, Origins, StorySummary, Wording } from '../contract/api-types.js'
import type { PlacedAccount } from './placed-account.js'

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
  origins: origins.map(({ id, kind, name, articles, evidence, mayEqual, denies, reasons }) => ({
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
    denies: denies === true,
    reasons: reasons.map((reason) => ({ ar: wordOriginReason(reason, 'ar'), en: wordOriginReason(reason, 'en') })),
  })),
  relations: relations.map(({ a, b, relation }) => ({ a, b, relation })),
})

/** What casualties are counted as; other things are called as they are printed. */
const COUNTED_AS: Readonly<Record<string, Wording>> = {
  killed: { ar: 'القتلى', en: 'killed' },
  injured: { ar: 'الجرحى', en: 'injured' },
  killed_or_injured: { ar: 'القتلى والجرحى', en: 'killed or injured' },
  rescued: { ar: 'الناجون', en: 'rescued' },
  missing: { ar: 'المفقودون', en: 'missing' },
  captured: { ar: 'الأسرى', en: 'captured' },
  displaced: { ar: 'النازحون', en: 'displaced' },
}

/** What an account says of whether it happened. */
const STATUS_NAMES: Readonly<Record<string, Wording>> = {
  asserted: { ar: 'وقع', en: 'it happened' },
  denied: { ar: 'لم يقع', en: 'it did not happen' },
  ongoing: { ar: 'جارٍ', en: 'it is going on' },
  planned: { ar: 'مقرر', en: 'it is planned' },
  demanded: { ar: 'مطلوب', en: 'it is demanded' },
  hypothetical: { ar: 'محتمل', en: 'it may happen' },
}

export const accountView = ({ attribute, about, verdict, values }: PlacedAccount): Account => ({
  attribute,
  about: about === undefined ? null : (COUNTED_AS[about] ?? { ar: about, en: about }),
  verdict,
  values: values.map(({ value, articles, quotes }) => ({
    value,
    label: attribute === 'status' ? (STATUS_NAMES[value] ?? null) : null,
    articles: [...articles],
    quotes: quotes.map(({ article, quote, at }) => ({
      article,
      quote,
      at: at === undefined ? null : { start: at.start, end: at.end },
    })),
  })),
})

export const storyView = ({ id, name, from, to, chapters }: Story): StorySummary => ({
  id,
  name,
  from: from ?? null,
  to: to ?? null,
  chapters: chapters.length,
  articles: chapters.reduce((sum, { articles }) => sum + articles.length, 0),
})
