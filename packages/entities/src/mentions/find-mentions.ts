import type { DataSource } from '@isnad/lexicon'
import type { Passage } from '@isnad/text'
import type { EntityType } from '../entity.js'
import { findCatalogNames, type GazetteerMatch } from '../gazetteer/automaton.js'
import { evidenceOf, isEveryday } from '../gazetteer/entries.js'
import { type NameTagger, nameTagger, type TaggedName } from '../tagger/tag-names.js'
import { BEGINS, begins } from './beginnings.js'
import { bodyAt, calledAt, isRank } from './bodies.js'
import { choose } from './choose.js'
import { classedAt } from './classed.js'
import {
  isAdjectiveHere,
  isMonthHere,
  isNameHere,
  isOtherwise,
  isOutletHere,
  isSporting,
  withoutClass,
  withoutDay,
} from './everyday.js'
import {
  AtWords,
  changed,
  type FoundMention,
  foundMention,
  type PersonName,
  type Reading,
  type TaggedWords,
} from './found.js'
import { groupAt } from './groups.js'
import { joinedPerson } from './name-ends.js'
import { occasionAt } from './occasions.js'
import { introducedAt, personAt, titledAt, titledMentions, titlesBehind } from './people.js'
import { bracketedNames, isGivenName, isListedName, knownElsewhere, ownConjunction, repeatedNames } from './repeats.js'
import { partedNames, secondName, withoutRunOn } from './run-on.js'
import { siteAt } from './sites.js'
import {
  adjectiveKind,
  headKinds,
  isNameAdjective,
  isNotName,
  isTitleWord,
  nameLikeness,
  nisbaOf,
  nisbaOfWord,
} from './tables.js'
import { roleOf, type TitlePhrase } from './titles.js'
import { plain, touching, type Word, wordsOf } from './words.js'

export interface Mentions {
  readonly words: readonly Word[]
  /** In text order, outer before inner. */
  readonly found: readonly FoundMention[]
}

/** «الشرق الأوسط»: a paper called like a place is meant only where something speaks of a paper. */
function withoutOutlets(match: GazetteerMatch, reading: Reading): GazetteerMatch['entries'] {
  const others = match.entries.filter(({ kind }) => kind !== 'outlet')
  const place = others.some(({ type }) => type === 'LOC' || type === 'GPE')
  const told = isOutletHere(reading, match) || isAmongOutlets(reading, match)
  return place && others.length < match.entries.length && !told ? others : match.entries
}

/** «رويترز و{الأناضول} وفرانس برس»: what else agencies are listed with. */
function isAmongOutlets({ words, names }: Reading, { first, last }: GazetteerMatch): boolean {
  const isOutlet = (match: GazetteerMatch | undefined): boolean =>
    match?.weak === false && match.entries.every(({ kind }) => kind === 'outlet')
  const next = names.get(last + 1)
  if (next?.attached === 'و' && touching(words[last + 1]) && isOutlet(next)) return true
  if (names.get(first)?.attached !== 'و' || !touching(words[first])) return false
  for (let at = first - 1; at >= Math.max(0, first - 3); at--) {
    const before = names.get(at)
    if (before?.last === first - 1) return isOutlet(before)
  }
  return false
}

const WATERS = /^(?:بحر|نهر|خليج|محيط|بحيره)$/

/** Which of several meanings of one name the words around it speak for. */
function typeOf(match: GazetteerMatch, reading: Reading): EntityType | undefined {
  const { words, sporting } = reading
  if (match.entries.length === 1) return match.entries[0]?.type
  const entries = withoutOutlets(match, reading)
  const types = new Set(entries.map((e) => e.type))
  const [first] = types
  if (types.size === 1) return first
  const before = words[match.first - 1]
  const inPlace =
    /[ب]$/.test(match.attached) ||
    (before !== undefined &&
      touching(words[match.first]) &&
      /^(?:في|الي|من|مدينه|مدن|محافظه|محافظات|محافظتي|ولايات|بلدات|قري|شرق|غرب|شمال|جنوب)$/.test(before.bare))
  if (inPlace) for (const type of ['GPE', 'LOC', 'FAC'] as const) if (types.has(type)) return type
  // «البحر الأحمر» is a governorate too, behind its noun
  if (types.has('LOC') && WATERS.test(words[match.first]?.bare ?? '') && !/^(?:محافظه|ولايه)$/.test(before?.bare ?? ''))
    return 'LOC'
  if (sporting && entries.some(({ kind }) => kind === 'club')) return 'ORG'
  for (const type of ['PROD', 'GPE', 'PER', 'ORG', 'LOC', 'FAC', 'EVT-NAME'] as const) if (types.has(type)) return type
  return first
}

