import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type JsonLine, readJsonLines } from '../src/json-lines.js'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

async function linesOf(chunks: Iterable<Uint8Array>, limit?: number): Promise<JsonLine[]> {
  const lines: JsonLine[] = []
  for await (const line of readJsonLines(chunks, limit)) lines.push(line)
  return lines
}

const record = (n: number): string =>
  JSON.stringify({
    id: `a-${n}`,
    outlet: 'الواحة',
    url: `https://waha.example/${n}`,
    published: '2019-03-03',
    title: 'عنوان',
    byline: 'سلمى الحداد',
    text: `نص الخبر ${n}`,
  })

test('fields become given metadata, the text the bytes', async () => {
  const [line] = await linesOf([utf8(record(1))])
  expect(line).toMatchObject({
    line: 1,
    ok: true,
    id: 'a-1',
    capture: {
      url: 'https://waha.example/1',
      given: { title: 'عنوان', outlet: 'الواحة', byline: 'سلمى الحداد', published: '2019-03-03' },
    },
  })
  expect(line?.ok && new TextDecoder().decode(line.capture.bytes)).toBe('نص الخبر 1')
})

test('entities that scraping left in the short fields are read', async () => {
  const scraped = { title: '&quot;الواحة&quot; تعود.. &nbsp;والميناء ينتظر', byline: 'سلمى &amp; هند', text: 'نص' }
  const [line] = await linesOf([utf8(JSON.stringify(scraped))])
  expect(line).toMatchObject({ capture: { given: { title: '"الواحة" تعود.. والميناء ينتظر', byline: 'سلمى & هند' } } })
})

test('a broken line is reported with its number and does not stop the rest', async () => {
  const file = `\ufeff${record(1)}\r\n\n{"id": "b", "text": \n[1]\n{"id":"c","title":"بلا متن"}\n${record(2)}`
  const lines = await linesOf([utf8(file)])
  expect(lines.map((l) => [l.line, l.ok ? l.id : l.reason.kind])).toEqual([
    [1, 'a-1'],
    [3, 'not-json'],
    [4, 'not-a-record'],
    [5, 'no-text'],
    [6, 'a-2'],
  ])
})

test('a line over the limit is passed over without the rest', async () => {
  const lines = await linesOf([utf8(`${record(1)}\n{"text":"${'س'.repeat(5000)}"}\n${record(2)}\n`)], 1000)
  expect(lines.map((l) => (l.ok ? l.id : l.reason))).toEqual([
    'a-1',
    { kind: 'too-long', characters: 5011, limit: 1000 },
    'a-2',
  ])
})

test('half a surrogate pair becomes a replacement character', async () => {
  const [line] = await linesOf([utf8('{"text":"قبل \\ud83d بعد"}')])
  expect(line?.ok && new TextDecoder().decode(line.capture.bytes)).toBe('قبل \ufffd بعد')
})

test('where chunks are cut makes no difference', async () => {
  const file = utf8(`${record(1)}\n{broken\n${record(2)}\n${record(3)}`)
  const whole = await linesOf([file])
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: file.length }), { maxLength: 8 }), async (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), file.length]
      const chunks = at.slice(1).map((end, i) => file.slice(at[i], end))
      expect(await linesOf(chunks)).toEqual(whole)
    }),
  )
})
