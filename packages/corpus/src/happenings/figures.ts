import { foldKey, type Span, searchStem, sentences } from '@isnad/text'
import { findTimes, type NumericItem, type RangeItem, type TimeItem } from '@isnad/time'
import { termWeight } from '../stories/term-weights.js'
import type { AccountText } from './account.js'

/** A figure of an article, with what it counts and the bounds it allows. */
export interface Figure {
  /** What is counted: a casualty role, a currency, or the stem of the counted noun. */
  readonly about: string
  readonly value: number
  /** Closed bounds; «ثلاثة على الأقل» is 3 and open above. */
  readonly least: number
  readonly most: number
  readonly text: string
  readonly span: Span
  /** Rank of the sentence; the title is 0. */
  readonly at: number
}

/** Sentences that tell the happening; what stands further down is mostly background. */
const FORE = 9
const NEAR = 60

const AT_LEAST = /^\s+(?:\p{L}+\s+){1,2}?على ال[اأ]قل/u

const RESCUED = /(?:انقاذ|انقذ|ناجين|نجاه|نجا)/
const MISSING = /(?:البحث|مفقود|فقدان|فقد)/
const KILLED = /(?:قتل|مقتل|مصرع|جثث|جثه|جثامين|وفاه|توفي|قضوا|ضحايا|لقوا|لقي)/
const INJURED = /(?:اصاب|اصيب|جرح|جريح|مصاب)/
const PEOPLE =
  /^(?:شخص|اشخاص|مواطن|قتيل|قتلي|جثه|جثث|راكب|ركاب|اخر|اخرين|اخرون|مدني|طفل|امراه|جندي|جنود|عنصر|عامل|طالب|تلميذ)/
/** «دون وقوع إصابات», «لم تسجل إصابات». */
const NONE_HURT = /(?:دون|لم)\s+(?:\p{L}+\s+){0,3}?(?:إصابات|اصابات|ضحايا|خسائر بشرية)/gu

/** The figures of the fore part of an article. */
export function figuresOf({ title, body, published }: AccountText): Figure[] {
  const text = `${title}\n${body}`
  const told = sentences({ frame: 'article', value: text }).slice(0, FORE)
  const end = told.at(-1)?.end ?? 0
  const fore = text.slice(0, end)
  const items = findTimes(
    fore,
    published === undefined ? {} : { reference: { time: published.replace(' ', 'T'), source: 'metadata' } },
  )
  const at = (offset: number): number => told.findIndex((s) => offset >= s.start && offset < s.end)
  const figures: Figure[] = []
  for (const item of items) {
    const read = figureOf(item, fore)
    if (read !== undefined)
      figures.push({ ...read, text: item.text, span: { start: item.start, end: item.end }, at: at(item.start) })
  }
  for (const match of fore.matchAll(NONE_HURT)) {
    const span = { start: match.index, end: match.index + match[0].length }
    figures.push({ about: 'injured', value: 0, least: 0, most: 0, text: match[0], span, at: at(match.index) })
  }
  return figures
}

type Read = Pick<Figure, 'about' | 'value' | 'least' | 'most'>

function figureOf(item: TimeItem, text: string): Read | undefined {
  if (item.kind === 'number' || item.kind === 'money' || item.kind === 'quantity') return numberOf(item, text)
  if (item.kind === 'number_range' || item.kind === 'money_range') return rangeOf(item, text)
  // «الدقيقة الـ70», «بعد 75 دقيقة»
  if (item.kind === 'ordinal' || item.kind === 'relative_event') {
    const figure = /\p{Nd}+/u.exec(item.text)?.[0]
    if (figure === undefined || !/دقيق/.test(foldKey(text.slice(item.start - 12, item.end + 8)))) return undefined
    return exact('دقيق', Number(foldKey(figure)))
  }
  return undefined
}

const exact = (about: string, value: number): Read => ({ about, value, least: value, most: value })

function numberOf(item: NumericItem, text: string): Read | undefined {
  if (item.subset === true) return undefined
  const about = aboutOf(item, text)
  if (about === undefined) return undefined
  const { value } = item
  // «ثلاثة أشخاص على الأقل»: the bound stands behind the noun.
  const mod = item.mod ?? (AT_LEAST.test(text.slice(item.end, item.end + NEAR)) ? 'EQUAL_OR_MORE' : undefined)
  switch (mod) {
    case 'EQUAL_OR_MORE':
      return { about, value, least: value, most: Number.POSITIVE_INFINITY }
    case 'MORE_THAN':
      return { about, value, least: value + 1, most: Number.POSITIVE_INFINITY }
    case 'EQUAL_OR_LESS':
      return { about, value, least: 0, most: value }
    case 'LESS_THAN':
      return { about, value, least: 0, most: value - 1 }
    case 'APPROX':
      return { about, value, least: value * 0.9, most: value * 1.1 }
    default:
      return exact(about, value)
  }
}

function rangeOf(item: RangeItem, text: string): Read | undefined {
  const about = aboutOf(item, text)
  if (about === undefined) return undefined
  const least = item.min ?? 0
  const most = item.max ?? Number.POSITIVE_INFINITY
  return { about, value: item.min ?? item.max ?? 0, least, most }
}

function aboutOf(item: NumericItem | RangeItem, text: string): string | undefined {
  if (item.role !== undefined) return item.role
  if (item.unit !== undefined) return item.unit
  const noun = nounOf(item, text)
  if (noun === undefined) return undefined
  const clause = foldKey(text.slice(Math.max(0, item.start - NEAR), item.end + NEAR / 2)).split(/[.؟!\n]/)
  const near = clause.join(' ')
  if (PEOPLE.test(foldKey(noun))) {
    const before = foldKey(text.slice(Math.max(0, item.start - NEAR / 2), item.end + NEAR / 3))
    if (RESCUED.test(before)) return 'rescued'
    if (MISSING.test(before)) return 'missing'
    if (KILLED.test(near)) return 'killed'
    if (INJURED.test(near)) return 'injured'
  }
  if (INJURED.test(foldKey(item.text)) || INJURED.test(foldKey(noun))) return 'injured'
  if (KILLED.test(foldKey(noun))) return 'killed'
  const stem = searchStem(noun)
  return stem.length < 3 || termWeight(stem) === 0 ? undefined : stem
}

/** The counted noun: after the figure, before it («الدقيقة 72»), or the figure itself («سيارتين»). */
function nounOf({ start, end, text: printed }: NumericItem | RangeItem, text: string): string | undefined {
  const after = /^\s+(\p{L}[\p{L}\p{M}]+)/u.exec(text.slice(end, end + 30))?.[1]
  const before = /(\p{L}[\p{L}\p{M}]+)\s+(?:الـ?\s*)?$/u.exec(text.slice(Math.max(0, start - 25), start))?.[1]
  if (before !== undefined && /^(?:ال|لل)?(?:دقيقه|ساعه|ماده|قرار|رقم)$/.test(foldKey(before))) return before
  if (/^(?:اثن|إثن|ثنت)/.test(printed)) return after
  return /^\p{L}{3,}(?:ين|ان)$/u.test(printed) ? printed : after
}

/** Whether two figures can both be right. */
export const figuresAgree = (a: Figure, b: Figure): boolean => a.least <= b.most && b.least <= a.most
