import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FoundFile, fileInputs, type Input, streamInputs } from '../src/input/inputs.js'
import { walk } from '../src/input/walk.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isnad-inputs-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const put = async (name: string, contents: string | Buffer): Promise<FoundFile> => {
  const path = join(folder, name)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, contents)
  const { size, mtimeMs } = await stat(path)
  return { kind: 'file', path, bytes: size, modified: mtimeMs }
}

const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

/** An input in a line: `+3 text` for a capture from position 3, `!3 CODE: detail` for what could not be read. */
const shown = (input: Input): string => {
  if (input.kind === 'unreadable') {
    const { position, reason, detail } = input.failure
    return `!${position ?? ''} ${reason}: ${detail}`
  }
  const { capture, position } = input.submission
  return `+${position ?? ''} ${Buffer.from(capture.bytes).toString('utf8')}`
}

const inputs = async (file: FoundFile, after?: number): Promise<string[]> =>
  (await all(fileInputs(file, after))).map(shown)

describe('walking a folder', () => {
  test('pages are found in order; sockets, pipes and broken links are told; the rest is passed over', async () => {
    await put('b/2.html', 'x')
    await put('b/1.txt', 'x')
    await put('a.jsonl.gz', 'x')
    await put('picture.PNG', 'x')
    await put('a.meta.json', '{}')
    await put('.hidden.html', 'x')
    await put('page without extension', 'x')
    await symlink(join(folder, 'nowhere'), join(folder, 'broken.html'))
    await symlink(folder, join(folder, 'b', 'round'))
    execFileSync('mkfifo', [join(folder, 'pipe')])
    const socket = createServer().listen(join(folder, 'socket'))
    await new Promise((resolve) => socket.once('listening', resolve))
    const found = (await all(walk([folder]))).map((one) => {
      const name = one.path.slice(folder.length + 1)
      return one.kind === 'unreadable' ? `${name}: ${one.detail}` : `${one.kind} ${name}`
    })
    socket.close()
    expect(found).toEqual([
      'file a.jsonl.gz',
      'file b/1.txt',
      'file b/2.html',
      'broken.html: a link that leads nowhere',
      'file page without extension',
      'passed-over picture.PNG',
      'pipe: a named pipe, not a file',
      'socket: a socket, not a file',
    ])
  })

  test('a file that is named by itself is taken whatever its extension', async () => {
    const { path } = await put('page.png', 'x')
    expect(await all(walk([path]))).toMatchObject([{ kind: 'file' }])
  })
})

describe('JSONL', () => {
  test('one broken line is told with its number, and the others go on', async () => {
    const file = await put('a.jsonl', '{"text":"واحد"}\nbroken\n\n[1]\n{"title":"بلا نص"}\r\n{"text":"خمسة"}')
    expect(await inputs(file)).toEqual([
      '+1 واحد',
      expect.stringMatching(/^!2 INPUT_INVALID: not JSON: /),
      '!4 INPUT_INVALID: not a JSON object',
      '!5 INPUT_INVALID: neither a field `text` nor a field `html` with words in it',
      '+6 خمسة',
    ])
  })

  test('lines up to the checkpoint are passed over', async () => {
    expect(await inputs(await put('a.jsonl', '{"text":"أ"}\n{"text":"ب"}\n{"text":"ج"}\n'), 2)).toEqual(['+3 ج'])
  })

  test('a gzip file that breaks off gives the lines before the break', async () => {
    // Noise does not compress, so the break falls between lines that are whole.
    const lines = Array.from({ length: 2000 }, (_, at) =>
      JSON.stringify({ text: `${at} ${Math.sin(at)} ${Math.cos(at * 7)}` }),
    )
    const whole = gzipSync(lines.join('\n'))
    const got = await inputs(await put('a.jsonl.gz', whole.subarray(0, Math.floor(whole.length / 2))))
    expect(got.length).toBeGreaterThan(100)
    expect(got.at(-1)).toMatch(/^!\d+ INPUT_INVALID: the gzip file breaks off before its end$/)
    expect(got.slice(0, -1).every((line) => line.startsWith('+'))).toBe(true)
  })

  test('fields reach the capture under the names that corpora use', async () => {
    const line = {
      id: 'x-1',
      text: 'نص',
      outlet: 'صحيفة',
      url: 'https://a.example/1',
      date: '2025-04-06',
      author: 'كاتب',
      fetched: '2015-07-21 02:51:32',
    }
    const [input] = await all(fileInputs(await put('a.jsonl', JSON.stringify(line))))
    expect(input?.kind === 'capture' && input.submission).toMatchObject({
      identity: 'x-1',
      position: 1,
      capture: {
        url: 'https://a.example/1',
        capturedAt: '2015-07-21T02:51:32.000Z',
        given: { outlet: 'صحيفة', byline: 'كاتب', published: '2025-04-06', url: 'https://a.example/1' },
      },
    })
  })
})

