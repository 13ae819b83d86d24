import { wordKey } from './segmenter/key.js'
import { type Piece, segmentWordAmong } from './segmenter/segment.js'
import type { Span, Text } from './span.js'

export type TokenKind = 'word' | 'number' | 'address' | 'punctuation' | 'symbol'

/** A clitic or the stem of a token, with its span in the text. */
export interface Segment extends Span {
  readonly role: Piece['role']
  /** Its plain form: `ال` for the second ل of «للأسد». */
  readonly form: string
}

export interface Token extends Span {
  readonly kind: TokenKind
  /** The token as printed. */
  readonly text: string
  /** Clitics and stem in order; one segment for what is no Arabic word. */
  readonly segments: readonly Segment[]
}

/**
 * Web and mail addresses, then numbers with inner separators (3.5, 1,000, ٣٫٥, 17:15), then words of any script with
 * their marks (Latin words keep an inner apostrophe or hyphen), then single marks. Every alternative is linear.
 */
const TOKEN =
  /(?<address>(?:https?:\/\/|www\.)[^\s«»"<>()،؛؟]*[\p{L}\p{N}/_=-]|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})|(?<number>\p{Nd}+(?:[.,:/٫٬،]\p{Nd}+)*)|(?<word>[\p{L}\p{M}\u0640\u200c\u200d]+(?:['’-][\p{Script=Latin}]+)*)|(?<mark>[^\s\p{Cf}])/gu

/** Tokens in order, white space and invisible marks left out. */
export function tokenize({ value }: Text): Token[] {
  const tokens: Token[] = []
  const matches = [...value.matchAll(TOKEN)]
  const bareKeys = new Set<string>()
  for (const { groups } of matches) if (groups?.word !== undefined) bareKeys.add(wordKey(groups.word))
  for (const match of matches) {
    const text = match[0]
    const start = match.index
    const end = start + text.length
    const groups = match.groups ?? {}
    if (groups.word !== undefined) {
      const segments = segmentWordAmong(text, bareKeys).map(({ role, start: from, end: to, form }) => ({
        role,
        form,
        start: start + from,
        end: start + to,
      }))
      tokens.push({ start, end, kind: 'word', text, segments })
      continue
    }
    const kind = groups.number !== undefined ? 'number' : groups.address !== undefined ? 'address' : kindOfMark(text)
    tokens.push({ start, end, kind, text, segments: [{ role: 'stem', start, end, form: text }] })
  }
  return tokens
}

const kindOfMark = (mark: string): TokenKind => (/^\p{P}$/u.test(mark) ? 'punctuation' : 'symbol')

/** The stem segment of a token. */
export function stemOf(token: Token): Segment {
  const stem = token.segments.find((s) => s.role === 'stem')
  return stem ?? { role: 'stem', start: token.start, end: token.end, form: token.text }
}
