import { describe, expect, test } from 'vitest'
import { type GivenMetadata, readArticle } from '../src/index.js'

const capture = (text: string, given?: GivenMetadata) => ({
  bytes: new TextEncoder().encode(text),
  ...(given !== undefined && { given }),
})
const outcomeOf = (text: string): string => {
  const outcome = readArticle(capture(text))
  return outcome.ok ? 'article' : outcome.reason.kind
}

const ITEM =
  'المرفأ تفتح خط عبارات ليليا\nأعلنت هيئة ميناء المرفأ، الخميس، تشغيل خط عبارات ليلي بين الضفتين اعتبارا من مطلع الشهر المقبل، بمعدل رحلتين كل ساعة حتى منتصف الليل، وبسعر التذكرة المعتاد.'

test.each([
  ['a short item of one paragraph', ITEM, 'article'],
  ['a paragraph without a headline', ITEM.split('\n')[1] ?? '', 'article'],
  ['nothing', '', 'empty'],
  ['blank lines', ' \n\n \u00a0\n', 'empty'],
  ['a menu', 'الرئيسية\nأخبار\nاقتصاد\nرياضة\nفن\nمنوعات\nاتصل بنا\nسياسة الخصوصية', 'no-article'],
  [
    'headlines only',
    'آخر الأخبار\nالمجلس البلدي يؤجل الميزانية\nنادي النورس يتعاقد مع مدرب جديد\nمعرض الكتاب يمدد أيامه\nالمزيد',
    'no-article',
  ],
  [
    'an error page',
    'عذرا\nالصفحة التي تبحث عنها غير موجودة، ربما نقلت إلى مكان آخر أو حذفت من الموقع، يمكنك استخدام البحث أو العودة إلى الرئيسية.\nالرئيسية',
    'no-article',
  ],
  [
    'a cookie wall',
    'نحن نستخدم ملفات تعريف الارتباط لتحسين تجربتك في الموقع، ويمكنك قبول ملفات تعريف الارتباط كلها أو اختيار ما يناسبك منها في الإعدادات.\nقبول الكل\nرفض',
    'no-article',
  ],
  [
    'Persian',
    'بازسازی کتابخانه شهر\nمدیر کتابخانه می‌گوید درهای ساختمان از شنبه به روی خوانندگان باز می‌شود و عضویت تا پایان تابستان رایگان است و بخش کودکان هم بزرگ‌تر شده است.',
    'other-language',
  ],
  [
    'English',
    'Ferry line to reopen in spring\nThe ferry between the north and the south harbour will run again from April, the port office said on Wednesday, ending a pause of six years.',
    'other-language',
  ],
])('%s', (_name, text, expected) => expect(outcomeOf(text)).toBe(expected))

test('any language is read on request', () => {
  const english = `Ferry line to reopen\nThe ferry between the north and the south harbour will run again from April, the port office said on Wednesday, ending a pause of six years.`
  const outcome = readArticle(capture(english), { languages: 'any' })
  expect(outcome.ok && outcome.value.article.metadata.direction).toBe('ltr')
})

describe('given metadata', () => {
  const outcome = readArticle(
    capture(ITEM, { outlet: 'المرفأ اليوم', published: '2031-04-10T08:30:00+03:00', url: 'https://marfa.example/1' }),
  )
  if (!outcome.ok) throw new Error(outcome.reason.kind)
  const { metadata } = outcome.value.article

  test('outranks the page', () => {
    expect(metadata.outlet).toEqual({ value: 'المرفأ اليوم', from: 'given' })
    expect(metadata.canonicalUrl?.value).toBe('https://marfa.example/1')
  })
  test('an instant keeps its offset', () =>
    expect(metadata.published?.value).toMatchObject({ local: '2031-04-10T08:30:00+03:00', grain: 'second' }))
})

describe('a given headline is found where the page prints it', () => {
  const text = `قسم المحليات\nعنوان لا صلة له بما تحته\n${ITEM}`
  const outcome = readArticle(capture(text, { title: 'المرفأ تفتح خط عبارات ليليا' }))
  if (!outcome.ok) throw new Error(outcome.reason.kind)
  const { title, text: article } = outcome.value.article
  test('title', () => expect(article.value.slice(title?.start, title?.end)).toBe('المرفأ تفتح خط عبارات ليليا'))
})

