import { encode, foldName, isArabic, nearestArabic } from './letters.js'
import { soundsOf } from './sounds.js'
import { sketch } from './spelling.js'

/** What a part of a name is: a plain word, a kunya («أبو آلاء»), or a letter that stands for a word. */
export type PartKind = 'plain' | 'kunya' | 'initial'

/** One part of a name, compounds joined: «عبد الرحمن» and «نصر الله» are one part each. */
export interface NamePart {
  readonly printed: string
  /** Folded letters with compounds in one form; the definite article is kept. */
  readonly folded: string
  readonly kind: PartKind
  readonly arabic: boolean
  /** Letters for comparison: those that Arabic borrows as their nearest. */
  readonly codes: Uint8Array
  /** The same without the definite article, where there is one. */
  readonly bare: Uint8Array | undefined
  readonly sketch: number
  readonly sounds: number
}

/** A name ready to be compared many times. */
export interface PreparedName {
  readonly printed: string
  readonly folded: string
  readonly parts: readonly NamePart[]
}

interface Word {
  printed: string
  folded: string
  /** Written with a hyphen after it: «al-». */
  hyphen: boolean
}

const ABU = new Set(['ابو', 'ابا', 'ابي', 'abu', 'abou', 'abo', 'aboo'])
const UMM = new Set(['ام', 'umm', 'oum', 'um'])
const SON = new Set(['بن', 'ابن', 'بنت', 'bin', 'ibn', 'ben', 'bint', 'bn'])
const LATIN_ARTICLE = /^(?:[aeu]l|a(?:sh|s|d|dh|r|t|th|z|n))$/
const ARTICLE_WORD = new Set(['ال', 'al', 'el'])
const GOD = new Set(['الله', 'allah', 'ullah', 'ollah'])
const FAITH = new Set([
  'الدين',
  'aldin',
  'eldin',
  'eddin',
  'eddine',
  'aldeen',
  'eldeen',
  'uddin',
  'din',
  'deen',
  'dine',
])
const SERVANT = new Set(['عبد', 'abd', 'abdul', 'abdel', 'abdal', 'abdu', 'abdol'])

/** Names in capitals of other words, dots, brackets and quotation marks are cut at these. */
const SEPARATOR = /[\s.,،؛;:()[\]{}«»"“”/_\u00a0]+/u
const MOST_PARTS = 8

function wordsOf(name: string): Word[] {
  const plain = name.replaceAll('\ufeff', '') // a byte order mark counts as a space in patterns
  const comma = /^([^,،]+)[,،]\s*([^,،]+)$/u.exec(plain) // «Qaani, Esmail»: the family name stands first
  const inOrder = comma ? `${comma[2]} ${comma[1]}` : plain
  const words: Word[] = []
  for (const chunk of inOrder.split(SEPARATOR)) {
    const pieces = chunk.split(/[-\u2010-\u2014]/u)
    for (const [i, piece] of pieces.entries()) {
      const folded = foldName(piece).replace(/[^\p{L}\p{N}]/gu, '')
      if (folded !== '') words.push({ printed: piece, folded, hyphen: i < pieces.length - 1 })
    }
  }
  return words
}

const stripArticle = (folded: string): string =>
  folded.length >= 5 && folded.startsWith('ال') ? folded.slice(2) : folded

/** «عبدالرحمن»، Abdulrahman، Abdurrahman: the article inside says nothing. */
function servant(folded: string): string | undefined {
  if (/^عبدال.{3,}$/u.test(folded)) return `عبد${folded.slice(5)}`
  const latin = /^abd(?:[aeou](?:l|(?=([^aeiou])\1).))?([^aeiou].{2,}|[aeiou].{3,})$/.exec(folded)
  if (latin?.[2] === undefined) return undefined
  return latin[2] === 'lah' ? 'abdallah' : `abd${latin[2]}`
}

function part(printed: string, folded: string, kind: PartKind): NamePart {
  const arabic = isArabic(folded)
  const codes = encode(nearestArabic(folded))
  const stripped = kind === 'plain' ? stripArticle(folded) : folded
  return {
    printed,
    folded,
    kind: kind === 'plain' && codes.length === 1 ? 'initial' : kind,
    arabic,
    codes,
    bare: stripped === folded ? undefined : encode(nearestArabic(stripped)),
    sketch: sketch(codes),
    sounds: soundsOf(folded),
  }
}

/**
 * Cuts a name into its parts: compounds of عبد, الله and الدين are joined, a kunya is one part in one spelling whether
 * written «أبو آلاء», «أبا آلاء» or «أبوآلاء», and بن, آل and Latin articles are left out.
 */
export function prepareName(name: string): PreparedName {
  const words = wordsOf(name)
  const parts: NamePart[] = []
  for (let i = 0; i < words.length && parts.length < MOST_PARTS; i++) {
    const word = words[i]
    if (word === undefined) break
    let next = words[i + 1]
    let taken = i + 1
    // «Abd al-Rahman»: the article between the two words is passed over.
    if (
      next !== undefined &&
      (LATIN_ARTICLE.test(next.folded) || ARTICLE_WORD.has(next.folded)) &&
      words[i + 2] !== undefined
    ) {
      next = words[i + 2]
      taken = i + 2
    }
    const printed = words
      .slice(i, taken + 1)
      .map((w) => w.printed)
      .join(' ')
    const last = parts[parts.length - 1]
    if (next !== undefined && SERVANT.has(word.folded)) {
      parts.push(part(printed, `${word.folded.startsWith('a') ? 'abd' : 'عبد'}${stripArticle(next.folded)}`, 'plain'))
      i = taken
    } else if (next !== undefined && (ABU.has(word.folded) || UMM.has(word.folded))) {
      const arabic = isArabic(word.folded)
      const head = ABU.has(word.folded) ? (arabic ? 'ابو' : 'abu') : arabic ? 'ام' : 'umm'
      parts.push(part(printed, head + stripArticle(next.folded), 'kunya'))
      i = taken
    } else if (next !== undefined && SON.has(word.folded)) {
    } else if (
      next !== undefined &&
      (ARTICLE_WORD.has(word.folded) || (word.hyphen && LATIN_ARTICLE.test(word.folded)))
    ) {
    } else if (last !== undefined && last.kind === 'plain' && (GOD.has(word.folded) || FAITH.has(word.folded))) {
      const joined = last.arabic ? word.folded : GOD.has(word.folded) ? 'allah' : 'aldin'
      parts[parts.length - 1] = part(`${last.printed} ${word.printed}`, last.folded + joined, 'plain')
    } else if (/^ابو.{3,}$/u.test(word.folded) || /^abu[^aeiou].{2,}$/.test(word.folded)) {
      parts.push(part(word.printed, word.folded.slice(0, 3) + stripArticle(word.folded.slice(3)), 'kunya'))
    } else {
      parts.push(part(word.printed, servant(word.folded) ?? word.folded, 'plain'))
    }
  }
  return { printed: name, folded: parts.map((p) => p.folded).join(' '), parts }
}
