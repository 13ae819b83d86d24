import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import type {
  ArticleList,
  CapturedPage,
  Chip,
  Comparison,
  Deleted,
  Dossier,
  FailureList,
  LineageDocument,
  LogList,
  NamedList,
  OriginsOf,
  OutletList,
  Problem,
  SearchResult,
  Segment,
  Status,
  StoryDocument,
  StoryList,
  TryResult,
} from '@isnad/server'
import { FixtureReview, happeningList, happeningOf, happeningSummary } from './fixture-across.js'
import { fixtures } from './fixture-articles.js'

/** A small stand-in for the server: the contract's shapes, a few operators, and knobs that a test turns. */
export interface FixtureServer {
  readonly origin: string
  /** Every request to the API, `GET /api/v1/articles?limit=30`. */
  readonly requests: string[]
  /** Milliseconds that each answer of the API is held back. */
  delay: number
  empty: boolean
  /** When set, the API refuses with this problem. */
  problem: Problem | undefined
  close(): Promise<void>
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}
// The policy that the server sets (packages/server/src/guard.ts).
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

const segmentsOf = (text: string, word: string): Segment[] =>
  text
    .split(word)
    .flatMap((piece, index) =>
      (index === 0 ? [] : [{ text: word, marked: true }]).concat({ text: piece, marked: false }),
    )
    .filter((segment) => segment.text !== '')

function chipsOf(q: string): Chip[] {
  return [...q.matchAll(/(?<not>-)?(?:(?<kind>outlet|after|before):)?(?:"(?<quoted>[^"]*)"|(?<word>\S+))/gu)].map(
    (match) => {
      const { not, kind, quoted, word } = match.groups ?? {}
      return {
        kind: (kind as Chip['kind'] | undefined) ?? (quoted === undefined ? 'word' : 'phrase'),
        value: quoted ?? word ?? '',
        not: not !== undefined,
        or: false,
        inTitle: false,
        ignored: false,
        start: match.index,
        end: match.index + match[0].length,
      }
    },
  )
}

function filtered(query: URLSearchParams) {
  const [outlet, after, before] = ['outlet', 'after', 'before'].map((name) => query.get(name))
  return fixtures.filter(({ summary }) => {
    const day = summary.published?.local.slice(0, 10) ?? ''
    if (outlet && summary.outlet?.name !== outlet) return false
    if (after && day < after) return false
    return !before || (day !== '' && day.slice(0, before.length) <= before)
  })
}

const outletCounts = (items: typeof fixtures): { name: string; count: number }[] => {
  const counts = new Map<string, number>()
  for (const { summary } of items)
    if (summary.outlet) counts.set(summary.outlet.name, (counts.get(summary.outlet.name) ?? 0) + 1)
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count)
}

function articleList(query: URLSearchParams): ArticleList {
  const all = filtered(query)
  const from = Number(query.get('cursor') ?? 0)
  const to = from + Number(query.get('limit') ?? 20)
  return {
    items: all.slice(from, to).map(({ summary }) => summary),
    total: from === 0 ? { count: all.length, capped: false } : null,
    next: to < all.length ? String(to) : null,
  }
}