const LEAD = ITEM.split('\n')[1] ?? ''
const REST = 'وقالت الهيئة إن الخط الجديد سيخدم سكان الأحياء الشرقية، وإن التذاكر تباع في المحطتين ابتداء من يوم الأحد.'

describe('a text that came with its headline need not print it', () => {
  test.each([
    ['its first sentence without a stop', 'تعيد هيئة الميناء تشغيل العبارات بعد توقفها عامين كاملين'],
    ['a signature', 'المرفأ اليوم – الضفة الشرقية'],
    ['a subheading', 'مواعيد الرحلات'],
  ])('%s does not stand in for it', (_name, first) => {
    const outcome = readArticle(capture(`${first}\n${LEAD}\n${REST}`, { title: 'خط ليلي بين الضفتين' }))
    if (!outcome.ok) throw new Error(outcome.reason.kind)
    const { title, text, blocks } = outcome.value.article
    expect(text.value.slice(title?.start, title?.end)).toBe('خط ليلي بين الضفتين')
    expect(blocks.filter(({ label }) => label === 'title')).toEqual([])
  })

  test('another printing of it does', () => {
    const outcome = readArticle(
      capture(`المرفأ: خط عبارات ليلي بين الضفتين\n${LEAD}`, { title: 'خط عبارات ليلي بين الضفتين' }),
    )
    expect(outcome.ok && outcome.value.article.blocks[0]?.label).toBe('title')
  })
})

describe('what follows a single paragraph', () => {
  const labels = (...lines: readonly string[]): string[] => {
    const outcome = readArticle(capture([LEAD, ...lines].join('\n'), { title: 'خط ليلي بين الضفتين' }))
    return outcome.ok ? outcome.value.article.blocks.map(({ label }) => label) : []
  }
  const SUMMED_UP = [
    'أعلنت هيئة ميناء المرفأ، الخميس، في بيان على موقعها تشغيل خط عبارات ليلي بين الضفتين، وقالت إن الرحلات تبدأ في التاسعة.',
    'ولم توضح الهيئة كم عبارة ستعمل على الخط، ولا كيف ستوزع أطقمها بين المحطتين، ولا متى تعلن جدول الرحلات كاملا.',
    'شهدت المحطة الشرقية في اليوم نفسه وصول العبارة الأولى من حوض الصيانة، وسط ترحيب من سكان الأحياء القريبة منها.',
  ]
  const OTHERS = [
    'أعلن نادي النورس تعاقده مع مدرب جديد لموسمين، بعد أسابيع من رحيل سلفه إثر خسارة المباراة النهائية أمام جاره.',
    'افتتحت مكتبة التلال جناحا للأطفال يضم ثلاثة آلاف كتاب، وقال مديرها إن العضوية مجانية حتى نهاية الصيف الحالي.',
    'شهدت أسواق الخضار ارتفاعا في أسعار الطماطم للأسبوع الثالث، وسط شكاوى الباعة من تكاليف النقل من الحقول البعيدة.',
  ]
  test('is its story, told again at length', () =>
    expect(labels(...SUMMED_UP)).toEqual(['body', 'body', 'body', 'body']))
  test('are openings of other stories where each opens like a report', () =>
    expect(labels(...OTHERS)).toEqual(['body', 'teaser', 'teaser', 'teaser']))
})

describe('hostile text is read in good time', () => {
  const long = 200_000
  test.each([
    ['one line without a stop', `${'كلمة '.repeat(long / 5)}`],
    ['blanks', `بداية${' '.repeat(long)}نهاية`],
    ['quotes', `بداية ${'"'.repeat(long)} نهاية`],
    ['dots', `بداية ${'.'.repeat(long)} نهاية`],
    ['dashes', `بداية ${'-'.repeat(long)} نهاية`],
    ['brackets', `بداية ${'('.repeat(long)} نهاية`],
    ['shortcodes left open', '[ad_1 '.repeat(long / 6)],
    ['base64 letters', 'aXA6'.repeat(long / 4)],
    ['short lines', 'سطر قصير\n'.repeat(long / 20)],
    ['markers', 'اقرأ أيضا: '.repeat(long / 20)],
    ['lone surrogates', '\ud800قال\udc00 '.repeat(long / 20)],
    ['commas after stops', 'قال. '.repeat(long / 5)],
  ])('%s', (_name, text) => expect(['article', 'no-article', 'other-language']).toContain(outcomeOf(text)), 20_000)
})
