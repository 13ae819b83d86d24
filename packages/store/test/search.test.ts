import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Hit, SearchRequest, Store } from '../src/index.js'
import { backends, type TestStore } from './backends.js'
import { entryOf, numbered } from './sample.js'

const TEXTS = [
  {
    title: 'انفجار في مخزن الحبوب بمدينة الرابية',
    outlet: 'صدى الموانئ',
    published: '2020-03-05T23:30:00+03:00',
    text: 'قال الدفاع المدني إن انفجارا وقع في مخزن للحبوب شرق مدينة الرابية مساء الخميس.\nوأضاف أن المدارس القريبة أخليت من الطلاب، وأن أحدا لم يصب بأذى في الحادث.\n',
  },
  {
    title: 'المدارس تستأنف الدراسة بعد حادث المخزن',
    outlet: 'نبأ الساحل',
    published: '2020-03-08',
    text: 'أعلنت مديرية التربية أن الطالبات والطلاب سيعودون إلى مقاعدهم صباح الأحد في مدينة الرابية.\nوأوضحت المديرية أن مدرسة واحدة ستبقى مغلقة حتى تنتهي أعمال الترميم في المدينة.\n',
  },
  {
    title: 'رئيس الحكومة يزور الرابية',
    outlet: 'صدى الموانئ',
    text: 'وصل رئيس الحكومة عادل المنصوري إلى الرابية في زيارة لم يعلن عنها من قبل، حسبما أفاد مكتبه.\nوالتقى الرئيس عمال المخزن ووعد الحكومة المحلية بدعم عاجل لإعادة البناء في أقرب وقت.\n',
  },
]

for (const backend of backends) {
  describe.skipIf(backend.missing !== undefined)(`search on ${backend.name}`, () => {
    let at: TestStore
    let store: Store
    const names = new Map<string, string>()
    beforeAll(async () => {
      at = await backend.create()
      store = at.store
      const entries = TEXTS.map(({ text, ...given }, i) =>
        entryOf(text, { ...given, url: `https://news.example/${i}`, capturedAt: '2021-06-01T00:00:00.000Z' }),
      )
      const added = await store.add(entries)
      for (const [i, { id }] of added.entries()) names.set(id, ['blast', 'schools', 'visit'][i] ?? '')
      await store.add(Array.from({ length: 60 }, (_, i) => numbered(i)))
    })
    afterAll(() => at.discard())
    const found = async (request: SearchRequest): Promise<string[]> =>
      (await store.search(request)).hits.map(({ id }) => names.get(id) ?? 'numbered')

    test.each([
      ['newest first; what is undated stands where it was captured', 'الرابية', ['visit', 'schools', 'blast']],
      ['by morphology', 'مدرسة', ['schools', 'blast']],
      ['through clitics', 'حكومة -ميناء', ['visit']],
      ['folded', 'الرابيه مدينه', ['schools', 'blast']],
      ['exact form on demand', '=المدارس', ['schools', 'blast']],
      ['exact form on demand, none', '=والمدارس', []],
      ['phrase in its order', '"رئيس الحكومة" -سهيل', ['visit']],
      ['phrase out of order', '"الحكومة رئيس"', []],
      ['no phrase from title into body', '"المخزن أعلنت"', []],
      ['either', 'انفجار OR الترميم', ['schools', 'blast']],
      ['without', 'الرابية -انفجار', ['visit', 'schools']],
      ['title', 'title:المخزن', ['schools', 'blast']],
      ['title phrase', 'title:"مخزن الحبوب"', ['blast']],
      ['outlet', 'الرابية outlet:"نبأ الساحل"', ['schools']],
      ['part of an outlet', 'الرابية outlet:صدى', ['visit', 'blast']],
      ['not from an outlet', 'الرابية -outlet:صدى', ['schools']],
      ['an outlet nobody has', 'الرابية outlet:مجهول', []],
      ['after a day, as printed', 'الرابية after:2020-03-06', ['schools']],
      ['the day itself belongs to it', 'الرابية after:2020-03-05 before:2020-03-05', ['blast']],
      ['a month', 'الرابية after:2020-03 before:2020-03', ['schools', 'blast']],
      ['undated articles match no date', 'الرابية before:2030', ['schools', 'blast']],
      ['language', 'الرابية lang:fa', []],
      ['operators alone', 'outlet:"نبأ الساحل" after:2020-03', ['schools']],
      ['negation alone', '-سهيل', ['visit', 'schools', 'blast']],
      ['a word nobody wrote', 'زقزقة', []],
    ])('%s: %s', async (_name, query, expected) => expect(await found({ query })).toEqual(expected))

    test('ranked: the title counts most, then how often the words stand', async () => {
      expect((await found({ query: 'الرابية المخزن', order: 'ranked' })).at(0)).toBe('blast')
      expect((await found({ query: 'انفجار', order: 'ranked' })).at(0)).toBe('blast')
    })

    test.each(['newest', 'ranked'] as const)('%s: pages join without gap or repetition', async (order) => {
      const all = (await store.search({ query: 'الموانئ', order, limit: 100 })).hits.map(({ id }) => id)
      const paged: string[] = []
      let cursor: string | undefined
      do {
        const page = await store.search({ query: 'الموانئ', order, limit: 7, ...(cursor !== undefined && { cursor }) })
        paged.push(...page.hits.map(({ id }) => id))
        cursor = page.next
      } while (cursor !== undefined)
      expect(all).toHaveLength(60)
      expect(paged).toEqual(all)
    })

    test('a cursor of another question is refused', async () => {
      const { next = '' } = await store.search({ query: 'الموانئ', limit: 5 })
      await expect(store.search({ query: 'الرابية', cursor: next })).rejects.toThrow(/^INPUT_INVALID/)
      await expect(store.list({ after: 'أمس' })).rejects.toThrow(/^INPUT_INVALID/)
    })

    test('facets and count tell of all matches', async () => {
      const { facets, count } = await store.search({ query: 'الرابية', facets: true, limit: 1 })
      expect(count).toEqual({ value: 3, capped: false })
      expect(facets).toEqual({
        outlets: [
          { outlet: 'صدى الموانئ', count: 2 },
          { outlet: 'نبأ الساحل', count: 1 },
        ],
        months: [
          { month: '2020-03', count: 2 },
          { month: undefined, count: 1 },
        ],
        capped: false,
      })
    })

    test('many matches are walked, few are gathered: both give the same', async () => {
      // 2,000 more than the count goes to would be slow to add; the limit of gathering is what is moved.
      const gathered = await store.search({ query: 'الموانئ -الرابية', limit: 3 })
      const walked = await store.search({ query: '-الرابية', limit: 3 })
      expect(walked.hits.map(({ id }) => id)).toEqual(gathered.hits.map(({ id }) => id))
    })

    test('snippets mark what matched, in the words of the article', async () => {
      const marked = ({ snippet, title, titleMarks }: Hit): string[] => [
        ...titleMarks.map(({ start, end }) => title.slice(start, end)),
        ...(snippet?.marks.map(({ start, end }) => snippet.text.slice(start, end)) ?? []),
      ]
      const { hits } = await store.search({ query: 'مدرسة انفجار' })
      expect(hits.map(marked)).toEqual([['انفجار', 'انفجارا', 'المدارس']])
      const { article } = (await store.article(hits[0]?.id ?? '')) ?? {}
      const snippet = hits[0]?.snippet
      expect(article?.text.value.slice(snippet?.article.start, snippet?.article.end).replaceAll('\n', ' ')).toBe(
        snippet?.text,
      )
    })
  })
}
