import type { NounPhrase } from '../phrases/noun-phrase.js'
import type { PhraseReader } from '../phrases/phrase-reader.js'
import { isPlace } from '../phrases/word-class.js'

/** Masdars of going, whose genitive is the one who goes. */
const GOING_MASDARS = new Set('دخول خروج عبور مرور وصول مغادرة رحيل انسحاب عودة سفر تنحي اجلاء'.split(' '))
/** Masdars of going whose genitive may be where. */
const INTO = new Set('دخول عبور مرور وصول مغادرة'.split(' '))
const TOLD_TO_GO = new Set(['REQUEST', 'RETREAT', 'REJECT'])

/** «أمر بخروج الموظفين», «منع دخول الصحفيين»: who is told, let or forbidden to go stands behind the masdar. */
export function moverOf(type: string, phrases: readonly NounPhrase[], reader: PhraseReader): NounPhrase | undefined {
  if (!TOLD_TO_GO.has(type)) return undefined
  for (const { fillers } of phrases) {
    const head = fillers[0]
    const word = reader.words[head?.head ?? -1]
    if (head === undefined || word === undefined || word.article || !GOING_MASDARS.has(word.stem)) continue
    const mover = head.genitive ?? (word.pronoun === undefined ? reader.phrase(head.head + 1) : undefined)
    // «بدخول دمشق»: a town is where somebody goes.
    if (mover !== undefined && !(INTO.has(word.stem) && mover.fillers.every(isPlace))) return mover
  }
  return undefined
}