function catalogMention(match: GazetteerMatch, reading: Reading): FoundMention | undefined {
  const { words } = reading
  const type = typeOf(match, reading)
  if (type === undefined) return undefined
  return foundMention({
    first: match.first,
    last: match.last,
    start: match.start,
    end: words[match.last]?.end ?? match.start,
    type,
    kind: 'name',
    by: 'catalog',
    entries: match.entries.filter((e) => e.type === type),
  })
}

/** «المملكة» alone is the kingdom that the paper writes from. */
function kingdomAt({ words }: Reading, at: number): FoundMention | undefined {
  const [word, next] = [words[at], words[at + 1]]
  if (word === undefined || (next !== undefined && touching(next) && isNameAdjective(next))) return undefined
  return foundMention({
    first: at,
    last: at,
    start: word.from,
    end: word.end,
    type: 'GPE',
    kind: 'name',
    by: 'catalog',
  })
}

const LED = new Set('حكومه اداره نظام مكتب ديوان'.split(' '))

/** «حكومة رئيس الوزراء فلان»: the leader's title and name belong to the name of his government. */
function withLeader(reading: Reading, body: FoundMention | undefined): FoundMention | undefined {
  if (body === undefined || !LED.has(body.head ?? '') || reading.words[body.first]?.definite === true) return body
  const titled = titledAt(reading, body.first + 1)
  if (titled?.name === undefined || titled.last < body.last) return body
  const { last } = titled
  return changed(body, { last, end: reading.words[last]?.end, kind: 'name', unnamed: false })
}

/** Whatever could be a mention, each read at its first word. */
function candidates(reading: Reading): FoundMention[] {
  const found: FoundMention[] = []
  const { words, names, tagged } = reading
  const push = (mention: FoundMention | undefined): void => {
    if (mention !== undefined) found.push(mention)
  }
  let nextTitle = 0
  /** The word behind a name and the offices told behind it. */
  let behindPerson = -1
  const pushPerson = (at: number, person: PersonName): void => {
    const behind = titlesBehind(reading, at, person.last)
    push(personMention(reading, at, person, behind))
    const end = (behind.at(-1)?.last ?? -1) + 1
    nextTitle = Math.max(nextTitle, end)
    behindPerson = Math.max(end, person.last + 1)
  }
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word
    const joined = at === behindPerson ? joinedPerson(words, at) : undefined
    if (joined !== undefined && names.get(at)?.weak !== false && !tagged.has(at)) {
      pushPerson(at, joined)
      continue
    }
    const titled = at < nextTitle || !begins(word, BEGINS.title) ? undefined : titledMentions(reading, at)
    if (titled !== undefined) {
      nextTitle = titled.next
      if (titled.mentions.some(({ kind }) => kind === 'name')) behindPerson = titled.next
      found.push(...titled.mentions)
    }
    // «وزير الخارجية»: the ministry is not named by its minister's title.
    const before = words[at - 1]
    const inTitle = before !== undefined && touching(word) && plain(word) && begins(before, BEGINS.minister)
    if (!inTitle && begins(word, BEGINS.body))
      found.push(...calledAt(reading, withLeader(reading, bodyAt(reading, at))))
    if (begins(word, BEGINS.classed)) push(classedAt(reading, at))
    if (begins(word, BEGINS.site)) push(siteAt(reading, at))
    if (begins(word, BEGINS.occasion)) push(occasionAt(reading, at))
    const named = at < nextTitle && titled?.mentions.every((m) => m.kind === 'nominal') !== true
    if (!named && begins(word, BEGINS.group)) push(groupAt(reading, at))
    if (tagged.has(at) && !(inTitle && tagged.get(at)?.type === 'ORG')) push(taggedMention(reading, at))
    if (begins(word, BEGINS.kingdom)) push(kingdomAt(reading, at))
    const match = names.get(at)
    if (match === undefined && !tagged.has(at)) {
      const person = introducedAt(reading, at)
      if (person !== undefined) pushPerson(at, person)
      continue
    }
    if (match !== undefined && (!match.weak || isNameHere(reading, match)) && !isOtherwise(words, match)) {
      if (inTitle && match.entries.every((e) => e.type === 'ORG')) continue
      const person = match.entries.some((e) => e.type === 'PER') ? personAt(reading, at, false) : undefined
      const type = typeOf(match, reading)
      if (person !== undefined && (person.last > match.last || type === 'PER')) pushPerson(at, person)
      else push(catalogMention(withoutClass(match, reading), reading))
    } else {
      const person = personAt(reading, at, false)
      if (person !== undefined) pushPerson(at, person)
    }
  }
  return found
}

