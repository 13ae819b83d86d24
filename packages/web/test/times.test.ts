import type { TimeMention } from '@isnad/server'
import { expect, test } from 'vitest'
import { codesIn, countTimes, isOpen, stretchOf } from '../src/reader/times.js'

const hours = (date: Date | undefined): string => date?.toISOString().slice(0, 16) ?? '…'

test.each([
  ['2024-03-12T00:00:00', '2024-03-13T00:00:00', 'day 2024-03-12T00:00'],
  ['2024-03-12', '2024-03-13', 'day 2024-03-12T00:00'],
  ['2024-03-01T00:00:00', '2024-04-01T00:00:00', 'days 2024-03-01T00:00 2024-03-31T00:00'],
  ['2024-03-12T10:00:00', '2024-03-12T10:01:00', 'moment 2024-03-12T10:00'],
  ['2024-03-12T18:00:00', '2024-03-13T00:00:00', 'hours 2024-03-12T18:00 2024-03-13T00:00'],
  ['2019-01-01T00:00:00', null, 'days 2019-01-01T00:00 …'],
  [null, '2019-01-01T00:00:00', 'days … 2018-12-31T00:00'],
  [null, null, 'open'],
  [undefined, undefined, 'open'],
])('from %s up to %s is %s', (from, to, said) => {
  const stretch = stretchOf({ ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) })
  if (stretch === undefined) expect('open').toBe(said)
  else if ('at' in stretch) expect(`${stretch.kind} ${hours(stretch.at)}`).toBe(said)
  else expect(`${stretch.kind} ${hours(stretch.from)} ${hours(stretch.to)}`).toBe(said)
})

const time = (start: number, kind: TimeMention['kind'] = 'date'): TimeMention => ({
  start,
  end: start + 1,
  text: 'x',
  kind,
  value: 'x',
  certainty: 'unanchored',
  fromPublication: false,
  describe: { ar: '', en: '' },
})

test('a duration is no open question, a day that nothing settles is one', () => {
  expect([isOpen(time(0)), isOpen(time(0, 'duration')), isOpen({ ...time(0), from: '2024-03-12', to: null })]).toEqual([
    true,
    false,
    false,
  ])
})

test('times of the headline are not counted among those of the text', () => {
  expect(countTimes([{ start: 10, end: 20, text: '', kind: 'body' }], [time(2), time(10), time(19), time(20)])).toBe(2)
})

test.each([
  ['تاريخ: 2024-11-24، تقريبي', 'تاريخ: [2024-11-24]، تقريبي'],
  ['تاريخ: 2024-09-01 (AH 1446-02-27)، أو 2024-09-02', 'تاريخ: [2024-09-01] ([AH 1446-02-27])، أو [2024-09-02]'],
  [
    'تاريخ ووقت: 2024-11-30T10:00 Asia/Damascus = 2024-11-30T07:00Z',
    'تاريخ ووقت: [2024-11-30T10:00 Asia/Damascus = 2024-11-30T07:00Z]',
  ],
  ['date: about 2023-10, approximate, or 2023-11', 'date: about [2023-10], approximate, or [2023-11]'],
  ['مدة: نحو P3M', 'مدة: نحو [P3M]'],
])('in %s the codes stand apart', (text, parts) => {
  expect(
    codesIn(text)
      .map((piece, index) => (index % 2 === 1 ? `[${piece}]` : piece))
      .join(''),
  ).toBe(parts)
})
