import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findTimes, type Reference } from '../src/index.js'
import { render, strip } from './marked.js'

const reference: Reference = { time: '2024-12-01T20:00:00+03:00', source: 'given' }
const page = readFileSync(new URL('../../../docs/time.md', import.meta.url), 'utf8')
const rows = [...page.matchAll(/^\| ([^|]+) \| `(.+)` \|$/gmu)].map(
  ([, form = '', example = '']) => [form, example] as const,
)

test('the page has its table', () => expect(rows.length).toBeGreaterThan(40))

test.each(rows)('docs/time.md: %s', (_form, marked) => {
  const text = strip(marked)
  expect(render(text, findTimes(text, { reference }))).toBe(marked)
})
