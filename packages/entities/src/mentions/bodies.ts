import { findCountry, type HeadKind } from '@isnad/lexicon'
import { type Entry, evidenceOf } from '../gazetteer/entries.js'
import { type FoundMention, type Reading, spanOf, surely } from './found.js'
import {
  complementAt,
  countryOfNisbas,
  pastAdjectives,
  pastConjunct,
  pastEponym,
  pastGoverned,
  pastTrades,
} from './phrases.js'
import {
  describesPeople,
  factsOf,
  isNameAdjective,
  isNotName,
  kindsOf,
  nameLikeness,
  nisbaOf,
  nisbaOfWord,
} from './tables.js'
import { joined, plain, touching, type Word } from './words.js'

/** Bodies whose trade may name two things: «وزارة الصحة والسكان». */
const TWO_TRADES = new Set(
  'وكاله جهاز وزاره وزارات وزارتا وزارتي حزب لجنه هييه مديريه مركز اتحاد غرفه موسسه مجلس جمعيه معهد جامعه كليه اداره شركه صندوق نقابه رابطه دايره مكتب قطاع'.split(
    ' ',
  ),
)
/** Bodies that say with ل what they are for: «المرصد السوري لحقوق الإنسان». */
const WITH_PURPOSE = new Set(
  (
    'مرصد قطب اتحاد مركز معهد هييه لجنه مجلس جمعيه موسسه منظمه شبكه صندوق مكتب برنامج وكاله مديريه مفوضيه محكمه بنك موتمر اداره شركه ' +
    'رابطه منتدي ديوان حركه جبهه نقابه جامعه غرفه كونفدراليه اتحاديه اكاديميه مدرسه كليه مصلحه تنسيقيه جهاز بعثه كنفدراليه'
  ).split(' '),
)
/** «الأعلام» (flags) beside «الإعلام», «النظام الداخلي» (the statute). */
const NEVER_HEADS = /^[وفبلك]{0,2}(?:ال)?أعلام$/u
/** Definite with an adjective, they still name no body unless it says of what country. */
const LOOSE_HEADS = new Set(
  'قوات سلطات نظام اداره اعلام قياده سلاح طيران دايره خليه مقاومه معارضه محور مبادره مصلحه فرقه كتيبه'.split(' '),
)
/** Also what somebody does: «لإدارة ليبيا», «قيادة الحوار». */
const MASDARS = new Set('اداره قياده رياسه حشد اعلام بعثه اتحاد مقاومه'.split(' '))
/** Definite, they name no body unless an adjective of belonging says whose they are. */
const GENERIC_COMPLEMENTS = new Set(
  'الامن الشرطه المعارضه النظام الاحتلال التحالف الجيش الحكومه الحراسه الطواري الدوله الحزب الحركه الجماعه الشركه النادي الجامعه الفريق الوزاره الاداره المحافظه المدينه البلده المنطقه القريه الحي المتمردين المتمردون الثوار البلاد'.split(
    ' ',
  ),
)

/** What has a command: «قيادة الجيش»; «قيادة السيارات» is an act. */
const LED_BODIES =
  /^(?:جيش|قوات|قوه|حزب|حركه|حرس|فيلق|لواء|فرقه|منطقه|عمليات|اركان|جبهه|تنظيم|تحالف|شرطه|درك|بحريه|اسطول|سلاح|طيران|قطاع|جهاز|مليشيا|ميليشيا|جماعه|تيار|اتحاد|منظمه|كتايب|هييه|مجلس|دفاع)$/

/** Whose media are spoken of as one. */
const WARRING = /^ال(?:نظام|احتلال|عدو|حزب|حركه|دوله|جيش|حكومه|غرب|حوثي|انقلاب|تنظيم)$/

const MOST_QUOTED = 5
/** Marks say where a name ends; no list does so better. */
const QUOTED = 1.2
/** Bodies whose noun belongs to the name even in front of marks. */
const PARTIES = /^(?:حزب|حركه|تيار|جبهه|تحالف|كتله|ايتلاف|تجمع)$/

/** A quotation that opens at a word and closes within a few: its last word. */
function quotedFrom({ words }: Reading, at: number): number | undefined {
  const first = words[at]
  if (first === undefined || first.quotation === 0 || words[at - 1]?.quotation === first.quotation) return undefined
  let last = at
  while (words[last + 1]?.quotation === first.quotation) {
    if (words[last + 1]?.before !== '' || ++last - at >= MOST_QUOTED) return undefined
  }
  return words[last + 1]?.sentence === first.sentence || words[last]?.closes === true ? last : undefined
}

