import { isNumber, type Words, wordsOf } from './words.js'

const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(' ').flatMap((word) => wordsOf(word).list))

/** Month names of the three Arabic families, Hijri, and English: a stamp is told here, read by `readStamp`. */
const MONTHS = wordSet(
  'يناير فبراير مارس أبريل إبريل مايو يونيو يونيه يوليو يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر ' +
    'كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين ' +
    'جانفي فيفري أفريل ماي جوان جويلية أوت شتنبر دجنبر نونبر غشت ' +
    'محرم صفر ربيع جمادى جماد رجب شعبان رمضان شوال ذي ذو القعدة الحجة ' +
    'january february march april may june july august september october november december ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec',
)
const DAYS = wordSet(
  'الأحد الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الإربعاء الخميس الجمعة السبت sunday monday tuesday wednesday thursday friday saturday sun mon tue wed thu fri sat',
)
const REST = wordSet(
  'الأول الثاني الاول أول ثاني الآخر الموافق م هـ ه ميلادي هجري ص am pm صباحا صباح مساء مساءا ظهرا عصرا ليلا فجرا الساعة ساعة عند في يوم بتوقيت بتوقيتنا غرينتش جرينتش ت غ gmt utc t z ' +
    'تاريخ النشر نشر بتاريخ تم نشره آخر اخر تحديث تعديل التحديث محدثة محدث الخبر كتب أضيف published updated last posted on at منذ قبل دقيقة دقائق ساعات أيام يومين ساعتين دقيقتين أسبوع أسبوعين شهر اليوم أمس ago hours minutes days',
)
const CITIES = wordSet(
  'دمشق بيروت بغداد القاهرة الرياض مكة المكرمة أبوظبي دبي الدوحة الكويت المنامة مسقط صنعاء عدن عمان القدس غزة رام الله الخرطوم طرابلس تونس الجزائر الرباط نواكشوط إسطنبول أنقرة لندن باريس طهران جدة حلب أربيل واس',
)

/** Whether a line is nothing but a date or hour: «2020.11.22 | 17:15 دمشق», «الجمعة 24 نيسان / أبريل 2020 09:22 مساءً». */
export function isStampLine(words: Words): boolean {
  const count = words.list.length
  if (count === 0 || count > 18) return false
  let stranger = 0
  let months = 0
  let days = 0
  let numbers = 0
  let ago = 0
  for (const word of words.list) {
    const bare = word.replace(/^\d+|[هم]$/g, '')
    if (isNumber(word) || bare === '') numbers++
    else if (MONTHS.has(word) || MONTHS.has(bare)) months++
    else if (DAYS.has(word)) days++
    else if (word === 'منذ' || word === 'قبل' || word === 'ago') ago++
    else if (!REST.has(word) && !CITIES.has(word) && !REST.has(bare)) stranger++
  }
  if (stranger > (numbers >= 3 ? 1 : 0)) return false
  const clock = /(?<!\d)\d{1,2}:\d{2}(?!\d)/.test(words.folded)
  const numeric =
    /(?<!\d)(?:\d{4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}|\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{2,4})(?!\d)/.test(
      words.folded,
    )
  if (numeric) return true
  if (clock && count <= 12) return true
  if (months > 0 && numbers > 0) return true
  if (ago > 0 && count <= 6 && stranger === 0) return true
  return days > 0 && numbers > 0 && count <= 6
}

/** Whether a folded word can stand in a stamp: a number, a month, a weekday, «الموافق», «هـ», a day part. */
export function isStampWord(word: string): boolean {
  const bare = word.replace(/^\d+|[هم]$/g, '')
  return isNumber(word) || bare === '' || MONTHS.has(word) || MONTHS.has(bare) || DAYS.has(word) || REST.has(word)
}
