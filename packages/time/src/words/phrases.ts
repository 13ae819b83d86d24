import { foldWord } from '../lex/characters.js'

/** Nouns of unmeasured time, said with a direction: الفترة الماضية، الأيام المقبلة. Folded, without the article. */
export const vagueNouns: ReadonlySet<string> = new Set([
  'فتره',
  'مرحله',
  'موسم',
  'مده',
  'حقبه',
  'مرحلتين',
  'فترات',
  'اونه',
  'ايام',
  'اعوام',
  'سنوات',
  'اشهر',
  'شهور',
  'اسابيع',
  'ساعات',
  'دقائق',
  'عقود',
  'قرون',
  'سنين',
  'اونة',
  'وقت',
  'فتره',
])

/** Adverbs and set phrases, by their first word. */
export const vaguePhrases: readonly (readonly [value: string, words: string])[] = [
  ['PAST_REF', 'مؤخرا'],
  ['PAST_REF', 'أخيرا'],
  ['PAST_REF', 'حديثا'],
  ['PAST_REF', 'سابقا'],
  ['PAST_REF', 'في السابق'],
  ['PAST_REF', 'في الماضي'],
  ['PAST_REF', 'قديما'],
  ['PAST_REF', 'في وقت سابق'],
  ['PAST_REF', 'في أوقات سابقة'],
  ['PAST_REF', 'قبل قليل'],
  ['PAST_REF', 'منذ قليل'],
  ['PAST_REF', 'قبل فترة'],
  ['PAST_REF', 'منذ فترة'],
  ['PAST_REF', 'منذ زمن'],
  ['PAST_REF', 'منذ مدة'],
  ['PAST_REF', 'قبل مدة'],
  ['PAST_REF', 'منذ أمد'],
  ['PAST_REF', 'منذ وقت طويل'],
  ['PAST_REF', 'منذ وقت'],
  ['PAST_REF', 'ذات يوم'],
  ['PAST_REF', 'في الآونة الأخيرة'],
  ['PRESENT_REF', 'حاليا'],
  ['PRESENT_REF', 'الآن'],
  ['PRESENT_REF', 'في الحال'],
  ['PRESENT_REF', 'هذا الوقت'],
  ['PRESENT_REF', 'هذه اللحظة'],
  ['PRESENT_REF', 'في هذه اللحظة'],
  ['PRESENT_REF', 'هاد الوقت'],
  ['PRESENT_REF', 'هاي اللحظة'],
  ['PRESENT_REF', 'هسة'],
  ['PRESENT_REF', 'هلق'],
  ['PRESENT_REF', 'دلوقتي'],
  ['PRESENT_REF', 'الحين'],
  ['PRESENT_REF', 'حتى الآن'],
  ['PRESENT_REF', 'في الوقت الحالي'],
  ['PRESENT_REF', 'في الوقت الراهن'],
  ['PRESENT_REF', 'هذا الموسم'],
  ['PRESENT_REF', 'هذه الأيام'],
  ['PRESENT_REF', 'في هذه الأثناء'],
  ['PRESENT_REF', 'في الوقت الحاضر'],
  ['PRESENT_REF', 'في هذه الأيام'],
  ['FUTURE_REF', 'لاحقا'],
  ['FUTURE_REF', 'قريبا'],
  ['FUTURE_REF', 'مستقبلا'],
  ['FUTURE_REF', 'في المستقبل القريب'],
  ['FUTURE_REF', 'في المستقبل'],
  ['FUTURE_REF', 'في وقت لاحق'],
  ['FUTURE_REF', 'في وقت قريب'],
  ['FUTURE_REF', 'في القريب العاجل'],
  ['FUTURE_REF', 'عما قريب'],
  ['FUTURE_REF', 'بعد قليل'],
  ['FUTURE_REF', 'بعد فترة'],
  ['FUTURE_REF', 'فيما بعد'],
]

/** Every name of each feast, by an id of ours. */
export const feastNames = {
  fitr: 'عيد الفطر|عيد الفطر المبارك|عيد الفطر السعيد',
  adha: 'عيد الأضحى|عيد الأضحى المبارك|عيد الاضحي',
  arafa: 'يوم عرفة|يوم عرفات|وقفة عرفات|الوقوف بعرفة',
  ashura: 'عاشوراء|يوم عاشوراء',
  mawlid: 'المولد النبوي|المولد النبوي الشريف|ذكرى المولد النبوي|عيد المولد النبوي',
  isra: 'الإسراء والمعراج',
  qadr: 'ليلة القدر',
  'hijri-new-year': 'رأس السنة الهجرية',
  'new-year': 'رأس السنة الميلادية|رأس السنة|رأس السنة الجديدة',
  'new-year-eve': 'ليلة رأس السنة|ليلة رأس السنة الميلادية|ليلة رأس السنة الجديدة',
  christmas: 'عيد الميلاد|عيد الميلاد المجيد|الكريسماس',
  'christmas-eve': 'ليلة عيد الميلاد|ليلة الميلاد',
  easter: 'عيد الفصح|أحد الفصح|عيد الفصح المجيد',
  'good-friday': 'الجمعة العظيمة',
  labour: 'عيد العمال|عيد العمل|يوم العمال',
  valentine: 'عيد الحب|يوم الحب|عيد العشاق|الفالنتاين',
  mother: 'عيد الأم|يوم الأم',
  father: 'يوم الأب|عيد الأب',
  women: 'يوم المرأة العالمي|اليوم العالمي للمرأة|عيد المرأة',
  land: 'يوم الأرض',
  thanksgiving: 'عيد الشكر|يوم الشكر',
  nowruz: 'عيد النوروز|عيد نوروز|النوروز',
  epiphany: 'عيد الغطاس',
  halloween: 'عيد الهالوين|الهالوين',
  'all-saints': 'عيد جميع القديسين',
} as const

export type FeastId = keyof typeof feastNames

const PREPOSITIONS = new Set(['في', 'قبل', 'بعد', 'منذ', 'حتي', 'هذا', 'هذه', 'هاد', 'هاي', 'عما', 'فيما', 'ذات'])

/** The first word of each feast's names. */
export const feastHeads = (): string[] =>
  Object.values(feastNames).flatMap((names) => names.split('|').map((name) => foldWord(name.split(' ')[0] ?? '')))

/** The word of each fixed phrase that a reader would stop at: the first, or the one after a preposition. */
export function phraseHeads(): string[] {
  const found = [...vagueNouns].map((noun) => `ال${noun}`).concat(['عما', 'فيما', 'ذات'])
  for (const [, words] of vaguePhrases) {
    const keys = words.split(' ').map(foldWord)
    found.push(keys.find((word) => !PREPOSITIONS.has(word)) ?? keys[0] ?? '')
  }
  return found
}