describe('pages', () => {
  test('a zipped page is unzipped; a damaged one is told', async () => {
    expect(await inputs(await put('a.html.gz', gzipSync('صفحة')))).toEqual(['+ صفحة'])
    const broken = gzipSync('صفحة').subarray(0, 18)
    expect(await inputs(await put('b.html.gz', broken))).toEqual([
      '! INPUT_INVALID: the gzip file breaks off before its end',
    ])
  })

  test('what lies beside a page goes with it; a sidecar outranks the note of the fetcher', async () => {
    await put('a.meta.json', JSON.stringify({ outlet: 'من الملحق', date: '2025-04-06' }))
    await put(
      'capture.json',
      JSON.stringify({
        url: 'https://a.example/1',
        capturedAt: '2025-04-06T08:00:00Z',
        outlet: 'من الجلب',
        headers: { 'Content-Type': 'text/html' },
      }),
    )
    const [input] = await all(fileInputs(await put('a.html', 'صفحة')))
    expect(input?.kind === 'capture' && input.submission.capture).toMatchObject({
      url: 'https://a.example/1',
      capturedAt: '2025-04-06T08:00:00.000Z',
      headers: { 'content-type': 'text/html' },
      given: { outlet: 'من الملحق', published: '2025-04-06' },
    })
  })

  test('a page with a broken sidecar is not kept under a wrong name', async () => {
    await put('a.meta.json', '{"outlet": ')
    expect(await inputs(await put('a.html', 'صفحة'))).toEqual([
      expect.stringMatching(/^! INPUT_INVALID: .*a\.meta\.json is not JSON/),
    ])
  })

  test('a file that went away meanwhile is told', async () => {
    const file = await put('a.html', 'صفحة')
    await rm(file.path)
    expect(await inputs(file)).toEqual(['! INPUT_UNREADABLE: there is no such file'])
  })
})

describe('feeds', () => {
  const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:dc="d" xmlns:content="c"><channel><title>وكالة الوادي</title>
    <image><title>شعار</title></image>
    <item><title>خبر &amp; خبر</title><link>/1</link><guid>g1</guid><pubDate>Mon, 12 May 2025 11:30:00 +0300</pubDate><dc:creator>ليلى</dc:creator><description>موجز</description><content:encoded><![CDATA[<p>نص كامل</p>]]></content:encoded></item>
    <item><title>ثان</title><description>a & b &nbsp; نص</description></item>`

  test('entries come with their fields, also from a feed that is cut short and not well-formed', async () => {
    const got = await all(fileInputs(await put('feed.xml', RSS)))
    const [first, second] = got.map((input) => (input.kind === 'capture' ? input.submission : undefined))
    expect(got).toHaveLength(2)
    expect(first).toMatchObject({
      position: 1,
      identity: 'g1',
      capture: {
        given: { title: 'خبر & خبر', outlet: 'وكالة الوادي', byline: 'ليلى', published: '2025-05-12T11:30:00+03:00' },
      },
    })
    expect(Buffer.from(first?.capture.bytes ?? []).toString('utf8')).toContain('<p>نص كامل</p>')
    expect(Buffer.from(second?.capture.bytes ?? []).toString('utf8')).toContain('نص')
  })

  test('Atom gives its alternate link and its update as publication', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>وكالة</title><entry><title>خبر</title><link rel="self" href="https://a.example/self"/><link href="https://a.example/1"/><id>tag:1</id><updated>2025-05-12T11:30:00Z</updated><author><name>ليلى</name></author><content type="html">&lt;p&gt;نص&lt;/p&gt;</content></entry></feed>`
    const [input] = await all(fileInputs(await put('feed.atom', atom)))
    expect(input?.kind === 'capture' && input.submission.capture).toMatchObject({
      url: 'https://a.example/1',
      given: { title: 'خبر', byline: 'ليلى', published: '2025-05-12T11:30:00+00:00' },
    })
  })

  test('a feed without entries is told', async () => {
    expect(await inputs(await put('feed.rss', '<rss><channel/></rss>'))).toEqual([
      expect.stringMatching(/^! INPUT_INVALID: a feed without entries/),
    ])
  })
})

describe('standard input is told by its first bytes', () => {
  const stream = async function* (...chunks: (string | Buffer)[]) {
    for (const chunk of chunks) yield Buffer.from(chunk)
  }
  test.each<[string, (string | Buffer)[], string[]]>([
    ['a page', ['<p>صف', 'حة</p>'], ['+ <p>صفحة</p>']],
    ['JSONL', ['{"text":"أ"}\n{"te', 'xt":"ب"}\n'], ['+1 أ', '+2 ب']],
    ['gzip', [gzipSync('صفحة')], ['+ صفحة']],
    ['nothing', [], ['+ ']],
    ['text that begins like JSON', ['{ليس جيسون'], ['+ {ليس جيسون']],
    ['damaged gzip', [gzipSync('صفحة').subarray(0, 15)], ['! INPUT_INVALID: the gzip file breaks off before its end']],
  ])('%s', async (_name, chunks, expected) => {
    expect((await all(streamInputs(stream(...chunks)))).map(shown)).toEqual(expected)
  })
})
