import { findNisbas } from '@isnad/lexicon'
import type { Word } from '../forms/words.js'

/** Two who hold one office, with ال or in construct, without the clitics before it. */
const DUAL =
  /^(?:رئيس|وزير|زعيم|قائد|سفير|مبعوث|مندوب|مسؤول|ملك|امير|نائب|موفد|ممثل|مستشار|جيش|حكوم[ةت]|خارجي[ةت]|جانب|طرف|بلد|وفد|شعب|برلمان)(?:ان|ين|ا|ي)$|^نظير(?:ا|ي)(?:ه|ها|هم|هما)?$/

/** Where two offices end that one noun in the dual tells, and where the name of the first begins, if it has one. */
export interface TwoOffices {
  readonly to: number
  readonly name: number | undefined
}

/** True where a word tells of two who hold an office: «الرئيسان», «وزيرا». */
export const isDualOffice = (stem: string): boolean => DUAL.test(stem)

const isNisba = (word: Word | undefined): boolean =>
  word?.article === true && /..ي$/.test(word.stem) && word.preposition === undefined && findNisbas(word.stem).length > 0

/**
 * «الرئيسان التركي والروسي», «وزيرا خارجية مصر والسعودية», «الرئيسان المصري فلان والفرنسي فلان»: the offices of two told by one noun in
 * the dual, with the country of each behind it.
 */
export function twoOffices(words: readonly Word[], from: number): TwoOffices | undefined {
  const head = words[from]
  if (head === undefined || !DUAL.test(head.stem)) return undefined
  // «نظيريه الأردني والعراقي»
  if (head.pronoun !== undefined && !head.stem.startsWith('نظير')) return undefined
  if (head.mention?.named === true || head.inside) return undefined
  const office = head.mention
  if (office !== undefined && office.to > from + 1) {
    // «الرئيسان التركي» may be a mention of its own, before the name of the first.
    const named = words[office.to]?.mention
    const first = named?.named === true && named.entity.type === 'PER' && words[office.to]?.conjunction === false
    return first && isNisba(words[office.to - 1]) ? { to: named.to, name: office.to } : behindField(words, office.to)
  }
  // «وزيرا الخارجية المصري والسعودي»: in construct the field stands between.
  for (let at = from + 1; at <= from + (head.article || head.stem.startsWith('نظير') ? 1 : LONGEST_FIELD); at++) {
    const word = words[at]
    const next = words[at + 1]
    if (word === undefined || next === undefined || word.token.kind !== 'word' || word.conjunction) return undefined
    if (isNisba(word)) {
      if (next.mention?.named === true && next.mention.entity.type === 'PER' && !next.conjunction)
        return { to: next.mention.to, name: at + 1 }
      if (next.conjunction && isNisba(next)) return { to: at + 2, name: undefined }
      continue
    }
    const land = word.mention
    if (!head.article && land !== undefined && land.to > at + 1) return behindField(words, land.to)
    if (!head.article && land?.named === true && land.entity.type === 'GPE') {
      const second = words[land.to]
      const other = second?.mention
      const paired = second?.conjunction === true && second.preposition === undefined && other?.entity.type === 'GPE'
      return paired ? { to: other.to, name: undefined } : undefined
    }
  }
  return undefined
}
const LONGEST_FIELD = 5

/** «خارجية مصر والسعودية», «الخارجية المصري والسعودي»: the second country, where one mention holds the field with the first. */
function behindField(words: readonly Word[], end: number): TwoOffices | undefined {
  const last = words[end - 1]
  const other = words[end]
  if (other?.conjunction !== true || other.preposition !== undefined) return undefined
  if (isNisba(last)) return isNisba(other) ? { to: end + 1, name: undefined } : undefined
  return other.mention?.entity.type === 'GPE' ? { to: other.mention.to, name: undefined } : undefined
}
