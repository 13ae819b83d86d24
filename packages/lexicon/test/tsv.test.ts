import { IsnadError } from '@isnad/text'
import { expect, test } from 'vitest'
import { memorySource } from '../src/data-source.js'
import { readTables, readTsv } from '../src/tsv.js'

const PREAMBLE = [
  '# id: words',
  '# revision: 3',
  '# license: CC0-1.0',
  '# provenance: made up for this test',
  '# reviewed: 2026-01-02',
]
const file = (lines: readonly string[], preamble = PREAMBLE): string => [...preamble, ...lines].join('\n')
const read = (text: string) => readTsv('words.tsv', ['id', 'ar', 'note'], memorySource({ 'words.tsv': text }))

test('rows carry their line, cells their column; comments, blank lines and short rows are fine', () => {
  const table = read(file(['id\tar\tnote', '', 'word.a\tكلمة\tfirst', '# a comment', 'word.b\tقول']))
  expect(table.meta).toEqual({
    id: 'words',
    revision: 3,
    license: 'CC0-1.0',
    provenance: 'made up for this test',
    reviewed: '2026-01-02',
    factsTo: '',
  })
  expect(table.rows.map(({ line, cells }) => [line, cells.id, cells.ar, cells.note])).toEqual([
    [8, 'word.a', 'كلمة', 'first'],
    [10, 'word.b', 'قول', ''],
  ])
})

test.each([
  ['another header', file(['id\tar']), 'words.tsv:6: the header names id, ar; name, parted by tabs'],
  ['a surplus tab', file(['id\tar\tnote', 'word.a\tب\tج\tد']), 'words.tsv:7, entry word.a: has 4 cells'],
  ['no id', file(['id\tar\tnote', '\tب']), 'words.tsv:7: the first cell is empty'],
  ['a presentation form', file(['id\tar\tnote', 'word.a\tﺃكد']), 'words.tsv:7, entry word.a: holds U+FE83'],
  ['a tatweel', file(['id\tar\tnote', 'word.a\tأكـد']), 'words.tsv:7, entry word.a: holds U+0640'],
  [
    'a hidden mark',
    file(['id\tar\tnote', 'word.a\tأكد\u200f']),
    'words.tsv:7, entry word.a: holds the invisible U+200F',
  ],
  ['loose hamza', file(['id\tar\tnote', 'word.a\tا\u0654كد']), 'words.tsv:7, entry word.a: is not in NFC'],
  ['no licence', file([], PREAMBLE.slice(0, 2)), 'words.tsv:1: the preamble has no license'],
  ['another licence', file([], PREAMBLE.with(2, '# license: GPL-3.0')), 'words.tsv:1: license is GPL-3.0'],
  ['another id', file([], PREAMBLE.with(0, '# id: verbs')), 'words.tsv:1: id is verbs'],
  ['a loose day', file([], PREAMBLE.with(4, '# reviewed: today')), 'words.tsv:1: reviewed is today'],
])('%s is an error that says where and how to mend it', (_what, text, message) => {
  const failing = () => read(text)
  expect(failing).toThrow(IsnadError)
  expect(failing).toThrow(`LEXICON_INVALID: ${message}`)
})

test('a missing file is an error, a missing folder is empty', () => {
  const source = memorySource({})
  expect(() => readTsv('words.tsv', ['id'], source)).toThrow('LEXICON_INVALID: words.tsv: cannot be read')
  expect(readTables('catalog/people', ['id'], source)).toEqual([])
})
