import { evidenceOf, isEveryday } from '../gazetteer/entries.js'
import { BEGINS, begins } from './beginnings.js'
import { bodyAt } from './bodies.js'
import { type FoundMention, foundMention, type PersonName, type Reading, spanOf } from './found.js'
import {
  continues,
  goesOn,
  isAli,
  isAliBehind,
  isChildOf,
  isFamilyOf,
  isOrigin,
  MOST_NAME_WORDS,
  namedFrom,
  PARTICLES,
} from './name-ends.js'
import { isAdjectiveBehind } from './phrases.js'
import { isListedName } from './repeats.js'
import { isStateOrCapital, MEETING } from './run-on.js'
import {
  isNameAdjective,
  isNotName,
  isOtherNoun,
  isTitleWord,
  kindsOf,
  nameLikeness,
  nameWords,
  nisbaOfWord,
} from './tables.js'
import { roleOf, type TitlePhrase, titleAt } from './titles.js'
import { plain, touching, type Word } from './words.js'

/** Titles that papers set before a family name alone. */
const NAMED_BY_FAMILY =
  /^ال(?:رييس|وزير|نايب|جنرال|عماد|لواء|عميد|عقيد|مشير|امير|شيخ|سيد|سيده|دكتور|سفير|قاضي|مبعوث|مطران|بطريرك)$/

const TAG_ALONE = 0.5

/** The name of a person that begins at a word: by the catalog, by the tagger, or, behind a title, by the look of its words. */
export function personAt(reading: Reading, at: number, behindTitle: boolean): PersonName | undefined {
  const { words } = reading
  const word = words[at]
  // «الترجي الرياضي و النادي»: a letter by itself is no name.
  if (word === undefined || word.whole.length < 2) return undefined
  const match = reading.names.get(at)
  const people = match?.entries.filter((e) => e.type === 'PER') ?? []
  const tag = reading.tagged.get(at)
  const tagged = tag?.type === 'PER' && (behindTitle || tag.score >= TAG_ALONE) ? tag : undefined
  if (match !== undefined && people.length > 0 && (behindTitle || !match.weak || tagged !== undefined)) {
    let last = Math.max(match.last, tagged?.last ?? -1)
    while (
      last - at + 1 < MOST_NAME_WORDS &&
      continues(words, last + 1) &&
      goesOn(words, last + 1) &&
      !isAnother(reading, at, last + 1) &&
      !(last > at && isStateOrCapital(reading.names.get(last + 1)))
    )
      last++
    const entries = last === match.last ? people : []
    return { last, start: match.start, entries, words: last - at + 1, known: true }
  }
  if (tagged !== undefined) {
    let last = tagged.last
    // «المنتج سالم ميدراوي»: the tagger's given name alone asks for what the family is called.
    if (behindTitle && tagged.last === at && nameWords().given.has(word.whole) && isFamilyOf(words, at + 1)) last++
    if (tagged.last === at && isOrigin(words, at + 1, true) && !(behindTitle && isOfCountry(words[at + 1]))) last++
    else if (tagged.last === at && touching(words[at + 1]) && isAliBehind(words, at + 1)) last++
    if (behindTitle)
      while (
        last - at + 1 < MOST_NAME_WORDS &&
        continues(words, last + 1) &&
        goesOn(words, last + 1) &&
        !isAnother(reading, at, last + 1)
      )
        last++
    return { last, start: tagged.start, entries: [], words: last - at + 1, known: true }
  }
  if (match !== undefined && !match.weak) return undefined
  if (!behindTitle) return introducedAt(reading, at)
  const { given, family: families } = nameWords()
  if (isAli(words, at)) return namedFrom(words, at)
  const opens = PARTICLES.has(word.whole) || given.has(word.whole)
  if (word.number || isNotName(word) || (!opens && !plain(word) && !families.has(word.whole))) return undefined
  // «الرئيس عون»: behind a definite title an indefinite noun is a family name
  const isHolder = !word.definite && NAMED_BY_FAMILY.test(words[at - 1]?.key ?? '') && families.has(word.whole)
  if (kindsOf(word).size > 0 && !given.has(word.whole) && !isHolder) return undefined
  if (plain(word) && isChildOf(reading, at)) return namedFrom(words, at)
  let last = at
  while (last - at + 1 < MOST_NAME_WORDS && continues(words, last + 1)) last++
  const count = last - at + 1
  if (PARTICLES.has(word.whole) && count === 1) return undefined
  const likeness = nameLikeness(word)
  if (likeness === 0 && !opens) return undefined
  const family =
    word.definite && isNameAdjective(word) && nisbaOfWord(word) === undefined && evidenceOf(word.bare) === undefined
  // «اللاعب ميدارو …»: behind a title a rare word is a name when the text prints it again.
  const again = likeness === 1 && !word.definite && (reading.times().get(word.whole) ?? 0) > 1
  if (count === 1 && likeness < 2 && !family && !isHolder && !(again && !/^[يت].{3,}/.test(word.whole)))
    return undefined
  if (count === 1 && isNameAdjective(word) && !families.has(word.whole) && !family) return undefined
  if (isEveryday(word.whole) && count === 1 && !isHolder) return undefined
  return {
    last,
    start: opens ? word.start : word.from,
    entries: [],
    words: count,
    known: opens || families.has(word.whole),
  }
}

