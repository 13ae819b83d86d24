import type { Item } from '../phrases/noun-phrase.js'
import type { PhraseReader } from '../phrases/phrase-reader.js'

/** «الاتفاق المبرم في 2015», «القرار الصادر أمس»: participles that date the noun they describe. */
const DATED =
  /^(?:مبرم|موقع|معلن|منعقد|مقرر|مرتقب|مزمع|صادر|متوقع|ماضي|قائم|مستمر|متواصل|مندلع|محدد|منتهي|مقام|واقع|مؤرخ|اخير)(?:ة|ين|ات)?$/

/** True where a time belongs to the noun right before it: «الاتفاق المبرم في 2015», «موازنة 2019». */
export function datesNoun(items: readonly Item[], time: number, trigger: number, { words }: PhraseReader): boolean {
  const item = items[time]
  const before = items[time - 1]
  if (item === undefined || before?.kind !== 'phrase' || time - 1 === trigger) return false
  const last = words[before.phrase.to - 1]
  const behindNoun = before.phrase.to - before.phrase.from > 1 || items[time - 2]?.kind === 'phrase'
  if (last?.article === true && behindNoun && DATED.test(last.stem)) return true
  const word = words[item.at]
  return word?.token.kind === 'number' && /^\d{4}$/.test(word.token.text) && words[item.at + 1]?.time !== word.time
}

/** «اتهم فلانا بشن هجوم في 7 أبريل»: behind a deed that words are about, a day brought by «في» is that deed's. */
export function datesTopic(items: readonly Item[], time: number, verb: number, { words }: PhraseReader): boolean {
  const item = items[time]
  if (item === undefined || words[item.at]?.time !== undefined || words[item.at]?.whole !== 'في') return false
  for (let at = verb + 1; at < time; at++) {
    const topic = items[at]
    if (topic?.kind !== 'phrase' || !/^(?:ب|علي|الي|ل|عن)?$/.test(topic.preposition ?? '')) continue
    if (topic.phrase.fillers.some(({ of }) => of === 'event')) return true
  }
  return false
}
