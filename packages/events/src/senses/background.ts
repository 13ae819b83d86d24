import type { Telling } from '../clauses/telling.js'
import type { EventType } from '../event.js'
import { RELATIVES } from '../forms/function-words.js'
import type { Word } from '../forms/words.js'

/**
 * What stands behind the news and is not news itself: who holds a town (`standing`), what a whole war cost (`toll`), what happens now and
 * then (`repeated`), what coaches and players say of each other (`sport`). A reader decides on such records; none is shown as fact.
 */
export type Background = 'standing' | 'toll' | 'repeated' | 'sport'

/** What a telling is the background of, if anything. */
export function backgroundOf(
  telling: Telling,
  words: readonly Word[],
  domains: ReadonlySet<string>,
): Background | undefined {
  if (isStanding(telling, words)) return 'standing'
  if (isToll(telling, words)) return 'toll'
  if (isRepeated(telling, words)) return 'repeated'
  return domains.has('sport') && isTalkOfSport(telling) ? 'sport' : undefined
}

/** Days that make a lasting state news: «التي سيطر عليها أمس». */
const FRESH =
  /^(?:امس|اليوم|البارحة|الليلة|فجر|صباح|مساء|ظهر|السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعة|ساعات|لحظات)$/
const isFresh = (words: readonly Word[], from: number, to: number): boolean =>
  words.slice(from, to).some(({ whole, mention }) => mention?.named !== true && FRESH.test(whole))

/** How far around a trigger its own clause is looked through. */
const NEAR = 10

/** «المدينة التي تسيطر عليها المعارضة», «مناطق خاضعة لسيطرة الجيش», «الحزب الذي يعارض الحكومة»: what describes a place or a party. */
function isStanding({ trigger, part, at, imperfect, from }: Telling, words: readonly Word[]): boolean {
  if (part === 'noun') {
    if (trigger.mode !== 'seize' || !isUnder(words, at)) return false
    return !words.slice(Math.max(0, at - BECOMES_WITHIN), at).some(({ whole }) => BECAME.test(whole))
  }
  if (part !== 'verb' || !imperfect || isFresh(words, at, at + NEAR)) return false
  if (opposesAll(trigger.id, words, at)) return true
  if (!DESCRIBING.has(trigger.id) && trigger.mode !== 'seize') return false
  const relative = words.slice(Math.max(0, at - 2), Math.min(at, from + 1)).some(({ whole }) => RELATIVES.has(whole))
  return relative || (isResumed(words, at) && isNounWithoutArticle(words[at - 1]))
}

const DESCRIBING: ReadonlySet<string> = new Set(['event.hasar', 'event.tawwaq', 'event.aarad', 'event.daam'])
/** «تحت سيطرة», «الخاضعة لسيطرة», «مناطق سيطرة». */
const isUnder = (words: readonly Word[], at: number): boolean =>
  /^(?:تحت|مناطق|منطقة|اراضي|نطاق)$/.test(words[at - 1]?.whole ?? '') ||
  (words[at]?.preposition === 'ل' && /^(?:ال)?خاضع(?:ة|ين)?$/.test(words[at - 1]?.whole ?? ''))
/** «سقطت تحت سيطرة», «باتت خاضعة لسيطرة»: so it has become. */
const BECAME = /^(?:بات|اصبح|صار|سقط|وقع|دخل|عاد|اعاد|وضع|خضع)(?:ت|وا)?$/
const BECOMES_WITHIN = 5
/** «منطقة تسيطر عليها القوات»: a pronoun points back at the noun. */
const isResumed = (words: readonly Word[], at: number): boolean =>
  words[at]?.pronoun !== undefined || /^علي(?:ه|ها|هم|هما)$/.test(words[at + 1]?.whole ?? '')
const isNounWithoutArticle = (word: Word | undefined): boolean =>
  word?.token.kind === 'word' && !word.article && word.mention?.named !== true

/** «ترفض كل أشكال العنف», «تعارض ذلك»: a position, and no answer to anything. */
const opposesAll = (id: string, words: readonly Word[], at: number): boolean =>
  (POSITIONS.has(id) && words.slice(at + 1, at + 1 + OBJECT_WITHIN).some(({ whole }) => ALL.test(whole))) ||
  (id === 'event.aarad' && words.slice(at + 1, at + 4).some((word, i, next) => isBareThis(word, next[i + 1])))
const POSITIONS: ReadonlySet<string> = new Set(['event.aarad', 'event.rafad', 'event.adan', 'event.dan'])
const OBJECT_WITHIN = 5
const ALL = /^(?:كل|جميع|كافة|اي|شتي)$/
const isBareThis = ({ whole }: Word, next: Word | undefined): boolean =>
  /^(?:هذا|ذلك)$/.test(whole) && (next === undefined || next.token.kind !== 'word')

const DEATHS: ReadonlySet<string> = new Set(
  'qatal istushhid saqat-qatla awqaa-qatla laqi-hatf masra raah-dahiya'.split(' ').map((name) => `event.${name}`),
)
const WAR = /^(?:حرب|حروب|نزاع|صراع|تمرد|ازم[ةت]|انتفاض[ةت]|ثور[ةت]|اقتتال)$/
/** Blows that kill thousands at once. */
const BLOWS = /^(?:هجوم|هجمات|مجزر[ةت]|مذبح[ةت]|تفجير|تفجيرات|قصف|غار[ةت]|غارات|معرك[ةت])$/
const THOUSANDS = /^(?:الف|الفا|الاف|الوف|الفي|مليون|ملايين|مليونا)$/
const LONG_AGO =
  /^(?:عام|العام|سن[ةت]|سنوات|اعوام|عقود|عقد|قرن|بداي[ةت]|بدء|بدا|بدات|اندلاع|اندلع|اندلعت|انطلاق|انطلاق[ةت]|تدخل|تولي|توليه|مطلع|استئناف|اطاح[ةت]|سقوط|انقلاب|احتلال|استقلال)$/

