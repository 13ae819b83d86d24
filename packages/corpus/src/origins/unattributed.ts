import {
  bareNoun,
  cueKey,
  heads,
  isIn,
  isSpeakerHead,
  LONGEST_NOUN_PHRASE,
  nounPhrase,
  type Word,
} from './source-phrase.js'
import { sourceWords } from './source-words.js'

/** A source that acts instead of saying: words of its noun phrase, half-open, and of the cue. */
export interface ActingSource {
  readonly how: 'publishes' | 'investigates' | 'learned' | 'denies' | 'on-behalf' | 'says' | 'relays' | 'rumour'
  readonly from: number
  readonly to: number
  readonly cue: number
  /** Words of the outlet that handed it on. */
  readonly via?: readonly [from: number, to: number]
}

/**
 * What makes somebody a source although no claim is attributed to him: an outlet that shows what it has («نشرت الصحيفة صورة»), a
 * body that issues a statement, police that find and arrest, «علمت الصحيفة», a denial of what is going round, «على لسان».
 */
export function actingSourceAt(words: readonly Word[], i: number): ActingSource | undefined {
  const table = sourceWords()
  const word = words[i]
  if (word === undefined) return undefined
  const previous = words[i - 1]
  if (previous !== undefined && table.negation.has(previous.key)) {
    const subject = words[i - 2]
    return cueKey(word.key, table.investigating) && subject !== undefined && heads(table.investigator, subject.key)
      ? { how: 'investigates', from: i - 2, to: i - 1, cue: i }
      : undefined
  }
  if (HANDED.test(word.key)) return handedOn(words, i)
  if (cueKey(word.key, table.relaying)) return relayed(words, i)
  if (
    previous?.key === 'لما' &&
    TOLD_IT.test(word.key) &&
    words[i + 1] !== undefined &&
    isSpeakerHead(words[i + 1] as Word)
  )
    return { how: 'says', from: i + 1, to: nounPhrase(words, i + 1), cue: i }
  if (cueKey(word.key, table.publishing)) return published(words, i)
  if (/^و?علمت?$/.test(word.key)) return learned(words, i)
  if (cueKey(word.key, table.denying)) return denied(words, i)
  if (cueKey(word.key, table.investigating)) return investigated(words, i)
  if (word.key === 'لسان' && previous?.key === 'علي') {
    const to = nounPhrase(words, i + 1)
    return to > i + 1 ? { how: 'on-behalf', from: i + 1, to, cue: i } : undefined
  }
  if (word.key === 'نفي' && words[i + 1] !== undefined && isSpeakerHead(words[i + 1] as Word)) return denied(words, i)
  return cueKey(word.key, table.saying) ? saidAfter(words, i) : undefined
}

/** «موقع كذا قال إن», «وتحدث مراسل القناة عما»: a subject before its verb, and correspondents whatever follows. */
function saidAfter(words: readonly Word[], i: number): ActingSource | undefined {
  const { complement, correspondent, outlet } = sourceWords()
  const next = words[i + 1]
  if (next !== undefined && heads(correspondent, next.key))
    return { how: 'says', from: i + 1, to: Math.min(nounPhrase(words, i + 1), i + 5), cue: i }
  if (!words.slice(i + 1, i + 6).some(({ key }) => complement.has(key))) return undefined
  for (let back = Math.max(0, i - LOOK_BACK); back < i; back++) {
    const word = words[back] as Word
    if (heads(outlet, word.key) && (back <= 2 || word.after === ',')) return { how: 'says', from: back, to: i, cue: i }
  }
  return undefined
}

const LOOK_BACK = 9

/** «رواية نقلتها الوكالة عن مصدر», «ما أوردته مواقع عن لقاء» */
const HANDED = /^[وف]?(?:ما)?(?:نقل|اورد|نشر|بث|ذكر|تداول|تناقل)ت?(?:ه|ها)$|^[وف]?(?:تداولت|تناقلت|نشرت|اوردت)ه$/

function handedOn(words: readonly Word[], i: number): ActingSource | undefined {
  const { outlet, vagueOutlet } = sourceWords()
  const next = words[i + 1]
  if (next === undefined) return undefined
  const about = words.slice(i + 2, i + 8).findIndex(({ key }) => /^(?:عن|بشان|حول|لسان|من)$/.test(key))
  const at = i + 2 + about
  if (heads(vagueOutlet, next.key) && !heads(outlet, next.key))
    return about < 0 ? undefined : { how: 'rumour', from: i + 1, to: at + 1, cue: i }
  const source = words[at + 1]
  if (about < 0 || source === undefined || !isSpeakerHead(source)) return undefined
  return {
    how: 'relays',
    from: at + 1,
    to: nounPhrase(words, at + 1),
    cue: i,
    via: [i + 1, words[at]?.key === 'لسان' ? at - 1 : at],
  }
}

