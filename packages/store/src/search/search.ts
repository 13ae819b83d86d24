import { createHash } from 'node:crypto'
import { unpackWords } from '../articles/article-document.js'
import { type CursorValue, readCursor, writeCursor } from '../articles/cursor.js'
import { clampLimit, SUMMARY_COLUMNS, type SummaryRow, summaryOf } from '../articles/reading.js'
import type { Queryable } from '../engine/database.js'
import { type CompiledQuery, compileQuery } from './compile-query.js'
import { addFilters, bothFilters, Conditions, type Filters, filtersOf } from './filter.js'
import { parseQuery } from './parse-query.js'
import type { CappedCount, Facets, Hit, SearchPage, SearchRequest } from './search-records.js'
import { marksIn, snippetOf } from './snippet.js'

/** Ranking reads the whole term vector of each candidate: at most these newest ones. */
const RANKED = 500
const COUNTED = 1000
const FACET_OUTLETS = 30

/**
 * How the matches are reached. `gather` takes all of them from the index of words and sorts them: right for few. `walk`
 * goes from the newest article backwards and tests each: right for many. The planner would have to guess the number from
 * statistics that an embedded engine does not keep up; we count it first, up to where it no longer matters.
 */
type Plan = 'gather' | 'walk'

/**
 * Where the two cost about the same: to walk to `wanted` of n matches is to test `wanted` × articles / n rows, to gather them is
 * to read n, so they meet at a square root. The factor was found by trying on 41,042 articles. Counting further would only cost.
 */
const gatherLimit = (articles: number, wanted: number): number =>
  Math.max(COUNTED, Math.ceil(Math.sqrt(2 * wanted * articles)))

interface Asked {
  readonly compiled: CompiledQuery
  readonly filters: Filters
  readonly plan: Plan
}

interface HitRow extends SummaryRow {
  readonly document: Uint8Array
  readonly rank: string | null
}

/** Answers a search; see `Store.search`. */
export async function search(database: Queryable, request: SearchRequest): Promise<SearchPage> {
  const limit = clampLimit(request.limit, 100)
  const order = request.order ?? 'newest'
  const query = parseQuery(request.query)
  const compiled = compileQuery(query)
  const filters = bothFilters(compiled.filters, filtersOf(request))
  const list = listName(request, order)
  const after = readCursor(list, request.cursor)
  const wanted = Math.max(limit, order === 'ranked' ? RANKED : 0, request.facets === true ? COUNTED : 0)
  const isRanked = order === 'ranked' && compiled.hasPositive
  const counted =
    after !== undefined
      ? undefined
      : compiled.hasPositive && !isRanked
        ? await gatherNewest(database, compiled, filters, { wanted, limit })
        : await countMatches(database, compiled, filters, wanted)
  const plan = counted?.plan ?? (after?.[0] === 'walk' ? 'walk' : 'gather')
  const asked: Asked = { compiled, filters, plan }
  const rows =
    counted?.rows ??
    (isRanked
      ? await rankedRows(database, asked, limit, after?.slice(1))
      : await newestRows(database, asked, limit, after?.slice(1)))
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const facets = request.facets === true ? await facetsOf(database, asked) : undefined
  return {
    hits: page.map((row) => hitOf(row, compiled)),
    ...(rows.length > limit &&
      last !== undefined && { next: writeCursor(list, [plan, last.rank ?? last.sorted_at, last.seq]) }),
    ...(counted !== undefined && request.count !== false && { count: counted.count }),
    ...(facets !== undefined && { facets }),
    ...(order === 'ranked' && counted !== undefined && counted.count.value > RANKED && { rankedCapped: true }),
    query,
  }
}

/** A cursor belongs to one question in one order. */
function listName({ query, outlet, after, before, language }: SearchRequest, order: string): string {
  const question = JSON.stringify([query, outlet, after, before, language, order])
  return `search ${createHash('sha256').update(question).digest('hex').slice(0, 12)}`
}

