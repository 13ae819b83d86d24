import { unpackWords } from '../articles/article-document.js'
import { readCursor, writeCursor } from '../articles/cursor.js'
import { clampLimit, SUMMARY_COLUMNS, type SummaryRow, summaryOf } from '../articles/reading.js'
import { deflate, inflate, storable } from '../articles/stored-text.js'
import type { Database, Parameter, Queryable } from '../engine/database.js'
import type {
  ArticleAnnotations,
  Dossier,
  DossierArticles,
  NamedCount,
  NamedEntity,
  WaitingArticle,
} from './annotation-records.js'
import { nameWords, storedKey } from './names.js'

/** Articles that wait, newest first. */
export async function readWaiting(database: Queryable, limit: number): Promise<WaitingArticle[]> {
  return database.query<{ id: string; version: number }>(
    `select a.id, a.version from waiting w join articles a on a.seq = w.capture order by w.capture desc limit $1::bigint`,
    [limit],
  )
}

/** Lets everything wait that another analyser annotated. */
export async function waitForAnalyser(database: Queryable, analyser: string): Promise<void> {
  await database.query(
    'insert into waiting select capture from annotations where analyser <> $1 on conflict do nothing',
    [analyser],
  )
}

/** Keeps annotations in one transaction. Those of a version that is no longer the newest are passed over. */
export async function writeAnnotations(database: Database, batch: readonly ArticleAnnotations[]): Promise<number> {
  if (batch.length === 0) return 0
  const documents = new Map(batch.map(({ id, document }) => [id, deflate(Buffer.from(document))]))
  const bytes = [...documents.values()].reduce((sum, document) => sum + document.length, 0)
  await database.ensureRoom(4 * bytes + 2000 * batch.length)
  return database.transaction(async (transaction) => {
    const rows = await transaction.query<{ id: string; seq: number; version: number }>(
      'select id, seq, version from articles where id = any($1::text[])',
      [batch.map(({ id }) => id)],
    )
    const seqs = new Map(rows.map(({ id, seq, version }) => [id, { seq, version }]))
    const ours = batch.flatMap((annotated) => {
      const found = seqs.get(annotated.id)
      return found?.version === annotated.version ? [{ ...annotated, seq: found.seq }] : []
    })
    const captures = ours.map(({ seq }) => seq)
    await transaction.query('delete from mentions where capture = any($1::bigint[])', [captures])
    await transaction.query('delete from annotations where capture = any($1::bigint[])', [captures])
    for (const { seq, id, version, analyser, eventTypes } of ours) {
      await transaction.query(
        'insert into annotations (capture, version, analyser, event_types, document) values ($1::bigint, $2::integer, $3, $4::text[], $5::bytea)',
        [seq, version, analyser, [...new Set(eventTypes)], documents.get(id) ?? new Uint8Array()],
      )
    }
    await insertMentions(
      transaction,
      ours.flatMap(({ seq, entities }) => entities.map((entity) => mentionRow(seq, entity))),
    )
    await transaction.query('delete from waiting where capture = any($1::bigint[])', [captures])
    return ours.length
  })
}

const MENTION_COLUMNS = ['bigint', 'text', 'text', 'text', 'text', 'text', 'text[]', 'text[]', 'integer[]'] as const

const mentionRow = (seq: number, { entity, key, type, name, nameEn, names, forms }: NamedEntity): Parameter[] => [
  seq,
  entity,
  storedKey(key),
  type,
  storable(name),
  nameEn === undefined ? null : storable(nameEn),
  [...new Set(names.flatMap(nameWords))],
  forms.map(({ form }) => storable(form)),
  forms.map(({ count }) => count),
]

/** A statement takes 65,535 parameters. */
const ROWS_A_STATEMENT = 2000

async function insertMentions(transaction: Queryable, rows: readonly (readonly Parameter[])[]): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) {
    const part = rows.slice(at, at + ROWS_A_STATEMENT)
    const places = part.map(
      (_, r) => `(${MENTION_COLUMNS.map((type, c) => `$${r * MENTION_COLUMNS.length + c + 1}::${type}`).join(',')})`,
    )
    await transaction.query(
      `insert into mentions (capture, entity, key, type, name, name_en, words, forms, counts) values ${places.join(',')}
       on conflict do nothing`,
      part.flat(),
    )
  }
}

interface NameRow extends Record<string, unknown> {
  readonly key: string
  readonly type: string
  readonly name: string
  readonly name_en: string | null
  readonly n: number
}

