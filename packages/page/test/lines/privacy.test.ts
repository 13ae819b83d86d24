import { textOf } from '@isnad/text'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isVisitorToken, redact } from '../../src/lines/privacy.js'
import { readPage } from '../../src/read-article.js'

const encode = (text: string): string => Buffer.from(text, 'latin1').toString('base64')
const STORY = [
  'افتتاح الجسر الشمالي بعد عامين من العمل',
  'افتتحت بلدية المرفأ صباح الأحد الجسر الشمالي بعد عامين من العمل، بحضور مئات من سكان الضفتين.',
  'وقالت مهندسة المشروع إن الجسر يحمل ألف سيارة في الساعة، وإنه سيخفف الزحام عن وسط المدينة.',
]

const readWith = (...widget: string[]) => {
  const value = [...STORY, ...widget, '0 تعليق'].join('\n')
  const outcome = readPage({ text: textOf('page', value), kind: 'text', encoding: 'utf-8', encodingFrom: 'default' })
  if (!outcome.ok) throw new Error(outcome.reason.kind)
  return { value, article: outcome.value.article, page: outcome.value.page }
}

describe('the visitor token', () => {
  test.each([
    ['IPv4', encode('ip: 192.0.2.17 ')],
    ['IPv6', encode('ip: 2001:db8::1 ')],
    ['capitals', encode('IP:192.0.2.17')],
    ['no padding', encode('ip: 192.0.2.17').replace(/=+$/, '')],
    ['broken by spaces', encode('ip: 192.0.2.17 ').replace(/(.{8})/g, '$1 ')],
    ['a space before it', encode('  ip: 192.0.2.17')],
  ])('%s', (_name, token) => expect(isVisitorToken(token)).toBe(true))

  test.each(['International', 'المدينة', encode('hello: world and more'), 'aXA6', 'US'])('not «%s»', (word) =>
    expect(isVisitorToken(word)).toBe(false))
})

test('token, place, region and country are labelled, blanked and nowhere in the article', () => {
  const token = encode('ip: 2001:db8::7 ')
  const { article, page } = readWith(token, 'جزيرة النورس', 'الضفة الشمالية', 'XX')
  expect(article.blocks.filter(({ label }) => label === 'privacy-token')).toHaveLength(4)
  const kept = redact(page.text, article.personal).value
  for (const secret of [token, 'جزيرة النورس', 'الضفة الشمالية', 'XX']) {
    expect(kept).not.toContain(secret)
    expect(JSON.stringify(article.blocks)).not.toContain(secret)
    expect(JSON.stringify(article.removals)).not.toContain(secret)
  }
  expect(kept).toHaveLength(page.text.value.length)
  expect(kept).toContain('0 تعليق')
})

test('after redaction nothing of a token remains, whatever the address', () =>
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), fc.constantFrom('ip: ', 'ip:', 'IP: ', ' ip: '), (address, lead) => {
      const token = encode(`${lead}${address} `)
      const { article, page } = readWith(token)
      const kept = redact(page.text, article.personal).value
      expect(kept).not.toContain(token)
      expect(kept).not.toContain(token.slice(0, 8))
      expect(article.text.value).not.toContain(token)
    }),
  ))

test('redaction keeps every offset, and doing it twice changes nothing', () =>
  fc.assert(
    fc.property(fc.string(), fc.array(fc.tuple(fc.nat(40), fc.nat(40))), (value, pairs) => {
      const spans = pairs.map(([a, b]) => ({
        start: Math.min(a, b, value.length),
        end: Math.min(Math.max(a, b), value.length),
      }))
      const once = redact(textOf('page', value), spans)
      expect(once.value).toHaveLength(value.length)
      expect(redact(once, spans).value).toBe(once.value)
      for (const { start, end } of spans) expect(once.value.slice(start, end).trim()).toBe('')
    }),
  ))
