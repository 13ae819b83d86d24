import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareTexts, type LineageRelation } from '../../src/index.js'
import { BRIDGE, HARBOUR, LIBRARY, text } from './news.js'

const [b1, b2, b3, b4, b5, b6] = BRIDGE
const [h1, h2, h3, h4, h5] = HARBOUR

const respelt = (printed: string): string =>
  printed
    .replace(/[أإآ]/g, 'ا')
    .replace(/ة(?=\s|$)/g, 'ه')
    .replace(/ي(?=[\s.]|$)/g, 'ى')
    .replace(/[0-9]/g, (digit) => String.fromCharCode(0x0660 + Number(digit)))
    .replace(/\./g, '…')

describe('relation of two texts', () => {
  test.each<[string, LineageRelation, string, string]>([
    ['the same', 'copy', text(BRIDGE), text(BRIDGE)],
    ['trimmed to its lead', 'copy', text(BRIDGE), text([b1, b2])],
    ['in another order', 'copy', text(BRIDGE), text([b1, b5, b3, b2, b6, b4])],
    ['in another spelling, with other digits', 'copy', text(BRIDGE), respelt(text(BRIDGE))],
    ['joined with another', 'copy', text(BRIDGE), text([b1, b2, b3, b4, h1, h2, h3])],
    ['one sentence quoted', 'shared-passage', text(BRIDGE), text([h1, h2, b2, h3, h4, h5])],
    ['nothing in common', 'unrelated', text(BRIDGE), text(HARBOUR)],
    ['nothing at all', 'unrelated', text(BRIDGE), ''],
  ])('%s', (_name, expected, a, b) => {
    expect(compareTexts(a, b).relation).toBe(expected)
  })

  test('words exchanged throughout make a rewrite', () => {
    const told =
      'أعلنت بلدية وادي الزهر اليوم غلق جسر المرجان أمام المركبات بعدما ظهرت تشققات في دعامته الشرقية. ' +
      'وقال مهندس البلدية سليم الحوراني إن ثمانية فنيين كشفوا على الدعامة ووجدوا شقا بطول أربعة أمتار. ' +
      'وأشار إلى أن الشاحنات ستسلك الطريق الدائري الجنوبي إلى أن ينتهي تدعيم الجسر خلال ستة أسابيع أو أكثر.'
    expect(compareTexts(text([b1, b2, b3]), told).relation).toBe('rewrite')
  })

  const telegram = (president: string, land: string, feast: string): string =>
    `بعث حاكم الإقليم برقية تهنئة إلى فخامة الرئيس ${president} رئيس ${land} بمناسبة ذكرى ${feast} في بلاده. ` +
    'وأعرب الحاكم باسمه واسم أهالي الإقليم عن أصدق التهاني وأطيب التمنيات لفخامته بموفور الصحة والسعادة. ' +
    `وتمنى لحكومة ${land} وشعبها الصديق اطراد التقدم والازدهار.`

  test('one formula with other names in it is a template', () => {
    const first = telegram('سامر قاسم', 'تونس', 'الاستقلال')
    const second = telegram('عادل منصور', 'إندونيسيا', 'التأسيس')
    const { relation, reasons } = compareTexts(first, second)
    expect(relation).toBe('template')
    expect(reasons.map(({ code }) => code)).toContain('frame-other-names')
  })

  const close = (day: string, level: string, change: string, value: string): string =>
    `أغلق مؤشر السوق اليوم عند مستوى ${level} نقطة مرتفعا ${change} في المئة عن الجلسة الماضية. ` +
    `وبلغت قيمة التداول ${value} مليون دينار توزعت على أسهم المصارف والتأمين والصناعة في جلسة ${day}. ` +
    'وتصدرت أسهم المصارف قائمة الأكثر نشاطا تلتها أسهم الصناعة ثم أسهم الخدمات.'

  test('one bulletin with other figures, a day later, is a template; at the same hour it is a copy', () => {
    const monday = { text: close('الإثنين', '4120', '12', '310'), published: '2031-03-03T15:00:00Z' }
    const tuesday = { text: close('الثلاثاء', '4187', '67', '298'), published: '2031-03-04T15:00:00Z' }
    expect(compareTexts(monday, tuesday).relation).toBe('template')
    expect(compareTexts(monday, { ...tuesday, published: monday.published }).relation).toBe('copy')
  })

  const flight = (which: string, tons: string): string =>
    `وصلت إلى مطار الساحل الأخضر اليوم الطائرة ${which} التي سيرها صندوق الإغاثة وعلى متنها ${tons} طنا من الخيام والأغطية. ` +
    'وكان في استقبالها مدير المطار وعدد من المتطوعين الذين نقلوا حمولتها إلى مخازن الصندوق في المدينة القديمة. ' +
    'وقال مشرف الرحلة إن الجسر الجوي مستمر حتى تصل المساعدات إلى جميع القرى التي قطعتها السيول.'

  test('the same formula days later, with other numbers, is a template; the same words are a copy', () => {
    const fourth = { text: flight('الرابعة', '10'), published: '2031-03-03T09:00:00Z' }
    const fifth = { text: flight('الخامسة', '12'), published: '2031-03-09T09:00:00Z' }
    expect(compareTexts(fourth, fifth).reasons.map(({ code }) => code)).toContain('frame-days-later')
    expect(compareTexts(fourth, { ...fourth, published: fifth.published }).relation).toBe('copy')
  })

  test('what stands around an article does not count', () => {
    const page = [
      'موقع الخبر | الرئيسية | محليات | رياضة | اقتصاد',
      'شارك فيسبوك تويتر واتساب',
      text([b1, b2, b3]),
      'اقرأ أيضا: عودة الهدوء إلى سوق السمك',
      text([b4, b5, b6]),
      'جميع الحقوق محفوظة © يمنع النقل دون إذن.',
      'انطلاق مهرجان التمور في الواحة',
      'خمس نصائح لحفظ الطعام في الصيف',
    ].join('\n')
    const { shareOfA, shareOfB } = compareTexts(page, text(BRIDGE))
    expect([shareOfA, shareOfB]).toEqual([1, 1])
  })
})