const countOf = ({ key, type, name, name_en, n }: NameRow): NamedCount => ({
  key,
  type,
  name,
  ...(name_en !== null && { nameEn: name_en }),
  articles: n,
})

/** Articles in which a name is looked for beside another. */
const BESIDE_ARTICLES = 500

export async function readDossier(database: Queryable, wanted: string): Promise<Dossier | undefined> {
  const key = storedKey(wanted)
  const [head] = await database.query<NameRow & { first: string | null; last: string | null }>(
    `select m.key, max(m.type) as type, mode() within group (order by m.name) as name, max(m.name_en) as name_en, count(*) as n,
       min(a.published_on)::text as first, max(a.published_on)::text as last
     from mentions m join articles a on a.seq = m.capture where m.key = $1 group by m.key`,
    [key],
  )
  if (head === undefined) return undefined
  const forms = await database.query<{ form: string; mentions: number; articles: number }>(
    `select f.form, sum(f.n) as mentions, count(*) as articles
     from mentions m cross join lateral unnest(m.forms, m.counts) as f (form, n)
     where m.key = $1 group by f.form order by mentions desc, f.form limit 60`,
    [key],
  )
  const beside = await database.query<NameRow>(
    `with newest as materialized (
       select capture from mentions where key = $1 order by capture desc limit ${BESIDE_ARTICLES}
     )
     select m.key, max(m.type) as type, mode() within group (order by m.name) as name, max(m.name_en) as name_en, count(distinct m.capture) as n
     from newest join mentions m using (capture) where m.key <> $1
     group by m.key order by n desc, m.key limit 24`,
    [key],
  )
  const { articles, ...named } = countOf(head)
  return {
    ...named,
    articles,
    ...(head.first !== null && { firstPublished: head.first }),
    ...(head.last !== null && { lastPublished: head.last }),
    // Sums of integers come as text from one engine and as numbers from the other.
    forms: forms.map((form) => ({ ...form, mentions: Number(form.mentions) })),
    beside: beside.map(countOf),
  }
}

/** The articles of a dossier, newest first, each with its annotations as they were kept. */
export async function readDossierArticles(
  database: Queryable,
  wanted: string,
  request: { readonly limit?: number | undefined; readonly cursor?: string | undefined },
): Promise<DossierArticles> {
  const key = storedKey(wanted)
  const limit = clampLimit(request.limit, 50)
  const list = `dossier ${key}`
  const after = readCursor(list, request.cursor)
  const [sorted, seq] = after ?? []
  const rows = await database.query<SummaryRow & { entity: string; words_document: Uint8Array; found: Uint8Array }>(
    `with page as materialized (
       select a.seq as page_seq, min(m.entity) as entity from mentions m join articles a on a.seq = m.capture
       where m.key = $1 and ($2::timestamptz is null or (a.sorted_at, a.seq) < ($2::timestamptz, $3::bigint))
       group by a.seq, a.sorted_at order by a.sorted_at desc, a.seq desc limit $4::bigint
     )
     select ${SUMMARY_COLUMNS.split(',')
       .map((column) => `articles.${column.trim()}`)
       .join(', ')}, page.entity, v.document as words_document, n.document as found
     from page join articles on articles.seq = page_seq
       join annotations n on n.capture = page_seq
       join article_versions v on v.capture = page_seq and v.version = n.version
     order by articles.sorted_at desc, articles.seq desc`,
    [key, sorted === undefined ? null : String(sorted), seq === undefined ? null : Number(seq), limit + 1],
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => ({
      article: summaryOf(row),
      entity: row.entity,
      text: unpackWords(row.words_document).text,
      document: inflate(row.found).toString('utf8'),
    })),
    ...(rows.length > limit && last !== undefined && { next: writeCursor(list, [last.sorted_at, last.seq]) }),
  }
}

/** What goes by a name, most articles first. */
export async function findNames(
  database: Queryable,
  { name, limit }: { readonly name: string; readonly limit?: number | undefined },
): Promise<NamedCount[]> {
  const words = nameWords(name)
  if (words.length === 0) return []
  const rows = await database.query<NameRow>(
    `select key, max(type) as type, mode() within group (order by name) as name, max(name_en) as name_en, count(*) as n
     from mentions where words @> $1::text[] group by key order by n desc, key limit $2::bigint`,
    [words, clampLimit(limit, 50)],
  )
  return rows.map(countOf)
}
