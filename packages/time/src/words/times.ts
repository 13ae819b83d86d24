import type { DayPart, PartCode, TimeUnit } from '../lex/lexeme.js'
import type { Enter } from '../lex/lexicon.js'

const units: readonly (readonly [TimeUnit, string, string, string])[] = [
  // unit, one, two, many
  ['second', 'ثانية لحظة', 'ثانيتان ثانيتين ثانيتا ثانيتي', 'ثوان ثواني ثوانٍ لحظات'],
  ['minute', 'دقيقة دئيقة', 'دقيقتان دقيقتين دقيقتا دقيقتي', 'دقائق دقايق دئايق'],
  ['hour', 'ساعة', 'ساعتان ساعتين ساعتا ساعتي', 'ساعات'],
  ['day', 'يوم يوما ليلة', 'يومان يومين ليلتين ليلتان', 'أيام ايام أياما ليال ليالي'],
  ['week', 'أسبوع إسبوع أسبوعا اسبوع', 'أسبوعان أسبوعين إسبوعين إسبوعان أسبوعي', 'أسابيع اسابيع'],
  ['month', 'شهر شهرا', 'شهران شهرين شهري', 'أشهر شهور اشهر'],
  ['year', 'سنة عام عاما', 'سنتان سنتين عامان عامين عامي سنتي', 'سنوات سنين أعوام اعوام سنون أعواما'],
  ['decade', 'عقد عقدا', 'عقدان عقدين', 'عقود'],
  ['century', 'قرن قرنا', 'قرنان قرنين', 'قرون'],
]

const weekdays: readonly (readonly [number, string, string, string])[] = [
  // Arabic names, which want the article; names that stand bare (English, Persian); abbreviations
  [1, 'إثنين اثنين اتنين', 'monday دوشنبه', 'mon'],
  [2, 'ثلاثاء ثلاثا تلات تلاتاء', 'tuesday سهشنبه', 'tue tues'],
  [3, 'أربعاء أربعا', 'wednesday چهارشنبه', 'wed'],
  [4, 'خميس', 'thursday پنجشنبه پنجشنبة', 'thu thur thurs'],
  [5, 'جمعة', 'friday', 'fri'],
  [6, 'سبت', 'saturday شنبه', 'sat'],
  [7, 'أحد', 'sunday يكشنبه', 'sun'],
]

const parts: readonly (readonly [PartCode, DayPart, string, string])[] = [
  // nouns (فجر السبت) and adverbs (فجرا)
  ['MO', 'dawn', 'فجر', 'فجرا'],
  ['MO', 'morning', 'صباح صبح صبيحة غداة', 'صباحا'],
  ['MO', 'forenoon', 'ضحى', 'ضحىً'],
  ['MI', 'noon', 'ظهر ظهيرة زوال', 'ظهرا ضهرا'],
  ['AF', 'afternoon', 'عصر عصاري', 'عصرا'],
  ['EV', 'evening', 'مساء مسا أمسية عشية مغرب غروب عشا عشاء', 'مساءا مساءً'],
  ['NI', 'night', 'ليل ليلة', 'ليلا'],
  ['DT', 'day', 'نهار', 'نهارا'],
]

export function addTimeWords(enter: Enter): void {
  for (const [unit, one, two, many] of units) {
    enter(one, { unit: { unit, count: 1 } })
    enter(two, { unit: { unit, count: 2 } })
    enter(many, { unit: { unit, count: 'many' } })
  }
  for (const [day, arabic, bare, weak] of weekdays) {
    enter(arabic, { weekday: { day, weak: false, bare: false } })
    enter(bare, { weekday: { day, weak: false, bare: true } })
    enter(weak, { weekday: { day, weak: true, bare: true } })
  }
  for (const [code, name, noun, adverb] of parts) {
    enter(noun, { part: { code, name, adverb: false } })
    enter(adverb, { part: { code, name, adverb: true } })
  }
  enter('أمس البارحة مبارح امبارح إمبارح', { day: -1 })
  enter('بارحة', { day: -1 })
  enter('اليوم', { day: 0 })
  enter('غد غدا غداً بكرة بكرا بكره', { day: 1 })
  enter(
    'ماضي ماضية ماضيين ماضيان ماضيتين منصرم منصرمة منصرمين منقض منقضي منقضية فائت فائتة فائتين فايت فايتة سابق سابقة فات فاتت',
    {
      turn: -1,
    },
  )
  enter('ماض فارط فارطة', { turn: -1 })
  enter('أخير أخيرة أخيرين أخيرتين', { turn: -1 })
  enter('جاري جارية حالي حالية راهن راهنة جار', { turn: 0 })
  enter('مقبل مقبلة مقبلين مقبلان مقبلتين قادم قادمة قادمين قادمان قادمتين آتي آتية تالي تالية لاحق جاي جاية', {
    turn: 1,
  })
  enter('الجاي', { turn: 1 })
  enter('مطلع مستهل بداية بدايات أوائل اوائل فاتحة', { edge: 'START' })
  enter('منتصف أواسط وسط أنصاف', { edge: 'MID' })
  enter('نهاية أواخر اواخر ختام آواخر', { edge: 'END' })
  enter('صيف', { season: 'SU' })
  enter('شتاء', { season: 'WI' })
  enter('خريف', { season: 'AU' })
  const set = (adjectives: string, adverbs: string, unit: TimeUnit, value: string): void => {
    enter(adjectives, { set: { unit, value, adverb: false } })
    enter(adverbs, { set: { unit, value, adverb: true } })
  }
  set('يومي يومية', 'يوميا', 'day', 'P1D')
  set('أسبوعي أسبوعية', 'أسبوعيا', 'week', 'P1W')
  set('شهري شهرية', 'شهريا', 'month', 'P1M')
  set('سنوي سنوية', 'سنويا', 'year', 'P1Y')
  const decades: readonly (readonly [number, string])[] = [
    [20, 'عشرين'],
    [30, 'ثلاثين'],
    [40, 'أربعين'],
    [50, 'خمسين'],
    [60, 'ستين'],
    [70, 'سبعين'],
    [80, 'ثمانين'],
    [90, 'تسعين'],
  ]
  for (const [value, stem] of decades) enter(`${stem}يات ${stem}ات`, { decade: value })
  enter('ص صباحاً', { meridiem: 'am' })
  enter('م', { meridiem: 'pm' })
  enter('am', { meridiem: 'am' })
  enter('pm', { meridiem: 'pm' })
}
