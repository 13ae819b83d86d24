import { passageOf, textOf } from '@isnad/text'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameTagger, tagNames } from '../../src/index.js'
import { predictMentions } from '../../src/tagger/predict.js'

/** «قال {PER:سامر}» without its marks, and where they stood. */
function strip(marked: string): string {
  return marked.replace(/\{[A-Z-]+:([^}]*)\}/g, '$1')
}

function render(text: string): string {
  let drawn = ''
  let at = 0
  for (const { start, end, type } of tagNames(passageOf(textOf('article', text)))) {
    drawn += `${text.slice(at, start)}{${type}:${text.slice(start, end)}}`
    at = end
  }
  return drawn + text.slice(at)
}

test.each([
  ['a title stays outside', 'قال وزير الخارجية {PER:نبيل الخطيب} إن المحادثات مستمرة'],
  ['particles stay outside', 'وصل الوفد إلى {GPE:بغداد} و{GPE:دمشق}'],
  ['the article stays in', 'عاد {PER:كريم المصري} من {GPE:القاهرة} إلى {GPE:الرياض} أمس'],
  ['a body with its noun', 'أعلنت {ORG:وزارة الدفاع} أن القافلة لم تصل'],
  ['the state and its capital', 'أكدت {GPE:طهران} أنها ترفض شروط {GPE:الولايات المتحدة}'],
  ['three parts of a name', 'وأضاف العميد {PER:نبيل حسن الخطيب} أن الطريق مفتوح'],
  ['no names at all', 'ارتفعت الأسعار في الأسواق مع بداية الموسم'],
])('%s', (_name, expected) => {
  expect(render(strip(expected))).toBe(expected)
})

test('outside title and body nothing is read', () => {
  const text = 'وصل نبيل الخطيب إلى بغداد\nاقرأ أيضا: دمشق'
  const passage = passageOf(textOf('article', text), { body: [{ start: 0, end: text.indexOf('\n') }] })
  expect(tagNames(passage).map(({ start, end }) => text.slice(start, end))).toEqual(['نبيل الخطيب', 'بغداد'])
})

const articles = fc
  .array(
    fc.constantFrom(
      ...[
        'وقال',
        'اللواء',
        'سامر',
        'الحلبي',
        'وزارة',
        'الدفاع',
        'في',
        'ببغداد',
        'للأسد',
        'NATO',
        '2019',
        '«',
        '»',
        '.',
      ],
      ...['،', '(', ')', 'قـــآني', 'مُحَمَّد', '\u200f', '\n', '😀', 'x@y.example', 'أنّ'],
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(' '))

test('names lie on tokens in order, apart, each with a probability, and again the same', () =>
  fc.assert(
    fc.property(articles, (text) => {
      const passage = passageOf(textOf('article', text))
      const names = tagNames(passage)
      let before = 0
      for (const { start, end, score } of names) {
        expect(start).toBeGreaterThanOrEqual(before)
        expect(end).toBeGreaterThan(start)
        expect(score).toBeGreaterThan(0)
        expect(score).toBeLessThanOrEqual(1 + 1e-9)
        expect(passage.tokens.some((token) => token.end === end)).toBe(true)
        expect(passage.tokens.some((token) => token.segments.some((segment) => segment.start === start))).toBe(true)
        before = end
      }
      expect(tagNames(passage)).toEqual(names)
    }),
    { numRuns: 60 },
  ))

test.each(['four-class', 'encyclopedia', 'titled', 'nested'] as const)('labels of %s are BIO, one a token', (scheme) =>
  fc.assert(
    fc.property(fc.array(articles, { maxLength: 4 }), (texts) => {
      const sentences = texts.map((text) => text.split(/\s+/).filter((word) => word !== ''))
      const labelled = predictMentions(sentences, scheme)
      expect(labelled.map((labels) => labels.length)).toEqual(sentences.map((words) => words.length))
      for (const labels of labelled)
        for (const [i, label] of labels.entries()) {
          expect(label).toMatch(/^(?:O|[BI]-[A-Z-]+)$/)
          if (label.startsWith('I-')) expect(labels[i - 1]?.slice(2)).toBe(label.slice(2))
        }
    }),
    { numRuns: 25 },
  ))

test('a tagger is loaded once', () => {
  expect(nameTagger()).toBe(nameTagger('news'))
})
