import type { z } from '@hono/zod-openapi'
import { beforeEach, describe, expect, test } from 'vitest'
import * as contract from '../src/contract/contract.js'
import * as dossierContract from '../src/contract/dossier-contract.js'
import { type Desk, localDesk } from '../src/desk/desk.js'
import { createApp } from '../src/http/app.js'
import { timesView } from '../src/views/time-views.js'
import { MemoryStore } from './memory-store.js'
import { plainReader } from './plain-reader.js'

const PAGE = 'فيضان في الوادي\nقالت البلدية إن الماء ارتفع.\n# ماذا بعد\n> شارك\n! 192.0.2.7\nوعاد السكان مساء.'

let store: MemoryStore
let app: ReturnType<typeof createApp>
let errors: unknown[]
let desk: Desk

beforeEach(() => {
  store = new MemoryStore()
  errors = []
  desk = localDesk(store, plainReader, { isnad: '0.1.0' })
  app = createApp(desk, { version: '0.1.0', onError: (error) => errors.push(error) })
})

/** Asks, and holds the answer against the schema that the API promises for it: nothing missing, nothing beside it. */
async function ask<S extends z.ZodType>(
  schema: S,
  path: string,
  init?: RequestInit,
  status = 200,
): Promise<z.infer<S>> {
  const response = await app.request(path, init)
  const body: unknown = await response.json()
  expect(response.status, JSON.stringify(body)).toBe(status)
  const parsed = schema.parse(body)
  expect(parsed).toEqual(body)
  return parsed
}

const send = (body: unknown, method = 'POST'): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

const add = (...texts: string[]) =>
  ask(
    contract.IngestReport,
    '/api/v1/captures',
    send({ captures: texts.map((text, at) => ({ text, source: '/p', position: at + 1 })) }),
  )

async function addOne(text = PAGE): Promise<string> {
  const { results } = await add(text)
  return results[0]?.articleId ?? ''
}

test('a page goes in and comes back as an article, piece by piece', async () => {
  const id = await addOne()
  const article = await ask(contract.ArticleDocument, `/api/v1/articles/${id}`)
  expect(article.title?.text).toBe('فيضان في الوادي')
  expect(article.body.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    'body: قالت البلدية إن الماء ارتفع.',
    'subhead: # ماذا بعد',
    'body: وعاد السكان مساء.',
  ])
  for (const { start, end, text } of article.body) expect(article.text.slice(start, end)).toBe(text)
  expect(article.metadata.outlet).toEqual({
    value: 'صحيفة المثال',
    from: 'text',
    printed: { start: 0, end: 4, text: 'فيضا' },
  })
  expect(article.metadata.published?.value.instant).toBe('2025-04-06T07:00:00Z')
})

describe('the times of an article', () => {
  const NEWS =
    'فيضان في الوادي\nقالت البلدية الجمعة إن 12 بيتا غرقت، وإن السد بُني عام 1998. وسيعود السكان خلال ثلاثة أيام، ويعملون ليلا ونهارا.'
  const rows = (times: readonly z.infer<typeof contract.TimeMention>[]) =>
    times.map(
      ({ text, value, fromPublication, from }) => `${text} → ${value}${fromPublication ? ' *' : ''} from ${from}`,
    )

  test('stand at their words, tell which count from the publication, and leave figures out', async () => {
    const article = await ask(contract.ArticleDocument, `/api/v1/articles/${await addOne(NEWS)}`)
    expect(rows(article.times)).toEqual([
      'الجمعة → 2025-04-04 * from 2025-04-04T00:00:00',
      'عام 1998 → 1998 from 1998-01-01T00:00:00',
      'خلال ثلاثة أيام → 2025-04-06/2025-04-09 * from 2025-04-06T00:00:00',
      'ليلا → TNI from undefined',
    ])
    for (const { start, end, text } of article.times) expect(article.text.slice(start, end)).toBe(text)
  })

  test('are described in both languages', async () => {
    const result = await ask(contract.TryResult, '/api/v1/try', send({ text: NEWS }))
    expect(result.ok && result.article.times[0]?.describe).toEqual({ ar: 'تاريخ: 2025-04-04', en: 'date: 2025-04-04' })
  })

  test('stay open where the page does not say when it was published', () => {
    const outcome = plainReader.read({ bytes: Buffer.from(NEWS) })
    if (!outcome.ok) throw new Error('the plain reader refused the page')
    const { published: _, ...metadata } = outcome.value.article.metadata
    const times = timesView({ ...outcome.value.article, metadata })
    expect(times.map(({ text, certainty, from }) => `${text}: ${certainty} ${from}`)).toEqual([
      'الجمعة: unanchored undefined',
      'عام 1998: exact 1998-01-01T00:00:00',
      'خلال ثلاثة أيام: unanchored undefined',
      'ليلا: unanchored undefined',
    ])
    expect(times.filter(({ fromPublication }) => fromPublication)).toEqual([])
  })
})