/** What stands in marks of its own has no clitics: the و of «"وات"» is the name's. */
const quotedSpan = ({ words }: Reading, first: number, last: number): { start: number; end: number } => ({
  start: words[first]?.start ?? 0,
  end: words[last]?.end ?? 0,
})

function mention(
  reading: Reading,
  first: number,
  last: number,
  more: Pick<FoundMention, 'type' | 'kind' | 'by'> & Partial<FoundMention>,
): FoundMention {
  return {
    first,
    last,
    ...spanOf(reading, first, last),
    entries: [],
    country: countryOfNisbas(reading, first, last),
    ...more,
  }
}

/** «… لحقوق الإنسان»: the purpose behind a body's name. */
function pastPurpose(reading: Reading, last: number, head: string): number {
  const { words } = reading
  const next = words[last + 1]
  if (next === undefined || !touching(next) || next.conjunction || next.pronoun) return last
  if (next.preposition !== 'ل' && !isUncut(next, words[last + 2])) return last
  if (!WITH_PURPOSE.has(head) || isNotName(next) || /^(?:كافه|جميع|كل|مختلف|لقاء|بحث|مناقشه|دعم)$/.test(next.bare))
    return last
  const second = words[last + 2]
  // «للجنة الأخلاق»: the second ل is the noun's own, and it governs what follows.
  const ownL = /^[وف]?لل(?:جنه|جان|قاء|واء|غه)$/.test(next.whole) && second?.definite === true && plain(second)
  if (next.definite && !(ownL && touching(second) && !isNameAdjective(second))) {
    const end = pastGoverned(reading, pastAdjectives(reading, last + 1))
    return pastTrades(reading, end)
  }
  // «لمتابعة ومراقبة الأسواق»: two acts on one thing.
  const two = second?.conjunction === true && second.preposition === '' && !second.definite && !second.pronoun
  const at = two && /[هتا]/.test(second.bare) && !isNotName(second) ? last + 3 : last + 2
  const rest = complementAt(reading, at)
  return rest === undefined || !touching(second) || !touching(words[at]) ? last : pastConjunct(reading, rest.last)
}

/** «لصون الغابات»: a rare word with an ل that nobody cut, in front of what it governs. */
const isUncut = (word: Word, next: Word | undefined): boolean =>
  word.preposition === '' &&
  /^ل[^ا].{2,}$/.test(word.bare) &&
  !word.definite &&
  evidenceOf(word.bare) === undefined &&
  next?.definite === true &&
  plain(next)

/** «حكومته», «جيشنا»: somebody's body, never a name. */
function ownBodyAt(reading: Reading, at: number, { noun }: Word): FoundMention | undefined {
  if (!/^(?:حكومه|جيش|نادي|شركه|حزب|حركه|قوات|وزاره|اداره)$/.test(noun)) return undefined
  return mention(reading, at, at, { type: 'ORG', kind: 'nominal', by: 'head', head: noun, unnamed: true })
}

/** «مديرية نهم»: in Yemen a district, where a place or a word that is no trade stands behind it. */
function isDistrict({ names }: Reading, next: Word): boolean {
  const name = names.get(next.index)
  if (name?.attached === '' && name.entries.some((e) => e.type === 'GPE' || e.type === 'LOC')) return true
  if (next.definite) return !isNameAdjective(next) && nameLikeness(next) > 0
  return evidenceOf(next.bare)?.definite === undefined || (evidenceOf(next.bare)?.definite ?? 0) < 3
}

/** «شبكة الكهرباء», «شبكة قطارات الأنفاق»: lines and pipes. */
const GRIDS =
  /^(?:قطار|قطارات|كهرباء|انترنت|طرق|طرقات|مياه|ماء|صرف|اتصالات|هاتف|انفاق|غاز|انابيب|نقل|مترو|ري|تجسس|تهريب|دعاره)$/

