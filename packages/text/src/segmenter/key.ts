const DROPPED = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u061c]/
const ALEFS = 'أإآٱ'

/**
 * The spelling under which words are looked up: marks and tatweel dropped, alef forms as ا, final ى as ي. Less lossy than
 * the search folding: ة stays apart from ه, since the one ends a noun and the other is a pronoun.
 */
export function wordKey(word: string): string {
  let key = ''
  for (let i = 0; i < word.length; i++) {
    const unit = word.charAt(i)
    if (DROPPED.test(unit)) continue
    if (ALEFS.includes(unit)) key += 'ا'
    else if (unit === 'ى' || unit === 'ی') key += 'ي'
    else if (unit === 'ک' || unit === 'ڪ') key += 'ك'
    else key += unit
  }
  return key
}

/** For each unit of the key where it stands in the printed word; one more entry for the end. */
export function keyOrigins(word: string): number[] {
  const origins: number[] = []
  for (let i = 0; i < word.length; i++) if (!DROPPED.test(word.charAt(i))) origins.push(i)
  origins.push(word.length)
  return origins
}