function search(query: URLSearchParams): SearchResult {
  const q = query.get('q') ?? ''
  const chips = chipsOf(q)
  const words = chips.filter((chip) => (chip.kind === 'word' || chip.kind === 'phrase') && !chip.not)
  const all = filtered(query).filter(({ document }) => words.every(({ value }) => document.text.includes(value)))
  const from = Number(query.get('cursor') ?? 0)
  const to = from + Number(query.get('limit') ?? 20)
  const word = words[0]?.value ?? ''
  const months = new Map<string | null, number>()
  for (const { summary } of all) {
    const month = summary.published?.local.slice(0, 7) ?? null
    months.set(month, (months.get(month) ?? 0) + 1)
  }
  return {
    q,
    sort: query.get('sort') === 'relevance' ? 'relevance' : 'new',
    direction: /\p{Script=Arabic}/u.test(q) ? 'rtl' : 'ltr',
    chips,
    problems: q.includes('after:x')
      ? [{ kind: 'bad-date', text: 'x', message: { ar: '«x» ليس تاريخًا', en: '“x” is not a date' }, start: 0, end: 7 }]
      : [],
    total: from === 0 ? { count: all.length, capped: all.length > 40 } : null,
    rankedCapped: false,
    hits: all.slice(from, to).map(({ summary, document }) => {
      const paragraph = document.body.find(({ text }) => text.includes(word))
      return {
        article: summary,
        title: summary.title === null ? [] : segmentsOf(summary.title, word),
        snippet:
          paragraph === undefined
            ? null
            : {
                segments: segmentsOf(paragraph.text, word),
                article: { start: paragraph.start, end: paragraph.end },
                cutBefore: false,
                cutAfter: true,
              },
      }
    }),
    facets:
      from === 0
        ? { outlets: outletCounts(all), months: [...months].map(([month, count]) => ({ month, count })), capped: false }
        : null,
    next: to < all.length ? String(to) : null,
    tookMs: 4.2,
  }
}

const status: Status = {
  versions: { isnad: '0.1.0', analyser: '0.1.0', schema: 1, node: '20.20.2' },
  store: {
    backend: 'pglite',
    engine: 'PostgreSQL 18.6',
    location: '~/.isnad/data',
    articles: 62,
    versions: 64,
    outlets: 7,
    failures: 2,
    removed: 1,
    waiting: 4,
    bytes: { total: 48_300_000, captures: 1_130_000, index: 9_000_000, wal: 16_000_000 },
    firstPublished: '2024-02-27',
    lastPublished: '2024-03-12',
    lastAdded: '2024-03-13T08:00:00Z',
    analysers: [{ analyser: '0.1.0', versions: 64 }],
  },
  queue: { waiting: 0, running: 0, added: 62, known: 3, rejected: 2, failed: 0, perSecond: 0 },
  across: { compared: 62, gathered: 58 },
  startedAt: '2024-03-13T07:58:00Z',
}

const failures: FailureList = {
  items: [
    {
      id: '1',
      source: 'pages/2024/harbour.html.gz',
      position: null,
      kind: 'no-article',
      reason: { ar: 'لا مادة في الصفحة', en: 'No article on the page' },
      detail: '11 words of body',
      attempts: 2,
      firstAt: '2024-03-13T07:59:00Z',
      lastAt: '2024-03-13T08:12:00Z',
    },
    {
      id: '2',
      source: 'dump.jsonl',
      position: 418,
      kind: 'INPUT_INVALID',
      reason: { ar: 'سطر لا يُقرأ', en: 'A line that cannot be read' },
      detail: 'unexpected end of JSON',
      attempts: 1,
      firstAt: '2024-03-13T07:59:30Z',
      lastAt: '2024-03-13T07:59:30Z',
    },
  ],
  total: 2,
  next: null,
}

const log: LogList = {
  items: [
    {
      at: '2024-03-13T09:00:00Z',
      action: 'corrected',
      articleId: 'b27e9a01',
      by: 'web',
      reason: 'الساعة بتوقيت المدينة',
      field: 'published',
      from: '2024-03-12T15:05:00',
      to: '2024-03-12T17:05:00',
    },
    { at: '2024-03-13T08:30:00Z', action: 'removed', articleId: 'c9d81e55', by: 'web', reason: 'صفحة اشتراك لا خبر' },
  ],
  next: null,
}

