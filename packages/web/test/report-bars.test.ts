import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reportBars } from '../src/stories/report-bars.js'

const CASES: readonly (readonly [name: string, reports: string, most: number, bars: string])[] = [
  ['days without a report are bars of none', '03-01:2 03-04:1', 10, '03-01:2 03-02:0 03-03:0 03-04:1'],
  ['a long story is told in longer steps', '03-01:1 03-02:1 03-10:3', 5, '03-01:2 03-03:0 03-05:0 03-07:0 03-09:3'],
  ['over the end of a month', '02-28:1 03-01:1', 10, '02-28:1 02-29:0 03-01:1'],
  ['one day is no course of time', '03-01:5', 10, ''],
  ['nothing dated', '', 10, ''],
]
const read = (bars: string) =>
  bars
    .split(' ')
    .filter((bar) => bar !== '')
    .map((bar) => ({ day: `2024-${bar.slice(0, 5)}`, articles: Number(bar.slice(6)) }))

test.each(CASES)('%s', (_, reports, most, bars) => {
  expect(reportBars(read(reports), most)).toEqual(read(bars))
})

test('no report is lost, and there are no more bars than asked for', () => {
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 900 }), { minLength: 2, maxLength: 30 })
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 60 }), (numbers, most) => {
      const reports = numbers
        .toSorted((a, b) => a - b)
        .map((n) => ({ day: new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10), articles: n + 1 }))
      const bars = reportBars(reports, most)
      const sum = (list: readonly { articles: number }[]) => list.reduce((total, { articles }) => total + articles, 0)
      expect(sum(bars)).toBe(sum(reports))
      expect(bars.length).toBeLessThanOrEqual(most)
    }),
  )
})
