import { foldKey, type Span } from '@isnad/text'

/**
 * What a page sets around an article: menus, share bars, comment forms, notices, pointers to other articles. Left in, it
 * makes strangers look alike and thins every share. The page package labels such lines one by one with much more care; here
 * a text may come from anywhere, and only whole lines that no article would hold are set aside.
 */
export function articleStretches(text: string): readonly Span[] {
  const lines = linesOf(text)
  const kinds = lines.map((line) => kindOf(text.slice(line.start, line.end)))
  markTeasers(text, lines, kinds)
  const kept = lines.filter((_, at) => kinds[at] === 'article')
  // A text of nothing but furniture is compared as it stands.
  return kept.length > 0 ? kept : [{ start: 0, end: text.length }]
}

type LineKind = 'article' | 'empty' | 'menu' | 'notice' | 'pointer' | 'teaser'

function linesOf(text: string): Span[] {
  const lines: Span[] = []
  let start = 0
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    lines.push({ start, end })
    start = end + 1
  }
  return lines
}

/** Longer lines are prose, whatever they begin with. */
const LONGEST_NOTICE = 420
const LONGEST_MENU = 260

function kindOf(line: string): LineKind {
  if (line.length > LONGEST_NOTICE) return 'article'
  const folded = foldKey(line).trim()
  if (folded === '') return 'empty'
  if (isShortcode(folded)) return 'menu'
  if (isAgencyMark(folded)) return 'notice'
  if (POINTERS().test(folded)) return 'pointer'
  if (NOTICES().test(folded)) return 'notice'
  if (line.length <= LONGEST_MENU && isMenu(folded)) return 'menu'
  return 'article'
}

const isShortcode = (folded: string): boolean => folded.length < 80 && /^\[[^\]]{1,60}\]$/.test(folded)

/** The lines that an agency sets around its text: «// انتهى //», the time of sending, the day in both calendars. */
const isAgencyMark = (folded: string): boolean =>
  folded.length < 90 &&
  (folded.replace(/[^\p{L}]/gu, '') === 'انتهي' ||
    /^\d{1,2}:\d\d\s*(?:ت\s*م|جمت|بتوقيت \p{L}+)?\W*$/u.test(folded) ||
    /\d{1,2} \p{L}+(?: \p{L}+)? 1[34]\d\d ?ه\p{L}? ?الموافق/u.test(folded))

/** Mostly names of sections, of networks or of buttons, and no sentence. */
function isMenu(folded: string): boolean {
  if (/[.؟!:،؛]\s*$/.test(folded)) return false
  const items = folded.split(/\s*[|•·»›]\s*/).filter((item) => item !== '')
  if (items.length >= 3 && items.every((item) => item.split(/\s+/).length <= 4)) return true
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return true
  const known = words.filter((word) => MENU().has(word)).length
  return words.length >= 2 ? known / words.length >= 0.6 : known === 1
}

/**
 * Headlines of other articles after the end: short lines without a full stop. One alone may be the last line of the story,
 * so a single one is taken only where furniture stands before it.
 */
function markTeasers(text: string, lines: readonly Span[], kinds: LineKind[]): void {
  let at = lines.length - 1
  const run: number[] = []
  for (; at > 0; at--) {
    const kind = kinds[at]
    if (kind === 'empty') continue
    if (kind !== 'article' || !looksLikeHeadline(text.slice(lines[at]?.start, lines[at]?.end))) break
    run.push(at)
  }
  const before = kinds[at]
  const afterFurniture = before === 'notice' || before === 'menu' || before === 'pointer'
  if (afterFurniture || run.length >= 3) for (const one of run) kinds[one] = 'teaser'
}

const MOST_WORDS_OF_HEADLINE = 18

