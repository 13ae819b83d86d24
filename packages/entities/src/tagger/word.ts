import { foldKey, type Token, wordKey } from '@isnad/text'
import { hashString } from './hash.js'

/** What the features look at in one word wherever it stands. */
export interface Word {
  /** Its own number. */
  readonly id: number
  /** Place of the word in tables that keep something for each; another word may take it over. */
  readonly slot: number
  readonly kind: Token['kind']
  /** Hash of the word with ال but without other clitics. */
  readonly form: number
  /** Hash of the whole word as printed. */
  readonly printed: number
  /** The form without ال. */
  readonly bare: string
  /** Bits: 1 ال, 2 conjunction, 4 preposition, 8 future س, 16 pronoun. */
  readonly clitics: number
  readonly shape: number
  /** Search keys under which name lists keep the word: without clitics other than ال, and whole. */
  readonly key: string
  readonly wholeKey: string
}

const CLITIC_BIT = { article: 1, conjunction: 2, preposition: 4, particle: 8, pronoun: 16, stem: 0 } as const

/** A table by slots needs this many places. */
export const WORD_SLOTS = 1 << 16

/** A word among those of one printed form, which is cut differently only where the article makes another cut likelier. */
interface Variant {
  readonly word: Word
  readonly next: Variant | undefined
}

const known = new Map<string, Variant>()
let used = 0
let ids = 0

export function wordOf(token: Token): Word {
  const { text, segments } = token
  let clitics = 0
  let stem = ''
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i]
    if (segment === undefined) continue
    clitics |= CLITIC_BIT[segment.role]
    if (segment.role === 'stem') stem = segment.form
  }
  let next = known.get(text)
  for (let variant = next; variant !== undefined; variant = variant.next)
    if (variant.word.clitics === clitics) return variant.word
  if (used === WORD_SLOTS) {
    known.clear()
    used = 0
    next = undefined
  }
  used++
  const word = describe(token, clitics, stem, ids++)
  known.set(text, { word, next })
  return word
}

function describe(token: Token, clitics: number, stem: string, id: number): Word {
  const bare = wordKey(stem)
  const form = token.kind === 'number' ? '#' : clitics & 1 ? `ال${bare}` : bare
  const printed = wordKey(token.text)
  return {
    id,
    slot: id % WORD_SLOTS,
    kind: token.kind,
    form: hashString(form),
    printed: hashString(printed),
    bare,
    clitics,
    shape: shapeOf(token),
    key: foldKey(form),
    wholeKey: foldKey(printed),
  }
}

/** 0–9 a word by its length, 10 number, 11 year, 12 Latin capitalised, 13 Latin lower, 14 Latin capitals, 15 and on marks. */
function shapeOf({ kind, text }: Token): number {
  if (kind === 'number') return /^(?:19|20)\d\d$/.test(text) ? 11 : 10
  if (kind === 'address') return 15
  if (kind === 'punctuation' || kind === 'symbol') return MARKS.get(text) ?? 16
  if (/^[A-Z\u00c0-\u00de]+$/.test(text)) return 14
  if (/^[A-Z\u00c0-\u00de]/.test(text)) return 12
  if (/^[a-z\u00df-\u00ff]/.test(text)) return 13
  return Math.min(text.length, 9)
}

const MARKS: ReadonlyMap<string, number> = new Map(
  [...'.،,؛:؟!"“”«»()[]-–—/\''].map((mark, i): [string, number] => [mark, 17 + i]),
)
