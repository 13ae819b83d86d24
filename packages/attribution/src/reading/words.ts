import { foldKey, type Passage, type Token, TokenTable } from '@isnad/text'
import type { SpelledCues } from '../cues/cue-table.js'

/** What is told of a printed word wherever it stands. */
export interface WordForm {
  readonly printed: string
  readonly key: string
  readonly core: string
  /** Units from its start to behind its conjunction. */
  readonly bare: number
  /** Worked out when a cue is first sought in it. */
  cues: SpelledCues | undefined
}

/** A token of the body as the search for cues sees it. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly kind: Token['kind']
  /** Folded for search. */
  readonly key: string
  /** Without a leading و or ف, when one could be cut; else the key. */
  readonly core: string
  /** Index of its paragraph in the body. */
  readonly paragraph: number
  /** Offset behind a conjunction written onto the word, as the segmenter cuts it; else `start`. */
  readonly bare: number
  readonly form: WordForm
}

/** The body's tokens, folded; title and whatever lies between paragraphs are left out. */
export function wordsOf({ tokens, body }: Passage): readonly Word[] {
  const words: Word[] = []
  let paragraph = 0
  forms ??= new TokenTable(formOf)
  for (const token of tokens) {
    while (paragraph < body.length && token.start >= (body[paragraph]?.end ?? 0)) paragraph++
    const span = body[paragraph]
    if (span === undefined) break
    const { start, end } = token
    if (start < span.start) continue
    const form = forms.of(token)
    const { key, core } = form
    words.push({ start, end, kind: token.kind, key, core, paragraph, bare: start + form.bare, form })
  }
  return words
}

let forms: TokenTable<WordForm> | undefined

function formOf({ kind, text, segments, start }: Token): WordForm {
  const key = kind === 'word' ? foldKey(text) : text
  const cut = kind === 'word' && key.length > 2 && (key.startsWith('و') || key.startsWith('ف'))
  const [first, second] = segments
  const bare = first?.role === 'conjunction' && second !== undefined ? second.start - start : 0
  return { printed: text, key, core: cut ? key.slice(1) : key, bare, cues: undefined }
}

/** Where the letters after the first `letters` of a word begin, vowel marks and tatweel passed over. */
export function afterLetters(value: string, start: number, letters: number): number {
  let at = start
  for (let left = letters; left > 0; left--) {
    at++
    while (/[\p{M}\u0640]/u.test(value.charAt(at))) at++
  }
  return at
}

/** A key without the article: «المصدر» and «للمصدر» both give «مصدر». */
export function withoutArticle(key: string): string {
  if (
    key.length > 4 &&
    (key.startsWith('وال') || key.startsWith('فال') || key.startsWith('بال') || key.startsWith('كال'))
  )
    return key.slice(3)
  if (key.length > 3 && (key.startsWith('ال') || key.startsWith('لل'))) return key.slice(2)
  return key
}

const PRONOUNS = ['هما', 'هم', 'هن', 'ها', 'ه', 'نا', 'كم']

/** The readings of a word with a pronoun cut off its end; «رسالته» gives «رساله» as well. */
export function withoutPronoun(key: string): readonly string[] {
  for (const pronoun of PRONOUNS) {
    if (key.length - pronoun.length < 2 || !key.endsWith(pronoun)) continue
    const stem = key.slice(0, -pronoun.length)
    return stem.endsWith('ت') ? [stem, `${stem.slice(0, -1)}ه`] : [stem]
  }
  return []
}