/** «تجمع مئات المتظاهرين», «تجمع المحتجون»: a crowd or a verb; bodies of this name are made of people or called so. */
function isGathering(reading: Reading, at: number): boolean {
  const next = reading.words[at + 1]
  if (next === undefined || kindsOf(next).has('count') || /ون$/.test(next.bare)) return true
  if (/^(?:مييات|مئات|عشرات|الاف|عدد|نحو|اكثر|اعداد|حشود|حشد)$/.test(next.bare) || next.number) return true
  if (describesPeople(next) || kindsOf(next).has('people') || kindsOf(next).has('body')) return false
  if (/(?:ين|ات|يه)$/.test(next.bare) || surely(reading, at + 1) !== undefined) return false
  return pastAdjectives(reading, at + 1) === at + 1
}

/** «اللواء الزهراوي»: behind a rank that is a body's noun too, an adjective of no country and no arm is a family name. */
function isRankBefore(head: string, next: Word | undefined): boolean {
  if ((head !== 'لواء' && head !== 'فريق') || next === undefined || !touching(next) || !plain(next)) return false
  return (
    next.definite && isNameAdjective(next) && factsOf(next).adjective === undefined && nisbaOfWord(next) === undefined
  )
}

/** «جمعية القضاة {التونسيين}»: behind people that a body is made of, whose they are. */
function pastNationals({ words }: Reading, last: number): number {
  const next = words[last + 1]
  const people = words[last]
  if (next === undefined || people === undefined || !touching(next) || !plain(next) || !next.definite) return last
  const isPeople = kindsOf(people).has('people') || describesPeople(people)
  return people.definite && isPeople && nisbaOfWord(next)?.people === true ? last + 1 : last
}

/** «السياسة {الخارجية} الأميركية»: foreign, and no ministry. */
const isAdjectiveOf = (words: readonly Word[], at: number): boolean => {
  const [before, word] = [words[at - 1], words[at]]
  if (before?.definite !== true || before.conjunction || !touching(word) || word?.conjunction === true) return false
  return /(?:ه|ات|شوون|ديون|اموال|اسواق)$/.test(before.bare) && factsOf(before).adjective === undefined
}

/** «المركز الثاني»: who came second. */
export const isRank = (words: readonly Word[], first: number, last: number): boolean =>
  last === first + 1 &&
  /^(?:مركز|مجموعه|مستوي)$/.test(words[first]?.bare ?? '') &&
  /^ال(?:اول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|اخير)$/.test(words[last]?.key ?? '')

/** «الشركة الحكومية», «الوكالة الرسمية»: what kind it is, not what it is called. */
const KINDS_OF_BODY = /^(?:شركه|وكاله|موسسه|منظمه|صحيفه|قناه|محطه|مجموعه|جهه|هييه)$/
const SAYS_WHAT_KIND = /^(?:حكومي|رسمي|اعلامي|اخباري|خاص|تجاري|امني|صناعي|حقوقي)ه?$/