/** «مجلس شورى» of «مجلس شورى الجماعة»: a common noun without its article asks for what it governs. */
function breaksOff(reading: Reading, { first, last, type }: TaggedWords): boolean {
  const { words } = reading
  const [end, next] = [words[last], words[last + 1]]
  if (type !== 'ORG' || last === first || end === undefined || end.definite || next === undefined) return false
  if (!touching(next) || !plain(next) || !next.definite || isNameAdjective(next)) return false
  return (evidenceOf(end.bare)?.definite ?? 0) > 4 && (bodyAt(reading, first)?.last ?? -1) > last
}

/** «{النادي} البنزرتي»: adjectives of the body whose noun stands before them. */
function isRestOfBody(reading: Reading, { first, last, type }: TaggedWords): boolean {
  const { words } = reading
  const head = words[first - 1]
  if (type !== 'ORG' || head?.definite !== true || !touching(words[first]) || !headKinds(head.bare).has('body'))
    return false
  for (let at = first; at <= last; at++) {
    const word = words[at]
    if (word === undefined || !isNameAdjective(word)) return false
  }
  return bodyAt(reading, first - 1)?.kind === 'name'
}

/** «الدولي التونسي», «الرياضي الإسباني»: a common adjective with a nisba behind it says what somebody is, and names no body. */
function isDescription({ words, names }: Reading, { first, last, type }: TaggedWords): boolean {
  const [opening, end] = [words[first], words[last]]
  if (type !== 'ORG' || last === first || opening === undefined || end === undefined || names.has(first)) return false
  if (isRank(words, first, last)) return true
  if (nisbaOf(opening.bare) !== undefined || nisbaOf(end.bare)?.kind !== 'country') return false
  for (let at = first; at <= last; at++) {
    const word = words[at]
    if (word === undefined || !isNameAdjective(word)) return false
  }
  return (evidenceOf(opening.bare)?.definite ?? 0) > 4
}

/** «حزب جديد», «حزب قوي»: an adjective without its article describes some body. */
function isSome({ words }: Reading, { first, last, type }: TaggedWords): boolean {
  const [head, next] = [words[first], words[first + 1]]
  if (type !== 'ORG' || last !== first + 1 || head === undefined || next === undefined) return false
  if (head.definite || next.definite || !plain(next) || !headKinds(head.bare).has('body')) return false
  return adjectiveKind(`ال${next.bare}`) !== undefined
}

/** «وزاد فلان …»: he went on. */
const TELLS_MORE = /^[وف]?(?:زاد|زادت|اردف|اردفت|استطرد|استطردت)$/

const isCountrys = (word: Word | undefined): boolean => word !== undefined && nisbaOfWord(word)?.kind === 'country'

/** «مليوني فرانك سويسري»: so many of a country's money. */
function isMoney(words: readonly Word[], { first, last }: TaggedWords): boolean {
  const [before, end, next] = [words[first - 1], words[last], words[last + 1]]
  if (before === undefined || !(before.number || /^(?:الف|مليون|مليوني|ملايين|مليار|ملياري)$/.test(before.whole)))
    return false
  const nisba = last > first ? end : next
  return nisba?.definite === false && isCountrys(nisba)
}

/** «في صفوف فيرييا البلغاري»: whose ranks these are, and of what country. */
function isClubOf(words: readonly Word[], { first, last }: TaggedWords): boolean {
  const [before, end, next] = [words[first - 1], words[last], words[last + 1]]
  if (!/^(?:صفوف|نادي|مهاجم|لاعب|مدافع|حارس|مدرب)$/.test(before?.bare ?? '') || before?.definite === true) return false
  const nisba = last > first ? end : next
  return nisba?.definite === true && touching(nisba) && isCountrys(nisba)
}

