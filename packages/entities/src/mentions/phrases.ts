import { evidenceOf } from '../gazetteer/entries.js'
import { type Reading, surely } from './found.js'
import {
  factsOf,
  isAdjective,
  isNameAdjective,
  isNotName,
  isTitleWord,
  kindsOf,
  nameLikeness,
  nisbaOfWord,
} from './tables.js'
import { joined, plain, touching, type Word } from './words.js'

/** The last of the adjectives that follow a definite noun; the noun itself when none does. */
export function pastAdjectives({ words, tagged }: Reading, at: number, loose = false): number {
  let last = at
  for (let next = words[last + 1]; touching(next) && next !== undefined; next = words[last + 1]) {
    // «… الأساسي {سالم الهنشيري}»: whoever comes next.
    const man = tagged.get(last + 1)
    if (man?.type === 'PER' && man.last > man.first) break
    if (last > at && isFamilyName(next)) break
    if (!(loose ? isAdjective(next) : isNameAdjective(next))) break
    last++
  }
  return last
}

/** «الهنشيري» behind another adjective: what news hardly prints is where a man's family comes from, no quality of a body. */
const isFamilyName = (word: Word): boolean =>
  nisbaOfWord(word) === undefined && factsOf(word).adjective === undefined && evidenceOf(word.bare) === undefined

/** Country of the last nisba among the words, or `undefined`. */
export function countryOfNisbas({ words }: Reading, first: number, last: number): string | undefined {
  for (let at = last; at >= first; at--) {
    const word = words[at]
    const nisba = word === undefined ? undefined : nisbaOfWord(word)
    if (nisba?.country !== undefined && nisba.kind === 'country') return nisba.country
  }
  return undefined
}

const MOST_NOUNS = 3
const DIRECTIONS = /^(?:شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي|قرب|قباله|محاذاه)$/

export interface Complement {
  readonly last: number
  /** Ends in, or is, a name. */
  readonly proper: boolean
}

/** Sound plurals in the nominative govern nothing and are governed by nothing: «سد المتظاهرون الطريق» tells what they did. */
const isSubject = ({ bare, definite }: Word): boolean =>
  definite &&
  /^(?:مت?.{2,}|.{2,}ي)ون$/.test(bare) &&
  !/^(?:مليون|تلفزيون|.*زيون|مضمون|مخزون|مامون|ميمون|مكنون)$/.test(bare)

/** «سد عويرض الواقع على …»: where a site lies is told behind its name. */
const LYING = /^ال(?:واقع|كاين|قريب|مجاور|محاذي|مطل|موجود|موديه?|رابط)ه?$/

/** A noun that may stand in a construct: no number, function word, pronoun or indefinite adjective of belonging. */
function isBareNoun(word: Word): boolean {
  if (word.number || word.definite || word.pronoun || isNotName(word)) return false
  return nisbaOfWord(word) === undefined && (!/^[يت].{4,}$/.test(word.whole) || TRADES.has(word.bare))
}

/**
 * The second part of a construct («وزارة» → «الدفاع العراقية», «جنايات القاهرة»): a name, or a definite noun with its
 * adjectives, behind at most a few more nouns.
 */
export function complementAt(reading: Reading, at: number, depth = 0): Complement | undefined {
  const { words } = reading
  const word = words[at]
  if (word === undefined || !joined(word)) return undefined
  const name = surely(reading, at)
  if (name !== undefined && name.attached === '') return { last: name.last, proper: true }
  if (!plain(word) || isSubject(word) || LYING.test(word.key)) return undefined
  if (word.definite) {
    if (factsOf(word).adjective === 'not' || nisbaOfWord(word)?.people === true) {
      if (/^ال(?:يوم|احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|تي|ذي|ذين|ان)$/.test(word.key)) return undefined
    }
    return { last: pastAdjectives(reading, at), proper: false }
  }
  // «صرواح غرب مأرب»: where a thing lies is no part of its name.
  // «لحركة حماس {سالم الزاهد}»: a man begins here.
  if (depth > 0 && reading.tagged.get(at)?.type === 'PER') return undefined
  if (depth >= MOST_NOUNS || !isBareNoun(word) || (depth > 0 && DIRECTIONS.test(word.bare))) return undefined
  const rest = complementAt(reading, at + 1, depth + 1)
  return rest === undefined || !touching(words[at + 1]) ? undefined : rest
}

const HONOURED = new Set(
  'الملك الملكه الامير الاميره الشيخ الامام السيد السيده الشهيد الرييس السلطان القديس النبي'.split(' '),
)
const MOST_EPONYM_WORDS = 5