/** «أدى النزاع إلى مقتل 13 ألف شخص», «قتل 340 منذ بداية العام»: how many have died so far. */
function isToll({ trigger, at, parties, part }: Telling, words: readonly Word[]): boolean {
  if (!DEATHS.has(trigger.id)) return false
  const dead = parties.find(({ role }) => role === 'recipient')?.filler
  if (dead === undefined || (dead.of !== 'number' && dead.of !== 'quantity' && dead.of !== 'group')) return false
  const counted = words.slice(dead.from, dead.to)
  const thousands = counted.some(({ stem, token }) => THOUSANDS.test(stem) || isThousands(token.text))
  if (thousands && !words.some(({ stem }) => BLOWS.test(stem))) return true
  const bears = (word: Word): boolean => WAR.test(word.stem) && word.mention?.named !== true
  if (part === 'noun' && thousands && words.slice(Math.max(0, at - NEAR), at).some(bears)) return true
  return words.some(
    ({ whole }, i) =>
      whole === 'منذ' &&
      words.slice(i + 1, i + 4).some(({ stem, token }) => LONG_AGO.test(stem) || isYear(token.text)) &&
      !isFresh(words, i + 1, i + 1 + NEAR),
  )
}
const isThousands = (text: string): boolean =>
  /^\d{1,3}(?:[,.٬]?\d{3})+$/.test(text) && Number(text.replace(/\D/g, '')) >= 1000
const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text)

/** «نادرا ما يشتبك», «كثيرا ما انتقد», «كلما التقى», «دأبت على اتهام»: how often something happens tells no occurrence. */
export function isHabit({ at, part, from }: Telling, words: readonly Word[]): boolean {
  const before = words.slice(Math.max(0, from - 3), at)
  if (part !== 'noun')
    return before.some(
      ({ whole }, i) =>
        (whole === 'ما' && HOW_OFTEN.test(before[i - 1]?.whole ?? '')) || /^(?:كلما|لطالما|طالما|قلما)$/.test(whole),
    )
  const on = words[at - 1]?.whole === 'علي' && words.slice(Math.max(0, at - USED_WITHIN), at - 1)
  return on !== false && on.some(({ whole }) => USED_TO.test(whole))
}
const HOW_OFTEN = /^(?:نادرا|قليلا|غالبا|عادة|كثيرا|دائما|احيانا)$/
const USED_TO = /^(?:[يت]?داب|[يت]عتاد|اعتاد|درج)(?:ت|وا|ون)?$/
const USED_WITHIN = 6

const OFTEN = /^(?:عادة|باستمرار|بانتظام|دوريا|يوميا|سنويا|شهريا|مرارا|باستمراري[ةت])$/

/** «تهدد من وقت لآخر», «يجتمع المجلس مرتين في السنة», «تعتقلهم بانتظام»: what happens again and again. */
function isRepeated({ at, imperfect, part }: Telling, words: readonly Word[]): boolean {
  if (!imperfect && part !== 'light') return false
  return words.slice(at + 1, at + 1 + 2 * NEAR).some(({ whole }, i, next) => {
    const [second, third] = [next[i + 1]?.whole ?? '', next[i + 2]?.whole ?? '']
    if (next.slice(0, i).some(({ token }) => /^[.؛؟!]$/.test(token.text))) return false
    if (whole === 'بين') return /^(?:ال)?(?:حين|فين[ةت])$/.test(second) && /^(?:الاخر|اخر|الفينة)$/.test(third)
    if (whole === 'من') return /^(?:وقت|حين|ان)$/.test(second) && /^(?:لاخر|الي)$/.test(third)
    if (whole === 'بشكل') return /^(?:دوري|منتظم|متكرر|روتيني|معتاد|يومي|شبه|مستمر|دائم)$/.test(second)
    if (whole === 'كل') return imperfect && /^(?:عام|سنة|شهر|اسبوع|يوم|مرة)$/.test(second)
    if (/^(?:مرة|مرتين|مرات)$/.test(whole))
      return /^(?:في|كل)$/.test(second) && /^(?:ال)?(?:سنة|عام|شهر|اسبوع)$/.test(third)
    return imperfect && OFTEN.test(whole)
  })
}

const TALK: ReadonlySet<EventType> = new Set(['CONSULT', 'AGREE', 'SUPPORT', 'REQUEST', 'ACCUSE', 'REJECT', 'SANCTION'])
const OF_STATE =
  /^الرئيس |(?:^|[\s])(?:ال)?(?:وزير|وزيرة|وزارة|وزراء|حكومة|برلمان|خارجية|داخلية|دفاع|شرطة|محكمة|نيابة|ملك|أمير|سفير|سفارة|رئاسة|شورى|نواب|جيش|حركة|حزب|قضاء)(?:$|\s)/u

/** In an article on sport, whoever praises, urges, refuses or fines, and is neither a state nor of its officers. */
function isTalkOfSport({ trigger, parties }: Telling): boolean {
  if (!TALK.has(trigger.type as EventType)) return false
  return !parties.some(({ entity }) => {
    if (entity === undefined) return false
    if (entity.type === 'GPE') return entity.catalogId?.startsWith('country.') === true
    return OF_STATE.test(entity.nameAr) || entity.roles.some(({ title }) => OF_STATE.test(title))
  })
}
