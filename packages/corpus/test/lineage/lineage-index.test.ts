import { mkdtempSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { FolderSegments, type LineageArticle, LineageIndex, MemorySegments } from '../../src/index.js'

import { BRIDGE, HARBOUR, LIBRARY, text } from './news.js'

const [b1, b2, b3, b4, b5, b6] = BRIDGE
const [h1, h2, h3, h4] = HARBOUR

const at = (hour: number): string => new Date(Date.UTC(2031, 4, 2, hour)).toISOString()
const article = (id: string, sentences: readonly string[], rest: Partial<LineageArticle> = {}): LineageArticle => ({
  id,
  text: text(sentences),
  outlet: `${id}.example`,
  ...rest,
})
const indexOf = (articles: readonly LineageArticle[]): LineageIndex => {
  const index = new LineageIndex()
  index.addBatch(articles)
  return index
}
/** «copy < source source»: who was made from whom, roots behind. */
const drawn = (index: LineageIndex, articles: readonly LineageArticle[]): string[] =>
  articles.map(({ id }) => {
    const { parents, roots } = index.lineage(id)
    const from = parents.map((one) => (one.relation === 'shared-passage' ? `(${one.id})` : one.id)).join(' ')
    return `${id}${from === '' ? '' : ` < ${from}`} | ${roots.join(' ')}`
  })

const edited = (sentence: string): string =>
  sentence.replace('وقال', 'وذكر').replace('وأضاف', 'وزاد').replace('نحو', 'قرابة')
const bare = (sentence: string): string => sentence.replace(/[أإآ]/g, 'ا')

describe('who was made from whom', () => {
  test.each<[string, LineageArticle[], string[]]>([
    [
      'a copy, a trim and a quotation',
      [
        article('first', BRIDGE, { published: at(6) }),
        article('copy', BRIDGE, { published: at(8) }),
        article('trim', [b1, b2, b3], { published: at(9) }),
        article('quote', [h1, h2, b2, h3, h4], { published: at(10) }),
      ],
      ['first | first', 'copy < first | first', 'trim < first | first', 'quote < (first) | quote'],
    ],
    [
      'two texts joined',
      [
        article('bridge', BRIDGE, { published: at(6) }),
        article('harbour', HARBOUR, { published: at(7) }),
        article('both', [b1, b2, b3, b4, h1, h2, h3], { published: at(9) }),
      ],
      ['bridge | bridge', 'harbour | harbour', 'both < bridge harbour | bridge harbour'],
    ],
    [
      'joined, and dated before one of the two',
      [
        article('bridge', BRIDGE, { published: at(6) }),
        article('harbour', HARBOUR, { published: at(9) }),
        article('both', [b1, b2, b3, b4, h1, h2, h3], { published: at(7) }),
      ],
      ['bridge | bridge', 'harbour | harbour', 'both < bridge harbour | bridge harbour'],
    ],
    [
      'a copy of a copy shares its edits',
      [
        article('first', BRIDGE, { published: at(6) }),
        article('edit', BRIDGE.map(edited).map(bare), { published: at(8) }),
        article('again', [...BRIDGE.slice(0, 5).map(edited).map(bare)], { published: at(11) }),
      ],
      ['first | first', 'edit < first | first', 'again < edit | first'],
    ],
    [
      'an undated first text keeps what the copy has lost',
      [
        article('first', BRIDGE),
        article('copy', [b1, b2, b3, b5, b6].map(bare), { published: at(8) }),
        article('third', [b1, b2, b3, b4, b5, b6].map(bare), { published: at(12) }),
      ],
      ['first | first', 'copy < first | first', 'third < first | first'],
    ],
    [
      'an undated copy has lost what the first text keeps',
      [
        article('first', BRIDGE, { published: at(6) }),
        article('copy', [b1, b2, b3].map(bare)),
        article('third', BRIDGE, { published: at(12) }),
      ],
      ['first | first', 'copy < first | first', 'third < first | first'],
    ],
    [
      'a credit outranks a crawler that came late',
      [
        article('agency', BRIDGE, { published: at(9), outlet: 'wakala' }),
        article('paper', BRIDGE, { published: at(8), credits: ['wakala'] }),
      ],
      ['agency | agency', 'paper < agency | agency'],
    ],
    [
      'strangers',
      [article('one', BRIDGE, { published: at(6) }), article('two', LIBRARY, { published: at(7) })],
      ['one | one', 'two | two'],
    ],
  ])('%s', (_name, articles, expected) => {
    expect(drawn(indexOf(articles), articles)).toEqual(expected)
  })

  test('shares say how much of each text the other has', () => {
    const index = indexOf([
      article('first', BRIDGE, { published: at(6) }),
      article('trim', [b1, b2, b3], { published: at(9) }),
    ])
    const words = (sentences: readonly string[]): number => text(sentences).split(/\s+/).length
    const [source] = index.lineage('trim').parents
    expect(source?.share).toBe(1)
    expect(source?.shareOfSource).toBeCloseTo(words([b1, b2, b3]) / words(BRIDGE), 2)
  })

  test('copies count as one text, and every decision has its reasons', () => {
    const articles = [
      article('first', BRIDGE, { published: at(6) }),
      article('copy', BRIDGE, { published: at(8) }),
      article('other', HARBOUR, { published: at(8) }),
    ]
    const index = indexOf(articles)
    expect(index.independentTexts(['first', 'copy', 'other'])).toEqual(['first', 'other'])
    expect(index.families()).toEqual([{ root: 'first', members: ['first', 'copy'] }])
    expect(index.lineage('copy').parents.flatMap(({ reasons }) => reasons.map(({ code }) => code))).toContain('earlier')
    expect(index.neighbours('copy').flatMap(({ reasons }) => reasons.map(({ code }) => code))).toEqual(['same-text'])
  })

  test("a publisher's notice that stands under all of its articles links none of them", () => {
    const notice =
      'ويمكنكم دائما مراسلة محرري النشرة المسائية بآرائكم وصوركم وقصصكم على العنوان المبين أسفل الصفحة الأولى من الموقع.'
    const days = (day: number): string => new Date(Date.UTC(2031, 4, day)).toISOString()
    const bodies = [[b1, b2], [b3, b4], [b5, b6], [h1, h2], [h3, h4], LIBRARY.slice(0, 2), LIBRARY.slice(2)]
    const articles = bodies.map((body, n) => article(`n${n}`, [...body, notice], { published: days(1 + 7 * n) }))
    const index = indexOf(articles)
    expect(articles.flatMap(({ id }) => index.neighbours(id))).toEqual([])
  })

  test('adding again replaces, removing forgets', () => {
    const index = indexOf([article('a', BRIDGE, { published: at(6) }), article('b', BRIDGE, { published: at(7) })])
    expect(index.neighbours('b').map(({ id }) => id)).toEqual(['a'])
    index.add(article('a', HARBOUR, { published: at(6) }))
    expect([index.size, index.neighbours('b'), index.neighbours('a')]).toEqual([2, [], []])
    expect([index.remove('a'), index.remove('a'), index.size]).toEqual([true, false, 1])
    expect(index.neighbours('nobody')).toEqual([])
    expect(index.lineage('nobody')).toEqual({ id: 'nobody', parents: [], roots: ['nobody'], placed: [] })
  })
})

/** A day's news: sentences of the three stories, cut and joined at random, some undated. */
const news = fc
  .array(
    fc.tuple(
      fc.subarray([...BRIDGE, ...HARBOUR, ...LIBRARY], { minLength: 2 }),
      fc.option(fc.integer({ min: 0, max: 23 }), { freq: 4 }),
      fc.boolean(),
    ),
    { minLength: 2, maxLength: 9 },
  )
  .map((rows) =>
    rows.map(([sentences, hour, plain], n) =>
      article(`t${n}`, plain ? sentences.map(bare) : sentences, hour === null ? {} : { published: at(hour) }),
    ),
  )
const state = (index: LineageIndex, articles: readonly LineageArticle[]): unknown => [
  articles.map(({ id }) => [index.neighbours(id), index.lineage(id)]),
  index.families(),
]

describe('properties', () => {
  test('the order within a batch changes nothing, nor does one by one', () =>
    fc.assert(
      fc.property(
        news.chain((articles) =>
          fc.tuple(fc.constant(articles), fc.shuffledSubarray(articles, { minLength: articles.length })),
        ),
        ([articles, shuffled]) => {
          const expected = state(indexOf(articles), articles)
          expect(state(indexOf(shuffled), articles)).toEqual(expected)
          const slowly = new LineageIndex()
          for (const one of shuffled) slowly.add(one)
          expect(articles.map(({ id }) => slowly.lineage(id).roots)).toEqual(
            articles.map(({ id }) => indexOf(articles).lineage(id).roots),
          )
        },
      ),
      { numRuns: 25 },
    ))

  test('nobody descends from himself, and every root is its own', () =>
    fc.assert(
      fc.property(news, (articles) => {
        const index = indexOf(articles)
        for (const { id } of articles) {
          const { parents, roots } = index.lineage(id)
          expect(parents.map((one) => one.id)).not.toContain(id)
          expect(parents.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-9)
          expect(roots.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 40 },
    ))

  test('sealed segments answer as memory does, and again after reopening', () =>
    fc.assert(
      fc.property(news, fc.integer({ min: 1, max: 4 }), fc.nat(), (articles, segmentTexts, gone) => {
        const storage = new MemorySegments()
        const sealed = new LineageIndex({ storage, segmentTexts })
        const plain = indexOf(articles)
        sealed.addBatch(articles)
        const removed = articles[gone % articles.length]?.id as string
        plain.remove(removed)
        sealed.remove(removed)
        expect(state(sealed, articles)).toEqual(state(plain, articles))
        sealed.flush()
        expect(state(new LineageIndex({ storage }), articles)).toEqual(state(plain, articles))
      }),
      { numRuns: 40 },
    ))
})

describe('segments in a folder', () => {
  const folders: string[] = []
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
  })
  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'isnad-lineage-'))
    folders.push(made)
    return made
  }

  test('another process goes on where the first stopped', () => {
    const path = folder()
    const first = new LineageIndex({ storage: new FolderSegments(path) })
    first.add(article('first', BRIDGE, { published: at(6) }))
    first.flush()
    const storage = new FolderSegments(path)
    const second = new LineageIndex({ storage })
    expect(second.add(article('copy', BRIDGE, { published: at(8) })).map(({ id }) => id)).toEqual(['first'])
    storage.close()
  })

  test('a segment that is cut short is refused', () => {
    const path = folder()
    const index = new LineageIndex({ storage: new FolderSegments(path) })
    index.add(article('first', BRIDGE, { published: at(6) }))
    index.flush()
    truncateSync(join(path, '000000.lineage'), 1100)
    expect(() => new LineageIndex({ storage: new FolderSegments(path) })).toThrow(/INPUT_/)
  })

  test('texts beyond the horizon are not asked', () => {
    const index = new LineageIndex({ storage: new MemorySegments(), segmentTexts: 1, horizonDays: 30 })
    index.add(article('old', BRIDGE, { published: '2030-01-01' }))
    index.add(article('late', BRIDGE, { published: '2031-05-01' }))
    expect(index.neighbours('late')).toEqual([])
    index.add(article('near', BRIDGE, { published: '2031-05-20' }))
    expect(index.neighbours('near').map(({ id }) => id)).toEqual(['late'])
  })
})
