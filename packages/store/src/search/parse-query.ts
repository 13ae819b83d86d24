import { byPosition, searchTerms } from '@isnad/text'
import { dayRange } from './filter.js'
import type { FilterPart, ParsedQuery, QueryPart, QueryProblem, TermPart } from './query.js'
import { isStopWord } from './stop-words.js'

type Field = 'title' | FilterPart['kind']

const FIELDS: ReadonlyMap<string, Field> = new Map([
  ['outlet', 'outlet'],
  ['site', 'outlet'],
  ['وسيلة', 'outlet'],
  ['title', 'title'],
  ['intitle', 'title'],
  ['عنوان', 'title'],
  ['العنوان', 'title'],
  ['lang', 'language'],
  ['language', 'language'],
  ['لغة', 'language'],
  ['after', 'after'],
  ['since', 'after'],
  ['بعد', 'after'],
  ['منذ', 'after'],
  ['before', 'before'],
  ['until', 'before'],
  ['قبل', 'before'],
  ['حتى', 'before'],
  ['person', 'person'],
  ['who', 'person'],
  ['شخص', 'person'],
  ['body', 'body'],
  ['org', 'body'],
  ['جهة', 'body'],
  ['place', 'place'],
  ['where', 'place'],
  ['مكان', 'place'],
  ['entity', 'entity'],
  ['كيان', 'entity'],
  ['type', 'event'],
  ['event', 'event'],
  ['حدث', 'event'],
])

const OR = new Set(['|', '||', 'OR', 'أو', 'او'])
/** Quotes that open, with those that close them. */
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"”“'],
  ['“', '”“"'],
  ['”', '“”"'],
  ['«', '»'],
])
const MOST_TERMS = 32

/**
 * Reads a query as people type it: words, "phrases", `=exact`, `-not`, `OR`, `outlet:` `title:` `lang:` `after:` `before:`
 * `person:` `body:` `place:` `type:` (or their Arabic names). Never throws: what it does not understand is reported, and searched as words where it has any.
 */
export function parseQuery(query: string): ParsedQuery {
  return new QueryReader(query).read()
}

class QueryReader {
  readonly #parts: QueryPart[] = []
  readonly #problems: QueryProblem[] = []
  readonly #query: string
  #at = 0
  #or = false
  #terms = 0

  constructor(query: string) {
    this.#query = query
  }

