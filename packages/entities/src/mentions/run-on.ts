import type { EntityType } from '../entity.js'
import type { GazetteerMatch } from '../gazetteer/automaton.js'
import { evidenceOf } from '../gazetteer/entries.js'
import { type FoundMention, foundMention, type Reading } from './found.js'
import { isGivenName } from './repeats.js'
import { headKinds, isAdjective, isNameAdjective, kindsOf, nameWords, nisbaOfWord } from './tables.js'
import { plain, touching, type Word } from './words.js'

/** «… ألتان {عشر} سنوات»: how many years, and no part of the name before it. */
const NUMBERS = new Set(
  'ثلاث ثلاثه اربع اربعه خمس خمسه ست سته سبع سبعه ثمان ثماني ثمانيه تسع تسعه عشر عشره عشرين ثلاثين'.split(' '),
)

/** «محكمة محلية {بسجن} …»: what a court decides is no part of its name. */
const VERDICTS = /^(?:سجن|حبس|اعدام|براءه|تبريه|تغريم|توقيف|ادانه|اخلاء|احاله)$/

const isVerdict = (words: readonly Word[], at: number): boolean =>
  words[at]?.preposition === 'ب' && VERDICTS.test(words[at]?.bare ?? '')

/** «محمد صلاح {بفيروس} …», «كريم الزاهد {وبسالم} …»: a preposition before a common noun, or behind a و, is no name's own letter. */
function isLed(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (word === undefined || word.preposition === '' || word.definite) return false
  const { given, family } = nameWords()
  if (given.has(word.whole) || family.has(word.whole) || isGivenName(word.whole)) return false
  if (word.conjunction) return isGivenName(word.key)
  const noun = evidenceOf(word.bare)
  return (
    word.preposition === 'ب' &&
    word.bare.length > 3 &&
    !word.bare.endsWith('ي') &&
    (noun?.definite ?? 0) > 2 &&
    (noun?.bare ?? 0) > 2 &&
    evidenceOf(word.whole) === undefined
  )
}

/**
 * «المؤسسة الوطنية للنفط {الخبر}», «المجلس الانتقالي الجنوبي {الإدارة} …», «البرلمان {الثقة}»: behind an adjective, behind what a body is
 * for, and behind a definite head a noun with its article belongs to the sentence.
 */
function isNounAfterAll(words: readonly Word[], names: Reading['names'], first: number, at: number): boolean {
  const [before, word] = [words[at - 1], words[at]]
  if (before?.definite !== true || word === undefined || before.quotation !== word.quotation) return false
  const led = word.preposition === 'ب' && !names.has(at)
  if (!word.definite || !touching(word) || word.conjunction || !(plain(word) || led)) return false
  if (isAdjective(word) || nisbaOfWord(word) !== undefined) return false
  if (led) return isNoun(word) || kindsOf(words[first] ?? word).has('facility')
  if (!isNoun(word)) return false
  if (at === first + 1) return headKinds(before.bare).has('body') && plain(before)
  return before.preposition === 'ل' || (isNameAdjective(before) && words[first]?.definite === true)
}

/** News prints it with and without its article, and it is made like no adjective or participle. */
const isNoun = ({ bare }: Word): boolean =>
  (evidenceOf(bare)?.definite ?? 0) > 2 && (evidenceOf(bare)?.bare ?? 0) > 2 && !/^م.*[^ها]$|.{2,}(?:ي|يه)$/.test(bare)

const MOST_WORDS_OF_PLACE = 3

/** A country, capital or town that stands at a word by itself and reaches to `last`. */
function isPlaceTo(names: Reading['names'], at: number, last: number): boolean {
  const match = names.get(at)
  if (match === undefined || match.weak || match.last !== last || match.attached !== '') return false
  return match.entries.every(({ type }) => type === 'GPE')
}

/**
 * The last word of a name that the tagger read from `first` to `last`, without what only follows it: the place that the
 * sentence goes on with («زار رجب طيب أردوغان {بغداد}», «حمل حزب الله {إسرائيل} المسؤولية»), a number, a verdict.
 */
export function withoutRunOn(
  words: readonly Word[],
  names: Reading['names'],
  { first, last, type }: { readonly first: number; readonly last: number; readonly type: EntityType },
): number {
  if (last === first || (type !== 'PER' && type !== 'ORG' && type !== 'FAC')) return last
  let end = last
  if (type === 'ORG' || type === 'FAC')
    for (let at = first + 1; at <= end; at++)
      if (isVerdict(words, at) || isNounAfterAll(words, names, first, at)) end = at - 1
  if (type === 'FAC') return end
  while (type === 'PER' && end > first && NUMBERS.has(words[end]?.whole ?? '')) end--
  const known = names.get(first)
  const isWhole =
    known !== undefined && !known.weak && known.last > first && known.entries.every((entry) => entry.type === type)
  if (isWhole && known.last < end && isPlaceTo(names, known.last + 1, end)) return known.last
  if (type !== 'PER') return end
  for (let at = first + 1; at <= end; at++) if (isLed(words, at)) end = at - 1
  for (let at = end; at > Math.max(first + 1, end - MOST_WORDS_OF_PLACE); at--) {
    const word = words[at]
    if (word === undefined || !plain(word) || nameWords().family.has(word.whole)) continue
    if (isPlaceTo(names, at, end) && isStateOrCapital(names.get(at))) return at - 1
  }
  return end
}

