import { readCapture } from '@isnad/analysis'
import type { Entity } from '@isnad/entities'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AnalysedArticle,
  compareTellings,
  DossierIndex,
  type EntityJudgement,
  HappeningIndex,
  inferDate,
  originArticleOfAnalysed,
  partTold,
  wordDateReason,
  wordEntityReason,
} from '../src/index.js'

const FILLER =
  'في خبر من أخبار المدينة نشر صباح الاثنين، وفيه أن السوق القديم فتح أبوابه بعد ترميم طويل وأن التجار عادوا إلى دكاكينهم. ' +
  'وقال أحد التجار إن الزبائن كثروا منذ الصباح الباكر، وإن البلدية وعدت بإنارة الأزقة قبل الشتاء. ' +
  'ويضم السوق مئة وعشرين دكانا تبيع النحاس والأقمشة والتوابل، ويزوره أهل القرى القريبة كل أسبوع.'

/** An analysed article whose entities and events are drawn, not found. */
function article(
  id: string,
  published: string,
  drawn: Partial<AnalysedArticle['annotations']>,
  rest = FILLER,
): AnalysedArticle {
  const text = drawn.entities?.map((e) => e.nameAr).join(' ') ?? 'خبر'
  const read = readCapture({ bytes: new TextEncoder().encode(`${text} ${rest}`) })
  if (!read.ok) throw new Error(read.reason.kind)
  const empty = { tokens: [], sentences: [], times: [], entities: [], attributions: [], events: [], republishes: [] }
  return { id, article: read.value.article, annotations: { ...empty, ...drawn }, published }
}

const OTHER_NEWS =
  'أعلنت هيئة الموانئ أن رصيف الحاويات الجديد سيستقبل أولى سفنه قبل نهاية الصيف بعد تعميق الممر البحري. ' +
  'وأوضحت أن الرافعات وصلت على دفعتين، وأن تدريب المشغلين بدأ في معهد الملاحة. ' +
  'ومن المنتظر أن تنخفض مدة تفريغ السفينة الواحدة إلى يوم ونصف اليوم، وأن تزيد طاقة الميناء مرتين.'

const person = (id: string, nameAr: string, role?: { title: string; org: string }): Entity => ({
  id,
  type: 'PER',
  nameAr,
  mentions: [{ start: 0, end: nameAr.length, type: 'PER', kind: 'name' }],
  roles: role === undefined ? [] : [{ title: role.title, span: { start: 0, end: 1 }, org: role.org }],
  candidates: [],
})
const body = (id: string, nameAr: string): Entity => ({
  id,
  type: 'ORG',
  nameAr,
  mentions: [{ start: 0, end: nameAr.length, type: 'ORG', kind: 'name' }],
  roles: [],
  candidates: [],
})

const COACH = { title: 'مدرب', org: 'e2' }
const MINISTER = { title: 'وزير', org: 'e2' }
const CLUB = body('e2', 'نادي الواحة')
const CABINET = body('e2', 'حكومة السهل')

const WEEK = [
  article('a', '2031-02-01', { entities: [person('e1', 'سامي الزهيري', COACH), CLUB] }),
  article('b', '2031-02-02', { entities: [person('e1', 'سامي الزهيري', COACH), CLUB] }),
  article('c', '2031-02-02', { entities: [person('e1', 'سامي الزهيري', MINISTER), CABINET] }),
  article('d', '2031-02-03', { entities: [person('e1', 'الزهيري')] }),
]

const peopleOf = (index: DossierIndex): string[] =>
  index
    .dossiers()
    .filter(({ type }) => type === 'PER')
    .map(({ sightings }) =>
      sightings
        .map((s) => s.article)
        .sort()
        .join(''),
    )
    .sort()

