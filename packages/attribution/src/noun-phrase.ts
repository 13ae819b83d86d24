import { BY_THAT, PREPOSITIONS, QUOTE_WORDS, RELATIVES, THAT, TIME_WORDS } from './grammar.js'
import { mediaKind } from './media.js'
import { relayerAt } from './passed-on.js'
import type { Body } from './reading/body.js'
import type { Place } from './reading/mentions.js'
import { type Word, withoutArticle, withoutPronoun } from './reading/words.js'
import { type NounReading, sourceNoun } from './source-nouns.js'
import { outletSpokenTo } from './spoken-outlet.js'

const isPrefixed = (key: string, letter: string): boolean => key.length > 3 && key.startsWith(letter)

/** The noun that heads a phrase at a word: with article, attached pronoun or attached ل cut off. */
export function nounAt({ key, kind }: Word, cutLam = false): (NounReading & { readonly head: string }) | undefined {
  if (kind !== 'word') return undefined
  const keys = [key, withoutArticle(key)]
  if (cutLam && key.startsWith('ل')) keys.push(key.startsWith('لل') ? key.slice(2) : key.slice(1))
  if (cutLam && key.startsWith('ب')) keys.push(withoutArticle(key.slice(1)))
  for (const head of keys) {
    const found = sourceNoun(head)
    if (found !== undefined) return { noun: found.noun, plural: found.plural, head }
  }
  for (const bare of keys)
    for (const head of withoutPronoun(bare)) {
      const found = sourceNoun(head)
      if (
        found !== undefined &&
        (found.noun.kind === 'document' ||
          found.noun.kind === 'social' ||
          /^source\.(?:source|journalist|counterpart)$/.test(found.noun.id) ||
          /^(?:kin|kin-f)$/.test(found.noun.id.slice(7)))
      )
        return { noun: found.noun, plural: found.plural, head }
    }
  return undefined
}

/** True for words after which the noun phrase that names a speaker is over. */
export function ends(body: Body, at: number): boolean {
  const word = body.words[at]
  if (word === undefined) return true
  if (word.kind === 'punctuation') return !/[()[\]\-–—/]/.test(word.key)
  return THAT.has(word.key) || BY_THAT.has(word.key) || RELATIVES.has(word.key)
}

export const definite = (key: string): boolean => key.startsWith('ال') || key.startsWith('لل')
const nisba = (key: string): boolean => /(?:ي|يه|يون|يين|يتان|يات)$/.test(key) && key.length > 3
const ADJECTIVES = new Set(
  'مطلع مطلعه مسؤول مسوول مسووله خاص خاصه رفيع رفيعه كبير كبيره كبار متعدد متعدده مختلفه متطابقه عليم موثوق موثوقه مقرب مقربه حسن مشترك مشتركه صادر صادره جديد جديده سابق سابقه اخر اخري اخرون حديث حديثه قريب قريبه عده متعددون محلي موال موالي بارز بارزه دوليه عامل عامله غربي واسعه عيان'.split(
    ' ',
  ),
)

/** Adjectives without a nisba's ending; another definite noun behind a definite head is no part of it («الجيش الحصار»). */
const DEFINITE_ADJECTIVES = new Set(
  'العام العامه الاعلي العليا السابق السابقه الاسبق الخاص الخاصه المسلح المسلحه الحاكم الحاكمه الكبير الكبيره الكبار المشترك المشتركه الموقت الموقته المنتخب المكلف المعارض المعارضه الاول الاولي الثاني الثانيه الثالث الحالي الجديد الجديده الراحل المتحده المتخصصه المختصه المختص المعنيه المحتل المسوول المسووله المطلع المطلعه المقرب المقربه المستقل المستقله الموحد الموحده المحافظ البارز التابع التابعه الموالي المواليه المساعد المساعده المركزيه الشامله المفوض المقيم المنظمه الناطق الرسمي المتعدده المذكور المذكوره نفسه نفسها الاخر الاخري الاخرون الوطنيين الدائم الدائمه الاعلاميين الفخري القديم الصادر الصادره'.split(
    ' ',
  ),
)
/** Index of the first word that starts at or after an offset. */
export function wordAfter(body: Body, from: number, offset: number): number {
  let at = from
  while (at < body.words.length && (body.words[at]?.start ?? 0) < offset) at++
  return at
}

