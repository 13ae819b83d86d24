import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { labelOf, likeness, profileOf, StoryIndex, type StoryText, wordStoryReason } from '../src/index.js'
import { driftOf } from '../src/stories/drift.js'
import { areFormula } from '../src/stories/likeness.js'

const article = (id: string, published: string, title: string, body: string): StoryText => ({
  id,
  published,
  title,
  body,
})

const FIRE = [
  article(
    'f1',
    '2031-03-04T08:00',
    'حريق كبير في مصنع الزجاج بمدينة نجران العليا',
    'اندلع حريق كبير فجر الثلاثاء في مصنع الزجاج بمدينة نجران العليا وأصيب تسعة عمال، وفق الدفاع المدني.',
  ),
  article(
    'f2',
    '2031-03-04T09:30',
    'إصابة تسعة عمال بحريق مصنع الزجاج في نجران العليا',
    'أصيب تسعة عمال في حريق اندلع فجرًا بمصنع الزجاج في نجران العليا، وقال الدفاع المدني إن الحريق أخمد.',
  ),
  article(
    'f3',
    '2031-03-06T10:00',
    'مصنع الزجاج في نجران العليا: التحقيق يكشف سبب الحريق',
    'كشف التحقيق في حريق مصنع الزجاج بنجران العليا أن عطلا كهربائيا أشعل النار، وفق الدفاع المدني.',
  ),
]
const MATCH = [
  article(
    'm1',
    '2031-03-04T20:00',
    'نادي الساحل يهزم نادي الواحة بثلاثة أهداف',
    'هزم نادي الساحل ضيفه نادي الواحة بثلاثة أهداف نظيفة مساء الثلاثاء في الدوري.',
  ),
  article(
    'm2',
    '2031-03-04T22:00',
    'الساحل يفوز على الواحة بثلاثية',
    'فاز نادي الساحل على نادي الواحة بثلاثة أهداف مساء الثلاثاء في مباراة الدوري.',
  ),
]
const ALONE = article(
  'x1',
  '2031-03-05T11:00',
  'البنك المركزي يرفع سعر الفائدة',
  'رفع البنك المركزي سعر الفائدة ربع نقطة مئوية الأربعاء لكبح التضخم.',
)
const ALL = [...FIRE, ...MATCH, ALONE]

const storiesOf = (batches: readonly (readonly StoryText[])[]): Record<string, string[]> => {
  const index = new StoryIndex()
  for (const batch of batches) index.add(batch)
  return Object.fromEntries(
    index.stories().map(({ id, chapters }) => [id, chapters.flatMap(({ articles }) => articles).sort()]),
  )
}

describe('pairs', () => {
  test.each([
    ['one event in other words', FIRE[0], FIRE[1], 'same_event'],
    ['two events of one day', FIRE[0], MATCH[0], 'other'],
    ['one article with itself', ALONE, ALONE, 'same_event'],
  ] as const)('%s', (_name, a, b, label) => {
    expect(labelOf(likeness(profileOf(a as StoryText), profileOf(b as StoryText)))).toBe(label)
  })

  test('a reaction that opens with the event is of its story, not the event', () => {
    const event = article(
      'a',
      '2031-05-01',
      'مجلس المدينة يقر ضريبة على الدراجات',
      'أقر مجلس مدينة البحيرة ضريبة على الدراجات الهوائية بعد نقاش طويل، وتسري الضريبة من الخريف.',
    )
    const reaction = article(
      'b',
      '2031-05-01',
      'سائقون يهددون بإغلاق الجسر',
      'هدد سائقون بإغلاق الجسر بعدما أقر مجلس مدينة البحيرة ضريبة على الدراجات الهوائية.',
    )
    expect(labelOf(likeness(profileOf(event), profileOf(reaction)))).toBe('same_story')
  })

  test('likeness is symmetric and at most 1', () =>
    fc.assert(
      fc.property(fc.constantFrom(...ALL), fc.constantFrom(...ALL), (a, b) => {
        const there = likeness(profileOf(a), profileOf(b)).score
        expect(there).toBeCloseTo(likeness(profileOf(b), profileOf(a)).score, 12)
        expect(there).toBeLessThanOrEqual(1)
      }),
    ))
})

