import { BREAK, characters, DIGIT, INVISIBLE, kindOf, LETTER, SPACE } from './characters.js'
import { type Analysis, analyse } from './clitics.js'

/** A word, a run of digits or one other sign; what stands before it decides whether two tokens touch. */
export interface Token {
  readonly kind: 'word' | 'digits' | 'sign'
  readonly start: number
  readonly end: number
  /** The folded text: `٢٢` is `22`, `أوّل` is `اول`. */
  readonly key: string
  /** White space stands before the token. */
  readonly gap: boolean
  /** A line break stands before the token. */
  readonly line: boolean
  /** What the lexicon makes of a word, its clitics split off. */
  readonly word: Analysis
}

const NOTHING: Analysis = { proclitic: '', article: false, stem: '', lexeme: {} }

/** Cuts a text into tokens in one pass; invisible marks, vowel marks and tatweel belong to the token around them. */
export function tokenise(text: string): Token[] {
  const { kind, fold } = characters()
  const tokens: Token[] = []
  const length = text.length
  let at = 0
  let gap = false
  let line = true
  while (at < length) {
    const code = text.charCodeAt(at)
    const type = code < kind.length ? (kind[code] as number) : kindOf(code)
    if (type === SPACE) {
      gap = true
      at++
      continue
    }
    if (type === BREAK) {
      gap = true
      line = true
      at++
      continue
    }
    if (type === INVISIBLE) {
      at++
      continue
    }
    const start = at
    if (type === LETTER || type === DIGIT) {
      let key = ''
      let end = at
      while (at < length) {
        const unit = text.charCodeAt(at)
        const unitType = unit < kind.length ? (kind[unit] as number) : kindOf(unit)
        if (unitType === type) {
          key += String.fromCharCode(unit < fold.length ? (fold[unit] as number) : unit)
          at++
          end = at
        } else if (unitType === INVISIBLE) at++
        else break
      }
      const word = type === LETTER ? analyse(key) : NOTHING
      tokens.push({ kind: type === LETTER ? 'word' : 'digits', start, end, key, gap, line, word })
    } else {
      at++
      tokens.push({ kind: 'sign', start, end: at, key: text.charAt(start), gap, line, word: NOTHING })
    }
    gap = false
    line = false
  }
  return tokens
}

/** Where a word goes on after its first `letters` letters, marks and tatweel between them passed over. */
export function offsetAfter(text: string, token: Token, letters: number): number {
  let left = letters
  let at = token.start
  while (at < token.end && left > 0) {
    if (kindOf(text.charCodeAt(at)) !== INVISIBLE) left--
    at++
  }
  while (at < token.end && kindOf(text.charCodeAt(at)) === INVISIBLE) at++
  return at
}