async function conditionsOf(
  database: Queryable,
  { compiled, filters }: Omit<Asked, 'plan'>,
  terms = 'terms',
): Promise<Conditions> {
  const conditions = new Conditions()
  await addFilters(database, conditions, filters)
  if (compiled.tsquery !== undefined) conditions.and(`${terms} @@ ${conditions.bind(compiled.tsquery)}::tsquery`)
  return conditions
}

interface Counted {
  readonly plan: Plan
  readonly count: CappedCount
  /** The first page, where counting has brought it along. */
  readonly rows?: readonly HitRow[]
}

async function newestPlace(database: Queryable): Promise<number> {
  const [newest] = await database.query<{ seq: number }>('select seq from articles order by seq desc limit 1')
  return newest?.seq ?? 0
}

async function countMatches(
  database: Queryable,
  compiled: CompiledQuery,
  filters: Filters,
  wanted: number,
): Promise<Counted> {
  const conditions = await conditionsOf(database, { compiled, filters })
  const most = compiled.hasPositive ? gatherLimit(await newestPlace(database), wanted) : COUNTED
  const [row] = await database.query<{ n: number }>(
    `select count(*) as n from (select 1 from articles where ${conditions.sql} limit ${conditions.bind(most + 1)}::bigint) m`,
    conditions.parameters,
  )
  const n = row?.n ?? 0
  return {
    plan: compiled.hasPositive && n <= most ? 'gather' : 'walk',
    count: { value: Math.min(n, COUNTED), capped: n > COUNTED },
  }
}

/** Counts and, where the matches are few enough to gather, brings the newest: the index of words is gone through once. */
async function gatherNewest(
  database: Queryable,
  compiled: CompiledQuery,
  filters: Filters,
  { wanted, limit }: { readonly wanted: number; readonly limit: number },
): Promise<Counted> {
  const conditions = await conditionsOf(database, { compiled, filters })
  const most = gatherLimit(await newestPlace(database), wanted)
  const rows = await database.query<Partial<HitRow> & { readonly n: number }>(
    `with gathered as materialized (
       select seq, sorted_at from articles where ${conditions.sql} limit ${conditions.bind(most + 1)}::bigint
     ),
     counted as materialized (select count(*) as n from gathered),
     found as materialized (
       select seq, sorted_at from gathered where (select n from counted) <= ${conditions.bind(most)}::bigint
       order by sorted_at desc, seq desc limit ${conditions.bind(limit + 1)}::bigint
     )
     select counted.n, hits.* from counted left join (
       select ${HIT_COLUMNS}, v.document, null as rank, found.sorted_at as place from found join ${HIT_TABLES}
     ) hits on true order by hits.place desc, hits.seq desc`,
    conditions.parameters,
  )
  const n = rows[0]?.n ?? 0
  const count = { value: Math.min(n, COUNTED), capped: n > COUNTED }
  if (n > most) return { plan: 'walk', count }
  return { plan: 'gather', count, rows: rows.flatMap(({ n: _, ...row }) => (isHit(row) ? [row] : [])) }
}

/** A count without matches comes as one row without a hit. */
const isHit = (row: Partial<HitRow>): row is HitRow => typeof row.seq === 'number'

/** The newest matches as a select of `seq` and `sorted_at`, in order. */
async function matches(
  database: Queryable,
  asked: Asked,
  after?: readonly CursorValue[],
): Promise<Conditions & { select: string }> {
  // The words stay outside the fence of `offset 0`, so that rows come in the order of the index and are tested one by one.
  const outside = asked.plan === 'walk'
  const conditions = new Conditions()
  await addFilters(database, conditions, asked.filters)
  const words =
    asked.compiled.tsquery === undefined ? 'true' : `terms @@ ${conditions.bind(asked.compiled.tsquery)}::tsquery`
  if (after !== undefined) {
    const [sorted = '', seq = 0] = after
    conditions.and(
      `(sorted_at, seq) < (${conditions.bind(String(sorted))}::timestamptz, ${conditions.bind(Number(seq))}::bigint)`,
    )
  }
  const select = outside
    ? `select seq, sorted_at from (
         select seq, sorted_at, terms from articles where ${conditions.sql} order by sorted_at desc, seq desc offset 0
       ) walked where ${words}`
    : `select seq, sorted_at from (
         select seq, sorted_at from articles where ${conditions.sql} and ${words} offset 0
       ) gathered order by sorted_at desc, seq desc`
  return Object.assign(conditions, { select })
}

