import { textOf } from '@isnad/text'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Article, BLOCK_LABELS, compose, labelBlocks, RULES, ruleOf, splitLines } from '../src/index.js'

const LINES = [
  'المرفأ تفتح خط عبارات ليليا بين الضفتين',
  'أعلنت هيئة الميناء، الخميس، تشغيل خط عبارات ليلي بين الضفتين اعتبارا من مطلع الشهر المقبل.',
  'وقالت الهيئة إن\u00a0كل  قارب يتسع لستين راكبا، وإن الرحلات ستزيد إلى عشرين في اليوم',
  'المدعومة من صندوق النقل، وبعض الشركات.',
  'دبي، الإمارات (رويترز) – أكد الناطق أن العمل مستمر في الميناء حتى نهاية العام.',
  'اقرأ أيضا:',
  'صيادون يطالبون بمرسى جديد',
  'الرئيسية',
  'محمد السروي',
  '2031-04-10 08:30',
  'aXA6IDE5Mi4wLjIuMTcg',
  'المصدر',
  '[ad_1]',
  '*****',
  '0 تعليق',
  '',
  'Share',
  'أضاف أن النتائج\u200c ستعلن « قريبا',
]
const pages = fc
  .array(fc.constantFrom(...LINES), { maxLength: 30 })
  .chain((lines) => fc.constantFrom('\n', '\r\n', '\n\n').map((joint) => lines.join(joint)))

const pageOf = (value: string) =>
  ({ text: textOf('page', value), kind: 'text', encoding: 'utf-8', encodingFrom: 'default' }) as const

function articleOf(value: string): { readonly article: Article; readonly blocks: number } {
  const page = pageOf(value)
  const blocks = splitLines(page)
  return { article: compose(page, labelBlocks(blocks)), blocks: blocks.length }
}

const folded = (text: string): string => text.replace(/\s+/g, ' ')

describe('for any page', () => {
  test('every block is labelled once, by a rule of that label', () =>
    fc.assert(
      fc.property(pages, (value) => {
        const { article, blocks } = articleOf(value)
        expect(article.blocks).toHaveLength(blocks)
        for (const { label, rule } of article.blocks) {
          expect(BLOCK_LABELS).toContain(label)
          expect(ruleOf(rule)?.label).toBe(label)
        }
      }),
    ))

  test('an article span leads back to the same words', () =>
    fc.assert(
      fc.property(pages, (value) => {
        const { article } = articleOf(value)
        for (const block of article.blocks) {
          if (block.article === undefined) continue
          const { start, end } = article.map.toPage(block.article)
          expect(folded(value.slice(start, end))).toBe(article.text.value.slice(block.article.start, block.article.end))
        }
      }),
    ))

  test('what is not in the article is listed as removed', () =>
    fc.assert(
      fc.property(pages, (value) => {
        const { article } = articleOf(value)
        const kept = article.blocks.filter((block) => block.article !== undefined).length
        const repeated = article.blocks.filter(({ rule }) => rule === 'title/repeated').length
        expect(kept + repeated + article.removals.length).toBe(article.blocks.length)
      }),
    ))

  test('the same page gives the same article', () =>
    fc.assert(
      fc.property(pages, (value) => {
        const { map: _first, ...once } = articleOf(value).article
        const { map: _second, ...twice } = articleOf(value).article
        expect(twice).toEqual(once)
      }),
    ))
})

test('a clean article is read back as it stands', () => {
  const clean = [LINES[0], LINES[1], 'وقالت الهيئة إن كل قارب يتسع لستين راكبا، وإن الرحلات ستزيد.'].join('\n')
  expect(articleOf(clean).article.text.value).toBe(clean)
})

test('every rule has its reason in both languages', () => {
  for (const [id, { reason, ar, en }] of Object.entries(RULES)) {
    expect(reason, id).toMatch(/^[a-z-]+$/)
    expect(ar, id).toMatch(/\p{Script=Arabic}/u)
    expect(en, id).toMatch(/^[A-Z"]/)
  }
})
