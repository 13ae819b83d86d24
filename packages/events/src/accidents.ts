import type { Telling } from './telling.js'
import type { Word } from './words.js'

/** Words of deaths and wounds that a blow or an accident may have caused. */
const HARM: ReadonlySet<string> = new Set([
  'event.qatal',
  'event.asab',
  'event.jarah',
  'event.saqat-qatla',
  'event.awqaa-qatla',
  'event.istushhid',
])
const CRASH = /^(?:تحطم|تحطمت|اصطدمت|اصطدام|تصادم|تدهور|انهيار|انهار|انهارت|غرق|غرقت|حريق|تدافع)$/
const FALL = /^(?:سقوط|سقطت|انقلاب|انقلبت|هبوط)$/
const VEHICLE = /^(?:(?:طائر|مروحي|عمودي|رافع|حافل|سيار|شاحن|عبار|مركب)[ةت]|هليكوبتر|قارب|زورق|قطار|باص)$/
const INCIDENT = /^(?:حادث|حادثة)$/
const WEAPON =
  /^(?:هجوم|هجمات|هجومين|قصف|غارة|غارات|رصاص|نار|مفخخة|تفجير|تفجيرات|اشتباك|اشتباكات|معارك|مواجهات|مسلح|مسلحون|مسلحين|صاروخ|صواريخ|عبوة|انتحاري|قذيفة|قذائف|طعن|ارهابي|ارهابية|اسقاط|اسقطت|استهدف|استهدفت|حرب)$/
/** Words between a fall and what fell. */
const FARTHEST = 3

/** «تحطم طائرة», «انقلاب حافلة»: whether a sentence tells of an accident and of no weapon. */
export function tellsAccident(words: readonly Word[]): boolean {
  if (words.some(({ stem }) => WEAPON.test(stem))) return false
  return words.some(
    ({ stem, mention }, at) =>
      mention?.named !== true &&
      (CRASH.test(stem) ||
        ((FALL.test(stem) || INCIDENT.test(stem)) &&
          words.slice(at + 1, at + 1 + FARTHEST).some((next) => VEHICLE.test(next.stem) || TRAFFIC.test(next.stem)))),
  )
}
const TRAFFIC = /^(?:سير|مرور|مروري|مرورية|تصادم)$/

/** Deaths without a doer where an accident is told, in the same sentence or, without any weapon, the one before. */
export function isByAccident(
  { trigger, parties }: Telling,
  words: readonly Word[],
  before: { readonly accident: boolean },
): boolean {
  if (!HARM.has(trigger.id) || parties.some(({ role }) => role === 'actor')) return false
  return tellsAccident(words) || (before.accident && !words.some(({ stem }) => WEAPON.test(stem)))
}