/** A body by the noun that opens its name: «الجيش السوري», «وزارة الخارجية الإيرانية», «حزب البناء والتنمية». */
export function bodyAt(reading: Reading, at: number): FoundMention | undefined {
  const { words } = reading
  const word = words[at]
  if (word === undefined || word.number) return undefined
  if (word.pronoun) return ownBodyAt(reading, at, word)
  const kinds = kindsOf(word)
  const head = word.bare
  // «الفريق أول», «الفريق الركن»: a rank.
  if (head === 'فريق' && word.definite && /^(?:اول|ركن)$/.test(words[at + 1]?.bare ?? '')) return undefined
  // «الفصائل», «الميليشيات العراقية»: a collective described, no body.
  if (word.definite && kinds.has('forces') && !kinds.has('body')) return undefined
  if (
    NEVER_HEADS.test(word.printed) ||
    !(kinds.has('body') || (word.definite && (kinds.has('body-class') || kinds.has('outlet-class'))))
  )
    return undefined
  const next = words[at + 1]
  if (word.definite && isRankBefore(head, next)) return undefined
  if (!word.definite && touching(next) && next !== undefined) {
    if (head === 'مديريه' && isDistrict(reading, next)) return undefined
    if (head === 'تجمع' && isGathering(reading, at)) return undefined
    if (head === 'شبكه' && GRIDS.test(next.bare)) return undefined
  }
  if (word.definite) {
    const named = pastAdjectives(reading, at)
    const end = pastPurpose(reading, named, head)
    if (named === at && end === at) {
      // «اللواء سالم …»: a rank.
      if (head === 'لواء' && next !== undefined && touching(next) && nameLikeness(next) > 0) return undefined
      const before = words[at - 1]
      if (touching(word) && before?.definite === true && plain(word) && /يه$/.test(head)) return undefined
      const loose = pastAdjectives(reading, at, true)
      return mention(reading, at, loose, { type: 'ORG', kind: 'nominal', by: 'head', head, unnamed: true })
    }
    if (isRank(words, at, end)) return undefined
    if (end === at + 1 && KINDS_OF_BODY.test(head) && SAYS_WHAT_KIND.test(words[end]?.bare ?? ''))
      return mention(reading, at, end, { type: 'ORG', kind: 'nominal', by: 'head', head, unnamed: true })
    const whose = countryOfNisbas(reading, at + 1, end) !== undefined
    if (/^(?:خارجيه|داخليه)$/.test(head) && (!whose || isAdjectiveOf(words, at))) return undefined
    if ((!whose && LOOSE_HEADS.has(head)) || (!whose && !kinds.has('body')))
      return mention(reading, at, end, { type: 'ORG', kind: 'nominal', by: 'head', head, unnamed: true })
    return mention(reading, at, end, { type: 'ORG', kind: 'name', by: 'head', head })
  }
  // «تم إعلام الوحدات», «لإدارة البلاد»: what is done, no body.
  const done = /^[وف]?(?:تم|يتم|تمت|وقع|جري|يجري)$/.test(words[at - 1]?.whole ?? '')
  if (MASDARS.has(head) && (word.preposition !== '' || done)) return undefined
  const quoted = quotedFrom(reading, at + 1)
  if (quoted !== undefined && surely(reading, at + 1)?.last === quoted) return undefined
  if (quoted !== undefined)
    return mention(reading, at, quoted, {
      type: 'ORG',
      kind: 'name',
      by: 'head',
      head,
      ...(PARTIES.test(head) ? { weight: QUOTED } : {}),
    })
  const complement = complementAt(reading, at + 1)
  if (complement === undefined) return undefined
  const name = surely(reading, at + 1)
  if (MASDARS.has(head) && name?.entries.every((e) => e.type !== 'PER')) return undefined
  if (head === 'اعلام' && name === undefined && !WARRING.test(next?.key ?? '')) return undefined
  // «مقاومة التلوث»: what is done to it.
  if (head === 'مقاومه' && name === undefined) return undefined
  if (head === 'قياده' && name === undefined && !LED_BODIES.test(next?.bare ?? '')) return undefined
  // «مجلس إدارة الهيئة»: its board, not another body inside.
  if (head === 'اداره' && words[at - 1]?.bare === 'مجلس' && touching(word)) return undefined
  let end = pastAdjectives(reading, pastNationals(reading, pastEponym(reading, complement.last)))
  end = pastGoverned(reading, end)
  if (TWO_TRADES.has(head)) end = pastTrades(reading, end)
  end = pastAdjectives(reading, end)
  end = pastPurpose(reading, end, head)
  const generic = end === at + 1 && GENERIC_COMPLEMENTS.has(words[end]?.key ?? '')
  return mention(reading, at, end, {
    type: 'ORG',
    kind: generic ? 'nominal' : 'name',
    by: 'head',
    head,
    ...(generic ? { unnamed: true } : {}),
  })
}

const CLASS_TYPES: readonly (readonly [HeadKind, FoundMention['type']])[] = [
  ['place-class', 'GPE'],
  ['area-class', 'LOC'],
  ['outlet-class', 'ORG'],
  ['body-class', 'ORG'],
]

