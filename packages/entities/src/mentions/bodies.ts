import { evidenceOf } from '../gazetteer/entries.js'
import { BEGINS, begins, isOwnBody } from './beginnings.js'
import { isDistrict } from './classed.js'
import { changed, type FoundMention, type Reading, surely } from './found.js'
import { GENERIC_COMPLEMENTS, mention, quotedFrom, quotedSpan, SURE } from './headed.js'
import {
  complementAt,
  countryOfNisbas,
  pastAdjectives,
  pastConjunct,
  pastEponym,
  pastGoverned,
  pastTrades,
} from './phrases.js'
import { describesPeople, factsOf, isNameAdjective, isNotName, kindsOf, nameLikeness, nisbaOfWord } from './tables.js'
import { plain, touching, type Word } from './words.js'

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

/** What has a command: «قيادة الجيش»; «قيادة السيارات» is an act. */
const LED_BODIES =
  /^(?:جيش|قوات|قوه|حزب|حركه|حرس|فيلق|لواء|فرقه|منطقه|عمليات|اركان|جبهه|تنظيم|تحالف|شرطه|درك|بحريه|اسطول|سلاح|طيران|قطاع|جهاز|مليشيا|ميليشيا|جماعه|تيار|اتحاد|منظمه|كتايب|هييه|مجلس|دفاع)$/

/** Whose media are spoken of as one. */
const WARRING = /^ال(?:نظام|احتلال|عدو|حزب|حركه|دوله|جيش|حكومه|غرب|حوثي|انقلاب|تنظيم)$/

/** Marks say where a name ends; no list does so better. */
const QUOTED = 1.2
/** Bodies whose noun belongs to the name even in front of marks. */
const PARTIES = /^(?:حزب|حركه|تيار|جبهه|تحالف|كتله|ايتلاف|تجمع)$/

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
  // «… السياسي لحركة حماس»: a body that the catalog knows ends where its name does.
  const known = surely(reading, last + 1)
  if (known?.attached === 'ل' && known.last > last + 1 && known.entries.every((e) => e.type === 'ORG'))
    return known.last
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
function ownBodyAt(reading: Reading, at: number, word: Word): FoundMention | undefined {
  if (!isOwnBody(word)) return undefined
  const { noun } = word
  return mention(reading, at, at, { type: 'ORG', kind: 'nominal', by: 'head', head: noun, unnamed: true })
}

/** «شبكة الكهرباء», «شبكة قطارات الأنفاق»: lines and pipes. */
const GRIDS =
  /^(?:قطار|قطارات|كهرباء|انترنت|طرق|طرقات|مياه|ماء|صرف|اتصالات|هاتف|انفاق|غاز|انابيب|نقل|مترو|ري|تجسس|تهريب|دعاره)$/

/** «تجمع مئات المتظاهرين», «تجمع المحتجون»: a crowd or a verb; bodies of this name are made of people or called so. */
function isGathering(reading: Reading, at: number): boolean {
  const next = reading.words[at + 1]
  if (next === undefined || kindsOf(next).has('count') || /ون$/.test(next.bare)) return true
  if (/^(?:ميات|عشرات|الاف|عدد|نحو|اكثر|اعداد|حشود|حشد)$/.test(next.bare) || next.number) return true
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

/** «رئيس الحكومة المكلف»: an adjective of another gender belongs to a noun further back. */
const agrees = (noun: Word, adjective: Word | undefined): boolean =>
  !noun.bare.endsWith('ه') || adjective === undefined || !/[^هاءيت]$/.test(adjective.bare) || isPlural(adjective)
const isPlural = ({ bare }: Word): boolean => /(?:ون|ين|ات)$/.test(bare)

/** A body by the noun that opens its name: «الجيش السوري», «وزارة الخارجية الإيرانية», «حزب البناء والتنمية». */
export function bodyAt(reading: Reading, at: number): FoundMention | undefined {
  const { words } = reading
  const word = words[at]
  if (word === undefined || !begins(word, BEGINS.body)) return undefined
  if (word.pronoun) return ownBodyAt(reading, at, word)
  const kinds = kindsOf(word)
  const head = word.bare
  // «الفريق أول», «الفريق الركن»: a rank.
  if (head === 'فريق' && word.definite && /^(?:اول|ركن)$/.test(words[at + 1]?.bare ?? '')) return undefined
  // «الفصائل», «الميليشيات العراقية»: a collective described, no body.
  if (word.definite && kinds.has('forces') && !kinds.has('body')) return undefined
  if (NEVER_HEADS.test(word.printed)) return undefined
  const next = words[at + 1]
  if (word.definite && isRankBefore(head, next)) return undefined
  if (!word.definite && touching(next) && next !== undefined) {
    if (head === 'مديريه' && isDistrict(reading, next)) return undefined
    if (head === 'تجمع' && isGathering(reading, at)) return undefined
    if (head === 'شبكه' && GRIDS.test(next.bare)) return undefined
  }
  if (word.definite) {
    const named = agrees(word, words[at + 1]) ? pastAdjectives(reading, at) : at
    const end = pastPurpose(reading, named, head)
    if (named === at && end === at) {
      // «اللواء سالم …»: a rank.
      if (head === 'لواء' && next !== undefined && touching(next) && nameLikeness(next) > 0) return undefined
      const before = words[at - 1]
      if (touching(word) && before?.definite === true && plain(word) && /يه$/.test(head)) return undefined
      // «صادرات السلاح»: arms
      if (head === 'سلاح') return undefined
      const loose = agrees(word, next) ? pastAdjectives(reading, at, true) : at
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
      weight: PARTIES.test(head) ? QUOTED : undefined,
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
    unnamed: generic ? true : undefined,
  })
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
  const name = changed(
    mention(reading, last + 1, quoted, { type: 'ORG', kind: 'name', by: 'class', head, weight: SURE }),
    quotedSpan(reading, last + 1, quoted),
  )
  return [DESCRIBED.test(head) ? changed(body, { kind: 'nominal', unnamed: true }) : body, name]
}