/** «مطار الملك سالم الدولي»: the man behind a title that closes a construct, then adjectives of the site or body. */
export function pastEponym(reading: Reading, last: number): number {
  const { words } = reading
  if (!HONOURED.has(words[last]?.key ?? '')) return last
  let end = last
  for (
    let next = words[end + 1];
    next !== undefined && touching(next) && end - last < MOST_EPONYM_WORDS;
    next = words[end + 1]
  ) {
    const particle = /^(?:بن|ابن|عبد|ابو|ال)$/.test(next.whole)
    const after = /^(?:بن|ابن|عبد|ابو|ال)$/.test(words[end]?.whole ?? '')
    if (!particle && !after && (!plain(next) || next.definite || nameLikeness(next) === 0)) break
    end++
  }
  return end === last ? last : pastAdjectives(reading, end)
}

/** What ministries, chambers and unions are of: a third and fourth of them still belong to the name. */
const TRADES = new Set(
  (
    'تجاره صناعه صناعات زراعه فلاحه ري مياه موارد بييه سياحه اثار اوقاف حج عمره طاقه مناجم معادن تعدين نفط غاز بترول كهرباء صيد ' +
    'نقل مواصلات اتصالات بريد معلومات تكنولوجيا تقنيه رقمنه اسكان سكان تعمير عمران اشغال تخطيط تنميه استثمار اقتصاد ماليه خزانه جمارك ' +
    'عمل شغل تشغيل تضامن شوون خدمات صحه تعليم تربيه بحث علوم ثقافه فنون اعلام رياضه شباب طفوله اسره مراه تكوين تدريب ' +
    'عدل حريات اصلاح تاهيل امن دفاع سلامه طيران فضاء تعاون هجره مغتربين مهجرين احصاء توعيه ارشاد محافظه ابتكار حرف'
  ).split(' '),
)
const MOST_TRADES = 6

/** «الفلاحة والموارد المائية والصيد البحري»: as many trades as are told, the second whatever it is. */
export function pastTrades(reading: Reading, last: number): number {
  let end = pastConjunct(reading, last)
  for (let n = 2; n < MOST_TRADES && end > last; n++) {
    const next = reading.words[end + 1]
    const further = next !== undefined && TRADES.has(next.bare) ? pastConjunct(reading, end) : end
    if (further === end) break
    end = further
  }
  return end
}

/** Acts with the preposition that leads to what is acted on. */
const GOVERNED: ReadonlyMap<string, string> = new Map([
  ['حفاظ', 'علي'],
  ['محافظه', 'علي'],
  ['رقابه', 'علي'],
  ['اشراف', 'علي'],
  ['تعرف', 'علي'],
  ['قضاء', 'علي'],
  ['تفتيش', 'علي'],
  ['وقايه', 'من'],
  ['حمايه', 'من'],
  ['حد', 'من'],
  ['دفاع', 'عن'],
  ['بحث', 'عن'],
  ['تنقيب', 'عن'],
  ['كشف', 'عن'],
  ['افراج', 'عن'],
  ['تحقيق', 'في'],
])

/** «هيئة الرقابة {على الصادرات}», «جمعية الدفاع {عن السجناء}»: what the act that a body is called after is done to. */
export function pastGoverned(reading: Reading, last: number): number {
  const { words } = reading
  const [act, next] = [words[last], words[last + 1]]
  if (act?.definite !== true || next === undefined || !touching(next) || !touching(words[last + 2])) return last
  if (GOVERNED.get(act.bare) !== next.whole) return last
  const rest = complementAt(reading, last + 2)
  return rest === undefined ? last : pastConjunct(reading, rest.last)
}

/** «… العالي والبحث العلمي»: a second definite noun joined by و, with its adjectives. */
export function pastConjunct(reading: Reading, last: number): number {
  const next = reading.words[last + 1]
  if (next === undefined || !touching(next) || !next.conjunction || next.preposition !== '' || !next.definite)
    return last
  if (next.whole.charAt(0) !== 'و' || kindsOf(next).has('body') || surely(reading, last + 1) !== undefined) return last
  if (nisbaOfWord(next) !== undefined && next.bare !== 'ماليه') return last
  if (isTitleWord(next) && !TRADES.has(next.bare)) return last
  return pastAdjectives(reading, last + 1)
}

/** An adjective by its form: «الإرهابي», «السياسية». */
const NISBA_FORM = /.{2,}(?:ي|يه)$/

/** «داعش الإرهابي», «الأمنية والاقتصادية»: behind a name, or joined to another of its kind, it describes something. */
export function isAdjectiveBehind({ words, names, tagged }: Reading, at: number): boolean {
  const word = words[at]
  const before = words[at - 1]
  if (word?.definite !== true || before === undefined || word.preposition !== '' || !NISBA_FORM.test(word.bare))
    return false
  if (word.conjunction) return touching(word) && before.definite && NISBA_FORM.test(before.bare)
  if (!/^["»”“]?$/.test(word.before)) return false
  for (let first = at - 1; first >= Math.max(0, at - 4); first--) {
    const name = names.get(first)
    if ((name !== undefined && !name.weak && name.last === at - 1) || tagged.get(first)?.last === at - 1) return true
  }
  return false
}