describe('dossiers', () => {
  test('one man of one role is one, his namesake of another role is another, a bare family name waits', () => {
    const index = new DossierIndex()
    index.add(WEEK)
    expect(peopleOf(index)).toEqual(['ab', 'c', 'd'])
    expect(index.queue().map(({ b }) => b.article)).toContain('d')
  })

  test('roles keep the days on which they were printed', () => {
    const index = new DossierIndex()
    index.add(WEEK)
    expect(index.dossierOf({ article: 'a', name: 'سامي الزهيري' })?.roles).toEqual([
      { title: 'مدرب', at: 'نادي الواحة', from: '2031-02-01', to: '2031-02-02', articles: 2 },
    ])
  })

  test.each([
    ['same joins what roles part', 'same', ['abc', 'd']],
    ['different parts what names join', 'different', ['a', 'b', 'c', 'd']],
  ] as const)('a user outranks: %s', (_name, verdict, expected) => {
    const other = verdict === 'same' ? 'c' : 'b'
    const judgement: EntityJudgement = {
      a: { article: 'a', name: 'سامي الزهيري' },
      b: { article: other, name: 'سامي الزهيري' },
      verdict,
      by: 'user:reader',
      reasons: [{ code: 'user' }],
    }
    const index = new DossierIndex([judgement])
    index.add(WEEK)
    expect(peopleOf(index)).toEqual(expected)
    // Undone, it is as it was.
    const undone = new DossierIndex()
    undone.add(WEEK)
    expect(peopleOf(undone)).toEqual(['ab', 'c', 'd'])
  })

  const ruled = (a: string, b: string, verdict: EntityJudgement['verdict']): EntityJudgement => ({
    a: { article: a, name: 'سامي الزهيري' },
    b: { article: b, name: b === 'd' ? 'الزهيري' : 'سامي الزهيري' },
    verdict,
    by: 'user:reader',
    reasons: [{ code: 'user' }],
  })

  test.each([
    ['the same: all that both had gathered stands together', [ruled('b', 'c', 'same')], ['abc', 'd']],
    ['different: what names and roles join is parted', [ruled('a', 'b', 'different')], ['a', 'b', 'c', 'd']],
    ['not sure changes nothing', [ruled('a', 'd', 'unsure')], ['ab', 'c', 'd']],
    ['the later of two holds', [ruled('a', 'c', 'same'), ruled('a', 'c', 'different')], ['ab', 'c', 'd']],
    ['the same by way of a third', [ruled('a', 'd', 'same'), ruled('c', 'd', 'same')], ['abcd']],
    [
      'called different, and by way of a third the same',
      [ruled('a', 'c', 'different'), ruled('a', 'd', 'same')],
      ['abd', 'c'],
    ],
  ] as const)('judged while it stands as if judged before, and undone without a trace: %s', (_name, judgements, expected) => {
    const before = new DossierIndex([...judgements])
    before.add(WEEK)
    const index = new DossierIndex()
    index.add(WEEK)
    index.judged([...judgements])
    expect(peopleOf(index)).toEqual([...expected])
    expect(peopleOf(before)).toEqual([...expected])
    index.judged([])
    expect(peopleOf(index)).toEqual(['ab', 'c', 'd'])
    expect(index.queue().map(({ b }) => b.article)).toContain('d')
  })

  test('what was judged leaves the queue, and an analysis made again keeps it', () => {
    const index = new DossierIndex([ruled('a', 'd', 'same')])
    index.add(WEEK)
    expect(index.queue().filter(({ b }) => b.article === 'd')).toEqual([])
    const unsure = new DossierIndex([ruled('a', 'd', 'unsure')])
    unsure.add(WEEK)
    expect(unsure.queue().filter(({ a, b }) => a.article === 'a' && b.article === 'd')).toEqual([])
    for (const article of WEEK) {
      index.remove(article.id)
      expect(peopleOf(index).join('')).not.toContain(article.id)
      index.add([article])
    }
    expect(peopleOf(index)).toEqual(['abd', 'c'])
    expect(index.dossierOf({ article: 'd', name: 'الزهيري' })?.variants.map(({ form }) => form)).toContain(
      'سامي الزهيري',
    )
  })

  test('a dossier is found by its name, and says why sightings stand in it', () => {
    const index = new DossierIndex()
    index.add(WEEK)
    expect(index.named('PER', 'سامي الزهيري').map(({ sightings }) => sightings.length)).toEqual([2, 1])
    expect(index.countNamed('PER', 'سامي الزهيري')).toBe(2)
    const [first] = index.named('PER', 'سامي الزهيري')
    expect(first?.why.flatMap(({ reasons }) => reasons.map(({ code }) => code))).toContain('same-role')
    expect(index.dossier(first?.id ?? '')).toEqual(first)
  })

  test('the order inside a batch does not matter, and every judgement has a reason', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray(WEEK, { minLength: WEEK.length }), (shuffled) => {
        const index = new DossierIndex()
        for (const { reasons } of index.add(shuffled)) {
          expect(reasons.length).toBeGreaterThan(0)
          for (const reason of reasons) expect(wordEntityReason(reason, 'ar')).toMatch(/\p{Script=Arabic}/u)
        }
        expect(peopleOf(index)).toEqual(['ab', 'c', 'd'])
      }),
      { numRuns: 20 },
    ))
})

