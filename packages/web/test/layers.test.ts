import type { PageSegment, Paragraph } from '@isnad/server'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  creditMarks,
  gapsAfter,
  groupPieces,
  type Layer,
  layersIn,
  layersParameter,
  notedRuns,
  runsOf,
  steppedLayers,
} from '../src/reader/layers.js'

/**
 * A page written one piece a line: `body مرّت السفن` is kept, `-ad إعلان` was taken out. The article is the kept lines.
 */
function pageOf(lines: string): { segments: PageSegment[]; body: Paragraph[] } {
  const segments: PageSegment[] = []
  const body: Paragraph[] = []
  let at = 0
  let offset = 0
  for (const line of lines.trim().split('\n')) {
    const [, out, label = '', text = ''] = /^\s*(-?)(\S+) ?(.*)$/u.exec(line) ?? []
    const kept = out === ''
    const article = kept ? { start: offset, end: offset + text.length } : null
    if (article !== null) {
      if (label === 'body' || label === 'subhead') body.push({ ...article, text, kind: label })
      offset = article.end + 1
    }
    const page = { start: at, end: at + text.length }
    at = page.end + 1
    const reason = { ar: label, en: label }
    segments.push({
      label: label as PageSegment['label'],
      kept,
      text,
      rule: `${label}/x`,
      reason,
      page,
      article,
      continues: false,
    })
  }
  return { segments, body }
}

const page = pageOf(`
  -widget الرئيسية
  title عادت السفن
  body قال نقيب العمال نقلا عن قناة الساحل إن السفن عادت
  -related-link اقرأ أيضا
  -ad إعلان
  body وأضاف أن العمل مستمر
  -widget شارك
  -widget أرسل
`)

test('a gap stands after the paragraph that the pieces followed; what comes before and after the story is no gap', () => {
  const gaps = [...gapsAfter(page.body, page.segments)].map(([at, pieces]) => [at, pieces.map(({ text }) => text)])
  expect(gaps).toEqual([[0, ['اقرأ أيضا', 'إعلان']]])
})

test('a credit is marked where the kept text prints it, and nowhere else', () => {
  const at = page.segments[2]?.page.start ?? 0
  const text = 'نقلا عن قناة الساحل'
  const from = at + (page.segments[2]?.text.indexOf(text) ?? 0)
  const marks = creditMarks(
    [
      { kind: 'outlet', text, page: { start: from, end: from + text.length } },
      { kind: 'agency', text: 'إعلان', page: page.segments[4]?.page ?? { start: 0, end: 0 } },
      { kind: 'unnamed', text: 'متابعات' },
    ],
    page.segments,
  )
  const article = page.segments
    .filter(({ kept }) => kept)
    .map(({ text: words }) => words)
    .join('\n')
  expect(marks.map(({ start, end }) => article.slice(start, end))).toEqual([text])
})

test('pieces that follow each other and share a rule are one group, kept pieces never', () => {
  expect(groupPieces(page.segments).map(({ pieces }) => pieces.length)).toEqual([1, 1, 1, 1, 1, 1, 2])
})

test('the runs of a passage are the passage, and each carries the layers that cover it', () => {
  const layers: Layer[] = ['attribution', 'people', 'events', 'times']
  const mark = fc.record({ layer: fc.constantFrom(...layers), start: fc.nat(40), end: fc.nat(40) })
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('ا', 'ب', ' ', '😀'), maxLength: 24 }),
      fc.array(mark),
      fc.nat(9),
      (text, raw, start) => {
        const marks = raw.map((m) => ({ ...m, start: Math.min(m.start, m.end), end: Math.max(m.start, m.end) }))
        const runs = runsOf({ text, start, end: start + text.length }, marks)
        expect(runs.map((run) => run.text).join('')).toBe(text)
        let at = start
        for (const run of runs) {
          const covering = marks.filter((m) => m.start <= at && at < m.end).map((m) => m.layer)
          expect([...run.layers].sort()).toEqual([...new Set(covering)].sort())
          at += run.text.length
        }
      },
    ),
  )
})

test('words under one note are pointed at as a whole, however other marks part them', () => {
  const passage = { text: 'عاد صباح الأحد وغادر الاثنين', start: 0, end: 28 }
  const groups = notedRuns(
    runsOf(passage, [
      { layer: 'times', start: 4, end: 14, note: 'a' },
      { layer: 'attribution', start: 9, end: 20 },
      { layer: 'times', start: 21, end: 28, note: 'b' },
    ]),
  )
  expect(groups.map(({ note, runs }) => `${note ?? '-'}: ${runs.map(({ text }) => text).join('|')}`)).toEqual([
    '-: عاد ',
    'a: صباح |الأحد',
    '-:  وغادر| ',
    'b: الاثنين',
  ])
})

test('an address says which layers are on, and says nothing when they are those that are on from the start', () => {
  expect(layersIn(new URLSearchParams())).toEqual(['attribution', 'removed'])
  expect(layersParameter(['removed', 'attribution'])).toBeNull()
  expect(layersIn(new URLSearchParams('layers=none'))).toEqual([])
  fc.assert(
    fc.property(
      fc.subarray<Layer>(['attribution', 'people', 'bodies', 'places', 'events', 'removed', 'times', 'numbers']),
      (layers) => {
        const named = layersParameter(layers)
        expect(layersIn(new URLSearchParams(named === null ? {} : { layers: named }))).toEqual(layers)
      },
    ),
  )
})

test('one layer more, one layer fewer', () => {
  expect(steppedLayers(['removed'], ['attribution', 'removed', 'numbers'], 1)).toEqual(['removed', 'attribution'])
  expect(steppedLayers(['removed'], ['attribution', 'removed', 'numbers'], -1)).toEqual([])
  expect(steppedLayers([], ['numbers'], -1)).toEqual([])
})
