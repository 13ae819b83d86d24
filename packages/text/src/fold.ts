import type { Span, Text } from './span.js'

/** What each code unit is replaced by, by nothing where it is to vanish; units that are not listed stay. */
export interface FoldTable extends ReadonlyMap<string, string> {}

export interface Folded extends Text<'folded'> {
  /** The printed words behind a folded span, marks and tatweel between its letters included. */
  toArticle(span: Span<'folded'>): Span<'article'>
  /** What stands for a printed span in the folded text. */
  toFolded(span: Span<'article'>): Span<'folded'>
}

const MARKS = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff]/
const TATWEEL = '\u0640'
/** Zero-width and direction marks: ALM, ZWSP…RLM, LRE…RLO, word joiner…, LRI…PDI, BOM. */
const INVISIBLE = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]/

function buildSearchFolding(): FoldTable {
  const table = new Map<string, string>()
  const fold = (from: string, to: string): void => {
    for (const unit of from) table.set(unit, to)
  }
  fold('أإآٱٲٳ', 'ا')
  fold('ىیېۍ', 'ي') // alef maksura, Farsi and Pashto yeh
  fold('ئ', 'ي')
  fold('ؤ', 'و')
  fold('ة', 'ه')
  fold('کڪ', 'ك')
  fold('ەہۂھ', 'ه')
  for (let d = 0; d < 10; d++) {
    table.set(String.fromCharCode(0x0660 + d), String(d)) // Arabic-Indic digits
    table.set(String.fromCharCode(0x06f0 + d), String(d)) // Persian digits
  }
  for (let code = 0x0600; code <= 0x08ff; code++) {
    const unit = String.fromCharCode(code)
    if (MARKS.test(unit)) table.set(unit, '')
  }
  table.set(TATWEEL, '')
  for (const code of range(0x00ad, 0x00ad).concat(range(0x061c, 0x061c), range(0x200b, 0x206f), [0xfeff])) {
    const unit = String.fromCharCode(code)
    if (INVISIBLE.test(unit)) table.set(unit, '')
  }
  for (let code = 0x41; code <= 0x5a; code++) table.set(String.fromCharCode(code), String.fromCharCode(code + 32))
  return table
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i)

let table: FoldTable | undefined

/**
 * Differences that change no word: hamza seats (أ إ آ → ا، ؤ → و، ئ → ي), ى → ي, ة → ه, Persian and Urdu
 * letter shapes, Arabic-Indic digits, capital Latin letters; vowel marks, tatweel and invisible marks are dropped.
 */
export function searchFolding(): FoldTable {
  table ??= buildSearchFolding()
  return table
}

/** Folds an article unit by unit, noting for every unit that results from which printed one it came. */
export function fold(article: Text, folding: FoldTable = searchFolding()): Folded {
  const printed = article.value
  const units: string[] = []
  const cameFrom: number[] = []
  for (let offset = 0; offset < printed.length; offset++) {
    const unit = printed.charAt(offset)
    const replacement = folding.get(unit) ?? unit
    if (replacement.length > 0) units.push(replacement)
    for (let i = 0; i < replacement.length; i++) cameFrom.push(offset)
  }
  const inArticle = (folded: number): number => (folded < cameFrom.length ? (cameFrom[folded] ?? 0) : printed.length)
  return {
    frame: 'folded',
    value: units.join(''),
    toArticle: (span) => ({ start: inArticle(span.start), end: inArticle(span.end) }),
    toFolded: (span) => ({ start: lowerBound(cameFrom, span.start), end: lowerBound(cameFrom, span.end) }),
  }
}

/** Code unit to folded code unit for the search folding, which never lengthens; DROPPED where the unit falls away. */
let searchCodes: Uint16Array | undefined
const DROPPED = 0xffff

function searchFoldingCodes(): Uint16Array {
  if (searchCodes === undefined) {
    searchCodes = Uint16Array.from({ length: 0x10000 }, (_, code) => code)
    for (const [unit, folded] of searchFolding()) {
      searchCodes[unit.charCodeAt(0)] = folded === '' ? DROPPED : folded.charCodeAt(0)
    }
  }
  return searchCodes
}

/** Folds a bare string for search, for keys and comparisons that need no way home. */
export function foldKey(printed: string): string {
  const codes = searchFoldingCodes()
  let key = ''
  let from = 0 // start of the stretch that folds to itself and is not copied yet
  for (let at = 0; at < printed.length; at++) {
    const code = printed.charCodeAt(at)
    const folded = codes[code]
    if (folded === code || folded === undefined) continue
    if (at > from) key += printed.slice(from, at)
    if (folded !== DROPPED) key += String.fromCharCode(folded)
    from = at + 1
  }
  return from === 0 ? printed : from < printed.length ? key + printed.slice(from) : key
}

function lowerBound(sorted: readonly number[], wanted: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? Number.POSITIVE_INFINITY) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
