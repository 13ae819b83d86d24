import { type DataSource, type JsonSchema, oncePerSource, readJsonData } from '@isnad/lexicon'
import { RULES, type RuleId } from '../rules.js'
import { isNumber, type Words, wordsOf } from './words.js'

/** A phrase of page furniture, in all its spellings; one entry of `page/markers.json`. */
export interface Marker {
  readonly id: string
  readonly rule: RuleId
  /** Where in the line the phrase must stand; `whole` lets numbers stand beside it. */
  readonly at: 'whole' | 'start' | 'end' | 'part'
  readonly forms: readonly string[]
  /** The phrase must be followed by a colon, bar, dash or dots, or end the line. */
  readonly delimited?: boolean
  /** Longer lines are left alone. */
  readonly maxWords?: number
  /** Only numbers may stand beside the phrase. */
  readonly digits?: boolean
  /** One of these words must stand in the line as well. */
  readonly needs?: readonly string[]
  /** The line must hold a date or an hour as well. */
  readonly needsStamp?: boolean
  /** The line must not end as a sentence does. */
  readonly noStop?: boolean
  /** No clause may follow the phrase: «نقلا عن مصادر أن …» tells, «نقلا عن المرفأ» credits. */
  readonly noClause?: boolean
  /** What follows the line: headlines of other stories, things after the article, or nothing of the article at all. */
  readonly opens?: 'list' | 'after' | 'tail'
  readonly examples: readonly string[]
  readonly counterExamples?: readonly string[]
}

export interface MarkerHit {
  readonly marker: Marker
  /** Index of the first and past the last word of the phrase. */
  readonly from: number
  readonly to: number
}

interface Form {
  readonly marker: Marker
  readonly words: readonly string[]
}

interface MarkerIndex {
  readonly whole: ReadonlyMap<string, Marker>
  readonly start: ReadonlyMap<string, readonly Form[]>
  readonly end: ReadonlyMap<string, readonly Form[]>
  readonly part: ReadonlyMap<string, readonly Form[]>
}

const PLACES = new Set(['whole', 'start', 'end', 'part'])

const markerFile: JsonSchema<{ readonly entries: readonly Marker[] }> = {
  safeParse(value) {
    const entries = (value as { entries?: unknown }).entries
    const issues: { path: PropertyKey[]; message: string }[] = []
    if (!Array.isArray(entries)) issues.push({ path: ['entries'], message: 'list the markers under "entries"' })
    for (const [at, entry] of (Array.isArray(entries) ? (entries as Partial<Marker>[]) : []).entries()) {
      const fault = faultOf(entry)
      if (fault !== undefined) issues.push({ path: ['entries', at], message: fault })
    }
    if (issues.length > 0) return { success: false, error: { issues } }
    return { success: true, data: value as { readonly entries: readonly Marker[] } }
  },
}

function faultOf(entry: Partial<Marker>): string | undefined {
  if (typeof entry.id !== 'string' || !/^marker\.[a-z-]+$/.test(entry.id))
    return 'give the entry an id like marker.share'
  if (entry.rule === undefined || !(entry.rule in RULES)) return 'name a rule of RULES'
  if (entry.at === undefined || !PLACES.has(entry.at)) return 'say where it stands: whole, start, end or part'
  if (!Array.isArray(entry.forms) || entry.forms.length === 0) return 'list its forms'
  if (!Array.isArray(entry.examples) || entry.examples.length === 0) return 'give an example that must fire it'
  return undefined
}

/** The markers that ship with the lexicon. Throws `LEXICON_INVALID` when the file does not fit its schema. */
export const loadMarkers = (source?: DataSource): readonly Marker[] =>
  source === undefined
    ? readJsonData('page/markers.json', markerFile).entries
    : readJsonData('page/markers.json', markerFile, source).entries

const indexMarkers = oncePerSource((source): MarkerIndex => {
  const whole = new Map<string, Marker>()
  const start = new Map<string, Form[]>()
  const end = new Map<string, Form[]>()
  const part = new Map<string, Form[]>()
  const add = (map: Map<string, Form[]>, word: string | undefined, form: Form): void => {
    if (word === undefined) return
    const forms = map.get(word)
    if (forms === undefined) map.set(word, [form])
    else forms.push(form)
  }
  for (const marker of loadMarkers(source)) {
    for (const printed of marker.forms) {
      const words = wordsOf(printed).list
      if (marker.at === 'whole') whole.set(words.join(' '), marker)
      else if (marker.at === 'start') add(start, words[0], { marker, words })
      else if (marker.at === 'end') add(end, words.at(-1), { marker, words })
      else add(part, words[0], { marker, words })
    }
  }
  for (const map of [start, end, part]) {
    for (const forms of map.values()) forms.sort((a, b) => b.words.length - a.words.length)
  }
  return { whole, start, end, part }
})