describe('the annotations of an article', () => {
  const NEWS = [
    'لقاء في الوادي',
    'التقى سامر الدهان ليلى الصباغ في العراق. وأعلن النقيب سامر الدهان ذلك. وقال سامر الدهان إن الماء ارتفع.',
    'قالت البلدية إن الجسر مغلق. وقال مصدر مطلع إن الدهان سافر.',
  ].join('\n')

  test('name who and what, each with its mentions, roles and place in the catalog', async () => {
    const { text, entities } = await ask(contract.ArticleDocument, `/api/v1/articles/${await addOne(NEWS)}`)
    const [dahhan, , iraq] = entities
    expect(dahhan).toMatchObject({ key: 'PER:سامر الدهان', name: { ar: 'سامر الدهان', en: null }, catalogId: null })
    expect(dahhan?.mentions.map((mention) => mention.text)).toEqual([
      'سامر الدهان',
      'سامر الدهان',
      'سامر الدهان',
      'الدهان',
    ])
    expect(dahhan?.roles.map(({ at }) => at.text)).toEqual(['النقيب'])
    expect(iraq).toMatchObject({ key: 'country.iq', name: { ar: 'العراق', en: 'Iraq' } })
    expect(iraq?.candidates[0]?.name.en).toBe('Iraq')
    for (const { start, end, text: words } of entities.flatMap(({ mentions }) => mentions))
      expect(text.slice(start, end)).toBe(words)
  })

  test('tell who says what through whom, as spans and as a line of words', async () => {
    const { entities, attributions } = await ask(contract.ArticleDocument, `/api/v1/articles/${await addOne(NEWS)}`)
    expect(attributions.map(({ claims, told }) => `${told.ar}: ${claims.map(({ text }) => text)}`)).toEqual([
      'بحسب سامر الدهان: الماء ارتفع',
      'بحسب البلدية: الجسر مغلق',
      'بحسب مصدر غير مسمّى «مصدر مطلع»: الدهان سافر',
    ])
    expect(attributions[1]?.chain[0]?.entity).toBe(entities.find(({ name }) => name.ar === 'البلدية')?.id)
    expect(attributions[2]?.told.en).toBe('According to an unnamed source, «مصدر مطلع»')
  })

  test('tell what is reported, as a sentence with its evidence', async () => {
    const { events } = await ask(contract.ArticleDocument, `/api/v1/articles/${await addOne(NEWS)}`)
    expect(events.map(({ sentence, evidence }) => [sentence, evidence[0]?.text])).toEqual([
      [
        { ar: 'لقاء بين سامر الدهان وليلى الصباغ', en: 'سامر الدهان met ليلى الصباغ' },
        'التقى سامر الدهان ليلى الصباغ في العراق',
      ],
    ])
  })
})

