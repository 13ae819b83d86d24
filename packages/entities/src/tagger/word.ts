import { foldKey, type Token, wordKey } from '@isnad/text'
import { hashString } from './hash.js'

/** What the features look at in the letters of one word wherever it stands. */
export interface Word {
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

export function wordOf(token: Token): Word {
  const { pieces } = token.form
  const clitics = pieces.reduce((bits, { role }) => bits | CLITIC_BIT[role], 0)
  const bare = wordKey(pieces.findLast(({ role }) => role === 'stem')?.form ?? '')
  const form = token.kind === 'number' ? '#' : clitics & 1 ? `ال${bare}` : bare
  const printed = wordKey(token.text)
  return {
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