/** «مركز تسجيل», «مجلس إدارة»: two common nouns without an article name no one body. */
function isCommon({ words }: Reading, { first, last, type }: TaggedWords): boolean {
  const head = words[first]
  if (type !== 'ORG' || last === first || head === undefined || head.definite) return false
  const kinds = headKinds(head.bare)
  if (!kinds.has('body') && !kinds.has('facility')) return false
  const nouns = words.slice(first + 1, last + 1)
  const common = (w: Word): boolean =>
    !w.definite && plain(w) && (evidenceOf(w.bare)?.definite ?? 0) > 3 && isEveryday(w.bare)
  return common(nouns[0] ?? head) && nouns.every((w) => common(w) || w.preposition === 'ل')
}

const PLACES = /^(?:محافظات|محافظتي|محافظتا|مدن|مدينتي|ولايات|ولايتي|بلدات|قري|مديريات|محافظه|مدينه|ولايه|بلده|قضاء)$/

/** «محافظات {صلاح الدين}»: no man, where a noun of places stands before a name that is no man's. */
function isAfterClass({ words, names }: Reading, { first, last, type }: TaggedWords): boolean {
  const match = names.get(first)
  if (type !== 'PER' || match?.last !== last || match.attached !== '' || !touching(words[first])) return false
  return PLACES.test(words[first - 1]?.bare ?? '') && match.entries.some((e) => e.type === 'GPE')
}

/** A competition, not those who hold it. */
const LEAGUE = /^(?:الدوري|البطوله|الكاس)$/
/** The tagger's own word for it, below which it only helps others. */
const LEAST_SCORE = 0.75
/** An everyday word must be surer to be taken for a name. */
const SURE_SCORE = 0.97

function taggedMention(reading: Reading, at: number): FoundMention | undefined {
  const { words, tagged, names } = reading
  const tag = tagged.get(at)
  if (tag === undefined || tag.score < LEAST_SCORE || breaksOff(reading, tag) || isAfterClass(reading, tag))
    return undefined
  if (isRestOfBody(reading, tag) || isDescription(reading, tag) || isSome(reading, tag) || isCommon(reading, tag))
    return undefined
  if (tag.first === tag.last) {
    const word = words[at]
    if (isAdjectiveHere(words, at) || word === undefined || isNotName(word) || isMonthHere(words, at)) return undefined
    if (tag.score < SURE_SCORE && !names.has(at) && isEveryday(word.key)) return undefined
    // «مبلغ مالي»: a country that is an adjective too needs more than the tagger's word.
    const match = names.get(at)
    if (match?.weak === true && match.entries.some((e) => e.kind === 'country') && !isNameHere(reading, match))
      return undefined
  }
  if (tag.first === tag.last && headKinds(words[tag.first]?.bare ?? '').has('direction')) return undefined
  // «حي الرياض»: a quarter called after a town.
  const quarter = words[at - 1]?.bare === 'حي' && words[at - 1]?.definite === false && touching(words[at])
  if (tag.type === 'GPE' && quarter) return undefined
  const { first, last, start, score } = tag
  // «مستشفى النور الجهوي»: what opens with a noun of buildings alone is one.
  const kinds = headKinds(words[first]?.bare ?? '')
  const league = tag.type === 'ORG' && last > first && LEAGUE.test(words[first]?.key ?? '')
  const building = tag.type === 'ORG' && last > first && kinds.has('facility') && !kinds.has('body')
  return foundMention({
    first,
    last,
    start,
    end: words[last]?.end ?? start,
    type: building ? 'FAC' : league ? 'EVT-NAME' : tag.type,
    kind: 'name',
    by: 'tagger',
    weight: score,
  })
}

function personMention(reading: Reading, at: number, person: PersonName, behind: readonly TitlePhrase[]): FoundMention {
  const end = reading.words[person.last]?.end ?? person.start
  return foundMention({
    first: at,
    last: person.last,
    start: person.start,
    end,
    type: 'PER',
    kind: 'name',
    by: 'catalog',
    entries: person.entries,
    roles: behind.length === 0 ? undefined : behind.map((phrase) => roleOf(reading, phrase)),
  })
}

/** Nouns of kind stay outside a name; the grammars read what stands behind them. */
function opensWithClass({ definite, bare }: Word): boolean {
  const kinds = headKinds(bare)
  if (definite || kinds.has('body') || kinds.has('facility')) return false
  return kinds.has('place-class') || kinds.has('outlet-class') || kinds.has('platform-class')
}

