import { expect, test } from 'vitest'
import { z } from 'zod'
import { memorySource } from '../src/data-source.js'
import { readJsonData } from '../src/json-data.js'

const meta = { id: 'page/marks', revision: 1, license: 'CC0-1.0', provenance: [] }
const Marks = z.object({ meta: z.unknown(), entries: z.array(z.object({ id: z.string(), ar: z.string() })) })
const read = (text: string) => readJsonData('page/marks.json', Marks, memorySource({ 'page/marks.json': text }))

test('gives what the schema gives', () => {
  expect(read(JSON.stringify({ meta, entries: [{ id: 'mark.a', ar: 'اقرأ أيضا' }] })).entries).toHaveLength(1)
})

test.each([
  ['bad syntax', '{', 'page/marks.json: is not JSON'],
  ['no provenance', JSON.stringify({ meta: { ...meta, provenance: undefined } }), 'meta has no provenance'],
  ['a tatweel', `{"ar":"أكـد"}`, 'page/marks.json:1: holds U+0640'],
  [
    'a wrong entry',
    JSON.stringify({ meta, entries: [{ id: 'mark.a', ar: 7 }] }),
    'page/marks.json, entry mark.a: entries.0.ar does not fit its schema',
  ],
])('%s is an error', (_what, text, message) => expect(() => read(text)).toThrow(message))
