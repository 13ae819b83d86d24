import { foldKey, type SearchTerm, searchTerms, wordRuns } from '@isnad/text'
import type { Sought } from './compile-query.js'
import type { Snippet } from './search-records.js'

interface Mark {
  readonly start: number
  readonly end: number
}

/** A found word or run of words, with the number of what was sought. */
interface Found extends Mark {
  readonly which: number
}

const WINDOW = 220
/** Words of context before the first mark, unless a sentence begins nearer. */
const LEAD = 60
/** Texts are looked through in pieces of this many code units until one matches: most match in their first. */
const PIECE = 12_000

/** The marks of what is sought in a text that stands alone, such as a title. */
export const marksIn = (text: string, sought: readonly Sought[]): Mark[] => merged(findIn(text, sought))

/** The window of `text` from `from` on that shows most of what is sought; undefined when nothing of it stands there. */
export function snippetOf(text: string, from: number, sought: readonly Sought[]): Snippet | undefined {
  if (sought.length === 0) return undefined
  for (let at = from; at < text.length; ) {
    const end = pieceEnd(text, at)
    const found = findIn(text.slice(at, end), sought).map(({ start, end: last, which }) => ({
      start: start + at,
      end: last + at,
      which,
    }))
    if (found.length > 0) return windowOf(text, from, found)
    at = end
  }
  return undefined
}

function pieceEnd(text: string, at: number): number {
  const end = at + PIECE
  if (end >= text.length) return text.length
  const space = text.lastIndexOf(' ', end)
  return space > at ? space : end
}

/**
 * Finds what is sought without stemming every word of twenty articles. A stem keeps the consonants of its word in their order
 * (its long vowels may come and go: مدارس, مدرسة), so only words that have those of a sought stem are stemmed. Some words are
 * cut in view of their neighbours; when nothing is found the text is read as the index read it.
 */
function findIn(text: string, sought: readonly Sought[]): Found[] {
  if (sought.length === 0) return []
  const skeletons = sought.flat().flatMap(({ stem }) => (stem === undefined ? [] : [stem.replace(/[اوي]/g, '')]))
  const quick: SearchTerm[] = []
  const runs = wordRuns(text, 'joined')
  for (let i = 0; i < runs.length; i += 2) {
    const start = runs[i] ?? 0
    const end = runs[i + 1] ?? 0
    const word = text.slice(start, end)
    const exact = foldKey(word)
    if (exact === '') continue
    const stem = skeletons.some((skeleton) => isWithin(skeleton, exact)) ? (searchTerms(word)[0]?.stem ?? '') : ''
    quick.push({ exact, stem, start, end })
  }
  const found = find(quick, sought)
  return found.length > 0 ? found : find(searchTerms(text), sought)
}

/** True when the letters of `part` stand in `whole` in their order. */
function isWithin(part: string, whole: string): boolean {
  let at = -1
  for (const letter of part) {
    at = whole.indexOf(letter, at + 1)
    if (at < 0) return false
  }
  return true
}

function find(terms: readonly SearchTerm[], sought: readonly Sought[]): Found[] {
  const found: Found[] = []
  for (const [which, words] of sought.entries()) {
    for (let i = 0; i + words.length <= terms.length; i++) {
      if (!standsAt(terms, i, words)) continue
      const [first, last] = [terms[i], terms[i + words.length - 1]]
      if (first !== undefined && last !== undefined) found.push({ start: first.start, end: last.end, which })
    }
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end)
}

function standsAt(terms: readonly SearchTerm[], at: number, words: Sought): boolean {
  for (let w = 0; w < words.length; w++) {
    const [term, word] = [terms[at + w], words[w]]
    if (term === undefined || word === undefined) return false
    if (term.exact !== word.exact && (word.stem === undefined || term.stem !== word.stem)) return false
  }
  return true
}

/** The first of the windows that show the most different things sought, and of those the most of them. */
function windowOf(text: string, from: number, found: readonly Found[]): Snippet {
  let best = { score: -1, first: 0 }
  const counts = new Map<number, number>()
  let last = 0
  for (const [first, anchor] of found.entries()) {
    while (last < found.length && (found[last]?.end ?? 0) <= anchor.start + WINDOW - LEAD) {
      const { which = 0 } = found[last] ?? {}
      counts.set(which, (counts.get(which) ?? 0) + 1)
      last++
    }
    const score = counts.size * 1000 + Math.min(999, last - first)
    if (score > best.score) best = { score, first }
    const left = (counts.get(anchor.which) ?? 0) - 1
    if (left > 0) counts.set(anchor.which, left)
    else counts.delete(anchor.which)
    last = Math.max(last, first + 1)
  }
  const anchor = found[best.first]?.start ?? from
  const start = startBefore(text, from, anchor)
  const end = endAfter(text, Math.max(start + WINDOW, found[best.first]?.end ?? 0))
  const inside = found.filter((mark) => mark.start >= start && mark.end <= end)
  return {
    text: text.slice(start, end).replace(/[\n\r\t]/g, ' '),
    article: { start, end },
    marks: merged(inside).map((mark) => ({ start: mark.start - start, end: mark.end - start })),
    cutBefore: start > from,
    cutAfter: end < text.trimEnd().length,
  }
}

/** A line or sentence that begins within the lead, or else a word. */
function startBefore(text: string, from: number, anchor: number): number {
  const floor = Math.max(from, anchor - LEAD)
  if (floor === from) return skipSpace(text, from)
  const before = text.slice(floor, anchor)
  const sentence = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. '), before.lastIndexOf('؟ '))
  if (sentence >= 0) return skipSpace(text, floor + sentence + 1)
  const space = before.search(/\s/)
  return space < 0 ? anchor : skipSpace(text, floor + space)
}

function endAfter(text: string, wanted: number): number {
  if (wanted >= text.length) return text.length
  const space = text.lastIndexOf(' ', wanted)
  const line = text.lastIndexOf('\n', wanted)
  const cut = Math.max(space, line)
  // A run without white space is cut where the window ends, but not inside a surrogate pair.
  if (cut > wanted - LEAD) return cut
  return /[\udc00-\udfff]/.test(text.charAt(wanted)) ? wanted + 1 : wanted
}

function skipSpace(text: string, at: number): number {
  let start = at
  while (/\s/.test(text.charAt(start))) start++
  return start
}

/** Overlapping and touching marks as one. */
function merged(marks: readonly Mark[]): Mark[] {
  const ordered: { start: number; end: number }[] = []
  for (const { start, end } of marks) {
    const last = ordered.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else ordered.push({ start, end })
  }
  return ordered
}
