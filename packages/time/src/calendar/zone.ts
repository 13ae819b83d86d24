import { foldWord } from '../lex/characters.js'

const zones: readonly (readonly [string, string])[] = [
  ['Etc/GMT', 'غرينتش|غرينيتش|جرينتش|جرينيتش|غرينيش|قرينتش|العالمي|الدولي|gmt|utc'],
  ['Asia/Damascus', 'دمشق|سوريا|سورية|حلب|السوري|حمص|إدلب'],
  ['Asia/Baghdad', 'بغداد|العراق|أربيل|البصرة|الموصل'],
  ['Asia/Beirut', 'بيروت|لبنان'],
  ['Asia/Amman', 'عمان|الأردن|الاردن'],
  ['Asia/Jerusalem', 'القدس|القدس المحتلة|إسرائيل|تل أبيب'],
  ['Asia/Gaza', 'غزة|فلسطين'],
  ['Asia/Hebron', 'رام الله'],
  ['Africa/Cairo', 'القاهرة|مصر'],
  ['Asia/Riyadh', 'الرياض|مكة المكرمة|مكة|السعودية|جدة|المدينة المنورة|الدمام|المملكة'],
  ['Asia/Dubai', 'أبوظبي|أبو ظبي|ابوظبي|دبي|الإمارات|الشارقة'],
  ['Asia/Qatar', 'الدوحة|قطر'],
  ['Asia/Kuwait', 'الكويت'],
  ['Asia/Bahrain', 'المنامة|البحرين'],
  ['Asia/Muscat', 'مسقط|سلطنة عمان'],
  ['Asia/Aden', 'صنعاء|عدن|اليمن|مأرب'],
  ['Africa/Khartoum', 'الخرطوم|السودان'],
  ['Africa/Tripoli', 'طرابلس|ليبيا|بنغازي'],
  ['Africa/Tunis', 'تونس'],
  ['Africa/Algiers', 'الجزائر'],
  ['Africa/Casablanca', 'الرباط|المغرب|الدار البيضاء'],
  ['Africa/Nouakchott', 'نواكشوط|موريتانيا'],
  ['Africa/Mogadishu', 'مقديشو|الصومال'],
  ['Africa/Djibouti', 'جيبوتي'],
  ['Asia/Tehran', 'طهران|إيران|ایران|تهران'],
  ['Europe/Istanbul', 'أنقرة|إسطنبول|اسطنبول|تركيا'],
  ['Europe/Moscow', 'موسكو|روسيا'],
  ['Europe/London', 'لندن|بريطانيا'],
  ['Europe/Paris', 'باريس|فرنسا'],
  ['Europe/Berlin', 'برلين|ألمانيا'],
  ['Europe/Zurich', 'جنيف|سويسرا'],
  ['Europe/Rome', 'روما|إيطاليا'],
  ['Europe/Madrid', 'مدريد'],
  ['Europe/Brussels', 'بروكسل'],
  ['Europe/Vienna', 'فيينا'],
  ['Europe/Kiev', 'كييف|أوكرانيا'],
  ['America/New_York', 'واشنطن|نيويورك|شرق الولايات المتحدة|الساحل الشرقي'],
  ['America/Los_Angeles', 'لوس أنجلوس'],
  ['Asia/Shanghai', 'بكين|الصين'],
  ['Asia/Tokyo', 'طوكيو|اليابان'],
  ['Asia/Kolkata', 'نيودلهي|الهند'],
  ['Asia/Karachi', 'إسلام آباد|باكستان'],
  ['Asia/Kabul', 'كابول|أفغانستان'],
]

/** Countries whose coins share a name with others', by their zone. */
const countries: Readonly<Record<string, string>> = {
  'Asia/Damascus': 'SY',
  'Asia/Baghdad': 'IQ',
  'Asia/Beirut': 'LB',
  'Asia/Amman': 'JO',
  'Africa/Cairo': 'EG',
  'Asia/Riyadh': 'SA',
  'Asia/Dubai': 'AE',
  'Asia/Qatar': 'QA',
  'Asia/Kuwait': 'KW',
  'Asia/Bahrain': 'BH',
  'Asia/Muscat': 'OM',
  'Asia/Aden': 'YE',
  'Africa/Khartoum': 'SD',
  'Africa/Tripoli': 'LY',
  'Africa/Tunis': 'TN',
  'Africa/Algiers': 'DZ',
  'Africa/Casablanca': 'MA',
  'Asia/Tehran': 'IR',
  'Europe/Istanbul': 'TR',
  'Europe/London': 'GB',
}

/** The two letters of the country that keeps a zone, where its coin could be taken for another's. */
export const countryOfZone = (zone: string | undefined): string | undefined =>
  zone === undefined ? undefined : countries[zone]

let table: ReadonlyMap<string, string> | undefined

/** The IANA zone of a city or country named as papers name it in stamps, or undefined. */
export function zoneNamed(name: string): string | undefined {
  if (table === undefined) {
    const entries = zones.flatMap(([zone, names]) => names.split('|').map((n): [string, string] => [foldWord(n), zone]))
    table = new Map(entries)
  }
  const key = foldWord(name)
  return table.get(key) ?? (key.startsWith('ال') ? undefined : table.get(`ال${key}`))
}

/** The words of all those names, folded. */
export const zoneWords = (): string[] =>
  zones.flatMap(([, names]) => names.split('|').flatMap((name) => name.split(' ').map(foldWord)))

// Years that Intl names without an era and Date can hold; before and behind them a zone keeps the clock of the bound.
const FIRST_INSTANT = Date.UTC(100, 0, 1)
const LAST_INSTANT = Date.UTC(200_000, 0, 1)

const formats = new Map<string, Intl.DateTimeFormat>()

/** Minutes east of Greenwich that a zone kept at an instant, by the time-zone database of the runtime. */
export function offsetAt(zone: string, at: number): number {
  const instant = Math.min(Math.max(at, FIRST_INSTANT), LAST_INSTANT)
  let format = formats.get(zone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(zone, format)
  }
  const parts: Record<string, number> = {}
  for (const { type, value } of format.formatToParts(instant)) parts[type] = Number(value)
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000) / 60_000)
}

/**
 * The instant of a wall-clock reading (milliseconds as if it were UTC) in a zone. In the hour a clock is put back the
 * first of the two is taken; in the hour it is put forward, the reading is moved on.
 */
export function instantIn(zone: string, local: number): number {
  const first = local - offsetAt(zone, local) * 60_000
  const offset = offsetAt(zone, first)
  const second = local - offset * 60_000
  return offsetAt(zone, second) === offset ? second : first
}

/** True when the runtime knows the zone. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
