import type { CandidateReason } from '../contract/api-types.js'

/** What speaks for and against a candidate of the catalog, by the codes of `@isnad/entities`. */
const REASONS: Readonly<Record<string, { readonly ar: string; readonly en: string }>> = {
  'name.exact': { ar: 'اسمه كاملًا', en: 'its whole name' },
  'name.family-only': { ar: 'اسم العائلة وحده', en: 'the family name alone' },
  'country.mentioned': { ar: 'يذكر النص بلده', en: 'its country is named in the text' },
  'class.governorate': { ar: 'يسميه النص محافظة أو إقليمًا', en: 'the text calls it a governorate or region' },
  'class.town': { ar: 'يسميه النص مدينة', en: 'the text calls it a town' },
  'died.before': { ar: 'مات قبل تاريخ النشر', en: 'died before the day of publication' },
  'role.in-office': { ar: 'كان في هذا المنصب يومئذ', en: 'held this office on that day' },
  'role.held': { ar: 'شغل هذا المنصب يومًا', en: 'once held such an office' },
}

export const candidateReason = (code: string): CandidateReason => ({
  code,
  ...(REASONS[code] ?? { ar: code, en: code }),
})