/** What may part a marker from the headline it introduces; two dots at least, since one ends a sentence. */
const DELIMITER = /^[\s"'”»)\]]*(?:$|[:|؛،>»–—-]|\.{2,}|…)/u
/** Digits with a slash, colon or month between them, a weekday, a month: enough for "Published …" to be believed. */
const STAMP = /\d{1,4}\s*[/:.-]\s*\d{1,2}|(?<!\p{L})(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}\s+\p{L}{3,}|(?:منذ|قبل)\s/u

/** Words that open a clause of what somebody said, folded. */
const SAYS = new Set('ان انه انها انهم بان بانه بانها قوله قولها قولهم'.split(' '))

const wordsAt = (line: Words, form: Form, at: number): boolean =>
  form.words.every((word, step) => line.list[at + step] === word)

function allows(marker: Marker, line: Words, from: number, to: number): boolean {
  const count = line.list.length
  if (marker.maxWords !== undefined && count > marker.maxWords) return false
  if (marker.delimited === true && !DELIMITER.test(line.folded.slice(line.ends[to - 1] ?? 0))) return false
  if (marker.digits === true && !line.list.every((word, i) => (i >= from && i < to) || isNumber(word))) return false
  if (marker.digits === true && to - from === count) return false
  if (marker.needs !== undefined) {
    const needs = marker.needs.flatMap((word) => wordsOf(word).list)
    if (!line.list.some((word) => needs.includes(word) || needs.some((n) => n.length > 4 && word.endsWith(n))))
      return false
  }
  if (marker.noStop === true && /[.!؟]\s*$/u.test(line.folded)) return false
  if (marker.noClause === true && line.list.slice(to).some((word) => SAYS.has(word))) return false
  if (marker.needsStamp === true && !STAMP.test(line.folded)) return false
  return true
}

/** The marker that starts at a word of the line, if any: used at the line's start and after a full stop inside it. */
export function markerAt(line: Words, at: number, source?: DataSource): MarkerHit | undefined {
  const skip = firstRealWord(line, at)
  for (const from of skip === at ? [at] : [at, skip]) {
    for (const form of indexMarkers(source).start.get(line.list[from] ?? '') ?? []) {
      const to = from + form.words.length
      if (wordsAt(line, form, from) && allows(form.marker, line, from, to)) return { marker: form.marker, from, to }
    }
  }
  return undefined
}

/** False where no marker starts a line that begins with these words, the last of which may be cut. */
export function mayOpenMarker(head: Words, source?: DataSource): boolean {
  const { start } = indexMarkers(source)
  const skip = firstRealWord(head, 0)
  return skip >= head.list.length - 1 || start.has(head.list[0] ?? '') || start.has(head.list[skip] ?? '')
}

/** Past the counters that some sites set before a phrase: «(85) هل أعجبتك المقالة (85)». */
function firstRealWord(line: Words, at: number): number {
  let from = at
  while (from < line.list.length && isNumber(line.list[from] ?? '')) from++
  return from
}

/** «تنويه: تعليقات القراء …»: the notice that follows decides. */
const NOTICE = new Set(wordsOf('تنويه ملاحظة ملحوظة تنبيه هام').list)

/** Finds the phrase of page furniture in a line, whole lines first. Linear in the line's words. */
export function findMarker(line: Words, source?: DataSource): MarkerHit | undefined {
  const index = indexMarkers(source)
  const count = line.list.length
  if (count === 0) return undefined
  if (count <= 10) {
    const real = line.list.map((word, i) => ({ word, i })).filter(({ word }) => !isNumber(word))
    const whole =
      index.whole.get(line.list.join(' ')) ??
      (real.length > 0 ? index.whole.get(real.map((r) => r.word).join(' ')) : undefined)
    if (whole !== undefined && allows(whole, line, 0, count)) return { marker: whole, from: 0, to: count }
  }
  const started = markerAt(line, 0, source) ?? (NOTICE.has(line.list[0] ?? '') ? markerAt(line, 1, source) : undefined)
  if (started !== undefined) return started
  for (const form of index.end.get(line.list[count - 1] ?? '') ?? []) {
    const from = count - form.words.length
    if (from >= 0 && wordsAt(line, form, from) && allows(form.marker, line, from, count)) {
      return { marker: form.marker, from, to: count }
    }
  }
  for (let at = 0; at < count; at++) {
    for (const form of index.part.get(line.list[at] ?? '') ?? []) {
      const to = at + form.words.length
      if (wordsAt(line, form, at) && allows(form.marker, line, at, to)) return { marker: form.marker, from: at, to }
    }
  }
  return undefined
}
