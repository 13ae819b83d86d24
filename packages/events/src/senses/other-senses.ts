import type { Word } from '../forms/words.js'

/** What a trigger's letters mean besides the deed, told by the words around it. */
type Sense = (words: readonly Word[], at: number) => boolean

/** The keys of the words behind a trigger, up to a stop. */
function behind(words: readonly Word[], at: number, reach: number): Word[] {
  const found: Word[] = []
  for (let i = at + 1; i < words.length && i <= at + reach; i++) {
    const word = words[i]
    if (word === undefined || /^[.؛؟!:]$/.test(word.token.text)) break
    found.push(word)
  }
  return found
}

const wholeAt = (words: readonly Word[], at: number): string => words[at]?.whole ?? ''
const stemAt = (words: readonly Word[], at: number): string => words[at]?.stem ?? ''
/** True for a verb that opens its clause: behind nothing, a mark, a relative or و. */
const opensClause = (words: readonly Word[], at: number): boolean => {
  const before = words[at - 1]
  if (before === undefined || before.token.kind !== 'word' || words[at]?.conjunction === true) return true
  return /^(?:الذي|التي|الذين|حيث|ثم|قد|وقد|بعدما|عندما|حين|ان|بان|كما)$/.test(before.whole)
}

/** «أدين رجل بالقتل»: the passive of أدان is said by a court. */
const isConvicted: Sense = (words, at) => /^ا?دين(?:ت|وا|ا)?$/.test(wholeAt(words, at))
/** «ندين لهم بالكثير»: to owe. */
const owes: Sense = (words, at) =>
  /^[نيت]?دين(?:ون)?$/.test(wholeAt(words, at)) &&
  (words[at + 1]?.preposition === 'ل' ||
    /^(?:له|لها|لهم|لكم|لك|لي)$/.test(wholeAt(words, at + 1)) ||
    (/^[يت]/.test(wholeAt(words, at)) && owesSomething(words, at)) ||
    /^(?:بالفضل|بالكثير|بالولاء)$/.test(wholeAt(words, at + 1)))
/** «يدين الفريق بالفوز لحارسه»: what he owes, and to whom. */
function owesSomething(words: readonly Word[], at: number): boolean {
  const next = behind(words, at, OWED_WITHIN)
  const owed = next.findIndex(({ preposition, mention }) => preposition === 'ب' && mention?.named !== true)
  return owed >= 0 && next.slice(owed + 1, owed + 5).some(({ preposition }) => preposition === 'ل')
}
const OWED_WITHIN = 10
/** «دانت المحكمة فلانا بالقتل»: a court convicts somebody of something. */
const judges: Sense = (words, at) =>
  words.slice(at + 1, at + 3).some(({ stem }) => /^(?:محكم[ةت]|قاض|قاضي|قضاء|محلفين|محلفون)$/.test(stem)) &&
  behind(words, at, 9).some(({ preposition }) => preposition === 'ب')
const needs: Sense = (words, at) =>
  /^احتجت$/.test(wholeAt(words, at)) && behind(words, at, 2).some(({ whole }) => whole === 'الي')
/** «نتفق على أن», «مسائل نتعاون فيها»: what we do in general. */
const isOurs: Sense = (words, at) => /^ن(?:تفق|تعاون|توافق)$/.test(wholeAt(words, at))
/** «يتفق الخبراء على أن الحل سياسي», «اتفقوا على أنه الأفضل»: one opinion, and no agreement. */
const isOfOneMind: Sense = (words, at) => {
  const whole = wholeAt(words, at)
  if (!/^(?:[يت]تفق|يتفقون|اتفق)/.test(whole)) return false
  const next = behind(words, at, 16)
  return next.some(({ whole: on }, i) => {
    if (on !== 'علي') return false
    const that = next[i + 1]?.whole ?? ''
    if (/^ان(?:ه|ها|هم|هما)$/.test(that)) return true
    // Two governments that «agreed that options must be put forward» have agreed.
    const opinion = !/^اتفق/.test(whole) || /^(?:هذا|هذه|ذلك|تلك|هو|هي)$/.test(next[i + 2]?.whole ?? '')
    return that === 'ان' && opinion && !isSubjunctive(next[i + 2])
  })
}
/** «على أن يجتمعوا»: what is agreed on is to be done. */
const isSubjunctive = (word: Word | undefined): boolean =>
  word !== undefined && !word.article && word.mention?.named !== true && /^[يتن]..+/.test(word.whole)

