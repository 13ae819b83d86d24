import type { Form } from '../lex/token.js'
import type { Point } from './point.js'
import type { Reader } from './reader.js'
import { NAME_HEAD, NAME_SECOND, OF_NAMES, traitsAt } from './traits.js'

/** Heads of names that swallow a date: قوى 8 آذار، مدينة 6 أكتوبر، جسر 14 تموز، سيارة نيسان. */
const HEADS = new Set(
  'قوي تحالف مدينه جسر كتائب كتيبه شارع ميدان ساحه جامعه حركه تيار فريق ملعب استاد طريق كوبري حي مخيم محور مستشفي مدرسه صحيفه جريده فيلم مسلسل قناه اذاعه تكتل ائتلاف لواء سياره سيارات شركه معسكر سد نفق مجمع نادي منتزه فريقا فريقي قوات حزب مطار ماركه طراز شاحنه منظمه مؤسسه موسسه جائزه كليه معهد مجله موقع برنامج مسجد مصنع ثوره انتفاضه'.split(
    ' ',
  ),
)

/** The word before is the head of a name that takes the date in. */
export function isInName(r: Reader, i: number): boolean {
  if (i === 0 || r.at(i).line) return false
  const before = traitsAt(r, i - 1, OF_NAMES, nameTraits)
  if ((before & NAME_HEAD) !== 0) return true
  // «في شارع الـ», «حركة شباب 6 أبريل», «فريقي 8 و14 آذار»
  return (before & NAME_SECOND) !== 0 && HEADS.has(r.at(i - 2).word.stem)
}

function nameTraits({ key, word }: Form): number {
  const { stem, article } = word
  const isHead = !article && (HEADS.has(stem) || HEADS.has(key) || HEADS.has(key.slice(1)))
  return (isHead ? NAME_HEAD : 0) | (SECONDS.has(stem) ? NAME_SECOND : 0)
}

const SECONDS: ReadonlySet<string> = new Set(['شباب', 'ثوره', 'شهداء'])

/** «ثورة يوليو» is a name, «ثورة يناير 2011» tells its month. */
const RISINGS: ReadonlySet<string> = new Set(['ثوره', 'انتفاضه'])
const FOOLS = /^[وبل]?(?:ال)?(?:كذبه|سمكه|حرب)$/
const ATTACKS = /^[وبل]?(?:ال)?(?:اعتداءات|هجمات|احداث|حوادث|تفجيرات|نكسه)$/

const isAfterOrBefore = (r: Reader, i: number): boolean => r.f(i) === 'after' || r.f(i) === 'before'

/** Persons, verbs and names that only look like a time. */
export function isWeakAlone(r: Reader, point: Point): boolean {
  const { from, to, parts } = point
  const saysYear = r.isDigits(to - 1) && r.at(to - 1).key.length === 4 && RISINGS.has(r.stem(from - 1))
  if (parts?.date?.year === undefined && parts?.clock === undefined && !saysYear && isInName(r, from)) return true
  // «#فبراير_الكويت»: a word of a tag
  if ((r.isSign(from - 1, '_') && r.touches(from)) || (r.isSign(to, '_') && r.touches(to))) return true
  // «اعتداءات سبتمبر» names an event by its month
  const isMonth = parts === undefined && point.rule === 'period.month' && to === from + 1
  // «مخزن «يوليو»»: a month between quotation marks is what happened in it
  if (isMonth && r.isSign(from - 1, '"«“') && r.isSign(to, '»"”') && r.touches(from) && !r.lexeme(from - 2).month)
    return true
  // «مصر ما بعد 30 يونيو»
  if (
    parts?.date?.day !== undefined &&
    parts.date.year === undefined &&
    isAfterOrBefore(r, from - 1) &&
    r.is(from - 2, 'ما')
  )
    return true
  // «كذبة أبريل»
  if (isMonth && r.isWord(from - 1) && !r.at(from).line && FOOLS.test(r.at(from - 1).key)) return true
  // «أيلول الأسود», «سبتمبر نت», «تيريزا ماي الجمعة»
  if (isMonth && /^(?:الاسود|الابيض|نت)$/.test(r.at(to).key) && !r.at(to).line) return true
  // and after she was named, «ضربة لماي»
  if (isMonth && r.stem(from) === 'ماي' && /تي?ريزا ماي/.test(r.text)) return true
  if (r.is(from, 'ماي') && r.isWord(from - 1) && /^(?:تيريزا|تريزا)$/.test(r.at(from - 1).key)) return true
  const isNineEleven = parts?.date?.day === 11 && parts.date.month === 9 && parts.date.year === undefined
  // «بعد 11 سبتمبر», «تفجيرات في الحادي عشر من سبتمبر»
  if (isNineEleven && (isAfterOrBefore(r, from - 1) || r.f(from - 1) === 'since')) return true
  if (isNineEleven && [2, 3, 4].some((back) => r.isWord(from - back) && ATTACKS.test(r.at(from - back).key)))
    return true
  if ((isMonth || isNineEleven) && r.isWord(from - 1) && !r.at(from).line && ATTACKS.test(r.at(from - 1).key))
    return true
  const only = parts !== undefined && parts.date === undefined && parts.clock === undefined
  if (only && parts.part === undefined && parts.weekday === undefined) {
    if (parts.day === 0) return isNewspaperToday(r, from, to)
    if (parts.day === 1 && to === from + 1) return isSomeTomorrow(r, from)
  }
  return false
}