export function occasionFollows(body: Body, at: number): boolean {
  const next = body.words[at + 1]
  const kind = next === undefined ? undefined : nounAt(next)?.noun.kind
  return kind === 'occasion' || kind === 'document' || kind === 'social'
}

const SPOKEN_TO =
  /^ل(?:ل)?(?:نظيره|نظيرها|نظراءه|وفد|زوار|زائري|ضيوف|ضيفه|ضيفها|مبعوث|سفير|سفراء|نواب|مشاركين|حاضرين|حضور|مجتمعين|مستقبليه|صحا?فيين|صحا?فيه|صحافه|اعلام|اعلاميين|مراسلين|محققين|محتجين|متظاهرين|جمهور|طلاب|جنود|انصاره|مويديه)$/

/** One who is spoken to: «للوفد», «لنظيره», «للجزيرة», which is a channel where one speaks to it. */
export const isAddressee = (body: Body, at: number): boolean =>
  SPOKEN_TO.test(body.words[at]?.key ?? '') || outletSpokenTo(body, at) !== undefined

/** «ناشطون», «مسؤولين», «ضابطان»: its ن would fall before a genitive, so what is definite behind it is another phrase. */
const isSoundPlural = (head: string): boolean =>
  /^.{3,}(?:ون|ين)$/.test(head)
    ? sourceNoun(head)?.plural === true
    : head.endsWith('ان') && sourceNoun(head.slice(0, -2))?.plural === false

/** «الوزير»: an adjective of his is masculine, so «المعارضة» behind him is a body. */
function isOneMan(head: string): boolean {
  const reading = definite(head) ? sourceNoun(withoutArticle(head)) : undefined
  return reading?.plural === false && /^source\.(?:head|minister|spokesman|politician|officer)$/.test(reading.noun.id)
}

/** What is done with a paper, recording or picture, which the verb's pronoun means: «نشره», «التقطتها», «أجراه». */
export const MADE =
  /^(?:نشر|بث|صور|التقط|اجر|اعد|سرب|وزع|تداول|تناقل|عرض|سجل|اصدر|اورد|اذاع|انجز|حلل|راجع)(?:ا|ت)?(?:ه|ها)$/

/** What is done with a statement: «بيان نشر على», «رسالة وصلت إلى». */
const PUBLISHED = /^(?:نشرت?|صدرت?|وزعت?|بثت?|عممت?|وردت?|وصلت?|جاءت?)$/

/** «الكثير من المتابعين»: of whom there are many. */
const PART_OF = /^ال(?:كثير|عديد|مزيد|بعض|غالبيه|عشرات|ميات|مءات|الاف|واحد|اثنان|اثنين|جزء)/

/** What «المعارضة» may be an adjective of; behind another word it is the body of that name. */
const TAKES_FEMININE = /(?:ه|ات)$|^(?:ال)?(?:احزاب|قوي|فصائل|كتل|صحف|اطراف|اعلام)$|^(?:من|في|باسم|لدي|عن|علي|الي|لل?)$/