describe('happenings', () => {
  const met = (
    id: string,
    published: string,
    guests: readonly Entity[],
    status: 'asserted' | 'denied' | 'planned',
    rest = FILLER,
  ) =>
    article(
      id,
      published,
      {
        entities: guests,
        events: [
          {
            id: 'v1',
            type: 'CONSULT',
            trigger: { start: 0, end: 3 },
            rule: 'event.test',
            status,
            participants: guests.map(({ id: entity }) => ({ entity, role: 'attendee' as const })),
            evidence: [{ start: 0, end: 3 }],
            sources: [],
            ownVoice: true,
            confidence: 1,
            reasons: [],
          },
        ],
      },
      rest,
    )
  const HOST = person('e1', 'سامي الزهيري')
  const GUEST = person('e2', 'ندى الكرماني')
  const THIRD = person('e3', 'فؤاد الصباغ')
  const SON: Entity = { ...person('e4', 'ابنه'), unnamed: true }

  const joined = (articles: readonly AnalysedArticle[]): string[] => {
    const index = new HappeningIndex()
    index.add(articles)
    return index.happenings().map(({ accounts }) => accounts.map((a) => a.article).join(''))
  }

  test.each([
    [
      'one meeting, one more guest',
      [met('a', '2031-02-01', [HOST, GUEST], 'asserted'), met('b', '2031-02-01', [HOST, GUEST, THIRD], 'asserted')],
      ['ab'],
    ],
    [
      'a denial belongs to what it denies',
      [met('a', '2031-02-01', [HOST, GUEST], 'asserted'), met('b', '2031-02-02', [HOST, GUEST], 'denied')],
      ['ab'],
    ],
    [
      'a plan is not the deed',
      [met('a', '2031-02-01', [HOST, GUEST], 'planned'), met('b', '2031-02-01', [HOST, GUEST], 'asserted')],
      ['a', 'b'],
    ],
    [
      'a meeting every few days is not one long meeting',
      [
        met('a', '2031-02-01', [HOST, GUEST], 'asserted'),
        met('b', '2031-02-06', [HOST, GUEST], 'asserted'),
        met('c', '2031-02-11', [HOST, GUEST], 'asserted'),
      ],
      ['ab', 'c'],
    ],
    [
      'weeks later it is another meeting',
      [met('a', '2031-02-01', [HOST, GUEST], 'asserted'), met('b', '2031-03-01', [HOST, GUEST], 'asserted')],
      ['a', 'b'],
    ],
    [
      'other people, another meeting',
      [met('a', '2031-02-01', [HOST, GUEST], 'asserted'), met('b', '2031-02-01', [THIRD], 'asserted')],
      ['a', 'b'],
    ],
    [
      'a busy man in two articles that have nothing else in common',
      [met('a', '2031-02-01', [HOST], 'asserted'), met('b', '2031-02-01', [HOST], 'asserted', OTHER_NEWS)],
      ['a', 'b'],
    ],
    [
      'two who are met by another article too, however it goes on',
      [
        met('a', '2031-02-01', [HOST, GUEST], 'asserted'),
        met('b', '2031-02-01', [HOST, GUEST], 'asserted', OTHER_NEWS),
      ],
      ['ab'],
    ],
    [
      'his son is another son in another article',
      [met('a', '2031-02-01', [SON], 'asserted'), met('b', '2031-02-01', [SON], 'asserted', OTHER_NEWS)],
      ['a', 'b'],
    ],
  ] as const)('%s', (_name, articles, expected) => {
    expect(joined(articles)).toEqual(expected)
  })

  test('the order inside a batch does not matter', () => {
    const day = [
      met('a', '2031-02-01', [HOST, GUEST], 'asserted'),
      met('b', '2031-02-01', [HOST], 'asserted', OTHER_NEWS),
      met('c', '2031-02-01', [GUEST, THIRD], 'asserted'),
      met('d', '2031-02-01', [HOST, GUEST, THIRD], 'denied'),
      met('e', '2031-02-01', [THIRD], 'planned'),
      met('f', '2031-02-01', [SON], 'asserted'),
    ]
    const expected = joined(day)
    fc.assert(
      fc.property(fc.shuffledSubarray(day, { minLength: day.length }), (shuffled) => {
        expect(joined(shuffled)).toEqual(expected)
      }),
    )
  })
})