/** «#سالم_البحيري» is one name: the halves that a hashtag's sign parts are put together. */
function unparted(words: readonly Word[], names: readonly TaggedName[]): readonly TaggedName[] {
  const whole: TaggedName[] = []
  let at = 0
  for (const name of names) {
    const last = whole[whole.length - 1]
    while (at < words.length && (words[at]?.end ?? 0) <= name.start) at++
    const { before = ' ', start = 0 } = words[at] ?? {}
    const joined = last?.type === 'PER' && name.type === 'PER' && before === '' && start - last.end === 1
    if (joined && words[at - 1]?.end === last.end && words[at]?.tagged === true)
      whole[whole.length - 1] = {
        start: last.start,
        end: name.end,
        type: last.type,
        score: Math.min(last.score, name.score),
      }
    else whole.push(name)
  }
  return whole
}

/** «الرئيس {الكيني} فلان»: a title, or the country that the title before it is of. */
function isOfTitle(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (word === undefined || isTitleWord(word)) return word !== undefined
  const before = words[at - 1]
  return before?.definite === true && touching(word) && plain(word) && nisbaOfWord(word)?.kind === 'country'
}

const SAYING_OF = /^[وف]?(?:قال|قالت|صرح|صرحت|اكد|اكدت|اوضح|اوضحت|اضاف|اضافت|ذكر|ذكرت|يقول|تقول|كتب|كتبت|اعلن|اعلنت)$/

/** «وقال {بنجامين} …», «صرح {كلاوس} …»: who speaks stands behind the verb without a preposition. */
function isUncut(words: readonly Word[], at: number, times: Reading['times']): boolean {
  const word = words[at]
  if (word === undefined || word.conjunction || !/^[بكس]/.test(word.whole) || !touching(word)) return false
  // The س of the future stands before verbs alone.
  if (word.whole.startsWith('س')) return true
  const rest = word.whole.slice(1)
  return !times().has(rest) && !isGivenName(rest) && SAYING_OF.test(words[at - 1]?.whole ?? '')
}