const tried = (text: string): TryResult => {
  const fixture = fixtures.find(({ document }) => document.id === 'a1f0c3d2')
  if (fixture === undefined || text.trim().split(/\s+/u).length < 8)
    return {
      ok: false,
      rejection: {
        kind: 'no-article',
        words: text.trim().split(/\s+/u).length,
        reason: { ar: 'لا مادة في الصفحة (عدد كلماتها 3)', en: 'No article on the page (it has 3 words)' },
      },
      tookMs: 0.6,
    }
  const { id: _, capture: __, ...page } = fixture.page as CapturedPage
  return { ok: true, article: fixture.document, page, tookMs: 3.4 }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** Starts the fixture server on a free port of the loopback, serving a build of the application. */
export async function startFixtureServer(build: string): Promise<FixtureServer> {
  const requests: string[] = []
  const knobs = { delay: 0, empty: false, problem: undefined as Problem | undefined }

  const across = (id: string): LineageDocument | undefined => {
    const [strike, denial, coast] = fixtures.map(({ summary }) => summary)
    if (strike === undefined || denial === undefined || coast === undefined || id !== strike.id) return undefined
    const reasons = [{ ar: 'أكثر كلام النص في الآخر بلفظه', en: 'most of its words stand in the other' }]
    const chapter = [strike, denial, coast]
    return {
      id,
      parents: [{ article: coast, relation: 'copy', share: 0.4, shareOfSource: 0.8, reasons }],
      roots: [coast],
      neighbours: [
        { article: coast, relation: 'copy', shareOfThis: 0.4, shareOfOther: 0.8, passageWords: 21, reasons },
      ],
      story: {
        id: 'story.strike',
        name: strike.title ?? '',
        from: '2024-03-11',
        to: '2024-03-12',
        chapters: 1,
        articles: 3,
      },
      chapter,
      origins: {
        atLeast: 1,
        atMost: 2,
        counted: 3,
        origins: [
          {
            id: 'o1',
            kind: 'named-speaker',
            kindName: { ar: 'متحدث مسمّى', en: 'named speaker' },
            name: 'سامر الدهان',
            articles: [strike.id, coast.id],
            evidence: [{ article: strike.id, quote: 'قال نقيب عمال المرفأ سامر الدهان' }],
            denies: false,
            reasons: [{ ar: 'المتحدث واحد', en: 'one speaker' }],
          },
          {
            id: 'o2',
            kind: 'official-statement',
            kindName: { ar: 'بيان رسمي', en: 'official statement' },
            name: 'إدارة المرفأ',
            articles: [denial.id],
            evidence: [],
            mayEqual: 'o1',
            denies: true,
            reasons: [],
          },
        ],
        relations: [{ a: strike.id, b: coast.id, relation: 'copy' }],
      },
      accounts: [
        {
          attribute: 'number',
          about: { ar: 'سفينة', en: 'سفينة' },
          verdict: 'differs',
          values: [
            {
              value: 'سبع',
              label: null,
              articles: [strike.id],
              quotes: [{ article: strike.id, quote: 'وإن سبع سفن تنتظر التفريغ', at: { start: 820, end: 845 } }],
            },
            {
              value: 'ست',
              label: null,
              articles: [coast.id],
              quotes: [{ article: coast.id, quote: 'ست سفن', at: null }],
            },
          ],
        },
        {
          attribute: 'status',
          about: null,
          verdict: 'denies',
          values: [
            { value: 'سامر الدهان', label: null, articles: [strike.id], quotes: [] },
            { value: 'إدارة المرفأ', label: null, articles: [denial.id], quotes: [] },
          ],
        },
        {
          attribute: 'place',
          about: null,
          verdict: 'agree',
          values: [{ value: 'تل السنديان', label: null, articles: [strike.id, denial.id], quotes: [] }],
        },
      ],
      behind: 0,
    }
  }
  const compared = (id: string): Comparison['a'] | undefined => {
    const found = fixtures.find(({ document }) => document.id === id)
    if (found === undefined) return undefined
    const { document, summary } = found
    const body = document.body.map(({ start, end }) => ({ start, end }))
    return { article: summary, text: document.text, direction: document.direction, title: null, body }
  }
  const comparison = (id: string, other: string): Comparison | undefined => {
    const [a, b] = [compared(id), compared(other)]
    const [x, y] = [a?.body[0], b?.body[0]]
    if (a === undefined || b === undefined || x === undefined || y === undefined) return undefined
    const passages = [
      { a: { start: x.start, end: x.start + 40 }, b: { start: y.start, end: y.start + 30 }, words: 7, equal: 6 },
    ]
    return { a, b, relation: 'copy', shareOfA: 0.4, shareOfB: 0.8, passages, reasons: [] }
  }
  const dossier = (key: string): Dossier | undefined => {
    const strike = fixtures.find(({ document }) => document.id === 'a1f0c3d2')
    const entity = strike?.document.entities.find((one) => one.key === key)
    if (strike === undefined || entity === undefined) return undefined
    const { attributions, events } = strike.document
    const said = attributions.filter(({ chain }) => chain.at(-1)?.entity === entity.id)
    return {
      key,
      type: entity.type,
      name: entity.name,
      catalog: null,
      articles: 1,
      firstPublished: '2024-03-12',
      lastPublished: '2024-03-12',
      forms: [
        { form: 'الدهان', mentions: 2, articles: 1 },
        { form: 'سامر الدهان', mentions: 1, articles: 1 },
      ],
      beside: [
        { key: 'place.tell-al-sindyan', type: 'GPE', name: { ar: 'تل السنديان', en: 'Tell al-Sindyan' }, articles: 1 },
      ],
      identity: {
        id: 'dossier.a1f0c3d2.سامر-الدهان',
        roles: [
          {
            title: { ar: 'نقيب عمال المرفأ', en: null },
            at: null,
            standing: null,
            from: '2024-03-11',
            to: '2024-03-12',
            articles: 1,
          },
        ],
        why: [{ reason: { ar: 'المنصب نفسه: نقيب', en: 'the same role: نقيب' }, articles: 2 }],
        judged: 1,
        doubts: 1,
        namesakes: [{ key: 'dossier.x', type: 'PER', name: { ar: 'سامر الدهان', en: null }, articles: 3 }],
      },
      items: [
        {
          article: strike.summary,
          mentions: entity.mentions.map(({ kind: _, ...mention }) => mention),
          roles: entity.roles.map(({ title, at }) => ({ title, at, body: null, standing: null })),
          said: said.map(({ claims, stance, quote, told }) => ({ claims, stance, quote, told })),
          relayed: [],
          saidOf: [],
          did: events.slice(0, 2).map(({ type, mode, status, sentence, trigger, confidence, asFact }) => ({
            type,
            mode,
            status,
            sentence,
            evidence: trigger,
            confidence,
            asFact,
          })),
          undergone: [],
          there: [],
        },
      ],
      next: null,
    }
  }
  const story = (id: string): StoryDocument | undefined => {
    const of = across('a1f0c3d2')
    if (of?.story === null || of === undefined || id !== of.story.id) return undefined
    const chapter = {
      id: 'c1',
      name: of.story.name,
      day: '2024-03-12',
      articles: of.chapter,
      happenings: [happeningSummary()],
      origins: of.origins,
      accounts: of.accounts,
    }
    const { name, from, to } = of.story
    return { id, name, from, to, chapters: [chapter, { ...chapter, id: 'c2', day: null }], behind: 2 }
  }

  const review = new FixtureReview()
  const answer = (method: string, path: string, query: URLSearchParams, body: string): unknown => {
    const [, , , collection, id, part, other] = path.split('/').map((piece) => decodeURIComponent(piece))
    const found = fixtures.find(({ document }) => document.id === id)
    if (collection === 'articles' && id === undefined)
      return knobs.empty ? { items: [], total: { count: 0, capped: false }, next: null } : articleList(query)
    if (method === 'DELETE') return { id: id ?? '', by: 'web', reason: JSON.parse(body).reason } satisfies Deleted
    if (part === 'corrections')
      return { ...JSON.parse(body), at: '2024-03-13T09:00:00Z', action: 'corrected', articleId: id, by: 'web' }
    if (part === 'lineage') return other === undefined ? across(id ?? '') : comparison(id ?? '', other)
    if (collection === 'origins') {
      const articles = query.get('articles')?.split(',').length ?? 3
      return { articles, counted: articles, occurrences: 2, atLeast: 1, atMost: 2 } satisfies OriginsOf
    }
    if (collection === 'happenings') {
      const of = across('a1f0c3d2')
      if (id === undefined) return happeningList()
      return of === undefined || id !== 'happening.strike' ? undefined : happeningOf(of)
    }
    if (collection === 'review') return review.queue()
    if (collection === 'judgements')
      return method === 'GET' ? review.log() : part === 'undo' ? review.undo(id ?? '') : review.judge(JSON.parse(body))
    if (collection === 'entities' && id === undefined) {
      const name = query.get('name') ?? ''
      const strike = fixtures.find(({ document }) => document.id === 'a1f0c3d2')
      const found = strike?.document.entities.filter((one) => one.key !== null && one.name.ar.includes(name)) ?? []
      const items = found.map((one) => ({ key: one.key ?? '', type: one.type, name: one.name, articles: 1 }))
      return { items } satisfies NamedList
    }
    if (collection === 'entities') return dossier(id ?? '')
    if (collection === 'stories') {
      const summary = across('a1f0c3d2')?.story
      if (id !== undefined) return story(id)
      if (summary == null || knobs.empty) return { items: [], next: null, behind: 0 } satisfies StoryList
      const reports = [
        { day: '2024-03-10', articles: 1 },
        { day: '2024-03-12', articles: 2 },
      ]
      const parties = [{ key: 'PER:سالم الراوي', name: { ar: 'سالم الراوي', en: null }, roles: [], articles: 2 }]
      return { items: [{ ...summary, reports, parties }], next: null, behind: 0 } satisfies StoryList
    }
    if (collection === 'articles') return part === 'page' ? found?.page : found?.document
    if (collection === 'search') return search(query)
    if (collection === 'outlets') {
      const items = knobs.empty ? [] : outletCounts(fixtures)
      return {
        items: items.map(({ name, count }) => ({
          name,
          articles: count,
          firstPublished: '2024-02-27',
          lastPublished: '2024-03-12',
        })),
      } satisfies OutletList
    }
    if (collection === 'status') return status
    if (collection === 'failures')
      return id === 'retry' ? { results: [], counts: { added: 1, known: 0, rejected: 1, failed: 0 } } : failures
    if (collection === 'log') return log
    if (collection === 'try')
      return tried((JSON.parse(body) as { text?: string }).text ?? 'a file of many words as if it were a whole page')
    if (collection === 'captures') {
      knobs.empty = false
      return { results: [], counts: { added: 2, known: 0, rejected: 1, failed: 0 } }
    }
    return undefined
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    response.setHeader('content-security-policy', POLICY)
    if (url.pathname.startsWith('/api/')) {
      requests.push(`${request.method} ${url.pathname}${url.search}`)
      const body = await bodyOf(request)
      if (knobs.delay > 0) await new Promise((resolve) => setTimeout(resolve, knobs.delay))
      const found = knobs.problem ?? answer(request.method ?? 'GET', url.pathname, url.searchParams, body)
      const missing: Problem = {
        type: '/docs/errors#not_found',
        title: 'Not found',
        status: 404,
        code: 'NOT_FOUND',
        detail: 'No such article',
      }
      response.statusCode = knobs.problem?.status ?? (found === undefined ? 404 : 200)
      response.setHeader('content-type', response.statusCode === 200 ? 'application/json' : 'application/problem+json')
      response.end(JSON.stringify(found ?? missing))
      return
    }
    const name =
      extname(url.pathname) === '' || /^\/(?:articles|entity|stories|happenings|review)\//u.test(url.pathname)
        ? '/index.html'
        : url.pathname
    try {
      const file = await readFile(join(build, name))
      response.setHeader('content-type', TYPES[extname(name)] ?? 'application/octet-stream')
      response.end(file)
    } catch {
      response.statusCode = 404
      response.end()
    }
  }
  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(knobs, {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  })
}