describe('passages', () => {
  /** Shared passages between braces, drawn on either text. */
  const drawn = (printed: string, spans: readonly { start: number; end: number }[]): string =>
    [...spans]
      .sort((x, y) => y.start - x.start)
      .reduce((out, { start, end }) => `${out.slice(0, start)}{${out.slice(start, end)}}${out.slice(end)}`, printed)

  test.each([
    ['one quoted sentence', `${h1} {${b2.slice(0, -1)}}. ${h3}`, `${b1.slice(0, -1)}. {${b2.slice(0, -1)}}. ${h4}`],
    [
      'two, the other way round',
      `{${b2.slice(0, -1)}}. ${h1} {${h5.slice(0, -1)}}.`,
      `{${h5.slice(0, -1)}}. ${b4} {${b2.slice(0, -1)}}.`,
    ],
  ])('%s', (_name, a, b) => {
    const [plainA, plainB] = [a, b].map((one) => one.replace(/[{}]/g, '')) as [string, string]
    const { passages } = compareTexts(plainA, plainB)
    expect(
      drawn(
        plainA,
        passages.map((one) => one.a),
      ),
    ).toBe(a)
    expect(
      drawn(
        plainB,
        passages.map((one) => one.b),
      ),
    ).toBe(b)
  })

  test('an exchanged word stays inside its passage and is not counted as equal', () => {
    const [passage] = compareTexts(b3, b3.replace('الجنوبي', 'الشمالي')).passages
    expect(passage?.words).toBe((passage?.equal ?? 0) + 1)
  })
})

const sentences = fc.constantFrom<string>(...BRIDGE, ...HARBOUR, ...LIBRARY)
const texts = fc.array(sentences, { minLength: 1, maxLength: 9 }).map(text)
const noise = fc.constantFrom('\u064e', '\u0651', '\u0640', '\u200f')

describe('properties', () => {
  test('containment and overlap do not ask which text comes first; shares change sides', () =>
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const one = compareTexts(a, b)
        const other = compareTexts(b, a)
        expect(other.relation).toBe(one.relation)
        expect(other.containment).toBe(one.containment)
        expect(other.overlap).toBe(one.overlap)
        expect([other.shareOfB, other.shareOfA]).toEqual([one.shareOfA, one.shareOfB])
      }),
      { numRuns: 60 },
    ))

  test('a text contains itself, and every text that is joined to another', () =>
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const { containment, shareOfA, shareOfB, passages } = compareTexts(a, a)
        expect([containment, shareOfA, shareOfB]).toEqual([1, 1, 1])
        expect(passages.every((one) => one.equal === one.words)).toBe(true)
        expect(compareTexts(a, `${a} ${b}`).shareOfA).toBe(1)
      }),
      { numRuns: 60 },
    ))

  test('marks, tatweel, direction marks and the spelling of hamza change nothing', () =>
    fc.assert(
      fc.property(texts, fc.array(fc.tuple(fc.nat(), noise), { maxLength: 12 }), (a, marks) => {
        let b = respelt(a)
        for (const [place, mark] of marks) {
          const letters = [...b.matchAll(/(?<=\p{L})(?=\p{L})/gu)].map((match) => match.index)
          const at = letters[place % letters.length] ?? 0
          b = `${b.slice(0, at)}${mark}${b.slice(at)}`
        }
        const { containment, shareOfA, shareOfB } = compareTexts(a, b)
        expect([containment, shareOfA, shareOfB]).toEqual([1, 1, 1])
      }),
      { numRuns: 60 },
    ))
})

describe('texts made to do harm', () => {
  const refrain = 'سلام '.repeat(40_000)
  const nonsense = `${'ا'.repeat(200_000)} ${'. '.repeat(50_000)}`
  const shuffled = Array.from({ length: 120_000 }, (_, n) => 'كلمة'.repeat(1 + (((n * 7919) % 13) % 4))).join(' ')
  test.each([
    ['four words in endless turns', shuffled, shuffled.split(' ').reverse().join(' ')],
    ['empty', '', ''],
    ['one word', 'خبر', 'خبر'],
    ['a word a hundred thousand times', refrain, refrain],
    ['a refrain against a sentence', refrain, BRIDGE[0]],
    ['one endless word', nonsense, nonsense],
    ['no letters', '\n\n۔۔۔ 😀😀 \u202e\u202d', '!!!'],
  ])('%s', (_name, a, b) => {
    const { shareOfA, shareOfB, containment } = compareTexts(a, b)
    for (const share of [shareOfA, shareOfB, containment]) {
      expect(share).toBeGreaterThanOrEqual(0)
      expect(share).toBeLessThanOrEqual(1)
    }
  })
})