describe('accounts of one happening', () => {
  const CITY: Entity = { ...body('e8', 'الرابية'), type: 'GPE', catalogId: 'place.iq.city.rabia' }
  const COUNTRY: Entity = { ...body('e9', 'السهل'), type: 'GPE', catalogId: 'country.iq' }
  const OTHER: Entity = { ...body('e7', 'الوادي'), type: 'GPE', catalogId: 'country.sy' }
  const HOST = person('e1', 'سامي الزهيري')
  const GUEST = person('e2', 'ندى الكرماني')

  interface Drawn {
    readonly parties?: readonly Entity[]
    readonly place?: Entity
    readonly status?: 'asserted' | 'denied' | 'planned'
    readonly deniedBySource?: boolean
    readonly type?: 'CONSULT' | 'ASSAULT'
  }
  const telling = (
    id: string,
    { parties = [HOST, GUEST], place, status = 'asserted', deniedBySource, type }: Drawn,
  ) => {
    const entities = [...parties, ...(place === undefined ? [] : [place])]
    const event = {
      id: 'v1',
      type: type ?? ('CONSULT' as const),
      trigger: { start: 0, end: 3 },
      rule: 'event.test',
      status,
      participants: parties.map(({ id: entity }, i) => ({
        entity,
        role: i === 0 ? ('actor' as const) : ('recipient' as const),
      })),
      ...(place === undefined ? {} : { place: place.id }),
      evidence: [{ start: 0, end: 3 }],
      sources: deniedBySource === true ? ['a1'] : [],
      ownVoice: deniedBySource !== true,
      confidence: 1,
      reasons: [],
    }
    const attributions = [
      {
        id: 'a1',
        rule: 'cue',
        claims: [{ start: 0, end: 3 }],
        chain: [],
        stance: 'denies' as const,
        quote: 'indirect' as const,
      },
    ]
    return { article: article(id, '2031-02-01', { entities, events: [event], attributions }), events: [event] }
  }
  const verdicts = (...tellings: readonly ReturnType<typeof telling>[]): Record<string, string> =>
    Object.fromEntries(compareTellings(tellings).map(({ attribute, verdict }) => [attribute, verdict]))

  test.each([
    ['one telling is held against nothing', [telling('a', {})], {}],
    ['all alike', [telling('a', {}), telling('b', {})], { status: 'agree', parties: 'agree' }],
    ['one more guest', [telling('a', {}), telling('b', { parties: [HOST] })], { status: 'agree', parties: 'adds' }],
    ['a denial', [telling('a', {}), telling('b', { status: 'denied' })], { status: 'denies', parties: 'agree' }],
    [
      'told by a source that denies it',
      [telling('a', {}), telling('b', { deniedBySource: true })],
      { status: 'denies', parties: 'agree' },
    ],
    [
      'a plan and the deed',
      [telling('a', {}), telling('b', { status: 'planned' })],
      { status: 'differs', parties: 'agree' },
    ],
    [
      'a country contains its city',
      [telling('a', { place: CITY }), telling('b', { place: COUNTRY })],
      { status: 'agree', parties: 'agree', place: 'agree' },
    ],
    [
      'another country',
      [telling('a', { place: CITY }), telling('b', { place: OTHER })],
      { status: 'agree', parties: 'agree', place: 'differs' },
    ],
    [
      'a place that only one tells',
      [telling('a', { place: CITY }), telling('b', {})],
      { status: 'agree', parties: 'agree', place: 'adds' },
    ],
    [
      'two who are said to have struck',
      [telling('a', { type: 'ASSAULT', parties: [HOST] }), telling('b', { type: 'ASSAULT', parties: [GUEST] })],
      { status: 'agree', parties: 'differs' },
    ],
  ] as const)('%s', (_name, tellings, expected) => {
    expect(verdicts(...tellings)).toEqual(expected)
    for (const { values } of compareTellings(tellings))
      for (const { quotes } of values)
        for (const { article: id, quote, span } of quotes) {
          const text = tellings.find((one) => one.article.id === id)?.article.article.text.value
          expect(text?.slice(span.start, span.end)).toBe(quote)
        }
  })

  test('an article that opens with it is about it as a whole', () => {
    const one = telling('a', {})
    expect(partTold(one).body).toContain('النحاس')
  })
})