/** A name that neither catalog nor tagger knows, told by a verb of saying before it or an office behind it. */
export function introducedAt(reading: Reading, at: number): PersonName | undefined {
  const { words } = reading
  const word = words[at]
  const before = words[at - 1]
  if (word === undefined || !begins(word, BEGINS.introduced)) return undefined
  if (word.definite) return saidBy(reading, at)
  if (isChildOf(reading, at)) return namedFrom(words, at)
  const opens = begins(word, BEGINS.given)
  if (opens && (isOrigin(words, at + 1) || isForeign(words, at + 1))) return namedFrom(words, at)
  const said = before !== undefined && touching(word) && begins(before, BEGINS.saying)
  const second = words[at + 1]
  if (!opens && !(said && nameLikeness(word) === 1 && second?.definite === false)) return undefined
  let last = at
  while (last - at + 1 < MOST_NAME_WORDS && continues(words, last + 1)) last++
  if (last === at || last - at > 3) return undefined
  if (!said && titlesBehind(reading, at, last).length === 0) return undefined
  return { last, start: word.from, entries: [], words: last - at + 1, known: opens }
}

/** «مارك {راسل}»: behind a given name that is no other word, one that news does not know. */
function isForeign(words: readonly Word[], at: number): boolean {
  const [given, word] = [words[at - 1], words[at]]
  if (given === undefined || word === undefined || !touching(word) || !plain(word) || word.definite) return false
  if (isTitleWord(word) || kindsOf(word).size > 0) return false
  if (given.pronoun || !isListedName(given.whole) || isEveryday(given.whole) || nameLikeness(word) !== 1) return false
  return word.whole.length > 3 && evidenceOf(word.bare) === undefined && !/^[يتناسبلكوف]|ا$/.test(word.whole)
}

const isOfCountry = (word: Word | undefined): boolean => word !== undefined && nisbaOfWord(word)?.kind === 'country'

/** «الدلبي يتسلم …», «الدلبي: …»: who opens the headline in front of what he does or says. */
function opensHeadline(words: readonly Word[], at: number): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]]
  if (word?.title !== true || next === undefined || before?.sentence === word.sentence || !/ي$/.test(word.bare))
    return false
  return touching(next) ? /^ي.{2,}/.test(next.whole) && plain(next) : next.before === ':'
}

/** «وقال الدلبي إن …»: behind the verb a definite word that the language hardly knows is somebody's family name. */
function saidBy({ words }: Reading, at: number): PersonName | undefined {
  const word = words[at]
  const [before, next] = [words[at - 1], words[at + 1]]
  if (word === undefined) return undefined
  const said = before !== undefined && touching(word) && begins(before, BEGINS.onlySaying)
  if (!said && !opensHeadline(words, at)) return undefined
  const { bare } = word
  const evidence = evidenceOf(bare)
  if (bare.length < 3 || (evidence?.definite ?? 0) > 2 || (evidence?.bare ?? 0) > 1) return undefined
  if (/(?:ون|ين|ات|ه|يه)$/.test(bare)) return undefined
  if (nisbaOfWord(word) !== undefined || (touching(next) && next?.definite === true && plain(next))) return undefined
  return { last: at, start: word.from, entries: [], words: 1, known: false }
}

/** What the tagger read as the rest of a name is another man's, or stands beside it behind a verb of two. */
function isAnother({ words, names, tagged }: Reading, first: number, at: number): boolean {
  const tag = tagged.get(at)
  if (tag?.type !== 'PER' || tag.another === true) return tag?.another === true
  return (
    MEETING.test(words[first - 1]?.whole ?? '') && names.get(at)?.entries.some(({ type }) => type === 'PER') === true
  )
}