describe('a dossier', () => {
  const MEETING = 'لقاء في الوادي\nالتقى سامر الدهان ليلى الصباغ في العراق. وقال سامر الدهان إن الماء ارتفع.'
  const DENIAL = 'نفي\nنفى النقيب سامر الدهان أن الجسر مغلق. وقالت البلدية إن سامر الدهان سافر.'
  const dossier = (key: string, query = '') =>
    ask(dossierContract.Dossier, `/api/v1/entities/${encodeURIComponent(key)}${query}`)

  test('gathers roles, words and deeds over all articles, each with its evidence', async () => {
    await add(MEETING, DENIAL)
    await desk.keepAnnotated()
    const dahhan = await dossier('PER:سامر الدهان')
    expect(dahhan).toMatchObject({ articles: 2, catalog: null, forms: expect.arrayContaining([]) })
    const told = (pick: 'said' | 'saidOf') =>
      dahhan.items.flatMap((item) => item[pick].map(({ stance, claims }) => `${stance}: ${claims[0]?.text}`))
    expect(told('said')).toEqual(['asserts: الماء ارتفع'])
    expect(told('saidOf')).toEqual(['asserts: سامر الدهان سافر'])
    expect(dahhan.items.flatMap(({ roles }) => roles.map(({ at }) => at.text))).toEqual(['النقيب'])
    expect(dahhan.items.flatMap(({ did }) => did.map(({ sentence }) => sentence.ar))).toEqual([
      'لقاء بين سامر الدهان وليلى الصباغ',
    ])
    const sabbagh = await dossier('PER:ليلى الصباغ')
    expect(sabbagh.items.flatMap(({ undergone }) => undergone.length)).toEqual([1])
    const page = await dossier('PER:سامر الدهان', '?limit=1')
    const rest = await dossier('PER:سامر الدهان', `?limit=1&cursor=${page.next}`)
    expect([page.items.length, rest.items.length, rest.next]).toEqual([1, 1, null])
  })

  test('of something that only the catalog knows has no articles; of nobody there is none', async () => {
    expect(await dossier('country.iq')).toMatchObject({ name: { en: 'Iraq' }, articles: 0, items: [] })
    await ask(contract.Problem, '/api/v1/entities/PER:x', undefined, 404)
  })

  test('annotating stands back while a load is under way', async () => {
    await add(MEETING)
    store.slowness = 150
    const load = desk.ingest([{ capture: { bytes: Buffer.from('عنوان\nخبر آخر عن الوادي.') } }])
    const done = desk.keepAnnotated()
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(store.annotations.size).toBe(0)
    await Promise.all([load, done])
    await expect.poll(() => store.annotations.size).toBe(2)
  })

  test('is found by a name', async () => {
    await add(MEETING)
    await desk.keepAnnotated()
    const { items } = await ask(dossierContract.NamedList, `/api/v1/entities?name=${encodeURIComponent('الدهان')}`)
    expect(items.map(({ key }) => key)).toEqual(['PER:سامر الدهان'])
  })

  test('what is loaded later is annotated without being asked for, and one that breaks the analysis is passed over', async () => {
    const told: unknown[] = []
    await desk.keepAnnotated((error) => told.push(error))
    const { results } = await add(MEETING, 'عنوان\nمقال فيه كسر التحليل.')
    await expect.poll(() => store.annotations.size).toBe(2)
    expect((await ask(contract.Status, '/api/v1/status')).store.waiting).toBe(0)
    expect(told.map(String)).toEqual(['Error: the analysis broke'])
    const broken = await ask(contract.ArticleDocument, `/api/v1/articles/${results[1]?.articleId}`)
    expect([broken.title?.text, broken.entities]).toEqual(['عنوان', []])
  })
})

test('an address that is no web address never becomes a link', async () => {
  const id = await addOne()
  const article = await ask(contract.ArticleDocument, `/api/v1/articles/${id}`)
  expect(article.metadata.canonicalUrl?.value).toBe('javascript:alert(1)')
  expect(article.links.original).toBeNull()
})

test('the page as captured shows what was removed and why, but no personal token', async () => {
  const id = await addOne()
  const page = await ask(contract.CapturedPage, `/api/v1/articles/${id}/page`)
  expect(page.segments.map(({ kept, label, text }) => `${kept ? '+' : '-'} ${label}: ${text}`)).toEqual([
    '+ title: فيضان في الوادي',
    '+ body: قالت البلدية إن الماء ارتفع.',
    '+ subhead: # ماذا بعد',
    '- widget: > شارك',
    '- privacy-token: ',
    '+ body: وعاد السكان مساء.',
  ])
  expect(page.segments[3]?.reason.en).toBe('Share buttons')
  expect(page.counts).toEqual({ kept: 4, removed: 2, personal: 1 })
  expect(JSON.stringify(page)).not.toContain('192.0.2.7')
})

test('what became of each capture is told in order', async () => {
  const { results, counts } = await add('أ\nب', '', 'boom', 'ج\nد')
  expect(results.map(({ outcome }) => outcome)).toEqual(['added', 'rejected', 'failed', 'added'])
  expect(results[1]?.rejection?.reason.ar).toBe('الصفحة فارغة')
  expect(results[2]?.problem).toEqual({ code: 'INTERNAL', detail: 'the reader broke' })
  expect(counts).toEqual({ added: 2, known: 0, rejected: 1, failed: 1 })
  expect((await add('أ\nب')).results[0]?.outcome).toBe('known')
})