  read(): ParsedQuery {
    for (this.#skipSpace(); this.#at < this.#query.length; this.#skipSpace()) this.#readPart()
    return { parts: ignoreStopWords(this.#parts), problems: this.#problems.sort((a, b) => byPosition(a.span, b.span)) }
  }

  #readPart(): void {
    const start = this.#at
    if (this.#query[start] === '|') {
      while (this.#query[this.#at] === '|') this.#at++
      this.#or = true
      return
    }
    const negated = /^[-−–][^\s\-−–|]/.test(this.#query.slice(start, start + 2))
    if (negated) this.#at++
    if (QUOTES.has(this.#char)) {
      this.#addTerms('phrase', this.#readQuoted(), start, negated, false)
      return
    }
    const word = this.#readWord()
    if (!negated && OR.has(word)) {
      this.#or = true
      return
    }
    const field = /^(\p{L}[\p{L}\p{M}_]*):(?!\/\/)/u.exec(word)
    if (field?.[1] !== undefined) this.#readField(field[1], start, word, negated)
    else this.#addWord(word, start, negated, false)
  }

  #readField(name: string, start: number, word: string, negated: boolean): void {
    const field = FIELDS.get(name) ?? FIELDS.get(name.toLowerCase())
    const inline = word.slice(name.length + 1)
    const quoted = inline === '' && QUOTES.has(this.#char)
    const value = quoted ? this.#readQuoted() : inline
    if (field === undefined) {
      // «قال: …» is a sentence somebody pasted, not an operator.
      if (value !== '') this.#report('unknown-operator', start, `${name}:`, nearestField(name))
      this.#addWord(name, start, negated, false)
      if (value !== '') this.#addTerms(quoted ? 'phrase' : 'word', value, start, negated, false)
    } else if (value.trim() === '') {
      this.#report('empty-value', start, `${name}:`)
    } else if (field === 'title') {
      if (quoted) this.#addTerms('phrase', value, start, negated, true)
      else this.#addWord(value, start, negated, true)
    } else if ((field === 'after' || field === 'before') && dayRange(value) === undefined) {
      this.#report('bad-date', start, value)
    } else {
      this.#or = false
      const printed = field === 'language' ? value.toLowerCase() : value
      this.#parts.push({ kind: field, value: printed, negated, span: { start, end: this.#at } })
    }
  }

  #addWord(word: string, start: number, negated: boolean, inTitle: boolean): void {
    if (word.startsWith('=')) this.#addTerms('exact', word.slice(1), start, negated, inTitle)
    else this.#addTerms('word', word, start, negated, inTitle)
  }

  #addTerms(kind: TermPart['kind'], text: string, start: number, negated: boolean, inTitle: boolean): void {
    const count = searchTerms(text).length
    if (count === 0) return
    if (this.#terms + count > MOST_TERMS) {
      if (!this.#problems.some((problem) => problem.kind === 'too-many-words'))
        this.#report('too-many-words', start, text)
      return
    }
    this.#terms += count
    const last = this.#parts.at(-1)
    const or = this.#or && !negated && last !== undefined && 'text' in last && !last.negated
    this.#or = false
    this.#parts.push({ kind, text, inTitle, or, negated, span: { start, end: this.#at } })
  }

  #report(kind: QueryProblem['kind'], start: number, text: string, suggestion?: string): void {
    this.#problems.push({ kind, text, span: { start, end: this.#at }, ...(suggestion !== undefined && { suggestion }) })
  }

  get #char(): string {
    return this.#query.charAt(this.#at)
  }

  #skipSpace(): void {
    while (/[\s\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/.test(this.#char)) this.#at++
  }

  /** Up to white space, a quote or a bar. */
  #readWord(): string {
    const start = this.#at
    this.#at++
    while (this.#at < this.#query.length && !/[\s|"“”«]/.test(this.#char)) this.#at++
    return this.#query.slice(start, this.#at)
  }

  #readQuoted(): string {
    const start = this.#at
    const closing = QUOTES.get(this.#char) ?? ''
    let end = start + 1
    while (end < this.#query.length && !closing.includes(this.#query.charAt(end))) end++
    this.#at = Math.min(end + 1, this.#query.length)
    const text = this.#query.slice(start + 1, end)
    if (end >= this.#query.length) this.#report('open-quote', start, text)
    return text
  }
}

/** Plain stop words are not required as long as something else is. */
function ignoreStopWords(parts: readonly QueryPart[]): QueryPart[] {
  const isCommon = (part: QueryPart, next: QueryPart | undefined): boolean =>
    part.kind === 'word' &&
    !part.negated &&
    !part.or &&
    !(next !== undefined && 'or' in next && next.or) &&
    searchTerms(part.text).every(({ exact }) => isStopWord(exact))
  const common = parts.map((part, i) => isCommon(part, parts[i + 1]))
  const narrows = parts.some((part, i) => 'text' in part && !part.negated && common[i] === false)
  return narrows
    ? parts.map((part, i) => (common[i] && 'text' in part ? { ...part, ignored: true } : part))
    : [...parts]
}

function nearestField(name: string): string | undefined {
  const near = [...FIELDS.keys()].filter(
    (known) =>
      known.startsWith(name.toLowerCase()) ||
      name.toLowerCase().startsWith(known) ||
      isOneEditAway(known, name.toLowerCase()),
  )
  return near[0] === undefined ? undefined : `${near[0]}:`
}

/** True when one letter put in, left out, changed or two swapped make the two words one. */
function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from++
  let back = 0
  while (back < Math.min(a.length, b.length) - from && a.at(-1 - back) === b.at(-1 - back)) back++
  const [left, right] = [a.slice(from, a.length - back), b.slice(from, b.length - back)]
  return Math.max(left.length, right.length) <= 1 || (left.length === 2 && left === [...right].reverse().join(''))
}
