import type { Enter } from '../lex/lexicon.js'

/** Heads of names that are made of a date, a weekday, a month or a number. */
const dateNames =
  'قوى تحالف مدينة جسر كتائب كتيبة شارع ميدان ساحة جامعة حركة تيار فريق ملعب استاد طريق كوبري حي مخيم محور ' +
  'مستشفى مدرسة صحيفة جريدة فيلم مسلسل قناة راديو محطة فندق تكتل ائتلاف لواء سيارة شركة معسكر سد نفق مجمع نادي منتزه'
const numberNames = 'فرقة لواء فوج مادة قرار طائرة طراز صاروخ غرفة رقم خط مجموعة'

export function addNames(enter: Enter): void {
  enter(dateNames, { named: 'date' })
  enter(numberNames, { named: 'number' })
}
