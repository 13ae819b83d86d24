import type { Word } from '../forms/words.js'

/** A passage on another case than the one before: its number, and how many sentences it still covers. */
export interface Aside {
  readonly number: number
  readonly left: number
}

export const NO_ASIDE: Aside = { number: 0, left: 0 }

const CASE = /^(?:قضي[ةت]|حادث[ةت]?|واقع[ةت]|هجوم|عملي[ةت]|تفجير|غار[ةت]|خلي[ةت]|مجموع[ةت]|جريم[ةت])$/
const ANOTHER = /^(?:اخر|اخري|ثان|ثاني|ثاني[ةت]|ثالث|ثالث[ةت]|رابع|رابع[ةت]|منفصل|منفصل[ةت]|مماثل|مماثل[ةت])$/

/** The sentence that opens such a passage, and the one behind it. */
const COVERS = 2

/** «أما القضية الثانية فـ…», «في حادث منفصل»: what the sentence and the next tell is not what was told before. */
export function asideOf(words: readonly Word[], { number, left }: Aside): Aside {
  const opens = words.some(({ whole }, at) => {
    if (at > 1 || !/^(?:اما|في|خلال)$/.test(whole)) return false
    return CASE.test(words[at + 1]?.stem ?? '') && ANOTHER.test(words[at + 2]?.stem ?? '')
  })
  return opens ? { number: number + 1, left: COVERS } : { number, left: Math.max(0, left - 1) }
}