/** «رفض التعليق», «امتنع عن الإدلاء بتصريح», «رفض تقديم تفاصيل»: far behind too, where a long name stands between. */
const keepsSilent: Sense = (words, at) => {
  const next = behind(words, at, 24)
  const comes = next.findIndex(
    (word, i) =>
      word.mention === undefined &&
      !word.inside &&
      ((SILENT.test(word.whole) && (word.article || /^(?:الرد|كشف|ذكر|الادلاء)/.test(word.whole))) ||
        (/^(?:تقديم|اعطاء|ذكر|توضيح|تحديد|كشف|نشر|تاكيد)$/.test(word.whole) && DETAILS.test(next[i + 1]?.stem ?? ''))),
  )
  if (comes < 0) return false
  // «رفض القرار وامتنع عن التعليق»: behind the next verb it is that one's.
  return !next
    .slice(0, comes)
    .some(({ conjunction, mention, article }) => conjunction && mention === undefined && !article)
}
const SILENT = /^(?:التعليق|التعقيب|الادلاء|الافصاح|الحديث|الخوض|الاجاب[ةت])$/
const DETAILS = /^(?:تفاصيل|معلومات|ايضاحات|مزيد|اسماء|اسم|اسمه|هوي[ةت]|تصريحات|تصريح|اي|تلك|موعد)$/

/** What one cites: «استشهد بآية». */
const CITED =
  /^(?:تصريح|تصريحات|قول|اقوال|مقول[ةت]|كلام|كلمات|اي[ةت]|ايات|حديث|احاديث|بيت|ابيات|تقرير|تقارير|دراس[ةت]|دراسات|مثال|امثل[ةت]|تجرب[ةت]|ارقام|رقم|بيانات|احصاء|احصائيات|احصاءات|نص|نصوص|ماد[ةت]|مقال|مقال[ةت]|خطاب|رسال[ةت]|وثيق[ةت]|وثائق|شهاد[ةت]|ما|قص[ةت]|وقائع|حادث[ةت]|كتاب)$/

/** «محمد كريم، ولقاء سويدان، ومحمد مرزبان»: between names, with one right behind and no article. */
const isFirstName: Sense = (words, at) => {
  const word = words[at]
  const next = words[at + 1]
  if (!/^لقاء$/.test(word?.stem ?? '') || word?.article === true || word?.conjunction !== true) return false
  if (next?.mention?.entity.type !== 'PER' || next.mention.to - next.mention.from > 1) return false
  const before = words[at - 1]?.token.kind === 'punctuation' ? at - 2 : at - 1
  return words[before]?.mention?.named === true || words[before]?.inside === true
}

const TROUBLES =
  /^(?:مزاعم|اتهامات|شبهات|شبه[ةت]|فضائح|فضيح[ةت]|شكوك|ديون|مشاكل|مشكلات|ازمات|ازم[ةت]|تساؤلات|اسئل[ةت]|انتقادات|شائعات|ضغوط|هواجس|مخاوف|قضايا|دعاوي)$/

/** «خرجوا ابتهاجا بالنصر», «مسيرة احتفالا بفوز المنتخب». */
const rejoices: Sense = (words, at) => {
  const next = behind(words, at, 24)
  return (
    words
      .slice(Math.max(0, at - 8), at)
      .concat(next)
      .some(({ stem }) => JOY.test(stem)) &&
    !words.some(({ stem }) => CROWDS_SAY.test(stem) || /^(?:احتجاجا|رفضا|غضب|غاضب|تنديدا|اسقاط|رحيل)/.test(stem))
  )
}
const JOY =
  /^(?:فرح|فرحا|فرح[ةت]|فرحين|ابتهاج|ابتهاجا|احتفال|احتفالا|احتفالات|احتفاء|للاحتفال|فرحتهم|محتفلين|مبتهجين|زغاريد)$/

const ABOUT_LAW = /^(?:في|امام|لدي|ضد)$/
const BODY = /^(?:رقبة|عنق|صدر|ظهر|بطن|يد|كتف|راس|وجه|فخذ|قلب|شارع|سوق|منزل|حي|محطة)/

/** «القوات المهاجمة»: what they are called. */
const describesForces: Sense = (words, at) =>
  /^المهاجم(?:ة|ين|ون)$/.test(wholeAt(words, at)) && (words[at - 1]?.article === true || words[at - 1]?.inside === true)