test('failures are listed with their place and can be struck off', async () => {
  await add('', 'boom')
  const list = await ask(contract.FailureList, '/api/v1/failures')
  expect(list.items.map(({ kind, position, source }) => [kind, position, source])).toEqual([
    ['INTERNAL', 2, 'client:/p'],
    ['empty', 1, 'client:/p'],
  ])
  const forgotten = await ask(
    contract.Forgotten,
    '/api/v1/failures/forget',
    send({ ids: list.items.map(({ id }) => id) }),
  )
  expect(forgotten.forgotten).toBe(2)
  expect((await ask(contract.FailureList, '/api/v1/failures')).total).toBe(0)
})

test('lists go on where the cursor says', async () => {
  for (const text of ['أ\nواحد', 'ب\nاثنان', 'ج\nثلاثة']) await addOne(text)
  const first = await ask(contract.ArticleList, '/api/v1/articles?limit=2')
  expect(first.total).toEqual({ count: 3, capped: false })
  const rest = await ask(contract.ArticleList, `/api/v1/articles?limit=2&cursor=${first.next}`)
  expect([...first.items, ...rest.items].map(({ title }) => title)).toEqual(['ج', 'ب', 'أ'])
  expect(rest.next).toBeNull()
  expect(rest.total).toBeNull()
})

test('a search marks the words that matched', async () => {
  await addOne()
  const result = await ask(contract.SearchResult, `/api/v1/search?q=${encodeURIComponent('البلدية')}`)
  expect(result.direction).toBe('rtl')
  expect(result.hits[0]?.snippet?.segments).toEqual([
    { text: 'قالت ', marked: false },
    { text: 'البلدية', marked: true },
    { text: ' إن الماء ارتفع.', marked: false },
  ])
  expect(result.chips).toEqual([
    { kind: 'word', value: 'البلدية', not: false, or: false, inTitle: false, ignored: false, start: 0, end: 7 },
  ])
})

test('a deletion is logged, and the page stays out until it is asked back in', async () => {
  const id = await addOne()
  await ask(contract.Deleted, `/api/v1/articles/${id}`, send({ reason: 'طلب صاحب الشأن', by: 'ليلى' }, 'DELETE'))
  await ask(contract.Problem, `/api/v1/articles/${id}`, undefined, 404)
  const { items } = await ask(contract.LogList, '/api/v1/log')
  expect(items[0]).toMatchObject({ action: 'removed', articleId: id, by: 'ليلى', reason: 'طلب صاحب الشأن' })
  expect((await add(PAGE)).results[0]?.outcome).toBe('removed')
  const restored = await ask(
    contract.IngestReport,
    '/api/v1/captures',
    send({ captures: [{ text: PAGE }], restore: true }),
  )
  expect(restored.counts.added).toBe(1)
})

test('a correction answers with its entry in the log', async () => {
  const id = await addOne()
  const path = `/api/v1/articles/${id}/corrections`
  const entry = await ask(
    contract.LogEntry,
    path,
    send({ field: 'outlet', value: 'صحيفة أخرى', reason: 'خطأ في الترويسة' }),
  )
  expect(entry).toMatchObject({ action: 'corrected', field: 'outlet', to: 'صحيفة أخرى', by: 'web' })
})

test('outlets, status and health answer as promised', async () => {
  await addOne()
  expect((await ask(contract.OutletList, '/api/v1/outlets')).items[0]?.articles).toBe(1)
  expect((await ask(contract.Status, '/api/v1/status')).queue.added).toBe(1)
  await ask(contract.Health, '/api/v1/health')
})

describe('trying a page stores nothing', () => {
  const form = new FormData()
  form.set('file', new File([PAGE], 'page.txt'))
  test.each<[string, RequestInit]>([
    ['as JSON text', send({ text: PAGE })],
    ['as JSON base64', send({ base64: Buffer.from(PAGE).toString('base64') })],
    ['as plain text', { method: 'POST', headers: { 'content-type': 'text/plain; charset=utf-8' }, body: PAGE }],
    ['as bytes', { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: Buffer.from(PAGE) }],
    ['as a file in a form', { method: 'POST', body: form }],
  ])('%s', async (_name, init) => {
    const result = await ask(contract.TryResult, '/api/v1/try', init)
    expect(result.ok && result.article.title?.text).toBe('فيضان في الوادي')
    expect(store.kept.size).toBe(0)
  })

  test('and a page without an article says why', async () => {
    const result = await ask(contract.TryResult, '/api/v1/try', send({ text: '  ' }))
    expect(!result.ok && result.rejection.reason.en).toBe('The page is empty')
  })
})