/** A country or capital that needs nothing beside it to be one. */
export const isStateOrCapital = (match: GazetteerMatch | undefined): boolean =>
  match?.weak === false &&
  match.attached === '' &&
  match.entries.some(({ kind }) => kind === 'country' || kind === 'capital') === true

/** «استقبل فلان وزير الخارجية»: without a comma the office behind the subject is another man's. */
export const MEETING =
  /^[وف]?(?:التقي|التقت|يلتقي|تلتقي|استقبل|استقبلت|يستقبل|تستقبل|هاتف|استدعي|استدعت|زار|يزور|ابلغ|ابلغت|كلف|كلفت|عين|عينت|هنا|ودع|اقال|اقالت|اتهم|اتهمت|طالب|طالبت|دعا|دعت|ناقش|واجه|شكر|سلم|كرم|خلف|قلد)$/

/** Particles that lead on to the rest of one name. */
const LEADS_ON = /^(?:بن|ابن|بنت|ابو|ابي|ابا|ام|عبد|ال|ولد|دي|دا|دو|ديل|فان|فون|لو|لا)$/
/** «نور {الدين}», «نصر {الله}»: the second half of one name. */
const SECOND_HALF = /^(?:ال)?(?:دين|له|اسلام|رحمن|رحيم|زهراء|حق)$/

/**
 * «استقبل {سالم البحيري} {كريم الزاهد}»: where a second man begins in what the tagger read as one name: at another name of the
 * catalog, or at a given name behind a family name.
 */
export function secondName(
  words: readonly Word[],
  names: Reading['names'],
  { first, last }: { readonly first: number; readonly last: number },
): number | undefined {
  const known = peopleAt(names, first)
  if (known !== undefined && known.last < last) {
    const next = peopleAt(names, known.last + 1)
    const short = known.last === first && nameWords().given.has(words[first]?.whole ?? '')
    const isSon = LEADS_ON.test(words[known.last + 1]?.whole ?? '')
    const alone = known.last === first && !MEETING.test(words[first - 1]?.whole ?? '')
    if (!short && !alone && !isSon && next !== undefined && next.last <= last && next.attached === '')
      return known.last + 1
    // «محمد بن زايد {نريندرا مودي}»: whose family name is another's of the catalog
    const end = known.last > first && !isSon ? peopleAt(names, last) : undefined
    if (
      end !== undefined &&
      last > known.last + 1 &&
      !end.entries.some(({ id }) => known.entries.some((e) => e.id === id))
    )
      return known.last + 1
  }
  for (let at = first + 2; at < last; at++) {
    const [before, word] = [words[at - 1], words[at]]
    if (before === undefined || word === undefined || !isGivenName(word.whole)) continue
    if (LEADS_ON.test(before.whole) || LEADS_ON.test(word.whole)) continue
    const whole = known?.last === at - 1 && !isGivenName(before.whole)
    const family = before.definite && !isGivenName(before.whole) && !LEADS_ON.test(words[at - 2]?.whole ?? '')
    if ((whole || family) && !SECOND_HALF.test(before.whole)) return at
  }
  return undefined
}

/** A name of the catalog that needs nothing beside it, and is nobody's but people's. */
function peopleAt(names: Reading['names'], at: number): GazetteerMatch | undefined {
  const match = names.get(at)
  return match?.weak === false && match.entries.every(({ type }) => type === 'PER') ? match : undefined
}

/** «شكر {عازوري} {هاملتون}»: two family names of two whom the article names in full, which stood side by side for one. */
export function partedNames({ words }: Reading, found: readonly FoundMention[]): readonly FoundMention[] {
  const isPair = ({ type, kind, first, last }: FoundMention): boolean =>
    type === 'PER' && kind === 'name' && last === first + 1 && MEETING.test(words[first - 1]?.whole ?? '')
  if (!found.some(isPair)) return found
  const bearers = new Map<string, number>()
  for (const { type, kind, first, last } of found)
    if (type === 'PER' && kind === 'name' && last > first) {
      const family = words[last]?.whole ?? ''
      if (!bearers.has(family) && !isGivenName(family)) bearers.set(family, first)
    }
  if (bearers.size < 2) return found
  return found.flatMap((mention) => {
    const { first, last, start, end, type, kind } = mention
    const [one, other] = [words[first], words[last]]
    if (one === undefined || other === undefined || !isPair(mention)) return [mention]
    const [a, b] = [bearers.get(one.key) ?? bearers.get(one.whole), bearers.get(other.whole)]
    if (a === undefined || b === undefined || a === b || b === first) return [mention]
    const part = (at: number, from: number, to: number): FoundMention =>
      foundMention({ first: at, last: at, start: from, end: to, type, kind, by: 'repeat' })
    return [part(first, start, one.end), part(last, other.from, end)]
  })
}