/** Where a phrase headed by a descriptor ends when nothing else says so: its adjectives, its genitive, its «في» and «من» phrases. */
export function phraseEnd(body: Body, at: number, limit: number, head: string): number {
  let to = at + 1
  const sound = isSoundPlural(head)
  const isMan = isOneMan(head)
  // A head without article may still take a genitive; «شقيقتها» has hers.
  let open =
    !definite(head) &&
    (sourceNoun(head) !== undefined || withoutPronoun(head).every((bare) => sourceNoun(bare) === undefined))
  for (; to < limit; to++) {
    const word = body.words[to]
    if (word === undefined || ends(body, to) || word.kind !== 'word') break
    const { key } = word
    const place = body.mentions.at(word)
    const before = body.words[to - 1]?.key ?? ''
    const opensName = place?.kind === 'name' && place.start === word.start
    // «نشره ناشطون جنودا»: an accusative behind a nominative is an object
    if (sound && to === at + 1 && /^[^ال].{2,}[^اه]ا$/.test(key)) break
    if (sound && to === at + 1 && (definite(key) || opensName || isMediaAt(body, to))) break
    if (isMan && to === at + 1 && /^ال.+ه$/.test(key)) break
    if (key === 'المعارضه' && to > at + 1 && !TAKES_FEMININE.test(before)) break
    if (key === 'ل' || (key.startsWith('ل') && isMedium(word, place))) break
    if (relayerAt(body, to) !== undefined || QUOTE_WORDS.has(key)) break
    const afterPreposition = /^(?:من|في|باسم|لدي|عن|علي|الي|لل?)$/.test(before)
    if (outletSpokenTo(body, to) !== undefined) break
    if (place !== undefined && (open || afterPreposition || place.start > word.start)) {
      to = wordAfter(body, to, place.end) - 1
      open = false
      continue
    }
    // «اتهم الرئيس المعارضة»: a body of its own, not what the head is like
    if (place?.kind === 'nominal' && !afterPreposition && place.start === word.start && definite(key)) break
    if (/^(?:غير|و?[يت]دعي|و?[يت]سمي|و?اسمه|و?اسمها)$/.test(key) || isAddressee(body, to)) break
    if (/^(?:من|في|باسم|لدي|عن)$/.test(key)) {
      if (occasionFollows(body, to) || TIME_WORDS.has(body.words[to + 1]?.key ?? '')) break
      // «سخر المعارض من الخطة»: behind the article the verb has its own «من»
      if (
        key === 'من' &&
        definite(head) &&
        !PART_OF.test(head) &&
        body.mentions.at(body.words[to + 1] ?? word) === undefined
      )
        break
      open = true
      continue
    }
    const adjective = nisba(key) || ADJECTIVES.has(key) || DEFINITE_ADJECTIVES.has(key)
    if (
      afterPreposition ||
      (definite(key) && (open || adjective)) ||
      (adjective && !definite(key) && !PREPOSITIONS.has(key))
    ) {
      const isGeneral = key === 'العام' && to === at + 1 && definite(head)
      if (PREPOSITIONS.has(key) || (TIME_WORDS.has(key) && !isGeneral)) break
      // behind an adjective nothing is a genitive any more: «متحدث عسكري السيطرة»
      if (definite(key) || !afterPreposition) open = false
      continue
    }
    if (/^(?:لشوون|للشوون|لحقوق)$/.test(key)) continue
    if (
      open &&
      to === at + 1 &&
      !PREPOSITIONS.has(key) &&
      !TIME_WORDS.has(key) &&
      !PUBLISHED.test(key) &&
      !MADE.test(key)
    )
      continue
    if (isPrefixed(key, 'لل')) continue
    break
  }
  return to
}

/** An outlet spoken to: «لرويترز», «لصحيفة …», «للصحفيين». */
function isMedium(word: Word, place: Place | undefined): boolean {
  if (place !== undefined && place.start > word.start && mediaKind(place.entity) !== undefined) return true
  const noun = nounAt(word, true)
  return (
    (noun !== undefined &&
      (/^(?:outlet|agency)$/.test(noun.noun.kind) || noun.noun.id === 'source.journalist') &&
      word.key.length > 4) ||
    /^للصحا?فيين$/.test(word.key)
  )
}

/** Whether the words from one on name an outlet. */
export function isMediaAt(body: Body, at: number): boolean {
  const word = body.words[at]
  if (word === undefined) return false
  const place = body.mentions.at(word)
  if (place !== undefined && mediaKind(place.entity) !== undefined) return true
  return /^(?:outlet|agency)$/.test(nounAt(word)?.noun.kind ?? '')
}
