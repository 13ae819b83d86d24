import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { htmlPage, plainPage, record } from './pages.js'
import { isnad, type Outcome, type Setting } from './terminal.js'

/** The commands on one small store, in the order in which a user would give them. */

let folder: string
let data: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isnad-cli-'))
  data = join(folder, 'data')
  await mkdir(join(folder, 'pages'))
  await writeFile(join(folder, 'pages', 'river.html'), htmlPage('الرملات'))
  await writeFile(join(folder, 'pages', 'river.txt'), plainPage('السنديان'))
  await writeFile(join(folder, 'pages', 'empty.txt'), '')
  await writeFile(join(folder, 'pages', 'photo.jpg'), Buffer.from([0xff, 0xd8, 0xff]))
  await writeFile(
    join(folder, 'list.jsonl.gz'),
    gzipSync(`${record('n-1', 'التلال')}\nbroken\n${record('n-2', 'الشاطئ')}\n`),
  )
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const run = (words: readonly string[], setting: Setting = {}): Promise<Outcome> =>
  isnad(words, { cwd: folder, env: { ISNAD_DATA: data }, ...setting })

describe('read', () => {
  test('prints title, metadata with the place it was read, body and removals', async () => {
    const { code, out } = await run(['read', 'pages/river.html'])
    expect(code).toBe(0)
    expect(out).toContain('── pages/river.html\n\nبلدية الرملات تبدأ إصلاح الجسر\n')
    expect(out).toMatch(/published +2025-04-06T10:00:00\+03:00 +\(in a meta element/)
    expect(out).toMatch(/outlet +صحيفة النهر/)
    expect(out).toContain('أعلنت بلدية الرملات صباح اليوم')
    expect(out).toMatch(/widget +.*«الرئيسية/)
  })

  test('as JSON, spans are cut from the text that stands beside them', async () => {
    const { out } = await run(['read', 'pages/river.html', 'pages/river.txt', '--json'])
    const readings = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(readings.map(({ source }) => source)).toEqual(['pages/river.html', 'pages/river.txt'])
    for (const { text, body, times } of readings)
      for (const span of [...body, ...times]) expect(text.slice(span.start, span.end)).toBe(span.text)
  })

  test('as PLOVER lines and as a table, events are coded', async () => {
    const page = `زيارة إلى الرابية\nالتقى وزير النقل كريم الزاهد نظيره سالم الراوي في مدينة بغداد يوم السبت، وبحثا فتح الطريق بين البلدين.\nوأكد الزاهد أن الطريق سيفتح قريبا أمام الشاحنات المحملة بالبضائع.\n`
    await writeFile(join(folder, 'visit.txt'), page)
    const plover = await run(['read', 'visit.txt', '--format', 'plover'])
    const records = plover.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(records.map(({ event_type }) => event_type)).toContain('CONSULT')
    const table = await run(['read', 'visit.txt', '--format', 'gdelt'])
    expect(table.out.startsWith('GLOBALEVENTID\tSQLDATE')).toBe(true)
  })

  test('in the gold format, spans lead into the file itself', async () => {
    const { code } = await run(['read', 'pages/river.txt', '--format', 'gold', '--out', 'gold'])
    const gold = JSON.parse(await readFile(join(folder, 'gold', 'river.json'), 'utf8'))
    const file = await readFile(join(folder, 'pages', 'river.txt'), 'utf8')
    expect([code, gold.schema, gold.text_file]).toEqual([0, 'isnad-gold/1', 'river.txt'])
    expect(gold.body_spans.length).toBeGreaterThan(0)
    for (const span of gold.body_spans) expect(file.slice(span.start, span.end)).toBe(span.text)
  })

  test('--removed prints only what was taken out, with reason and place', async () => {
    const { out } = await run(['read', 'pages/river.txt', '--removed'])
    expect(out).toMatch(/widget {2}Share buttons \[widget\/share-bar\] at \d+–\d+\n {4}شارك على فيسبوك/)
    expect(out).not.toContain('أعلنت')
  })

  test('--times prints what each time means, and what counts from the publication', async () => {
    const { out } = await run(['read', 'pages/river.html', '--times'])
    expect(out.trim().split('\n').slice(2)).toEqual([
      '51–61  «صباح اليوم»  date and time: 2025-04-06TMO  [2025-04-06T05:00:00, 2025-04-06T12:00:00)  counted from the publication',
      '108–122  «الأسبوع الماضي»  date: 2025-W13  [2025-03-24T00:00:00, 2025-03-31T00:00:00)  counted from the publication',
      '141–150  «عشرة أيام»  duration: P10D',
      '240–244  «ليلا»  time of day: TNI, needs a reference time',
    ])
    const dateless = await run(['read', 'pages/river.txt', '--times'])
    expect(dateless.out).toMatch(/«صباح اليوم».*needs a reference time\n/)
    expect(dateless.out).not.toContain('counted from the publication')
  })

  test('a page without an article is told; the exit code is 1', async () => {
    const { code, out, err } = await run(['read', 'pages/empty.txt'])
    expect([code, out, err]).toEqual([1, '', 'pages/empty.txt: The page is empty [empty]\n'])
  })

  test('standard input', async () => {
    const { code, out } = await run(['read', '-', '--json'], { stdin: htmlPage('الوادي') })
    expect([code, JSON.parse(out).title]).toEqual([0, 'بلدية الوادي تبدأ إصلاح الجسر'])
  })
})

test('searching before anything was added says how to begin', async () => {
  const { code, err } = await run(['search', 'جسر'])
  expect(code).toBe(1)
  expect(err).toMatch(/^NOT_FOUND: no articles are kept in .*data yet; add some with `isnad add`/)
})

test.each([
  [
    'a file',
    'list.jsonl.gz',
    /^STORE_UNREACHABLE: .*list\.jsonl\.gz cannot be opened: it is a file, not a folder; name another/,
  ],
  ['where nobody can make a folder', '/proc/isnad/data', /^STORE_UNWRITABLE: \/proc\/isnad cannot be made/],
])('a data folder that is %s is told with its repair', async (_name, folderName, message) => {
  const { code, err } = await run(['add', 'pages', '--data', folderName])
  expect([code, err]).toEqual([1, expect.stringMatching(message)])
})

describe('add', () => {
  test('keeps what is an article, lists what is not and why', async () => {
    const { code, out, err } = await run(['add', 'pages', 'list.jsonl.gz'])
    expect(out).toMatch(/^6 pages: 4 added, 1 without an article, 1 failed/)
    expect(out).toContain('pages/empty.txt: The page is empty [empty]')
    expect(out).toMatch(/list\.jsonl\.gz:2: not JSON: .*\[INPUT_INVALID\]/)
    expect(err).toContain('1 file in the folders hold no pages')
    expect(code).toBe(1)
  })

  test('adding again keeps one copy and passes over finished files', async () => {
    const { code, out } = await run(['add', 'pages/river.html', 'pages/river.txt', 'list.jsonl.gz', '--json'])
    expect(JSON.parse(out)).toMatchObject({ added: 0, known: 5, rejected: 0, failed: 0 })
    expect(code).toBe(0)
  })
})

/** From here on a server has the store open, and every command goes through it. */
describe('through a running server', () => {
  const stop = new AbortController()
  let serving: Promise<Outcome>
  let address: string

  beforeAll(async () => {
    const printed: string[] = []
    serving = isnad(['serve', '--port', '0'], {
      cwd: folder,
      env: { ISNAD_DATA: data },
      stop: stop.signal,
      onOut: (text) => printed.push(text),
    })
    while (printed.length === 0) await new Promise((resolve) => setTimeout(resolve, 50))
    address = /at (http:\/\/127\.0\.0\.1:\d+)\n/.exec(printed.join(''))?.[1] ?? ''
  })
  afterAll(async () => {
    stop.abort()
    await serving
  })

  describe('status', () => {
    test('counts', async () => {
      const { out } = await run(['status'])
      expect(out).toMatch(/^articles +4 of \d outlets?$/m)
      expect(out).toMatch(/^failures +2 \(isnad status --failures, isnad retry\)$/m)
    })

    test('failures with their place', async () => {
      const { out } = await run(['status', '--failures', '--json'])
      const failures = out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(failures.map(({ kind, position }) => [kind, position]).sort()).toEqual([
        ['INPUT_INVALID', 2],
        ['empty', null],
      ])
    })
  })

  test('retry reads failed places again and strikes off what has become an article', async () => {
    await writeFile(join(folder, 'pages', 'empty.txt'), plainPage('المنارة'))
    const { code, out } = await run(['retry'])
    expect(out).toMatch(/^2 pages: 1 added, 1 failed/)
    expect(code).toBe(1)
    await writeFile(
      join(folder, 'list.jsonl.gz'),
      gzipSync(`${record('n-1', 'التلال')}\n${record('n-3', 'الميناء')}\n`),
    )
    expect((await run(['retry'])).out).toMatch(/^1 page: 1 added/)
    expect((await run(['retry'])).out).toBe('Nothing has failed.\n')
  })

  describe('search', () => {
    test('marks the words that match, and shows ids', async () => {
      const { code, out } = await run(['search', 'السنديان'])
      expect(code).toBe(0)
      expect(out).toMatch(/^1 article, newest first\n\n1\. .*«السنديان»/)
    })

    test('as JSON, with operators', async () => {
      const { out } = await run(['search', 'الجسر', '-السنديان', '--json', '--limit', '3', '--sort', 'relevance'])
      const { hits, chips, sort } = JSON.parse(out)
      expect([hits.length, sort, chips.map((chip: { not: boolean }) => chip.not)]).toEqual([
        3,
        'relevance',
        [false, true],
      ])
    })

    test('nothing found is exit code 1', async () => {
      expect(await run(['search', 'زرافة'])).toEqual({ code: 1, out: 'Nothing was found.\n', err: '' })
    })
  })

  test('review and happenings say what is missing, and what was probably meant', async () => {
    expect(await run(['review', 'smae', 'x'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('did you mean same?'),
    })
    expect(await run(['review', 'same', 'a', 'b'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('ARTICLE NAME'),
    })
    expect((await run(['review', 'undo', '7'])).err).toMatch(/^NOT_FOUND/)
    expect((await run(['review', 'same', 'none'])).err).toMatch(/^NOT_FOUND/)
    expect(await run(['review', 'log'])).toMatchObject({
      code: 1,
      out: expect.stringContaining('Nothing has been judged'),
    })
    expect((await run(['happenings', 'happening.none'])).err).toMatch(/^NOT_FOUND/)
    expect(JSON.parse((await run(['happenings', '--json'])).out)).toMatchObject({ items: [] })
  })

  describe('stories and lineage', () => {
    test('the pages on one repair make a story', async () => {
      const { code, out } = await run(['stories'])
      expect(code).toBe(0)
      expect(out).toMatch(/1 chapter, \d articles · story\./)
      const [id = ''] = /story\.\S+/.exec(out) ?? []
      expect((await run(['stories', id])).out).toMatch(/Independent origins: (?:\d|at least)/)
    })

    test('an article names those that share its wording, and stands beside one of them', async () => {
      const { out } = await run(['search', 'الجسر', '--json'])
      const [first, second] = JSON.parse(out).hits.map(({ article }: { article: { id: string } }) => article.id)
      const lineage = await run(['lineage', first])
      expect(lineage.out).toContain('Shares wording with:')
      expect((await run(['lineage', first, '--with', second])).out).toMatch(/% of A and \d+% of B are shared/)
    })

    test('an article that is not there is told', async () => {
      expect((await run(['lineage', 'none'])).code).toBe(1)
    })
  })

  test('export gives back what read and add take', async () => {
    await run(['export', '--out', 'all.jsonl'])
    const { code, out } = await run(['read', 'all.jsonl', '--json'])
    const titles = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).title)
    expect([code, titles.length]).toEqual([0, 6])
    expect(titles).toContain('بلدية السنديان تبدأ إصلاح الجسر بعد السيول')
  })

  test('a deleted article stays out until it is asked back in', async () => {
    const found = await run(['search', 'السنديان', '--json'])
    const id = JSON.parse(found.out).hits[0].article.id
    expect((await run(['delete', id, '--reason', 'طلب صاحب الشأن'])).out).toBe(`${id} deleted\n`)
    expect((await run(['delete', id, '--reason', 'طلب صاحب الشأن'])).err).toMatch(/^NOT_FOUND: no article has the id/)
    expect((await run(['add', 'pages/river.txt'])).out).toContain('1 deleted before and left out')
    expect((await run(['add', 'pages/river.txt', '--restore'])).out).toMatch(/^1 page: 1 added/)
  })

  test('doctor finds the store in order, and a missing one only noteworthy', async () => {
    const well = await run(['doctor', '--json'])
    const states = new Map(
      JSON.parse(well.out).map(({ what, state }: { what: string; state: string }) => [what, state]),
    )
    for (const what of ['node', 'language data', 'data folder', 'database'])
      expect([what, states.get(what)]).toEqual([what, 'well'])
    expect(well.out).toContain(address)
    const none = await run(['doctor', '--data', join(folder, 'nothing')])
    expect(none.out).toMatch(/note {2}database +none yet\n +→ isnad add makes it\./)
  })

  test('a second server on the same folder points to the first', async () => {
    const { code, out } = await run(['serve'])
    expect([code, out]).toEqual([0, `A server has ${data} open already: ${address}\n`])
  })

  test('the server stops when asked, gives back the lock and takes its token away', async () => {
    const token = join(data, 'server.token')
    expect((await stat(token)).mode & 0o077).toBe(0)
    stop.abort()
    expect((await serving).code).toBe(0)
    await expect(stat(token)).rejects.toThrow()
    await expect(fetch(`${address}/api/v1/health`)).rejects.toThrow()
    expect((await run(['status', '--json'])).code).toBe(0)
  })
})

test('time reads what an expression means', async () => {
  const { code, out } = await run(['time', 'وصل', 'الوفد', 'مساء', 'السبت', '--at', '2024-12-02'])
  expect([code, out]).toEqual([0, expect.stringContaining('2024-11-30TEV')])
  expect((await run(['time', 'لا شيء هنا'])).code).toBe(1)
})

describe('predict', () => {
  test('page: a gold file beside its pages, as it lies', async () => {
    await mkdir(join(folder, 'set', 'html'), { recursive: true })
    await writeFile(join(folder, 'set', 'html', 'p1.html.gz'), gzipSync(htmlPage('الرملات')))
    await writeFile(
      join(folder, 'set', 'gold.jsonl'),
      `${JSON.stringify({ id: 'p1', url: 'https://nahr.example/p1', body: 'not looked at' })}\n`,
    )
    for (const input of ['set', 'set/gold.jsonl', 'set/html']) {
      const { code, out } = await run(['predict', 'page', input])
      expect([code, Object.keys(JSON.parse(out))]).toEqual([0, ['p1']])
      expect(JSON.parse(out).p1).toMatch(/^أعلنت بلدية الرملات/)
    }
  })

  test('lines: every line of every text has a label', async () => {
    await mkdir(join(folder, 'texts'))
    await writeFile(join(folder, 'texts', 'a.txt'), plainPage('الرملات'))
    await writeFile(join(folder, 'texts-lines.jsonl'), `${JSON.stringify({ file: 'a.txt', line: 1 })}\n`)
    for (const input of ['texts', 'texts-lines.jsonl']) {
      const { code } = await run(['predict', 'lines', input, '--out', 'lines.jsonl'])
      const rows = (await readFile(join(folder, 'lines.jsonl'), 'utf8'))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect([code, rows.map(({ file, line, label }) => `${file}:${line} ${label}`)]).toEqual([
        0,
        ['a.txt:1 title', 'a.txt:2 body', 'a.txt:3 body', 'a.txt:4 widget'],
      ])
    }
  })

  test('time: one answer a line', async () => {
    await writeFile(
      join(folder, 'time.jsonl'),
      `${JSON.stringify({ id: 't1', input: 'أمس', reference_time: '2024-12-02T10:00:00' })}\n`,
    )
    const { out } = await run(['predict', 'time', 'time.jsonl'])
    expect(JSON.parse(out)).toMatchObject({ id: 't1', items: [{ value: '2024-12-01' }] })
  })

  test('a broken line of a set stops the run and is named', async () => {
    await writeFile(join(folder, 'bad.jsonl'), '{"id":"a","input":"أمس"}\n{"id":\n')
    const { code, err } = await run(['predict', 'time', 'bad.jsonl', '--out', 'never.jsonl'])
    expect([code, err]).toEqual([1, expect.stringMatching(/^INPUT_INVALID: .*bad\.jsonl:2: not JSON/)])
    await expect(readFile(join(folder, 'never.jsonl'))).rejects.toThrow()
  })
})