function looksLikeHeadline(line: string): boolean {
  const trimmed = line.trim()
  if (trimmed.length > 160 || /[.،؛:]["»”)\]]?$/.test(trimmed)) return false
  const words = trimmed.split(/\s+/)
  return words.length >= 2 && words.length <= MOST_WORDS_OF_HEADLINE && !/(?<!\.)[.؟!]\s+\p{L}/u.test(trimmed)
}

const once = <T>(build: () => T): (() => T) => {
  let made: T | undefined
  return () => {
    made ??= build()
    return made
  }
}

/** One expression for all the cues, folded; they hold letters and spaces alone. */
const anyOf = (edge: string, cues: readonly string[]): RegExp =>
  new RegExp(`${edge}(?:${cues.map(foldKey).join('|')})`, 'u')

const POINTERS = once(() =>
  anyOf('^', [
    'اقرأ أيضا',
    'اقرأ المزيد',
    'اقرأ كذلك',
    'شاهد أيضا',
    'شاهد المزيد',
    'مواضيع ذات صلة',
    'مقالات ذات صلة',
    'أخبار ذات صلة',
    'موضوعات متعلقة',
    'قد يهمك',
    'قد يعجبك',
    'للمزيد',
    'رابط الخبر',
    'رابط المصدر',
    'الأكثر قراءة',
    'الأكثر مشاهدة',
    'كلمات دلالية',
    'الكلمات المفتاحية',
    'الوسوم',
    'tags:',
    'read more',
    'see also',
  ]),
)

const NOTICES = once(() =>
  anyOf('', [
    'جميع الحقوق محفوظة',
    'كافة الحقوق محفوظة',
    'حقوق النشر محفوظة',
    'لن يتم نشر عنوان بريدك',
    'الحقول الإلزامية',
    'اترك تعليق',
    'أضف تعليق',
    'أضف تعليقك',
    'لا توجد تعليقات',
    'الآراء الواردة في التعليقات',
    'اشترك في النشرة',
    'اشترك الآن',
    'النشرة البريدية',
    'حمل التطبيق',
    'حمّل التطبيق',
    'متجر التطبيقات',
    'تابعنا على',
    'تابعونا على',
    'عبر تطبيقنا',
    'نسخة من تطبيق',
    'تسلم إشعارات',
    'استلام إشعارات',
    'إخلاء مسؤولية',
    'إخلاء المسؤولية',
    'كانت هذه تفاصيل',
    'تم نقل هذا الخبر من المصدر',
    'نظام التنبيهات',
    'المقال السابق',
    'المقال التالي',
    'شارك هذا الخبر',
    'شارك الخبر',
    'all rights reserved',
    'leave a comment',
    'subscribe to',
  ]),
)

const MENU = once(
  () =>
    new Set(
      [
        'الرئيسية الصفحة أخبار الأخبار محليات محلية المحلية عربي عربية وعربية دولي ودولي دولية ودولية العالم عالمية اقتصاد الاقتصاد',
        'رياضة الرياضة منوعات ثقافة الثقافة فن وفن فنون تكنولوجيا تقنية علوم صحة الصحة مقالات آراء رأي كتاب فيديو صور ألبوم',
        'تحقيقات تقارير حوارات اتصل بنا من نحن هيئة التحرير أرشيف الأرشيف الأكثر قراءة مشاهدة بث مباشر سياسة مجتمع حوادث',
        'أسرة مرأة سياحة سيارات ملفات خاصة شارك مشاركة فيسبوك فايسبوك تويتر إكس واتساب واتس اب تلغرام تيليجرام',
        'تليجرام لينكدإن لينكد إن انستغرام انستقرام يوتيوب سناب طباعة اطبع البريد الإلكتروني إرسال نسخ الرابط حفظ تغريد غرد',
        'بينتريست ماسنجر facebook twitter whatsapp telegram share on tweet pin it linkedin email print youtube instagram messenger',
        'copy link google plus reddit pinterest home news sport sports politics culture video photos',
      ]
        .join(' ')
        .split(' ')
        .map(foldKey),
    ),
)