const GAP = /^["'«»“”‘’\s]*[,،:ـ–-]?["'«»“”‘’\s(]*$/
const MOST_TITLES = 5

/** A name between commas: known and of two words, or closed by a mark of its own. */
function isApposition({ words }: Reading, { last, words: count, known, entries }: PersonName): boolean {
  if (count < 2) return false
  const next = words[last + 1]
  return known || entries.length > 0 || next === undefined || /^["»”“]?[،,.):\n]/.test(next.before)
}

const MOST_IN_BRACKETS = 3

/** «رئيس الاتحاد (فيفا) {فلان}»: the word behind brackets that open at a word and hold a name or two; that word where none open. */
function pastBrackets(words: readonly Word[], at: number): number {
  const sentence = words[at]?.sentence
  if (!/^["»”“]?\($/.test(words[at]?.before ?? '')) return at
  for (let next = at + 1; next <= at + MOST_IN_BRACKETS; next++) {
    const before = words[next]?.before ?? ''
    if (words[next]?.sentence !== sentence) return at
    if (before !== '') return /^\)[،,]?$/.test(before) ? next : at
  }
  return at
}

/** A chain of titles with the name they lead to, if they lead to one. */
export interface TitledPerson {
  readonly titles: readonly TitlePhrase[]
  readonly name: PersonName | undefined
  readonly nameAt: number
  readonly last: number
}

/** Reads «قائد … الجنرال إسماعيل …»: titles one after the other, then the name, if any. */
export function titledAt(reading: Reading, at: number): TitledPerson | undefined {
  const { words } = reading
  const titles: TitlePhrase[] = []
  let next = at
  while (titles.length < MOST_TITLES) {
    const word = words[next]
    if (titles.length > 0 && (word === undefined || !GAP.test(word.before) || !plain(word))) break
    const phrase = titleAt(reading, next)
    if (phrase === undefined) break
    // «استقبل الرئيس وزير خارجيته»: whose minister is another man
    const isHis = words[phrase.first]?.pronoun === true || words[phrase.core]?.pronoun === true
    if (isHis && titles.length > 0) break
    titles.push(phrase)
    next = phrase.last + 1
  }
  const final = titles[titles.length - 1]
  if (final === undefined) return undefined
  const word = words[next]
  let name: PersonName | undefined
  const behind = pastBrackets(words, next)
  if (behind > next) {
    const named = personAt(reading, behind, true)
    if (named?.known === true && named.words > 1) return { titles, name: named, nameAt: behind, last: named.last }
  }
  if (word !== undefined && word.sentence === words[at]?.sentence && GAP.test(word.before)) {
    const parted = /[,،:ـ–-]/.test(word.before)
    name = personAt(reading, next, true)
    if (parted && name !== undefined && !isApposition(reading, name)) name = undefined
    // «قال إن زوجته فارقت …»: behind «his wife» comes a verb as often as a name.
    if (reading.words[final.first]?.pronoun === true && name?.known === false) name = undefined
  }
  return { titles, name, nameAt: next, last: name?.last ?? final.last }
}

/** Titles that stand for their holder when no name follows; a rank or honorific alone rarely does. */
const STANDS_ALONE = new Set(['office', 'nobility', 'religious', 'rank'])

/** The span of a descriptor, with the mark that closes a quotation inside it. */
function quotedSpan(reading: Reading, first: number, last: number): { start: number; end: number } {
  const { start, end } = spanOf(reading, first, last)
  const { words } = reading
  const closes = words[first]?.quotation === 0 && (words[last]?.quotation ?? 0) > 0
  return { start, end: closes && /^["»”“]/.test(words[last + 1]?.before ?? '') ? end + 1 : end }
}

function descriptor(
  reading: Reading,
  first: number,
  last: number,
  phrases: readonly TitlePhrase[],
): FoundMention | undefined {
  const [phrase] = phrases
  const word = reading.words[first]
  if (phrase === undefined || word === undefined || bodyAt(reading, first) !== undefined) return undefined
  if (first === last) {
    // «التفجير الإرهابي», «مدينة جازان الاقتصادية»: one definite word behind a definite noun or a name describes it.
    const before = reading.words[first - 1]
    if (
      isOtherNoun(word.bare) ||
      isAdjectiveBehind(reading, first) ||
      (touching(word) && plain(word) && (before?.definite === true || /يه$/.test(word.bare)))
    )
      return undefined
  }
  // «مراقبة الأسعار», «مساعدة الأسر» are acts, «مساعدة الوزير» is whoever helps him.
  if (isOtherNoun(word.bare) && phrase.core === first && phrase.of === undefined) return undefined
  const definite =
    reading.words[first]?.definite === true || !phrase.bare || reading.words[phrase.core]?.definite === true
  if (!definite) return undefined
  const kind = phrase.titles[0]?.kind ?? 'office'
  if (phrase.bare && !STANDS_ALONE.has(kind) && kind !== 'profession') return undefined
  const { start, end } = quotedSpan(reading, first, last)
  return foundMention({
    first,
    last,
    start,
    end,
    type: 'PER',
    kind: 'nominal',
    by: 'title',
    // «شقيقة الطفل»: kin is no office.
    roles: kind === 'kinship' ? undefined : phrases.map((p) => roleOf(reading, p)),
    unnamed: true,
    country: phrase.country,
  })
}

export interface TitledMentions {
  readonly mentions: readonly FoundMention[]
  /** Word behind the titles and the name: no other title begins before it. */
  readonly next: number
}

const APPOSITION = /^["»”“]?[,،]?$/
const MOST_BEHIND = 3

/**
 * Offices told behind a name: «فلان، وزير الخارجية»، «فلان رئيس مجلس النواب». A title that leads to a name of its own is that
 * man's; one with the article and no body («الرئيس») is the next man's too.
 */
export function titlesBehind(reading: Reading, at: number, last: number): readonly TitlePhrase[] {
  const { words } = reading
  const next = words[last + 1]
  if (touching(next) && touching(words[at]) && MEETING.test(words[at - 1]?.whole ?? '')) return []
  if (next === undefined || !plain(next) || !APPOSITION.test(next.before) || next.sentence !== words[last]?.sentence)
    return []
  const titled = titledAt(reading, last + 1)
  if (titled === undefined || titled.name !== undefined || titled.titles.length > MOST_BEHIND) return []
  const first = titled.titles[0]
  return first === undefined || (first.bare && first.core === first.first) ? [] : titled.titles
}

/** «قالت أم خالد», «وأم خالد»: a woman called after her eldest. */
function motherAt({ words }: Reading, at: number): FoundMention | undefined {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]]
  if (word?.bare !== 'ام' || word.definite || next === undefined || before === undefined) return undefined
  if (!word.printed.endsWith('أم') || !touching(next) || !plain(next) || !isListedName(next.whole)) return undefined
  const told = touching(word) && (begins(before, BEGINS.saying) || /^[يت]قول$/.test(before.whole))
  if (!told && word.form.from === 0) return undefined
  if (continues(words, at + 2)) return undefined
  const [start, end] = [word.from, next.end]
  return foundMention({ first: at, last: at + 1, start, end, type: 'PER', kind: 'name', by: 'title' })
}

/** The mentions that a title at this word gives: the named man with his roles, or the descriptor standing for him. */
export function titledMentions(reading: Reading, at: number): TitledMentions | undefined {
  const mother = motherAt(reading, at)
  if (mother !== undefined) return { mentions: [mother], next: at + 2 }
  const titled = titledAt(reading, at)
  if (titled === undefined) return undefined
  const { titles, name, nameAt, last } = titled
  const mentions: FoundMention[] = []
  const behind = name === undefined ? [] : titlesBehind(reading, nameAt, name.last)
  for (const { of } of titles) {
    const inner = of === undefined ? undefined : descriptor(reading, of.first, of.last, [of])
    if (inner !== undefined) mentions.push(inner)
  }
  if (name !== undefined) {
    const end = reading.words[name.last]?.end ?? 0
    const roles = [...titles, ...behind].map((phrase) => roleOf(reading, phrase))
    const { entries, start } = name
    mentions.push(
      foundMention({
        first: nameAt,
        last: name.last,
        start,
        end,
        type: 'PER',
        kind: 'name',
        by: 'title',
        entries,
        roles,
      }),
    )
  } else {
    // «وزير الدفاع العميد …»: without a name each office in the row may be another man's.
    const whole = descriptor(reading, at, titles[0]?.last ?? last, titles.slice(0, 1))
    if (whole !== undefined) mentions.push(whole)
  }
  const behindEnd = behind.at(-1)?.last ?? -1
  return { mentions, next: Math.max(behindEnd, name === undefined ? (titles[0]?.last ?? last) : last) + 1 }
}