/** What a noun of kind says the next words name: «مدينة ملولش», «صحيفة المدينة», «تنظيم "الدولة الإسلامية"». */
export function classedAt(reading: Reading, at: number): FoundMention | undefined {
  const { words } = reading
  const word = words[at]
  if (word === undefined || word.definite || word.pronoun || word.number) return undefined
  const kinds = kindsOf(word)
  if (kinds.size === 0) return undefined
  const next = words[at + 1]
  if (next === undefined || !joined(next) || next.number) return undefined
  const district = word.bare === 'مديريه' && isDistrict(reading, next)
  for (const [kind, type] of CLASS_TYPES) {
    if (!kinds.has(kind) && !(district && kind === 'place-class')) continue
    const head = word.bare
    if (head === 'وكاله' && next.bare === 'انباء') return undefined
    const tribe = /^(?:قبيله|عشيره|قبيلتي|عشيرتي)$/.test(head)
    const name = reading.names.get(at + 1)
    if (name !== undefined && name.attached === '') {
      if (name.entries.some((e) => e.type === 'PROD')) return undefined
      const entries = name.entries.filter((e) => e.type === type || (kind === 'place-class' && e.type === 'LOC'))
      if (entries.length > 0)
        return {
          first: at + 1,
          last: name.last,
          start: name.start,
          end: words[name.last]?.end ?? 0,
          type,
          kind: 'name',
          by: 'class',
          entries,
          head,
        }
      if (!name.weak) return undefined
    }
    if (!plain(next)) return undefined
    if (head === 'وكاله' && next.definite) return undefined
    const quoted = quotedFrom(reading, at + 1)
    if (quoted !== undefined)
      return {
        ...mention(reading, at + 1, quoted, { type, kind: 'name', by: 'class', head }),
        ...quotedSpan(reading, at + 1, quoted),
      }
    const last = district && !next.definite ? at + 1 : properFrom(reading, at + 1, kind)
    if (last !== undefined)
      return mention(
        reading,
        at + 1,
        last,
        tribe
          ? { type: 'PER', kind: 'name', by: 'class', head, group: true }
          : { type, kind: 'name', by: 'class', head },
      )
  }
  return undefined
}

const isTownNoun = (word: Word | undefined): boolean =>
  word !== undefined && !word.definite && /^(?:معتمديه|مدينه|بلده|قريه|ولايه|محافظه|ناحيه|قضاء)$/.test(word.bare)

const PAPERS = new Set('صحيفه جريده قناه مجله فضاييه اذاعه'.split(' '))

/** Words behind a noun of kind that look like a name: one definite word, or rare words side by side. */
function properFrom({ words }: Reading, at: number, kind: HeadKind): number | undefined {
  const word = words[at]
  const small = /^(?:قريه|بلده|ناحيه|ضيعه|معتمديه|مديريه)$/.test(words[at - 1]?.bare ?? '')
  if (small && word?.definite === true && factsOf(word).adjective === undefined && kindsOf(word).size === 0) return at
  // «القلعة الكبرى», «القصر القديم»: behind a noun of towns a site with its adjective is what the town is called after.
  if (word?.definite === true && kindsOf(word).has('facility') && isTownNoun(words[at - 1])) {
    const next = words[at + 1]
    return touching(next) && next?.definite === true && plain(next) && factsOf(next).adjective !== undefined
      ? at + 1
      : at
  }
  if (word === undefined || isNotName(word) || isNameAdjective(word) || nisbaOfWord(word) !== undefined)
    return undefined
  if (kindsOf(word).size > 0) return undefined
  if (word.definite) {
    if (/^الانترنت$/.test(word.key)) return undefined
    const likely = kind === 'outlet-class' ? PAPERS.has(words[at - 1]?.bare ?? '') : nameLikeness(word) > 0
    return likely ? at : undefined
  }
  if (/(?:ي|يه)$/.test(word.bare) || /^(?:ال)?انترنت$/.test(word.key)) return undefined
  if (nameLikeness(word) === 0 && !/^[A-Za-z]/.test(word.whole)) return undefined
  let last = at
  for (
    let next = words[last + 1];
    next !== undefined && touching(next) && plain(next) && last < at + 2;
    next = words[last + 1]
  ) {
    if (next.definite || nameLikeness(next) !== 1 || /^[يت]/.test(next.whole)) break
    last++
  }
  return last
}

const SURE = 1.5

function countryEntry(code: string): Entry {
  const country = findCountry(code)
  const id = `country.${code.toLowerCase()}`
  return { id, type: 'GPE', kind: 'country', ar: country?.ar ?? code, en: country?.en ?? code, country: code }
}

/** Sites that are named after nearly anything; only a name behind them makes one. */
const LOOSE_SITES = new Set(
  'راس منفذ محطه شارع طريق باب دار قاعده مجمع سوق اسواق مول صاله برج حقل مدرسه حديقه مسرح مركز مقام مبني نفق'.split(
    ' ',
  ),
)