/** Whether a trigger stands in another of its senses: to owe, to set out, a handset, an appeal to a court. */
const ELSE: Readonly<Record<string, Sense>> = {
  'event.adan': (words, at) => isConvicted(words, at) || owes(words, at) || judges(words, at),
  'event.dan': (words, at) => owes(words, at) || judges(words, at),
  // «احتجت إلى شهرين»: «I needed».
  // «قدمت الحكومة احتجاجا لدى السفير»: a note between states.
  'event.ihtajj': (words, at) => needs(words, at) || behind(words, at, 6).some(({ whole }) => whole === 'لدي'),
  'event.aarab-qalaq': needs,
  // «تسلمت الشرطة متهما بالسرقة»: who is accused of something, and by nobody here.
  'event.ittaham': (words, at) =>
    /^متهما?$/.test(stemAt(words, at)) && words[at + 1]?.preposition === 'ب' && !words[at - 1]?.form.isComma,
  'event.ittafaq': (words, at) => isOurs(words, at) || isOfOneMind(words, at),
  'event.taawan': isOurs,
  'event.tawafuq': isOurs,
  // «أكد إدانته كل أشكال العنف»: a court convicts somebody of something.
  'event.adan-qada': (words, at) =>
    words[at]?.pronoun !== undefined &&
    !behind(words, at, 7).some(({ preposition }) => preposition === 'ب') &&
    !words.some(({ stem }) => /^(?:محكم|سجن|قضا|قاض|نياب|متهم|حكم)/.test(stem)),
  // «من وصفتهم بالإرهابيين»: what somebody calls others in passing.
  'event.wasaf-bi': (words, at) =>
    words[at]?.pronoun !== undefined && /^(?:من|ما|ممن|مما)$/.test(wholeAt(words, at - 1)),
  // «سيبدأ رحلته»: a journey, where no clause begins; «لن يرحل»: to leave.
  'event.rahhal': (words, at) =>
    (/^رحلت(?:ه|ها|هم|نا)$/.test(wholeAt(words, at)) && !opensClause(words, at)) ||
    (/^س?[يت]رحل(?:ون|وا)?$/.test(wholeAt(words, at)) && words[at]?.pronoun === undefined),
  // «هاتفها المحمول»: mostly the handset.
  'event.ittalaa-hatif': (words, at) => /^هاتف(?:ه|ها|هم|ي|نا)?$/.test(wholeAt(words, at)) && !opensClause(words, at),
  // «الطعن في الحكم»: an appeal.
  'event.taan': (words, at) => ABOUT_LAW.test(wholeAt(words, at + 1)) && !BODY.test(stemAt(words, at + 2)),
  // «قضيا في الحادث»: without على, to die.
  'event.qada-ala': (words, at) => !behind(words, at, 9).some(({ whole }) => /^علي(?:ه|ها|هم)?$/.test(whole)),
  // «ما يفتح الطريق أمام التفاهم»: a way that is no road.
  'event.fatah-maabar': (words, at) =>
    behind(words, at, 4).some(({ stem }) => stem === 'طريق') &&
    behind(words, at, 5).some(({ whole }) => whole === 'امام'),
  // «الممنوعين من السفر»: a ban, no journey.
  'event.safar': (words, at) =>
    words.slice(Math.max(0, at - 3), at).some(({ stem }) => /^(?:منع|ممنوع|حظر|يمنع|تمنع)/.test(stem)),
  // «رفض المتحدث باسم الوزارة التعليق»: who keeps silent before the press refuses nobody anything.
  'event.rafad': keepsSilent,
  'event.imtanaa': keepsSilent,
  // «تم التحفظ على الفاعل»: custody.
  'event.tahaffaz': (words, at) =>
    keepsSilent(words, at) ||
    (/^تم(?:ت)?$/.test(wholeAt(words, at - 1)) && /^التحفظ$/.test(wholeAt(words, at))) ||
    behind(words, at, 6).some(
      ({ whole }, i, next) => whole === 'علي' && /^(?:الرد|الاجاب[ةت])$/.test(next[i + 1]?.whole ?? ''),
    ),
  // «استشهد الوزير بتصريح»: to cite.
  'event.istushhid': (words, at) => {
    const brought = behind(words, at, 8).find(({ preposition }) => preposition === 'ب')
    return brought !== undefined && CITED.test(brought.stem)
  },
  // «احتلت الشركة مكان منافستها»: to take somebody's place.
  'event.ihtall': (words, at) =>
    behind(words, at, 4).some(({ whole }) => /^(?:مكان|محل|مكانه|مكانها|محلها)$/.test(whole)),
  // «ولقاء الخميسي»: a first name.
  'event.iltaqa': (words, at) => isFirstName(words, at),
  // «تحاصر الوزير شبهات فساد»: words besiege nobody's house.
  'event.hasar': (words, at) => behind(words, at, 5).some(({ stem }) => TROUBLES.test(stem)),
  // «أوقفوا عن العمل»: suspended; «توقف عن التوقيع»: paused.
  'event.awqaf': (words, at) => {
    const next = behind(words, at, 9)
    const from = next.findIndex(({ whole }) => whole === 'عن')
    return (
      from >= 0 && next[from + 1]?.mention === undefined && !next.slice(0, from).some(({ conjunction }) => conjunction)
    )
  },
  // «استهدفت خمسة أفراد بتجميد أصولهم»: a sanction strikes no body.
  'event.istahdaf': (words, at) =>
    behind(words, at, 14).some(({ stem }) => /^(?:عقوبات|تجميد|حظر|مقاطع[ةت])$/.test(stem)),
  // «وأرسل ابن الشيخ لتهدئة الخواطر», «خرجوا في مسيرات فرحا»: a march of joy protests against nothing.
  'event.kharaj-tazahur': rejoices,
  'event.nazal-shawari': rejoices,
  'event.masira': rejoices,
  // «طالبا عدم كشف هويته»: a source that wants no name.
  'event.talab': (words, at) => wantsNoName(words, at),
  'event.talab-min': (words, at) => wantsNoName(words, at),
  // «تضرب مثلا», «تضرب السواحل»: who strikes stays away from something.
  'event.idrab': (words, at) =>
    /^س?[يت]ضرب(?:ون|وا)?$/.test(wholeAt(words, at)) && !behind(words, at, 6).some(({ whole }) => whole === 'عن'),
  // «إيد بنس» with its hamza below is a name.
  'event.ayyad': (words, at) => /^[وف]?إيد$/.test(words[at]?.token.text ?? ''),
  // «من تثبت مسؤوليتهم»: whose it is; what is cast on somebody has no owner.
  'event.alqa-laum': (words, at) => words[at]?.pronoun !== undefined,
  // «انسحبت من الاتفاق» cuts ties; «منه» where the agreement was just named.
  'event.insahab': (words, at) => leavesAgreement(words, at),
  // «راقبت التزام الدولة بالاتفاق», «يلتزم بالقانون»: to keep to what there is promises nothing.
  'event.iltazam': (words, at) =>
    /^[يتن]لتزم/.test(wholeAt(words, at)) ||
    (/^التزام(?:ات)?$/.test(stemAt(words, at)) && !/^(?:اهمية|ضرورة|وجوب)$/.test(stemAt(words, at - 1))),
  // «عزا الارتفاع إلى الحرب»: to put something down to a cause.
  'event.azza': (words, at) => behind(words, at, 7).some(({ whole }) => whole === 'الي'),
  // «أكدت الوكالة أن الدولة ملتزمة بواجباتها»: only who says so of himself promises.
  'event.mustaid': (words, at) => stemAt(words, at).startsWith('ملتزم') && !SELF.test(wholeAt(words, at - 1)),
  // «ودعت النقابات الحكومة إلى الحوار»: و and «دعت».
  'event.waddaa': (words, at) =>
    /^ودع(?:ت|وا|ا)?$/.test(words[at]?.token.text ?? '') &&
    behind(words, at, 9).some(({ whole, preposition }) => whole === 'الي' || preposition === 'ل'),
  // «وقع الرئيس مذكرة رئاسية»: what a head of state decrees binds nobody else to him.
  'event.waqqaa': (words, at) =>
    behind(words, at, 9).some(
      ({ stem }, i, all) => /^(?:مذكر|امر|مرسوم|قانون)/.test(stem) && /^رئاسي(?:ة|ا)?$/.test(all[i + 1]?.stem ?? ''),
    ),
  // «القوات المهاجمة»: what they are called.
  'event.muhajama': describesForces,
  // «هجوم إلكتروني» breaks into machines; «هاجمت الوزير بقولها» attacks in words.
  'event.hajam': (words, at) =>
    behind(words, at, 2).some(({ stem }) => /^(?:الكتروني|سيبراني|رقمي)ة?$/.test(stem)) ||
    (/^ه[أا]جم/.test(wholeAt(words, at)) && behind(words, at, 14).some(({ whole }) => IN_WORDS.test(whole))),
  // «أبدى استعداده لمواجهة الجيش»: ready to fight agrees to nothing.
  'event.abda-raghba': (words, at) =>
    behind(words, at, 9).some(
      ({ stem }, i, all) =>
        /^استعداد/.test(stem) && all[i + 1]?.preposition === 'ل' && FIGHTS.test(all[i + 1]?.stem ?? ''),
    ),
  // «تعهد بالقضية», in Tunisia: took the case up.
  'event.taahhad': (words, at) => {
    const next = behind(words, at, 6)
    const object = next.find(({ preposition }) => preposition === 'ب')?.stem ?? ''
    return (
      // «تحترم تعهداتها»: to keep what was promised long ago.
      (words[at]?.pronoun !== undefined && words.slice(Math.max(0, at - 4), at).some(({ stem }) => KEEPS.test(stem))) ||
      /^(?:قضي[ةت]|ملف)$/.test(object) ||
      (/^(?:بحث|تحقيق|موضوع)$/.test(object) && next.some(({ stem }) => INQUIRERS.test(stem)))
    )
  },
  // «تعهد بعدم ضرب المدنيين»: what follows the ب is what is vowed.
  'event.taahhad-intiqam': (words, at) =>
    !behind(words, at, 9).some(
      ({ preposition, stem }, i, next) =>
        preposition === 'ب' &&
        (VENGEANCE.test(stem) ||
          (/^(?:فرض|اعاد[ةت]|اتخاذ)$/.test(stem) && next.slice(i + 1, i + 4).some((word) => HARSH.test(word.stem)))),
    ),
  // «ولي أمر الطالب»: a guardian.
  'event.amar': (words, at) => /^(?:ولي|ولية|اولياء|ولاة)$/.test(stemAt(words, at - 1)),
  // «احتشدوا لتقديم العزاء»: mourners and guests.
  'event.ihtashad': (words, at) => {
    const next = behind(words, at, 12)
    return next.some(({ stem }) => MOURNING.test(stem)) && !next.some(({ stem }) => CROWDS_SAY.test(stem))
  },
}

