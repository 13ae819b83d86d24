import type { Role } from '../lex/lexeme.js'
import type { Enter } from '../lex/lexicon.js'

/** Nouns that news counts; the dual is built from the stem. The second list takes the dual in ‑تان. */
/** Broken plurals: the dual in ‑ين can be nothing else. */
const personsBroken =
  'شخص رجل طفل عنصر ضابط قتيل جريح شهيد شاب فتى طالب أسير رهينة حارس راكب طبيب قاض نائب أمير فرد ' +
  'صبي جندي شرطي وزير ولد شقيق رضيع سجين نزيل خبير شيخ تاجر'
/** Sound plurals: ‑ين may be two or many. */
const persons =
  'مدني عسكري مقاتل مسلح مصاب مسعف صحفي صحافي مصور مستوطن فلسطيني سوري عراقي لبناني يمني إسرائيلي معتقل مواطن مهاجر لاجئ ' +
  'انتحاري قيادي متظاهر مهندس متهم مشتبه ناشط موظف عامل سائق صياد مدير بحار مسافر زائر فنان طيار مظلي مدرب لاعب متسلق متطرف متمرد إرهابي مطلوب محتج مدرس معلم'
const personsF = 'امرأة طفلة سيدة فتاة طالبة شابة ممرضة جندية مواطنة رضيعة صحفية صحافية مدنية شقيقة ناشطة'
const things =
  'صاروخ انفجار هجوم حاجز مبنى منزل مسجد قرار حزب برميل لغم كمين مخيم مشروع بند شرط هدف ملف اجتماع لقاء تفجير مصنع ' +
  'موقع مركز مستشفى قارب زورق فندق فيلم كتاب تقرير بيان مقعد صندوق مطار جسر سد معبر منفذ محور حي نفق رتل لواء فوج'
const thingsF =
  'غارة زيارة طائرة قذيفة مركبة سيارة عملية قرية بلدة مدينة دولة مروحية دبابة شاحنة قنبلة عبوة ضربة جلسة جولة رسالة ' +
  'حافلة سفينة ناقلة مدرسة كنيسة شركة محطة منطقة محافظة وثيقة مذكرة اتفاقية مرحلة خطوة نقطة مباراة دورة بطولة ميدالية ' +
  'ندوة ورشة قاعدة مسيرة ناقة مدرعة آلية قضية حالة جريمة جثة إصابة رصاصة طلقة دورية فرقة كتيبة سرية وجبة غرفة صفقة ' +
  'خسارة هزيمة بطاقة لوحة لجنة لغة جهة ورقة كارثة فرصة محاولة مهمة ولاية كتلة قائمة مادة مجموعة جامعة مؤسسة منظمة رحلة مقابلة حلقة ثغرة دفعة ركلة'

const roles: readonly (readonly [Role, string])[] = [
  [
    'killed',
    'قتل قُتل قتلت قتلوا مقتل يقتل استشهد استشهاد استشهدوا استشهدت قتلى قتيل قتيلا قتيلة شهيد شهيدا شهداء مصرع لقي ' +
      'وفاة وفيات ضحيته ضحيتها توفي توفيت اغتيل اغتيال لقوا ضحية ضحايا جثة جثث جثمان قضى قضوا أعدم أعدمت أعدموا إعدام إعدامه صرعى ' +
      'جثتان جثتين قتيلان قتيلين شهيدان شهيدين ومقتل أودى أودت مات ماتوا توفوا وفيا غرق غرقوا قتلهم قتلا استشهادهم هلك',
  ],
  [
    'injured',
    'أصيب أصاب أصابت أصابوا إصابة أصيبت أصيبوا جرح جُرح جرحى جريح جريحا جريحة جرحت جرحوا إصابات مصاب مصابا مصابين مصابون بجروح يصاب ' +
      'مصابات وجرح جراح جرحه وإصابة وأصيب مصابان جريحان جريحين إصابتان إصابتين',
  ],
  [
    'captured',
    'يعتقل تعتقل يعتقلون أسر أُسر أسرى أسير أسيرا أسرت أسروا اعتقل اعتقال اعتقلت اعتقلوا معتقل معتقلا معتقلين احتجز احتجزوا احتجاز احتجزت محتجز محتجزا محتجزين محتجزون خطف خُطف اختطف اختطفوا خطفوا اختطاف مخطوف مخطوفا مختطف رهينة رهائن توقيف أوقفت أوقف أسيران أسيرين معتقلان رهينتان رهينتين',
  ],
  ['missing', 'فقد فُقد مفقود مفقودا مفقودين مفقودون فقدان فقدت فقدوا'],
  ['displaced', 'نزح نزحوا نازح نازحا نازحين تهجير هجر هُجر نزوح تشريد شرد'],
]

function dual(noun: string): string {
  const stem = noun.endsWith('ة') ? `${noun.slice(0, -1)}ت` : noun.endsWith('ى') ? `${noun.slice(0, -1)}ي` : noun
  return `${stem}ان ${stem}ين`
}

export function addNouns(enter: Enter): void {
  const list = (words: string, person: boolean, sureDual: boolean): void => {
    for (const word of words.split(' ')) {
      if (word === 'طالب') continue // طالبان are a movement before they are two students
      const [nominative = '', genitive = ''] = dual(word).split(' ')
      enter(nominative, { noun: { count: 2, sure: true, person } })
      enter(genitive, { noun: { count: 2, sure: sureDual, person } })
      if (person)
        enter(/[ةى]$/.test(word) || word === 'سوري' ? word : `${word} ${word}ا`, {
          noun: { count: 1, sure: true, person },
        })
    }
  }
  list(personsBroken, true, true)
  list(persons, true, false)
  list(personsF, true, true)
  list(things, false, true)
  list(thingsF, false, true)
  enter('مرتين مرتان', { noun: { count: 2, sure: true, person: false } })
  enter('هدف هدفا', { goals: 1 })
  enter('هدفين هدفان ثنائية', { goals: 2 })
  enter('ثلاثية', { goals: 3 })
  enter('رباعية', { goals: 4 })
  enter('خماسية', { goals: 5 })
  enter('سداسية', { goals: 6 })
  for (const [role, words] of roles) enter(words, { role })
}