describe('stories', () => {
  test('an affair of days is one story with chapters, others stand apart', () => {
    expect(storiesOf([ALL])).toEqual({ 'story.f1': ['f1', 'f2', 'f3'], 'story.m1': ['m1', 'm2'], 'story.x1': ['x1'] })
  })

  test('a story is named by its most central headline', () => {
    const index = new StoryIndex()
    index.add(ALL)
    expect(FIRE.map(({ title }) => title)).toContain(index.storyOf('f2')?.name)
    expect(index.storyOf('f2')).toMatchObject({ from: '2031-03-04', to: '2031-03-06' })
  })

  test('the order inside a batch does not matter', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray(ALL, { minLength: ALL.length }), (shuffled) => {
        expect(storiesOf([shuffled])).toEqual(storiesOf([ALL]))
      }),
    ))

  test('adding again changes nothing', () => {
    expect(storiesOf([ALL, ALL])).toEqual(storiesOf([ALL]))
  })

  test('old news opens a story of its own', () => {
    const later = { ...(FIRE[1] as StoryText), id: 'f9', published: '2031-06-04T09:00' }
    expect(storiesOf([ALL, [later]])['story.f9']).toEqual(['f9'])
  })

  test('an undated article joins what stands when it comes, and waits no longer than that', () => {
    const { published: _, ...undated } = FIRE[1] as StoryText
    const then = { ...undated, id: 'u1' }
    expect(storiesOf([ALL, [then]])['story.f1']).toContain('u1')
    const much = article(
      'y1',
      '2031-07-01T08:00',
      'افتتاح مكتبة عامة',
      'افتتحت البلدية مكتبة عامة في الحي الشرقي صباح الثلاثاء.',
    )
    const again = { ...(FIRE[0] as StoryText), id: 'f8', published: '2031-07-01T09:00' }
    expect(
      storiesOf([
        [then],
        [much],
        [article('y2', '2031-09-01', 'سباق قوارب', 'فاز فريق المرفأ بسباق القوارب.')],
        [{ ...again, published: '2031-09-02' }],
      ])['story.f8'],
    ).toEqual(['f8'])
  })

  test('what a user says outranks likeness', () => {
    const apart = new StoryIndex([{ a: 'm1', b: 'm2', verdict: 'different' }])
    apart.add(ALL)
    expect(apart.storyIdOf('m2')).not.toBe(apart.storyIdOf('m1'))
    const together = new StoryIndex([{ a: 'x1', b: 'm1', verdict: 'same' }])
    together.add(ALL)
    expect(together.storyIdOf('x1')).toBe(together.storyIdOf('m1'))
  })

  test('every decision has a reason in both languages', () => {
    const index = new StoryIndex()
    for (const { reasons } of index.add(ALL)) {
      expect(reasons.length).toBeGreaterThan(0)
      for (const reason of reasons) {
        expect(wordStoryReason(reason).ar).toMatch(/\p{Script=Arabic}/u)
        expect(wordStoryReason(reason).en).not.toBe('')
      }
    }
  })
})

describe('formulas', () => {
  const weather = (id: string, day: string, degrees: string) =>
    article(
      id,
      `2031-03-${day}T06:00`,
      'حالة الطقس المتوقعة في محافظات السهل',
      `تتوقع الأرصاد طقسا معتدلا على محافظات السهل، ودرجات حرارة بين ${degrees}، ورياحا شمالية خفيفة.`,
    )
  const CONVOYS = ['31', '38'].map((number, i) =>
    article(
      `k${i}`,
      `2031-03-0${4 + i}T06:00`,
      `وصول القافلة الإغاثية رقم ${number} إلى مخيم الربوة`,
      `وصلت القافلة الإغاثية رقم ${number} إلى مخيم الربوة وعلى متنها ${number}0 سلة غذائية قدمتها جمعية العون لسكان المخيم.`,
    ),
  )

  test('bulletins of three days are three stories', () => {
    const days = [weather('w1', '04', '19 و27'), weather('w2', '05', '20 و31'), weather('w3', '06', '17 و25')]
    expect(Object.keys(storiesOf(days.map((one) => [one])))).toEqual(['story.w1', 'story.w2', 'story.w3'])
  })

  test.each([
    ['one frame, other figures', CONVOYS[0], CONVOYS[1], true],
    ['a follow-up tells something else', FIRE[0], FIRE[2], false],
    [
      'two verdicts on two men',
      article(
        'v1',
        '2031-03-04',
        'السجن تسع سنوات لرجل هرب سلاحا',
        'حكمت المحكمة بالسجن تسع سنوات على رجل هرب سلاحا وقاتل في الخارج.',
      ),
      article(
        'v2',
        '2031-03-07',
        'السجن ست سنوات لرجل قاتل في الخارج',
        'حكمت المحكمة بالسجن ست سنوات على رجل قاتل في الخارج وهرب سلاحا.',
      ),
      true,
    ],
    [
      'one verdict, then the appeal of the same man',
      article(
        'v3',
        '2031-03-04',
        'السجن تسع سنوات لشهوان الدرباسي',
        'حكمت المحكمة بالسجن تسع سنوات على شهوان الدرباسي.',
      ),
      article(
        'v4',
        '2031-03-07',
        'محكمة الاستئناف تنظر في سجن الدرباسي',
        'تنظر محكمة الاستئناف في حكم السجن على شهوان الدرباسي.',
      ),
      false,
    ],
    [
      'gold falls and gold rises',
      article('g1', '2031-03-04', 'الذهب يتكبد خسائر كبيرة', 'تراجع سعر الأوقية مع صعود العملة.'),
      article('g2', '2031-03-06', 'الذهب قرب أدنى مستوى في عامين', 'هبط سعر الأوقية قبل صدور بيانات الوظائف.'),
      true,
    ],
    [
      'a toll that rises is no formula',
      article('t1', '2031-03-04', 'ارتفاع قتلى السيول إلى 14', 'بلغ عدد قتلى السيول 14 شخصا والجرحى 20.'),
      article('t2', '2031-03-05', 'ارتفاع قتلى السيول إلى 31', 'بلغ عدد قتلى السيول 31 شخصا والجرحى 65.'),
      false,
    ],
  ] as const)('%s', (_name, a, b, expected) => {
    expect(areFormula(profileOf(a as StoryText), profileOf(b as StoryText))).toBe(expected)
  })
})

describe('drift', () => {
  const chapter = (name: string, texts: readonly StoryText[]) => ({
    chapter: name,
    profiles: texts.map((text) => profileOf(text)),
    size: texts.length * 2,
  })

  test('chapters of two affairs part, the smaller leaves', () => {
    const samples = [chapter('fire', FIRE.slice(0, 2)), chapter('inquiry', FIRE.slice(2)), chapter('match', MATCH)]
    expect(driftOf(samples)).toMatchObject({ leaving: ['match'] })
  })

  test('chapters of one affair stay', () => {
    expect(driftOf([chapter('fire', FIRE.slice(0, 2)), chapter('inquiry', FIRE.slice(2))])).toBeUndefined()
  })
})
