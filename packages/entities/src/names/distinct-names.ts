import { type KnownNames, listsOf } from './known-names.js'

/**
 * Given names of one root that differ by a vowel letter and are never spellings of each other: «سالم» is not «سليم», though a
 * foreign name may well be written with or without that letter. Written for this package; a line is a group.
 */
const GROUPS = `
محمد محمود أحمد حمد حامد حميد حمود حماد حمدي حمدان محمدي
حسن حسين حسان حسون محسن حسني
سالم سليم سلام سلمان سليمان سلمى سلم أسلم مسلم
سعد سعيد سعود أسعد سعدي سعدون مسعود سعاد
علي عالي علاء علوي معالي علوان
عمر عمرو عامر عمار عمران عمير معمر
خالد خليد خلود مخلد خلدون
جمال جميل جميلة جمالي
كمال كامل كميل كمالي
ناصر نصر نصير منصور نصار نصري نصيرة
راشد رشيد رشاد رشدي مرشد
شاكر شكري شكور
صالح صلاح صليح مصلح
ماجد مجيد مجدي أمجد مجد
كرم كريم أكرم مكرم كريمة
فارس فراس فرس
فيصل فاضل فضل فضيل فضيلة
نادر نذير منذر ناظر
طارق طريق
طاهر طهار ظاهر
عادل عدل عدلي عديل
عباس عابس عبيس
عزيز عزت عزام معز معتز عزة
وليد والد ولد
زيد زايد زياد يزيد زيدان زيدون
بدر بدري بادر بدران
بكر بكري بكار
جابر جبر جبار جبير جبران
حاتم حتم حاتمي
حكم حاكم حكيم حكمت
حليم حالم حلمي
رفيق رافق مرافق رفقي
سامر سمير سمر سمار
سامي سمي سماء
شريف أشرف شرف شريفة
صادق صديق صدقي
صابر صبر صبري صبحي
طلال طليل
عارف عريف عرفان معروف
غالب غلاب
فهد فهيد فهيم فاهم
فرج فرجي فراج
فريد فارد فرد فريدة
قاسم قسام قسم
قادر قدير قدري مقدار
لطيف لطفي
مالك ملك مليك
ماهر مهر مهران
مراد مرد مريد
نبيل نبال
نديم نادم
نزار نزر نزير
نعيم نعمان ناعم منعم
نوري نور أنور منير منور
هاشم هشام هاشمي هشيم
هادي هدى مهدي هداية
وسام وسيم
ياسر يسري يسار يسر
باسل بسل
باسم بسام بسيم ابتسام
بشار بشير بشر بشرى مبشر
حافظ حفيظ محفوظ
رائد رعد ريد
رامي رام رمي
ربيع رابع ربع
رضا راضي رضوان
زاهر زهير أزهر زهراء
زكي زكريا زاكي
عاصم عصام معتصم
عاطف عطوف عطية
عمادي عماد عميد عامد
عبدالله عبيدالله عبداله
غازي غزوان
غانم غنيم غنام
فوزي فائز فواز فوز
`

/** Flags of `distinct-names.bin`: a pair of two names, a pair that may be one, a name that many bear. */
export const DISTINCT = 1
export const ONE_NAME = 2
export const BEARER = 4

/** A pair of folded names as it is hashed. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a}\t${b}` : `${b}\t${a}`)

let groupOf: Map<string, number> | undefined

function groups(fold: (name: string) => string): Map<string, number> {
  if (groupOf !== undefined) return groupOf
  groupOf = new Map()
  for (const [group, line] of GROUPS.trim().split('\n').entries()) {
    for (const name of line.split(' ')) {
      const folded = fold(name)
      if (!groupOf.has(folded)) groupOf.set(folded, group)
    }
  }
  return groupOf
}

/** What compounds share and what says nothing: «عبد السلام» and «عبد السليم» differ as «سلام» and «سليم» do. */
const AROUND = [/^عبد(?=.{3})/u, /^ابو(?=.{3})/u, /(?<=.{3})الله$/u, /(?<=.{3})الدين$/u] as const

function inner(a: string, b: string): [a: string, b: string] {
  for (const around of AROUND)
    if (around.test(a) && around.test(b)) return [a.replace(around, ''), b.replace(around, '')]
  return [a, b]
}

/** «سليماني» from «سليمان», «أميرة» from «أمير»: the ending makes another name of one that many bear. */
const ENDINGS = ['ي', 'ه'] as const

/** «السودان» and «السوداني», «البصرة» and «البصري»: where both have the article, the ending tells who is from where. */
export function isNisbaOf(first: string, second: string): boolean {
  const [short, long] = first.length < second.length ? [first, second] : [second, first]
  return short.length > 2 && (long === `${short}ي` || (long.length === short.length && nisbaOfFeminine(short, long)))
}

const nisbaOfFeminine = (a: string, b: string): boolean =>
  a.slice(0, -1) === b.slice(0, -1) && /^(?:هي|يه)$/.test(a.slice(-1) + b.slice(-1))

function inOneGroup(a: string, b: string, fold: (name: string) => string): boolean {
  const known = groups(fold)
  const group = known.get(a)
  return group !== undefined && group === known.get(b)
}

/**
 * Whether two folded words are two names that look alike: given names of one group, names that many people bear each by itself, or a
 * common name and what an ending makes of it.
 */
export function areTwoNames(
  first: string,
  second: string,
  fold: (name: string) => string,
  common: KnownNames,
): boolean {
  const [a, b] = inner(first, second)
  if (a === b) return false
  if (inOneGroup(first, second, fold) || inOneGroup(a, b, fold)) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  const flags = listsOf(pairKey(a, b), common)
  if ((flags & DISTINCT) !== 0) return true
  const derived = ENDINGS.some((ending) => long === short + ending)
  return derived && (flags & ONE_NAME) === 0 && (listsOf(short, common) & BEARER) !== 0
}
