import { readStamp } from '@isnad/time'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeBytes } from '../src/encoding.js'
import { blockText } from '../src/html/block-text.js'
import { namedBy } from '../src/html/class-words.js'
import { keptAttribute } from '../src/html/tags.js'
import { publicationTime } from '../src/text-metadata.js'

// Each short way is held against the long one that it stands in for.

const two = (n: number): string => String(n).padStart(2, '0')
const moment = fc
  .tuple(
    fc.nat(99),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
    fc.nat(23),
    fc.nat(59),
    fc.nat(59),
  )
  .map(([y, mo, d, h, mi, s]) => `20${two(y)}-${two(mo)}-${two(d)}T${two(h)}:${two(mi)}:${two(s)}`)
const offset = fc.constantFrom('+00:00', '+03:00', '+04:30', '+05:45', '-05:00', '-11:00', '+12:00')

test('a stated moment is read as the grammar of stamps reads it', () =>
  fc.assert(
    fc.property(moment, offset, (local, zone) => {
      const stamp = readStamp(local + zone)
      const time = publicationTime(local + zone, {})
      expect(time?.local).toBe(stamp === undefined ? undefined : `${stamp.startLocal.slice(0, 19)}${zone}`)
      expect(time?.instant).toBe(stamp?.instant)
    }),
  ))

test('a long page of UTF-8 is decoded like a short one', () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom('خبر', 'a', 'é', '😀', '\0', '\ufeff', '<p>'), { maxLength: 20 }), (units) => {
      const text = `<p>${units.join('')}${'خبر '.repeat(9000)}`
      expect(decodeBytes(new TextEncoder().encode(text), undefined).text).toBe(text)
    }),
    { numRuns: 20 },
  ))

/** Unit by unit, without any stretch copied whole; NUL is dropped and blanks are collapsed. */
function collapsed(source: string): string {
  const decoded = source
    .replaceAll('&amp;', '\u{1}')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&#1606;', 'ن')
    .replaceAll('\0', '')
  return decoded.replace(/\s+/g, ' ').replace(/^ | $/g, '').replaceAll('\u{1}', '&')
}

test('words, blanks and entities come out as they would one by one', () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('خبر', 'a', ' ', ' ', '\n', '\u2003', '\0', '& ', '&amp;', '&nbsp;', '&#1606;'), {
        maxLength: 16,
      }),
      (units) => {
        const source = units.join('')
        const { text, runs } = blockText(source, [0, source.length, 0])
        expect(text).toBe(collapsed(source))
        for (const { article, length, page, pageLength } of runs) {
          if (length !== pageLength || source.slice(page, page + pageLength).includes('&')) continue
          expect(source.slice(page, page + length).replace(/\s/gu, ' ')).toBe(text.slice(article, article + length))
        }
      },
    ),
    { numRuns: 500 },
  ))

test.each([
  ['class', 'class'],
  ['CLASS', 'class'],
  ['Data-TestId', 'data-testid'],
  ['data-testing', undefined],
  ['clasp', undefined],
  ['onclick', undefined],
])('%s is kept as %s', (written, kept) => {
  const source = `<p ${written}=x>`
  expect(keptAttribute(source, 3, 3 + written.length)).toBe(kept)
})

test.each([
  ['a pair outranks its first word', 'post-nav', 'related', 1],
  ['a word by itself', 'post', undefined, 1],
  ['a pair whose words stand apart', 'read story more', undefined, 1],
  ['a pair written with a hump', 'readMore', 'related', 0],
  ['the text itself', 'article-body', undefined, 3],
  ['the first region named', 'share-bar footer', 'share', 0],
])('%s', (_name, value, region, body) => {
  expect(namedBy(value)).toMatchObject({ region, body })
})