const HIT_COLUMNS = SUMMARY_COLUMNS.split(',')
  .map((column) => `a.${column.trim()}`)
  .join(', ')
const HIT_TABLES = 'articles a using (seq) join article_versions v on v.capture = a.seq and v.version = a.version'

async function newestRows(
  database: Queryable,
  asked: Asked,
  limit: number,
  after?: readonly CursorValue[],
): Promise<HitRow[]> {
  const found = await matches(database, asked, after)
  return database.query<HitRow>(
    `with found as materialized (${found.select} limit ${found.bind(limit + 1)}::bigint)
     select ${HIT_COLUMNS}, v.document, null as rank from found join ${HIT_TABLES}
     order by found.sorted_at desc, seq desc`,
    found.parameters,
  )
}

/** `ts_rank` with its usual weights, divided by the logarithm of the length; of equals the newer first. */
async function rankedRows(
  database: Queryable,
  asked: Asked,
  limit: number,
  after?: readonly CursorValue[],
): Promise<HitRow[]> {
  const found = await matches(database, asked)
  const words = found.bind(asked.compiled.tsquery ?? '')
  const most = found.bind(RANKED)
  let behind = 'true'
  if (after !== undefined) {
    const [rank = 0, seq = 0] = after
    behind = `(rank, seq) < (${found.bind(String(rank))}::real, ${found.bind(Number(seq))}::bigint)`
  }
  return database.query<HitRow>(
    `with found as materialized (${found.select} limit ${most}::bigint),
     ranked as materialized (
       select seq, ts_rank(terms, ${words}::tsquery, 1) as rank from found join articles using (seq)
     ),
     page as materialized (
       select * from ranked where ${behind} order by rank desc, seq desc limit ${found.bind(limit + 1)}::bigint
     )
     select ${HIT_COLUMNS}, v.document, rank::text as rank from page join ${HIT_TABLES} order by page.rank desc, seq desc`,
    found.parameters,
  )
}

async function facetsOf(database: Queryable, asked: Asked): Promise<Facets> {
  const found = await matches(database, asked)
  const rows = await database.query<{ outlet: string | null; month: string | null; n: number }>(
    `with found as materialized (${found.select} limit ${found.bind(COUNTED + 1)}::bigint)
     select max(outlet) as outlet, to_char(published_on, 'YYYY-MM') as month, count(*) as n
     from found join articles using (seq) group by outlet_key, month`,
    found.parameters,
  )
  const total = (by: 'outlet' | 'month'): Map<string | null, number> => {
    const counts = new Map<string | null, number>()
    for (const row of rows) counts.set(row[by], (counts.get(row[by]) ?? 0) + row.n)
    return counts
  }
  const outlets = [...total('outlet')]
    .flatMap(([outlet, count]) => (outlet === null ? [] : [{ outlet, count }]))
    .sort((a, b) => b.count - a.count || (a.outlet < b.outlet ? -1 : 1))
  const months = [...total('month')]
    .map(([month, count]) => ({ month: month ?? undefined, count }))
    .sort((a, b) => ((a.month ?? '') < (b.month ?? '') ? 1 : -1))
  return {
    outlets: outlets.slice(0, FACET_OUTLETS),
    months,
    capped: rows.reduce((sum, { n }) => sum + n, 0) > COUNTED,
  }
}

function hitOf(row: HitRow, { sought }: CompiledQuery): Hit {
  const summary = summaryOf(row)
  const titleMarks = marksIn(summary.title, sought)
  const { text, bodyStart } = unpackWords(row.document)
  const snippet = snippetOf(text, bodyStart, sought)
  return { ...summary, titleMarks, ...(snippet !== undefined && { snippet }) }
}