/** Sites, terrain and borders by the noun that opens their name: «مطار بغداد الدولي», «جبل سنجار», «الحدود السورية». */
export function siteAt(reading: Reading, at: number): FoundMention | undefined {
  const { words } = reading
  const word = words[at]
  if (word === undefined || word.pronoun || word.number) return undefined
  const kinds = kindsOf(word)
  const head = word.bare
  if (word.definite && (kinds.has('border') || kinds.has('direction'))) {
    let last = at
    for (
      let next = words[last + 1];
      next !== undefined && (touching(next) || /^[-–ـ]+$/.test(next.before));
      next = words[last + 1]
    ) {
      const nisba = next.definite && plain(next) ? nisbaOfWord(next) : undefined
      if (nisba === undefined || nisba.people) break
      last++
    }
    const both = last === at && kinds.has('border') ? pastBoth(reading, at) : at
    if (both > at)
      return mention(reading, at, both, { type: 'LOC', kind: 'name', by: 'head', head, weight: SURELY_BOTH })
    return last === at ? undefined : mention(reading, at, last, { type: 'LOC', kind: 'name', by: 'head', head })
  }
  if (word.key === 'الاراضي') {
    const next = words[at + 1]
    const nisba = next?.definite === true && touching(next) && plain(next) ? nisbaOfWord(next) : undefined
    if (nisba?.country === undefined || nisba.kind !== 'country') return undefined
    if (nisba.country === 'PS')
      return mention(reading, at, at + 1, { type: 'LOC', kind: 'name', by: 'head', head, weight: SURE })
    const entries = [countryEntry(nisba.country)]
    return mention(reading, at, at + 1, { type: 'GPE', kind: 'nominal', by: 'head', head, entries, weight: SURE })
  }
  // «معتمدية القلعة الكبرى»: a town called after its castle.
  if (word.definite && touching(word) && plain(word) && isTownNoun(words[at - 1])) return undefined
  // «عن طريق البنك»: by way of it.
  if (head === 'طريق' && words[at - 1]?.whole === 'عن') return undefined
  const facility = kinds.has('facility')
  if (!facility && !kinds.has('terrain')) return undefined
  const type = facility ? 'FAC' : 'LOC'
  if (word.definite) {
    const last = pastAdjectives(reading, at)
    const nisba = last > at && countryOfNisbas(reading, at + 1, last) !== undefined
    // «الشارع الأردني», «السوق التونسية»: people and trade, no site.
    if (!nisba || !facility || LOOSE_SITES.has(head))
      return facility && last === at
        ? mention(reading, at, at, { type, kind: 'nominal', by: 'head', head, unnamed: true })
        : undefined
    return mention(reading, at, pastPlace(reading, last), { type, kind: 'name', by: 'head', head })
  }
  const quoted = quotedFrom(reading, at + 1)
  if (quoted !== undefined && surely(reading, at + 1)?.last === quoted) return undefined
  if (quoted !== undefined) return mention(reading, at, quoted, { type, kind: 'name', by: 'head', head })
  const next = words[at + 1]
  const complement = complementAt(reading, at + 1)
  if (next === undefined || !touching(next)) return undefined
  // «قطاع الصناعة», «محيط المكتب»: a trade, and what lies around it.
  if ((head === 'قطاع' || head === 'محيط') && complement?.proper !== true) return undefined
  if (head === 'محيط') return undefined
  if (complement === undefined) {
    const last = plain(next) ? properFrom(reading, at + 1, 'facility') : undefined
    return last === undefined ? undefined : mention(reading, at, last, { type, kind: 'name', by: 'head', head })
  }
  if (!complement.proper && (LOOSE_SITES.has(head) || complement.last > at + 3)) return undefined
  if (!complement.proper && GENERIC_COMPLEMENTS.has(next.key)) return undefined
  return mention(reading, at, pastPlace(reading, pastAdjectives(reading, pastEponym(reading, complement.last))), {
    type,
    kind: 'name',
    by: 'head',
    head,
  })
}

/** More than the two names inside are sure of themselves. */
const SURELY_BOTH = 2

/** «الحدود بين تركيا وسوريا»: the last word of the second place, or the word itself. */
function pastBoth(reading: Reading, at: number): number {
  const { words } = reading
  if (words[at + 1]?.whole !== 'بين' || !touching(words[at + 1]) || !touching(words[at + 2])) return at
  const first = surely(reading, at + 2)
  const second = first === undefined ? undefined : surely(reading, first.last + 1)
  const isPlace = (match: typeof first): boolean => match?.entries.some(({ type }) => type === 'GPE') === true
  if (!isPlace(first) || !isPlace(second) || second?.attached !== 'و' || !touching(words[second.first])) return at
  return second.last
}