test('what a page says it republishes is a credit of its article', () => {
  const made = article('a', '2031-02-01', { republishes: [{ kind: 'agency', description: 'رويترز' }] })
  expect(originArticleOfAnalysed({ ...made, outletId: 'outlet.x' })).toMatchObject({
    id: 'a',
    outlet: 'outlet.x',
    published: '2031-02-01',
    credits: ['رويترز'],
  })
})

describe('inferred dates', () => {
  test.each([
    ['nothing to go by', [], [], undefined],
    ['near its copy', [{ article: 'k', published: '2031-02-10', tie: 'copy' }], [], '2031-02-09/2031-02-12'],
    [
      'a copy outranks a sibling that contradicts it',
      [
        { article: 's', published: '2031-03-20', tie: 'sibling' },
        { article: 'k', published: '2031-02-10', tie: 'copy' },
      ],
      [],
      '2031-02-09/2031-02-12',
    ],
    [
      'not before what it tells',
      [{ article: 'k', published: '2031-02-10', tie: 'copy' }],
      ['2031-02-10'],
      '2031-02-10/2031-02-12',
    ],
  ] as const)('%s', (_name, kin, past, expected) => {
    const found = inferDate(kin, past)
    expect(found === undefined ? undefined : `${found.from}/${found.to}`).toBe(expected)
    for (const reason of found?.reasons ?? []) expect(wordDateReason(reason).ar).toMatch(/\p{Script=Arabic}/u)
  })

  test('the interval never ends before it begins, whatever the order', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            article: fc.constantFrom('p', 'q', 'r', 's'),
            published: fc.constantFrom('2031-02-10', '2031-02-12', '2031-02-20'),
            tie: fc.constantFrom('copy' as const, 'sibling' as const),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        (kin) => {
          const found = inferDate(kin)
          expect(found).toBeDefined()
          expect((found?.from ?? '') <= (found?.to ?? '')).toBe(true)
        },
      ),
    ))
})