describe('what does not fit is refused with the place of the fault', () => {
  test.each<[string, string, RequestInit | undefined, number, string, string]>([
    ['no such article', '/api/v1/articles/0000', undefined, 404, 'NOT_FOUND', ''],
    ['no such address', '/api/v1/nowhere', undefined, 404, 'NOT_FOUND', ''],
    ['a search for nothing', '/api/v1/search?q=', undefined, 400, 'INPUT_INVALID', 'q'],
    ['a limit too high', '/api/v1/articles?limit=1000', undefined, 400, 'INPUT_INVALID', 'limit'],
    ['a day that is none', '/api/v1/articles?after=yesterday', undefined, 400, 'INPUT_INVALID', 'after'],
    ['an unknown format', '/api/v1/export?format=pdf', undefined, 400, 'INPUT_INVALID', 'format'],
    [
      'text and base64 at once',
      '/api/v1/captures',
      send({ captures: [{ text: 'a', base64: 'YQ==' }] }),
      400,
      'INPUT_INVALID',
      'captures.0',
    ],
    [
      'an unknown field',
      '/api/v1/captures',
      send({ captures: [{ text: 'a', html: 'b' }] }),
      400,
      'INPUT_INVALID',
      'captures.0',
    ],
    ['JSON that breaks off', '/api/v1/captures', { ...send({}), body: '{"captures": [' }, 400, 'INPUT_INVALID', ''],
    [
      'a deletion without a reason',
      '/api/v1/articles/1',
      send({ reason: '' }, 'DELETE'),
      400,
      'INPUT_INVALID',
      'reason',
    ],
    [
      'a form without a file',
      '/api/v1/try',
      { method: 'POST', body: new URLSearchParams('a=b') },
      400,
      'INPUT_INVALID',
      '',
    ],
    ['a body over the limit', '/api/v1/failures/forget', send({ ids: ['x'.repeat(300_000)] }), 413, 'TOO_LARGE', ''],
    ['a retry where no files are opened', '/api/v1/failures/retry', send({}), 403, 'FORBIDDEN', ''],
  ])('%s', async (_name, path, init, status, code, place) => {
    const response = await app.request(path, init)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    const problem = contract.Problem.parse(await response.json())
    expect([response.status, problem.status, problem.code]).toEqual([status, status, code])
    if (place !== '') expect(problem.fields?.map((field) => field.place)).toContain(place)
  })

  test('a fault of our own is told to the log, not to the caller', async () => {
    store.closed = true
    store.status = async () => {
      throw new TypeError('secret detail')
    }
    const problem = await ask(contract.Problem, '/api/v1/status', undefined, 500)
    expect(JSON.stringify(problem)).not.toContain('secret')
    expect(errors).toHaveLength(1)
  })
})

describe('exports', () => {
  const get = async (path: string): Promise<[string | null, string]> => {
    const response = await app.request(path)
    return [response.headers.get('content-type'), Buffer.from(await response.arrayBuffer()).toString('utf8')]
  }

  beforeEach(async () => {
    await addOne('=عنوان, «مقتبس»\nنص أول & <وسم>\nنص ثان')
  })

  test('CSV quotes what needs quoting and disarms formulas', async () => {
    const [type, csv] = await get('/api/v1/export?format=csv')
    expect(type).toBe('text/csv; charset=utf-8')
    const [header, row] = csv.split('\r\n')
    expect(header).toBe('\ufeffid,title,outlet,published,byline,url,language,words,added,opening')
    expect(row).toContain(`,"'=عنوان, «مقتبس»",صحيفة المثال,2025-04-06T10:00:00+03:00,`)
  })

  test('JSONL carries whole articles that can be added again', async () => {
    const [, jsonl] = await get('/api/v1/export?format=jsonl')
    expect(jsonl.trim().split('\n')).toHaveLength(1)
    expect(JSON.parse(jsonl)).toMatchObject({
      title: '=عنوان, «مقتبس»',
      text: 'نص أول & <وسم>\nنص ثان',
      outlet: 'صحيفة المثال',
    })
  })

  test('RSS escapes its text', async () => {
    const [type, rss] = await get(`/api/v1/export?format=rss&q=${encodeURIComponent('نص')}`)
    expect(type).toBe('application/rss+xml; charset=utf-8')
    expect(rss).toContain('<description>نص أول &amp; &lt;وسم&gt;</description>')
    expect(rss).toContain('<pubDate>Sun, 06 Apr 2025 07:00:00 GMT</pubDate>')
  })
})
