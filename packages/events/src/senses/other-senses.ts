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
    /^(?:له|لها|لهم|لكم|لك|لي|بالفضل|بالكثير|بالولاء)$/.test(wholeAt(words, at + 1)))
/** «دانت المحكمة فلانا بالقتل»: a court convicts somebody of something. */
const judges: Sense = (words, at) =>
  words.slice(at + 1, at + 3).some(({ stem }) => /^(?:محكم[ةت]|قاض|قاضي|قضاء|محلفين|محلفون)$/.test(stem)) &&
  behind(words, at, 9).some(({ preposition }) => preposition === 'ب')
const needs: Sense = (words, at) =>
  /^احتجت$/.test(wholeAt(words, at)) && behind(words, at, 2).some(({ whole }) => whole === 'الي')
/** «نتفق على أن», «مسائل نتعاون فيها»: what we do in general. */
const isOurs: Sense = (words, at) => /^ن(?:تفق|تعاون|توافق)$/.test(wholeAt(words, at))
const ABOUT_LAW = /^(?:في|امام|لدي|ضد)$/
const BODY = /^(?:رقبة|عنق|صدر|ظهر|بطن|يد|كتف|راس|وجه|فخذ|قلب|شارع|سوق|منزل|حي|محطة)/

/** Whether a trigger stands in another of its senses: to owe, to set out, a handset, an appeal to a court. */
const ELSE: Readonly<Record<string, Sense>> = {
  'event.adan': (words, at) => isConvicted(words, at) || owes(words, at) || judges(words, at),
  'event.dan': (words, at) => owes(words, at) || judges(words, at),
  // «احتجت إلى شهرين»: «I needed».
  'event.ihtajj': needs,
  'event.aarab-qalaq': needs,
  'event.ittafaq': isOurs,
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
      /^(?:قضي[ةت]|ملف)$/.test(object) ||
      (/^(?:بحث|تحقيق|موضوع)$/.test(object) && next.some(({ stem }) => INQUIRERS.test(stem)))
    )
  },
  // «تعهد بعدم ضرب المدنيين»: what follows the ب is what is vowed.
  'event.taahhad-intiqam': (words, at) =>
    !behind(words, at, 9).some(({ preposition, stem }) => preposition === 'ب' && VENGEANCE.test(stem)),
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
