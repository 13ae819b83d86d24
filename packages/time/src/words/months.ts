import type { Calendar } from '../lex/lexeme.js'
import type { Enter } from '../lex/lexicon.js'

/** A month name that is also a common word or a person needs more around it before it is believed. */
interface MonthRow {
  readonly strong?: string
  readonly weak?: string
}

// Egyptian and Gulf · Levantine and Iraqi · Algerian and Tunisian · Moroccan · Mauritanian · English · French
const gregorian: readonly MonthRow[] = [
  { strong: 'يناير ينائر جانفي january janvier ژانويه', weak: 'jan' },
  { strong: 'فبراير فبرائر شباط فيفري فيبراير february feb février fevrier', weak: 'فوريه' },
  { strong: 'آذار أذار march', weak: 'مارس mar mars مارت' },
  { strong: 'أبريل إبريل ابريل أفريل إفريل نيسأن april apr avril آوريل', weak: 'نيسان' },
  { strong: 'مايو أيار أيّار', weak: 'ماي may mai' },
  { strong: 'يونيو حزيران يونيه يونية june juin ژوئن', weak: 'جوان jun' },
  { strong: 'يوليو تموز جويلية يوليوز يوليه يولية جويليه july jul juillet ژوئيه جولاي' },
  { strong: 'أغسطس غشت أغشت august aug août aout', weak: 'آب أوت' },
  { strong: 'سبتمبر أيلول شتنبر شتمبر شتمبير سيبتمبر september sept septembre سپتامبر', weak: 'sep' },
  { strong: 'أكتوبر أوكتوبر اكتوبر october octobre اكتبر', weak: 'oct' },
  { strong: 'نوفمبر نونبر نوفمبير november nov novembre نوامبر' },
  { strong: 'ديسمبر دجنبر دجمبر ديسمبير december décembre decembre دسامبر', weak: 'dec' },
]

// Two-word Hijri months are put together by the grammar: ربيع الأول، جمادى الآخرة، ذو القعدة.
const hijri: readonly MonthRow[] = [
  { weak: 'محرم المحرم' },
  { weak: 'صفر' },
  {},
  {},
  {},
  {},
  { weak: 'رجب' },
  { weak: 'شعبان' },
  { weak: 'رمضان' },
  { weak: 'شوال' },
  {},
  {},
]

const jalali: readonly MonthRow[] = [
  { strong: 'فروردين' },
  { strong: 'ارديبهشت' },
  { strong: 'خرداد' },
  { weak: 'تير' },
  { weak: 'مرداد' },
  { strong: 'شهريور' },
  { weak: 'مهر' },
  { weak: 'آبان' },
  { weak: 'آذر' },
  { weak: 'دي' },
  { weak: 'بهمن' },
  { strong: 'اسفند' },
]

export function addMonths(enter: Enter): void {
  const system = (calendar: Calendar, rows: readonly MonthRow[]): void => {
    rows.forEach(({ strong = '', weak = '' }, index) => {
      enter(strong, { month: { calendar, month: index + 1, weak: false } })
      enter(weak, { month: { calendar, month: index + 1, weak: true } })
    })
  }
  system('gregorian', gregorian)
  system('hijri', hijri)
  system('jalali', jalali)
  enter('تشرين', { monthHead: 'tishrin' })
  enter('كانون', { monthHead: 'kanun' })
  enter('ربيع', { monthHead: 'rabi', season: 'SP' })
  enter('جمادى جماد', { monthHead: 'jumada' })
  enter('ذو ذي ذى', { monthHead: 'dhu' })
  enter('قعدة', { monthTail: 11 })
  enter('حجة', { monthTail: 12 })
}
