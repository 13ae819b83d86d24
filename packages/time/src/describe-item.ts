import type { Certainty, NumericItem, RangeItem, TemporalItem, TimeItem } from './item.js'
import type { Mod, Role } from './lex/lexeme.js'

export type DescriptionLanguage = 'en' | 'ar'

type Words<K extends string> = Readonly<Record<K, readonly [en: string, ar: string]>>

const KIND: Words<TimeItem['kind']> = {
  date: ['date', 'تاريخ'],
  datetime: ['date and time', 'تاريخ ووقت'],
  time: ['time of day', 'وقت من اليوم'],
  interval: ['interval', 'فترة'],
  duration: ['duration', 'مدة'],
  set: ['recurring', 'متكرر'],
  vague: ['vague time', 'زمن غير محدد'],
  relative_event: ['relative to an event', 'منسوب إلى حدث'],
  number: ['number', 'عدد'],
  number_vague: ['about this many', 'عدد تقديري'],
  number_range: ['range', 'مدى'],
  ordinal: ['rank', 'ترتيب'],
  ordinal_relative: ['relative rank', 'ترتيب نسبي'],
  percent: ['percentage', 'نسبة مئوية'],
  percent_range: ['percentage range', 'مدى نسبة'],
  money: ['money', 'مبلغ'],
  money_range: ['money range', 'مدى مبلغ'],
  quantity: ['quantity', 'كمية'],
  identifier: ['identifier', 'معرّف'],
  score: ['score', 'نتيجة'],
}

const CERTAINTY: Words<Certainty> = {
  exact: ['', ''],
  approx: ['approximate', 'تقريبي'],
  vague: ['no bounds', 'بلا حدود'],
  ambiguous: ['ambiguous', 'ملتبس'],
  observational: ['by calculation; the moon may differ', 'حسابا، وقد تخالفه الرؤية'],
  conflict: ['contradicts itself', 'متناقض'],
  unanchored: ['needs a reference time', 'يلزمه وقت مرجعي'],
}

const MOD: Words<Mod> = {
  APPROX: ['about', 'نحو'],
  MORE_THAN: ['more than', 'أكثر من'],
  LESS_THAN: ['less than', 'أقل من'],
  EQUAL_OR_MORE: ['at least', 'على الأقل'],
  EQUAL_OR_LESS: ['at most', 'على الأكثر'],
  START: ['start of', 'مطلع'],
  MID: ['middle of', 'منتصف'],
  END: ['end of', 'أواخر'],
  BEFORE: ['before', 'قبل'],
  AFTER: ['after', 'بعد'],
}

const ROLE: Words<Role> = {
  killed: ['killed', 'قتلى'],
  injured: ['injured', 'جرحى'],
  killed_or_injured: ['killed or injured', 'قتلى وجرحى'],
  captured: ['captured', 'أسرى'],
  missing: ['missing', 'مفقودون'],
  displaced: ['displaced', 'نازحون'],
}

const SUBSET = ['part of the figure before', 'من العدد السابق'] as const

/** One line about an item for people: what kind, its value, what qualifies it. Interface words in English or Arabic. */
export function describeItem(item: TimeItem, language: DescriptionLanguage = 'en'): string {
  const side = language === 'ar' ? 1 : 0
  const separator = language === 'ar' ? '، ' : ', '
  const notes = [CERTAINTY[item.certainty][side]]
  if ('role' in item && item.role !== undefined) notes.unshift(ROLE[item.role][side])
  if ('subset' in item && item.subset) notes.push(SUBSET[side])
  if ('alternatives' in item && item.alternatives !== undefined && item.alternatives.length > 0) {
    notes.push(`${language === 'ar' ? 'أو' : 'or'} ${item.alternatives.join(language === 'ar' ? ' أو ' : ' or ')}`)
  }
  const mod = item.mod === undefined ? '' : `${MOD[item.mod][side]} `
  return [`${KIND[item.kind][side]}: ${mod}${printedValue(item)}`, ...notes.filter((note) => note !== '')].join(
    separator,
  )
}

function printedValue(item: TimeItem): string {
  if ('min' in item) return rangeOf(item)
  if (typeof item.value === 'number') return numberOf(item as NumericItem)
  const { value, calendar, hijri, jalali, zone, utc, kind } = item as TemporalItem
  const printed = hijri ?? jalali
  const other = printed === undefined ? '' : ` (${calendar?.includes('hijri') ? 'AH' : 'AP'} ${printed})`
  const instant = kind === 'datetime' && zone !== undefined && utc?.start ? ` ${zone} = ${utc.start}` : ''
  return `${value}${other}${instant}`
}

function rangeOf({ min, max, unit, kind }: RangeItem): string {
  const sign = kind === 'percent_range' ? '%' : unit === undefined ? '' : ` ${unit}`
  return `${min ?? '…'}–${max ?? '…'}${sign}`
}

function numberOf({ value, unit, kind, against }: NumericItem): string {
  if (kind === 'percent') return `${value}%`
  if (kind === 'score') return `${value}–${against ?? ''}`
  return unit === undefined ? String(value) : `${value} ${unit}`
}
