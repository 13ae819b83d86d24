import type { EventStatus } from './event.js'
import { CHANCES, DENYING_NOUNS, PLANS } from './function-words.js'
import { isAsked, nounIrrealis, verbIrrealis } from './irrealis.js'
import type { Item } from './noun-phrase.js'
import type { PhraseReader } from './phrase-reader.js'
import { previousWord, type VerbReading } from './verbs-here.js'

/** The status that the words around a verb give its event, before the attribution has its say. */
export function verbStatus(
  items: readonly Item[],
  at: number,
  reading: VerbReading,
  reader: PhraseReader,
  lasting: boolean,
): EventStatus {
  let status: EventStatus | undefined = reading.future || reading.purpose ? 'planned' : undefined
  for (let i = at - 1; i >= 0 && i >= at - 6; i--) {
    const item = items[i]
    if (item === undefined || item.kind === 'stop') break
    if (item.kind === 'negation') {
      if (i === at - 1 && !isRelativeMa(reader, item.at, reading)) return 'denied'
      continue
    }
    if (item.kind === 'particle') {
      if (i < at - 1) continue
      if (item.key === 'سوف') status ??= 'planned'
      else if (item.key === 'قد' && reading.tense === 'imperfect') return 'hypothetical'
      else if (item.key === 'ربما' || item.key === 'لعل') return 'hypothetical'
      continue
    }
    if (item.kind === 'opener') {
      if (item.key === 'اذا' || item.key === 'لو') return 'hypothetical'
      if (/^(?:ان|بان|انه|انها|انهم)$/.test(item.key)) {
        const governed = governor(items, i, reader, reading.tense === 'imperfect' && at - i <= 2)
        if (governed !== undefined) return governed
      }
      break
    }
    if (item.kind === 'verb') {
      const classes = reader.verb(item.at)?.senses.map(({ verbClass }) => verbClass)
      if (classes?.includes('be') !== true) break
      // «قد تكون قد تنازلت»: the doubt stands at the auxiliary.
      const doubt = items[i - 1]
      const present = /^[يت]كون/.test(reader.words[item.at]?.whole ?? '')
      if (present && doubt?.kind === 'particle' && /^(?:قد|ربما|لعل)$/.test(doubt.key)) return 'hypothetical'
      // «كانت تجريها»: what used to be is over.
      if (/^(?:كان|كانت|كانوا|كانا|كن)$/.test(reader.words[item.at]?.whole ?? '')) lasting = false
    }
  }
  if (conditionFollows(items, at) && reading.tense === 'imperfect') return 'hypothetical'
  const word = items[at]?.at ?? 0
  const unreal = verbIrrealis(reader.words, word, reading.tense === 'imperfect')
  if (status !== undefined) return unreal === 'hypothetical' ? unreal : status
  if (unreal !== undefined) return unreal
  if (reading.tense === 'imperfect' && isAsked(reader.words, word)) return 'hypothetical'
  return reading.tense === 'imperfect' && lasting ? 'ongoing' : 'asserted'
}

/** «وهو ما رفضته الصين»: ما stands for a thing and denies nothing. */
function isRelativeMa(reader: PhraseReader, at: number, reading: VerbReading): boolean {
  if (reader.words[at]?.whole !== 'ما') return false
  const before = previousWord(reader.words, at)
  if (before === undefined) return reading.pronoun !== undefined
  return (
    reading.pronoun !== undefined ||
    /^(?:اذا|متي|كيف|هو|هي|هذا|ذلك|كل|بعد|قبل|عند|مثل|مع|في|علي|من|الي|عن|حول|بسبب)$/.test(before.whole)
  )
}

/** Items between two clauses with أن that one word governs. */
const FARTHEST_SIBLING = 14
/** «المزاعم بأن …»: what only some say. */
const RUMOURED = /^(?:ال)?(?:مزاعم|زعم|ادعاءات|ادعاء|شائعات|اشاعات|شكوك)$/
const PERMITTING = /^(?:[يتنا]?سمح|[يتنا]?قبل|[يت]رض[يى]?)(?:ت|وا|ون|نا)?$/

/** What governs a clause behind أن: a verb of planning, denying, demanding, or a noun of chance. */
function governor(
  items: readonly Item[],
  opener: number,
  reader: PhraseReader,
  subjunctive: boolean,
): EventStatus | undefined {
  // «من المقرر أن يستطلع الأضرار وأن يلتقي …»: what governs the first أن governs the second.
  const opening = reader.words[items[opener]?.at ?? 0]
  if (opening?.conjunction === true && subjunctive) {
    for (let i = opener - 1; i >= 0 && i >= opener - FARTHEST_SIBLING; i--) {
      const item = items[i]
      if (item === undefined || item.kind === 'stop') break
      if (item.kind === 'opener' && /^(?:ان|بان)$/.test(item.key)) return governor(items, i, reader, subjunctive)
    }
  }
  for (let i = opener - 1; i >= 0 && i >= opener - 5; i--) {
    const item = items[i]
    if (item === undefined || item.kind === 'stop' || item.kind === 'opener') return undefined
    const word = reader.words[item.at]
    if (word === undefined) return undefined
    if (item.kind === 'verb' && PERMITTING.test(word.whole) && items[i - 1]?.kind === 'negation') return 'denied'
    if (i === opener - 1 && item.kind !== 'verb') {
      const last = previousWord(reader.words, items[opener]?.at ?? 0)
      if (last !== undefined) {
        if (last.whole === 'قبل' && subjunctive && isNextBlow(items, opener, reader)) return 'asserted'
        if ((last.whole === 'علي' || last.whole === 'قبل') && subjunctive) return 'planned'
        // «إلى أن تنسحب القوات»: until it comes about.
        const next = items[opener + 1]
        const verb = next?.kind === 'verb' ? reader.verb(next.at) : undefined
        if (last.whole === 'الي' && verb?.tense === 'imperfect' && !verb.future) return 'hypothetical'
        if (PLANS.has(last.whole)) return 'planned'
        if (CHANCES.has(last.whole) || RUMOURED.test(last.whole)) return 'hypothetical'
        if (/^(?:ضرورة|بضرورة|وجوب)$/.test(last.whole)) return 'demanded'
      }
    }
    if (item.kind === 'verb') {
      const senses = reader.verb(item.at)?.senses ?? []
      const classes = new Set(senses.map(({ verbClass }) => verbClass))
      // «تحاول أن تهاجم المدينة»
      if (subjunctive && senses.some(({ light }) => light?.id === 'light.hawal')) return 'hypothetical'
      if (classes.has('deny')) return 'denied'
      if (!subjunctive) return undefined
      if (classes.has('plan')) return 'planned'
      if (classes.has('demand')) return 'demanded'
      if (classes.has('maybe')) return 'hypothetical'
      return undefined
    }
  }
  return undefined
}