/** «القنصلية الإيرانية في حلب»: the town belongs to the name of a mission. */
function pastPlace(reading: Reading, last: number): number {
  const { words } = reading
  const next = words[last + 1]
  if (next === undefined || !touching(next)) return last
  const at = next.whole === 'في' ? last + 2 : next.preposition === 'ب' ? last + 1 : undefined
  if (at === undefined || (at === last + 2 && !touching(words[at]))) return last
  const head = words[last]
  if (head === undefined) return last
  const place = surely(reading, at)
  const mission = words.slice(Math.max(0, last - 2), last + 1).some((w: Word) => /^(?:سفاره|قنصليه)$/.test(w.bare))
  return mission && place?.entries.some((e) => e.type === 'GPE') === true ? place.last : last
}

/** Bodies whose description in front of a quoted name is no name itself. */
const DESCRIBED = /^(?:شركه|مجموعه|موسسه|منصه|صحيفه|قناه|مجله|موقع|شبكه)$/
const CALLED = /^(?:شركه|مجموعه|موسسه|منصه|صحيفه|قناه|مجله|موقع|شبكه|وكاله|منظمه|جمعيه|حركه|جماعه|حزب)$/

/** «شركة النقل العملاقة "سنابل"»: what a body is, and in quotation marks behind it what it is called. */
export function calledAt(reading: Reading, body: FoundMention | undefined): readonly FoundMention[] {
  if (body === undefined) return []
  const { head } = body
  if (head === undefined || !CALLED.test(head) || body.last === body.first) return [body]
  const last = pastAdjectives(reading, body.last, true)
  const quoted = quotedFrom(reading, last + 1)
  if (quoted === undefined) return [body]
  const name = {
    ...mention(reading, last + 1, quoted, { type: 'ORG', kind: 'name', by: 'class', head, weight: SURE }),
    ...quotedSpan(reading, last + 1, quoted),
  } as const
  return [DESCRIBED.test(head) ? { ...body, kind: 'nominal', unnamed: true } : body, name]
}

/** Named occasions: «مهرجان صفري بيشة», «كأس الخليج», «عملية "نبع السلام"». */
export function occasionAt(reading: Reading, at: number): FoundMention | undefined {
  const { words } = reading
  const word = words[at]
  if (word === undefined || word.pronoun || !kindsOf(word).has('occasion')) return undefined
  const head = word.bare
  if (word.definite) return leagueAt(reading, at, head)
  const quoted = quotedFrom(reading, at + 1)
  if (quoted !== undefined) return mention(reading, at, quoted, { type: 'EVT-NAME', kind: 'name', by: 'head', head })
  if (head === 'اعصار') {
    const next = words[at + 1]
    const named =
      next !== undefined && touching(next) && plain(next) ? properFrom(reading, at + 1, 'occasion') : undefined
    return named === undefined
      ? undefined
      : mention(reading, at, named, { type: 'EVT-NAME', kind: 'name', by: 'head', head, weight: SURE })
  }
  const loose = /^(?:عمليه|معركه|مسيره|حرب|اتفاق|اتفاقيه|معاهده|قمه|موتمر|جايزه)$/.test(head)
  const complement = complementAt(reading, at + 1)
  if (complement === undefined || !touching(words[at + 1]) || (loose && !complement.proper)) return undefined
  if (/^(?:عمليه|معركه|اتفاقيه|معاهده|مسيره|حرب)$/.test(head)) return undefined
  // «كأس الهيئة العامة للرياضة»: whose it is, with all that belongs to that name.
  const whose = bodyAt(reading, at + 1)
  const last = pastAdjectives(reading, Math.max(complement.last, whose?.kind === 'name' ? whose.last : -1))
  return mention(reading, at, last, {
    type: 'EVT-NAME',
    kind: 'name',
    by: 'head',
    head,
  })
}

/** «الدوري السعودي للمحترفين», «الكأس الأفريقية»: whose competition it is makes the name. */
function leagueAt(reading: Reading, at: number, head: string): FoundMention | undefined {
  if (!/^(?:دوري|كاس|بطوله)$/.test(head) || nisbaOf(reading.words[at + 1]?.bare ?? '') === undefined) return undefined
  const named = pastAdjectives(reading, at)
  if (named === at) return undefined
  const next = reading.words[named + 1]
  const last = touching(next) && next?.preposition === 'ل' && next.definite && !next.conjunction ? named + 1 : named
  return mention(reading, at, last, { type: 'EVT-NAME', kind: 'name', by: 'head', head, weight: 0.95 })
}