/** The tagger's names in words; what ends inside a word, or opens with a noun of kind, is left out, and so is a title in front. */
function taggedWords(
  words: readonly Word[],
  names: readonly TaggedName[],
  known: Reading['names'],
  times: Reading['times'],
): Reading['tagged'] {
  const tagged = new AtWords<TaggedWords>(words.length)
  const wholeStart = ownConjunction(words, times)
  /** Where the name before this one begins. */
  let firstOf = -1
  let at = 0
  for (const { start, end, type, score } of unparted(words, names)) {
    while (at < words.length && (words[at]?.end ?? 0) <= start) at++
    let last = at
    while (last + 1 < words.length && (words[last + 1]?.start ?? 0) < end) last++
    let first = at
    let opening = words[first]
    if (opening === undefined || words[last]?.end !== end) continue
    // «لقاء قآاني بالكاظمي»: a preposition before the article begins another name.
    for (let w = first + 1; type === 'PER' && w <= last; w++) {
      const word = words[w]
      const isNamed = word?.preposition === 'ب' && known.get(w)?.attached === 'ب' && w <= last
      if (word !== undefined && word.preposition !== '' && (word.definite || isNamed)) last = w - 1
    }
    // «كريم جلال: الراوي …»: a colon or a comma ends a name.
    for (let w = first + 1; w <= last; w++) if (/[:،؛,(]/.test(words[w]?.before ?? '')) last = w - 1
    last = withoutRunOn(words, known, { first, last, type })
    while (type === 'GPE' && last > first && opening?.bare === 'مديريه') opening = words[++first]
    if (opening === undefined || opensWithClass(opening)) continue
    // «عليه {يوسف} …»: a particle or a verb that no name begins with.
    while (type === 'PER' && last > first + 1 && isStranger(opening)) {
      opening = words[++first]
      if (opening === undefined) break
    }
    if (opening === undefined) continue
    const printed = Math.max(start, opening.start)
    const uncut =
      type === 'PER' && printed === opening.start + 1 && (isGivenName(opening.whole) || isUncut(words, first, times))
    // «كلاوس»: Laos with a ك in front of it begins no man's name.
    const match = known.get(first)
    const place = type === 'PER' && start === opening.start && match?.entries.every((e) => e.type !== 'PER') === true
    // «كريستيان {فان} …»: no ف and no إن.
    const dutch = type === 'PER' && last > first && opening.printed === 'فان'
    const head = dutch ? tagged.get(firstOf) : undefined
    if (head?.type === 'PER' && head.last === first - 1 && touching(opening)) {
      tagged.set(firstOf, { ...head, last, score: Math.min(head.score, score) })
      continue
    }
    let from = uncut || place || dutch ? opening.start : (match?.start ?? wholeStart(first, printed))
    // «و{لؤي} …»: a و that nobody cut, before a given name.
    if (type === 'PER' && from === opening.start && /^و..+/.test(opening.whole) && !isGivenName(opening.whole)) {
      if (isListedName(opening.whole.slice(1))) from++
    }
    while (type === 'PER' && last > first && opening?.definite === true && isOfTitle(words, first)) {
      opening = words[++first]
      from = opening?.from ?? from
    }
    const ahead = words[first - 1]
    if (type === 'PER' && ahead !== undefined && words[first]?.tagged === true && nameLikeness(ahead) > 0) {
      first = ahead.index
      from = ahead.start
    }
    if (type === 'PER' && last > first && TELLS_MORE.test(words[first]?.whole ?? '')) {
      first++
      from = words[first]?.from ?? from
    }
    // «سلطنة عمان»: two places for the tagger, one in the catalog.
    const longer = type === 'GPE' ? known.get(first - 1) : undefined
    if (longer?.weak === false && longer.last === last && longer.entries.every(({ kind }) => kind === 'country'))
      continue
    const name = { first, last, start: from, type, score }
    firstOf = first
    if (type === 'PER' && isMoney(words, name)) continue
    if (type === 'PER' && isClubOf(words, name)) {
      const end = isCountrys(words[last]) ? Math.max(first, last - 1) : last
      tagged.set(first, { first, last: end, start: from, type: 'ORG', score })
      continue
    }
    const second = type === 'PER' ? secondName(words, known, name) : undefined
    tagged.set(first, second === undefined ? name : { ...name, last: second - 1 })
    if (second !== undefined)
      tagged.set(second, { first: second, last, start: words[second]?.start ?? from, type, score, another: true })
  }
  return tagged
}

/** A particle, verb or title that begins no name; «فان» does. */
const isStranger = (word: Word): boolean => isNotName(word) && !isGivenName(word.whole) && word.printed !== 'فان'

/** How often each whole word is printed. */
function timesOf(words: readonly Word[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const { whole } of words) times.set(whole, (times.get(whole) ?? 0) + 1)
  return times
}

/** Every mention of an article, named and described, before they are linked to entities. */
export function findMentions(passage: Passage, tagger: NameTagger = nameTagger(), catalog?: DataSource): Mentions {
  const words = wordsOf(passage)
  const names = new AtWords<GazetteerMatch>(words.length)
  for (const found of findCatalogNames(words, catalog)) {
    const match = withoutDay(found, words)
    if (match !== undefined) names.set(match.first, match)
  }
  let counted: ReadonlyMap<string, number> | undefined
  const times = (): ReadonlyMap<string, number> => {
    counted ??= timesOf(words)
    return counted
  }
  const tagged = taggedWords(words, tagger.names(passage), names, times)
  const reading: Reading = { words, names, tagged, times, sporting: isSporting(words) }
  const first = partedNames(reading, choose(candidates(reading), words))
  const repeated = [
    ...repeatedNames(reading, first),
    ...knownElsewhere(reading, first),
    ...bracketedNames(reading, first),
  ]
  const found = repeated.length === 0 ? first : choose([...first, ...repeated], words)
  return { words, found: found.map((mention) => withClosingMark(mention, passage.text.value)) }
}

/** Marks that open and the ones that close, as code units. */
const [OPENING, CLOSING] = ['«“"', '»”"']

/** «فندق "النخيل"»: a name that opens marks inside itself closes them too. */
function withClosingMark(mention: FoundMention, value: string): FoundMention {
  const { start, end } = mention
  const next = CLOSING.indexOf(value.charAt(end))
  if (next < 0 || end === value.length) return mention
  let open = -1
  for (let at = start; at < end; at++) {
    const mark = value.charAt(at)
    if (open >= 0 && mark === CLOSING.charAt(open)) open = -1
    else if (OPENING.includes(mark)) open = OPENING.indexOf(mark)
  }
  return open === next ? changed(mention, { end: end + 1 }) : mention
}