/** «أصاب اثنين قبل أن تقتله الشرطة», «اقتحموها قبل أن يتمكنوا من»: in a story told in the perfect the next blow, and what succeeded. */
function isNextBlow(items: readonly Item[], opener: number, reader: PhraseReader): boolean {
  const next = items[opener + 1]
  const senses = next?.kind === 'verb' ? (reader.verb(next.at)?.senses ?? []) : []
  const tells = senses.some(
    ({ trigger, light }) =>
      trigger?.type === 'ASSAULT' || trigger?.type === 'COERCE' || SUCCEEDING.has(light?.id ?? ''),
  )
  const before = items.slice(0, opener).findLast(({ kind }) => kind === 'verb' || kind === 'stop')
  return tells && before?.kind === 'verb' && reader.verb(before.at)?.tense === 'perfect'
}
const SUCCEEDING = new Set(['light.tamakkan', 'light.najah', 'light.istataa'])

const conditionFollows = (items: readonly Item[], at: number): boolean => {
  for (let i = at + 1; i < items.length && i < at + 10; i++) {
    const item = items[i]
    if (item?.kind === 'stop') return false
    if (item?.kind === 'opener' && (item.key === 'اذا' || item.key === 'لو')) return true
  }
  return false
}

/** The status that its surroundings give an event noun. */
export function nounStatus(
  items: readonly Item[],
  at: number,
  head: number,
  preposition: string | undefined,
  reader: PhraseReader,
): EventStatus {
  const { words } = reader
  const before = previousWord(words, head)
  if (before !== undefined) {
    if (DENYING_NOUNS.has(before.stem) || DENYING_NOUNS.has(before.whole)) return 'denied'
    if (CHANCES.has(before.stem) || CHANCES.has(before.whole)) return 'hypothetical'
    if (PLANS.has(before.whole)) return 'planned'
  }
  for (let i = head + 1; i < head + 4 && i < words.length; i++) {
    const word = words[i]
    if (word === undefined || word.token.kind === 'punctuation') break
    if (CHANCES.has(word.whole)) return 'hypothetical'
    if (PLANS.has(word.whole)) return 'planned'
  }
  if (preposition === 'من اجل' || preposition === 'بهدف' || preposition === 'بغية' || preposition === 'لغرض')
    return 'planned'
  let commas = 0
  for (let i = at - 1; i >= 0 && i >= at - 6; i--) {
    const item = items[i]
    if (item === undefined || item.kind === 'stop' || item.kind === 'opener' || item.kind === 'relative') break
    if (item.kind === 'comma' && ++commas > 0) break
    if (item.kind !== 'verb') continue
    const reading = reader.verb(item.at)
    const classes = new Set(reading?.senses.map(({ verbClass }) => verbClass))
    const behind = preposition === undefined || /^(?:ل|الي|ب|علي|في|عن)$/.test(preposition)
    // «قررت في آخر اجتماع لها»: behind «في» stands the occasion and not what is decided or denied.
    const complement = behind && preposition !== 'في'
    if (classes.has('deny') && complement) return 'denied'
    if (classes.has('plan') && complement && preposition !== 'عن') return 'planned'
    if (classes.has('demand') && /^(?:ل|الي|ب|علي)$/.test(preposition ?? '')) return 'demanded'
    // «سيعلن قراره بشأن البقاء في الاتفاق»: a verb to come governs its own complements only.
    if (reading?.future === true && behind && preposition !== 'في' && preposition !== 'عن' && at - i <= 3)
      return 'planned'
    // «احتمال أن تعيد فرض عقوبات»: what governs the clause governs the noun that its verb takes.
    const noun = words[head]
    const opener = items[i - 1]
    const open = opener?.kind === 'opener' && /^(?:ان|بان)$/.test(opener.key) && reading?.tense === 'imperfect'
    const bare = noun?.article === false && noun.pronoun === undefined
    const governed = open && bare ? governor(items, i - 1, reader, true) : undefined
    if (governed !== undefined) return governed
    break
  }
  const unreal = nounIrrealis(words, head)
  if (unreal !== undefined) return unreal
  return preposition === 'ل' && items.slice(0, at).some(({ kind }) => kind === 'verb') ? 'planned' : 'asserted'
}