/** «خلافا لما أعلنته الحكومة» */
const TOLD_IT = /^(?:اعلن|ذكر|قال|اكد|اورد|بث|نشر)ت?(?:ه|ها)$/

/** «وكانت الوكالة قد نقلت عن مصدر»: the source stands behind عن, the outlet before it or before the verb. */
function relayed(words: readonly Word[], i: number): ActingSource | undefined {
  const { outlet } = sourceWords()
  const at = words.slice(i + 1, i + 12).findIndex(({ key }) => key === 'عن')
  const source = words[i + 2 + at]
  if (at < 0 || source === undefined || !isSpeakerHead(source)) return undefined
  const from = i + 2 + at
  const found = { how: 'relays', from, to: nounPhrase(words, from), cue: i } as const
  if (at > 0) return { ...found, via: [i + 1, i + 1 + at] }
  for (let back = Math.max(0, i - LOOK_BACK); back < i; back++)
    if (heads(outlet, (words[back] as Word).key)) return { ...found, via: [back, i] }
  return found
}

/** «عثرت الشرطة على جثة», «الشرطة تحقق»: what investigators find and do is known from them. */
function investigated(words: readonly Word[], i: number): ActingSource | undefined {
  const { investigator } = sourceWords()
  const how = 'investigates'
  const next = words[i + 1]
  if (next !== undefined && heads(investigator, next.key))
    return { how, from: i + 1, to: Math.min(nounPhrase(words, i + 1), i + 5), cue: i }
  const before = words[i - 1]
  const earlier = words[i - 2]
  if (before !== undefined && heads(investigator, before.key)) return { how, from: i - 1, to: i, cue: i }
  if (earlier !== undefined && heads(investigator, earlier.key)) return { how, from: i - 2, to: i, cue: i }
  return undefined
}

function published(words: readonly Word[], i: number): ActingSource | undefined {
  const { outlet, social, statement, title } = sourceWords()
  const how = 'publishes'
  const near = words.slice(i + 1, i + 9)
  const next = words[i + 1]
  if (next === undefined) return undefined
  if (/صدر/.test(words[i]?.key ?? '')) {
    const states = near.some(({ key }) => statement.has(bareNoun(key)) || statement.has(key))
    const held = words.slice(i + 1, i + 6).some((w) => isIn(title, w.key))
    return states && (isSpeakerHead(next) || held)
      ? { how, from: i + 1, to: statementAt(words, i + 1), cue: i }
      : undefined
  }
  if (near.some(({ key }) => isIn(social, key))) return { how, from: i + 1, to: Math.min(words.length, i + 9), cue: i }
  if (isIn(outlet, next.key)) return { how, from: i + 1, to: nounPhrase(words, i + 1), cue: i }
  return undefined
}

function statementAt(words: readonly Word[], start: number): number {
  const { statement } = sourceWords()
  let end = start
  while (end < words.length && end - start < LONGEST_NOUN_PHRASE && !statement.has(words[end]?.key ?? '')) end++
  return end
}

/** «علمت "الصحيفة" أن»: the outlet's own hidden source. */
function learned(words: readonly Word[], i: number): ActingSource | undefined {
  const { complement } = sourceWords()
  for (let at = i + 1; at < Math.min(words.length, i + 9); at++)
    if (complement.has(words[at]?.key ?? '')) return { how: 'learned', from: i, to: at, cue: i }
  return undefined
}

/** «نفت الشركة ما تردد عن بيعها»: the subject stands behind the verb, before what is denied. */
function denied(words: readonly Word[], i: number): ActingSource | undefined {
  let to = i + 1
  while (to < words.length && to - i < LONGEST_NOUN_PHRASE && !isRumour(words[to] as Word)) to++
  const first = words[i + 1]
  const named = first !== undefined && to > i + 1 && isSpeakerHead(first)
  return named ? { how: 'denies', from: i + 1, to, cue: i } : undefined
}

const RUMOUR =
  /^(?:ما|(?:ال)?(?:انباء|تقارير|معلومات|شائعات|اشاعات|اخبار|خبر|مزاعم|اتهامات|ادعاءات)|صحه|ان|اي|وجود|حدوث|وقوع|حصول|نفيا|مسووليته(?:ا|م)?|علاقته(?:ا|م)?)$/

/** What opens the words that a denial denies. */
export const isRumour = ({ key, after }: Word): boolean => after === ',' || RUMOUR.test(key)