const IN_WORDS = /^(?:بقول(?:ه|ها|هم)|قائل(?:ا|ة|ين)|بتصريح(?:ات)?)$/
const FIGHTS = /^(?:مواجه[ةت]|ردع|تصدي|رد|صد|قتال|حرب|ضرب|دفاع|دحر|سحق|محارب[ةت]|تدخل)$/
const INQUIRERS = /^(?:نياب[ةت]|قاض|قاضي|محكم[ةت]|فرق[ةت]|وحد[ةت]|قطب|شرط[ةت]|حرس)$/
const HARSH = /^(?:عقوبات|عقوب[ةت]|رسوم|حظر|حصار|قيود|تعريفات|مماثل[ةت]|مضاد[ةت]|انتقامي[ةت]|عقابي[ةت])$/
const KEEPS =
  /^(?:[يت]?حترم|احترم|احترمت|احترام|[يت]لتزم|التزم|التزمت|التزام|[يت]في|اوفي|اوفت|وفاء|[يت]نفذ|نفذ|نفذت|تنفيذ|اخل|اخلت|[يت]خل|اخلال|انتهك|انتهكت|انتهاك|خرق|خرقت|تراجع|تراجعت)$/
const VENGEANCE = /^(?:انتقام|ثار|سحق|معاقب[ةت]|رد|اسقاط|ضرب|تدمير)$/
const MOURNING = /^(?:عزاء|تعازي|تعزي[ةت]|تشييع|جناز[ةت]|جثمان|تابين|مشيع(?:ين|ون)|معز(?:ين|ون))$/
const CROWDS_SAY = /^(?:متظاهر|محتج|احتجاج|هتاف|هاتف|مردد|شعار|لافت|مطالب|تنديد|مندد|رفض)/

const SELF = /^(?:ب?انه|ب?انها|ب?انهم|ب?اننا|ب?انني|نحن|انا|بلاده|بلادها|نزال|يزال|تزال)$/

const wantsNoName = (words: readonly Word[], at: number): boolean =>
  words
    .slice(at + 1, at + 3)
    .some(({ stem }, i) => stem === 'عدم' && /^(?:كشف|ذكر|نشر|افصاح|تعريف)$/.test(stemAt(words, at + 2 + i)))

const AGREEMENT = /^(?:اتفاق|اتفاقي[ةت]|معاهد[ةت]|مفاوضات|محادثات)$/
function leavesAgreement(words: readonly Word[], at: number): boolean {
  const next = behind(words, at, 9)
  const from = next.findIndex(({ whole }) => /^(?:من|منه|منها)$/.test(whole))
  if (from < 0) return false
  if (next[from]?.whole === 'من') return AGREEMENT.test(next[from + 1]?.stem ?? '')
  return words.slice(Math.max(0, at - 8), at).some(({ stem }) => AGREEMENT.test(stem))
}

/** True where the words around a trigger give its letters another sense than its entry's. */
export const meansElse = (id: string, words: readonly Word[], at: number): boolean => ELSE[id]?.(words, at) === true
