import type { Telling } from '../clauses/telling.js'
import type { WordForm } from '../forms/word-form.js'
import type { Word } from '../forms/words.js'

/** Words of deaths and wounds that a blow or an accident may have caused. */
const HARM: ReadonlySet<string> = new Set([
  'event.qatal',
  'event.asab',
  'event.jarah',
  'event.saqat-qatla',
  'event.awqaa-qatla',
  'event.istushhid',
  'event.laqi-hatf',
  'event.masra',
  'event.awda-hayat',
  'event.raah-dahiya',
])
const CRASH = /^(?:تحطم|تحطمت|اصطدمت|اصطدام|تصادم|تدهور|انهيار|انهار|انهارت|غرق|غرقت|حريق|تدافع)$/
const FALL = /^(?:سقوط|سقطت|انقلاب|انقلبت|هبوط)$/
const VEHICLE = /^(?:(?:طائر|مروحي|عمودي|رافع|حافل|سيار|شاحن|عبار|مركب)[ةت]|هليكوبتر|قارب|زورق|قطار|باص)$/
const INCIDENT = /^(?:حادث|حادثة)$/
const WEAPON =
  /^(?:هجوم|هجوما|اعتداء|اعتداءات|انفجار|انفجارات|لغم|الغام|كمين|قتال|قنبلة|ضربة|ضربات|هجمات|هجومين|قصف|غارة|غارات|رصاص|نار|مفخخة|تفجير|تفجيرات|اشتباك|اشتباكات|معارك|مواجهات|مسلح|مسلحون|مسلحين|صاروخ|صواريخ|عبوة|انتحاري|قذيفة|قذائف|طعن|ارهابي|ارهابية|اسقاط|اسقطت|استهدف|استهدفت|حرب)$/
/** Whether a sentence names a weapon or a fight. */
export const namesWeapon = (words: readonly Word[]): boolean => words.some(({ stem }) => WEAPON.test(stem))
/** Words between a fall and what fell. */
const FARTHEST = 3

/** «تحطم طائرة», «انقلاب حافلة»: whether a sentence tells of an accident and of no weapon. */
function tellsAccident(words: readonly Word[]): boolean {
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

/**
 * «انقلاب قطار», «فيضانات تجتاح البلاد»: whether a headline tells of an accident, a disaster or a disease, and of no weapon, so that the
 * deaths of the whole article are by it.
 */
export function isAboutAccident(headline: readonly WordForm[]): boolean {
  if (headline.some(({ stem }) => WEAPON.test(stem) || DEED.test(stem))) return false
  return headline.some(
    ({ stem }, at) =>
      (CRASH.test(stem) && !OF_WORDS.test(headline[at + 1]?.stem ?? '')) ||
      DISASTER.test(stem) ||
      OF_WEATHER.get(stem)?.test(headline[at + 1]?.stem ?? '') === true ||
      (FALL.test(stem) && headline.slice(at + 1, at + 1 + FARTHEST).some((next) => VEHICLE.test(next.stem))) ||
      (INCIDENT.test(stem) && headline.slice(at + 1, at + 1 + FARTHEST).some((next) => TRAFFIC.test(next.stem))),
  )
}
const DISASTER =
  /^(?:زلزال|زلازل|تسونامي|فيضان|فيضانات|سيول|اعصار|حرائق|بركان|وباء|كوليرا|ايبولا|ملاريا|انفلونزا|فيروس)$/
/** «عاصفة» names a campaign and «موجة» counts strikes: these tell of weather, earth and roads by the word behind them. */
const OF_WEATHER: ReadonlyMap<string, RegExp> = new Map([
  ['عاصفة', /^(?:ثلجي|رملي|ترابي|مداري|رعدي|استوائي|مطري)ة$/],
  ['عواصف', /^(?:ثلجي|رملي|ترابي|مداري|رعدي)ة$/],
  ['موجة', /^(?:حر|برد|صقيع|جفاف|حرارة|مد)$/],
  ['امطار', /^(?:غزيرة|طوفانية|موسمية)$/],
  ['هزة', /^(?:ارضية)$/],
  ['انزلاق', /^(?:تربة|ارضي|ارض|طين)$/],
  ['حوادث', TRAFFIC],
])
/** «انهيار الهدنة», «انهيار الليرة»: no walls. */
const OF_WORDS =
  /^(?:هدن[ةت]|اتفاق|محادثات|مفاوضات|مباحثات|حكوم[ةت]|نظام|ائتلاف|تحالف|اقتصاد|بورص[ةت]|اسعار|سعر|عمل[ةت]|لير[ةت]|ريال|دولار|جيش|دفاعات)$/
/** What a headline calls a deed that somebody did. */
const DEED =
  /^(?:قتل|قتلت|يقتل|تقتل|اغتيال|اعتداء|دهس|جريمة|متعمد|متعمدة|مفتعل|مفتعلة|مقاتل|مقاتلين|قوات|ميليشيا|مليشيا)$/

/** Deaths without a doer where an accident is told: in the headline, in the same sentence or, without any weapon, the one before. */
export function isByAccident(
  { trigger, parties }: Telling,
  words: readonly Word[],
  before: { readonly words: readonly Word[]; readonly headline: boolean },
): boolean {
  if (!HARM.has(trigger.id) || parties.some(({ role }) => role === 'actor')) return false
  if (tellsAccident(words)) return true
  return !words.some(({ stem }) => WEAPON.test(stem)) && (before.headline || tellsAccident(before.words))
}