/** «صحيفة اليوم», «المصري اليوم», «روسيا اليوم»: names, not today. */
const SUPERLATIVE = /^الا(?:كثر|قل|طول|سوا|كبر|فضل|هم|صعب|قصر|عنف|جمل|حب)$/

const DAY_NAMES = new Set([
  'الوطني',
  'العالمي',
  'الدولي',
  'الواحد',
  'التالي',
  'الثاني',
  'الاول',
  'الثالث',
  'الرابع',
  'الخامس',
  'السادس',
  'السابع',
  'الثامن',
  'التاسع',
  'العاشر',
  'الاخير',
  'نفسه',
  'ذاته',
  'المفتوح',
  'الختامي',
  'الافتتاحي',
  'الدراسي',
  'الموعود',
  'القومي',
  'الاسود',
  'الاخر',
  'الفاصل',
  'الحاسم',
  'التاريخي',
  'المشهود',
  'الكبير',
  'الكامل',
  'الرياضي',
  'الترفيهي',
  'التعريفي',
  'المدرسي',
  'الانتخابي',
  'التدريبي',
  'الاعلامي',
  'الثقافي',
  'التوعوي',
  'المنشود',
  'العادي',
  'التطوعي',
])

const OF_TOMORROW =
  /^[وفبل]?(?:ال)?(?:جيل|اجيال|حزب|قاده|رجال|صناع|مستقبل|عالم|اعلام|شباب|شركه|جريده|صحيفه|تيار|مدينه|مدن|ابناء|انتظار)$/

/** «نفكر في غد أفضل», «جيل الغد»: the time to come, and no day of the calendar. */
function isSomeTomorrow(r: Reader, i: number): boolean {
  if (i === 0 || r.at(i).line) return false
  const { key, word } = r.at(i)
  // «وإن غدا لناظره قريب»
  if (r.is(i + 1, 'لناظره')) return true
  if (word.stem === 'غد' && !word.article) return r.isWord(i + 1) && !r.at(i + 1).line
  // «حافة الغد»
  const isTitle = r.isSign(i + 1, '"»”') && (r.isSign(i - 2, '"«“') || r.isSign(i - 3, '"«“'))
  return key === 'الغد' && (isTitle || OF_TOMORROW.test(r.at(i - 1).key))
}

function isNewspaperToday(r: Reader, i: number, to: number): boolean {
  if (!r.at(to).line && (DAY_NAMES.has(r.at(to).key) || r.is(to, 'الذي') || SUPERLATIVE.test(r.at(to).key))) return true
  // «40 سيجارة في اليوم», «برميل باليوم»: each day, or a day that was told of; today has no preposition of its own
  if ((r.f(i - 1) === 'in' && !r.at(i).line) || r.at(i).word.proclitic.endsWith('ب')) return true
  // «مليونا يورو في اليوم»: each day
  const { currency, measure, unit, noun } = r.lexeme(i - 2)
  const isRate = [currency, measure, unit, noun].some((known) => known !== undefined) || r.f(i - 2) === 'times'
  if (isRate && r.f(i - 1) === 'in' && r.at(i).word.proclitic === '') return true
  // «في مثل هذا اليوم من عام 1950»
  if (r.is(i - 1, 'هذا') && r.is(i - 2, 'مثل')) return true
  // «نقلا عن اليوم السعودية»
  if (r.is(i - 1, 'عن') && ['السعوديه', 'الالكترونيه'].includes(r.at(to).key)) return true
  // «وبنفس اليوم من عام 2017»
  if (!r.at(i).line && /^[وفب]*(?:نفس|ذات)$/.test(r.at(i - 1).key)) return true
  if (!r.at(i).line && ['ذلك', 'هذا', 'طوال', 'طيله', 'مدار', 'مدي', 'نفس', 'ذات'].includes(r.at(i - 1).key))
    return r.at(i - 1).key !== 'هذا'
  if (i === 0 || r.at(i).line) return false
  // «ثقافة اليوم» between quotation marks, «جريدة (اليوم)»
  if (r.isSign(to, '"»”') && r.isSign(i - 2, '"«“') && r.isWord(i - 1) && r.f(i - 1) === undefined) return true
  // «لـ "اليوم"»: the paper; nobody quotes the day
  if (r.isSign(i - 1, '("«“') && r.isSign(to, ')"»”') && r.touches(i)) return true
  const before = r.at(i - 1)
  return (
    before.kind === 'word' &&
    [
      'صحيفه',
      'عين',
      'روسيا',
      'المصري',
      'جريده',
      'راي',
      'سوريا',
      'ليبيا',
      'العراق',
      'فلسطين',
      'اخبار',
      'دار',
      'لبنان',
      'عدن',
      'الراي',
    ].includes(before.key)
  )
}
