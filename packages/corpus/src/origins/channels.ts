import type { Link } from '@isnad/attribution'
import { foldKey } from '@isnad/text'
import type { Sentence } from './source-mention.js'
import { bareNoun, isIn, printed, type Word, wordsIn } from './source-phrase.js'
import { sourceWords } from './source-words.js'

/** «الصحيفة» without a name: the last «صحيفة كذا» before it, which need not have been a source. */
export function outletBefore(body: string, until: number, noun: string): readonly Word[] | undefined {
  const words = wordsIn(body, { start: 0, end: until })
  for (let i = words.length - 2; i >= 0; i--) {
    const key = words[i]?.key ?? ''
    if (key !== noun && key !== `ل${noun}` && key !== `ب${noun}`) continue
    const name = words.slice(i, i + 4)
    const end = name.findIndex((w, at) => at > 1 && (w.after !== '' || sourceWords().stop.has(w.key)))
    return name.slice(0, end < 0 ? 3 : end)
  }
  return undefined
}

/** The outlet that the source spoke to or through: the last one before it in the chain. */
export function channelIn(chain: readonly Link[], speaker: Link): string | undefined {
  const passed = chain
    .slice(0, chain.indexOf(speaker))
    .findLast(
      ({ kind, description }) =>
        (kind === 'outlet' || kind === 'agency' || isOutletName(description)) && !MEDIA.test(foldKey(description)),
    )
  return passed?.description
}

/** The reading takes an agency that nobody knows for a body. */
const isOutletName = (description: string): boolean =>
  isIn(sourceWords().outlet, foldKey(description.split(/\s/)[0] ?? ''))

/** «قال مصدر لوكالة كذا», «لـ«كذا»»: the outlet that it spoke to, named behind it. */
export function channelBehind(body: string, phrase: readonly Word[], { words }: Sentence): string | undefined {
  const { outlet, stop, complement } = sourceWords()
  const from = words.findIndex((w) => w.start >= (phrase[0]?.start ?? 0))
  const until = words.findIndex((w) => w.end >= (phrase.at(-1)?.end ?? 0)) + 4
  for (let i = Math.max(0, from); i < Math.min(words.length, until); i++) {
    const word = words[i] as Word
    const names = word.key.startsWith('ل') && (outlet.has(word.key.slice(1)) || outlet.has(bareNoun(word.key)))
    if (!names && !(word.key === 'ل' && words[i + 1]?.after === '"')) continue
    const rest = words.slice(i, i + CHANNEL_WORDS)
    const end = rest.findIndex(
      (w, at) => at > 1 && (w.after !== '' || complement.has(w.key) || (stop.has(w.key) && w.key !== 'الانباء')),
    )
    return printed(body, end < 0 ? rest : rest.slice(0, end))
  }
  return undefined
}

const CHANNEL_WORDS = 5

/** «وسائل الإعلام» are no channel. */
const MEDIA = /^(?:ال)?(?:اعلام|صحاف[هة]|صحفيين|وسائل ال?اعلام|وسايل ال?اعلام)$/
