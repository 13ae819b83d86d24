import type { Word } from './words.js'

export const QUOTE = /^["«»“”'’‘]$/
export const COMMA = /^[،,\-–—]$/
export const OPEN = /^[([{]$/
export const CLOSE = /^[)\]}]$/
const ROUNDING = new Set('يقل يزيد يقارب يناهز يربو يفوق يتجاوز'.split(' '))
const LONGEST_BRACKET = 14

/** «ما لا يقل عن 20 شخصا», «ما يزيد على مئة»: where the figure begins that these words round. */
export function afterApproximation(words: readonly Word[], at: number): number {
  if (words[at]?.whole !== 'ما') return at
  const verb = words[at + 1]?.whole === 'لا' ? at + 2 : at + 1
  if (!ROUNDING.has(words[verb]?.whole ?? '')) return at
  const after = words[verb + 1]?.whole
  return after === 'عن' || after === 'علي' || after === 'من' ? verb + 2 : verb + 1
}

export function skipQuotes(words: readonly Word[], at: number): number {
  let next = at
  while (QUOTE.test(words[next]?.token.text ?? '')) next++
  return next
}

/** Behind the time that a word belongs to. */
export function afterTime(words: readonly Word[], at: number): number {
  const time = words[at]?.time
  let next = at
  while (next < words.length && words[next]?.time === time) next++
  return next
}

export function afterBracket(words: readonly Word[], at: number): number {
  for (let i = at + 1; i < words.length && i < at + LONGEST_BRACKET; i++) {
    if (CLOSE.test(words[i]?.token.text ?? '')) return i + 1
  }
  return at + 1
}
