import { setImmediate } from 'node:timers/promises'
import type { Capture, Page } from '@isnad/page'
import type { Database, Parameter, Queryable } from '../engine/database.js'
import { type Corrections, corrected } from '../judgements/corrections.js'
import { correctionsOf } from '../judgements/log.js'
import type { Added, AddKind, AddOptions, Entry, PreparedEntry } from '../records.js'
import { packArticle, unpackArticle } from './article-document.js'
import { HEAD_COLUMNS, headOf } from './article-head.js'
import { type CaptureIdentity, compareVersions, identify } from './identity.js'
import { writeCheckpoint, writeFailures } from './ingest-state.js'
import { withoutPersonal } from './redact-article.js'
import { type Column, copyData, type PackedFields, packFields, unpackFields } from './row-format.js'
import { deflate, storable, storableInstant } from './stored-text.js'

interface Known {
  readonly seq: number
  readonly version: number
  readonly analyser: string
}

/** One article on its way in, with what the store knows of it. */
type Ready = PreparedEntry & { readonly known: Known | undefined }

/** What the store knows of the articles of a batch. */
interface State {
  readonly known: ReadonlyMap<string, Known>
  readonly removed: ReadonlySet<string>
}

const NOTHING: State = { known: new Map(), removed: new Set() }
/** Entries prepared before the main thread is let go for a moment: about 30 ms. */
const AT_A_STRETCH = 16

/**
 * Adds a batch in one transaction; see `Store.add`. Preparing costs as much as writing, and a loader hands over the next batch
 * while this one is written: then the next is prepared without asking first what of it is known.
 */
export async function addBatch(
  database: Database,
  batch: readonly (Entry | PreparedEntry)[],
  options: AddOptions,
): Promise<Added[]> {
  const entries = batch.map((entry) => ({ entry, id: 'document' in entry ? entry.id : identify(entry).id }))
  const ids = [...new Set(entries.map(({ id }) => id))]
  const early = database.isBusy() ? NOTHING : await stateOf(database, ids)
  const ready = new Map<string, PreparedEntry>()
  for (const [i, { entry, id }] of entries.entries()) {
    if (ready.has(id) || !isNews(kindOf(entry, id, early, options))) continue
    ready.set(id, preparedOf(entry))
    if (i % AT_A_STRETCH === AT_A_STRETCH - 1 && !('document' in entry)) await setImmediate()
  }
  await database.ensureRoom(4 * [...ready.values()].reduce((sum, p) => sum + weigh(p), 0))
  return database.transaction(async (transaction) => {
    const state = await stateOf(transaction, ids)
    const corrections = await correctionsOf(transaction, ids)
    const results: Added[] = []
    const prepared: Ready[] = []
    const seen = new Set<string>()
    for (const { entry, id } of entries) {
      const kind = seen.has(id) ? 'unchanged' : kindOf(entry, id, state, options)
      seen.add(id)
      results.push({ id, kind })
      if (!isNews(kind)) continue
      const done = ready.get(id) ?? preparedOf(entry)
      const own = corrections.get(id)
      prepared.push({ ...(own === undefined ? done : withCorrections(done, own)), known: state.known.get(id) })
    }
    await write(transaction, prepared)
    await unremove(
      transaction,
      prepared.flatMap(({ id }) => (state.removed.has(id) ? [id] : [])),
    )
    await writeFailures(transaction, options.failures ?? [])
    if (options.checkpoint !== undefined) await writeCheckpoint(transaction, options.checkpoint)
    return results
  })
}

const isNews = (kind: AddKind): boolean => kind === 'added' || kind === 'newVersion'

/** Whether the store holds each entry, read by the same analyser or a newer one. */
export async function knownEntries(
  database: Queryable,
  entries: readonly Pick<Entry, 'capture' | 'analyser' | 'identity'>[],
): Promise<boolean[]> {
  const ids = entries.map((entry) => identify(entry).id)
  const known = await knownArticles(database, [...new Set(ids)])
  return entries.map(({ analyser }, i) => {
    const article = known.get(ids[i] ?? '')
    return article !== undefined && compareVersions(article.analyser, analyser) >= 0
  })
}

function kindOf(entry: Pick<Entry, 'analyser'>, id: string, state: State, { restore = false }: AddOptions): AddKind {
  if (state.removed.has(id) && !restore) return 'removed'
  const known = state.known.get(id)
  if (known === undefined) return 'added'
  return compareVersions(entry.analyser, known.analyser) > 0 ? 'newVersion' : 'unchanged'
}

async function stateOf(database: Queryable, ids: readonly string[]): Promise<State> {
  return { known: await knownArticles(database, ids), removed: await removedAmong(database, ids) }
}

async function knownArticles(database: Queryable, ids: readonly string[]): Promise<Map<string, Known>> {
  const rows = await database.query<{ id: string; seq: number; version: number; analyser: string }>(
    'select c.id, c.seq, a.version, a.analyser from captures c join articles a on a.seq = c.seq where c.id = any($1::text[])',
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

async function removedAmong(database: Queryable, ids: readonly string[]): Promise<Set<string>> {
  const rows = await database.query<{ id: string }>('select id from removed where id = any($1::text[])', [ids])
  return new Set(rows.map(({ id }) => id))
}

const preparedOf = (entry: Entry | PreparedEntry): PreparedEntry => ('document' in entry ? entry : prepareEntry(entry))

/** Does everything that is costly about keeping an article, so that `Store.add` has only to write. Needs no store. */
export function prepareEntry(entry: Entry): PreparedEntry {
  const { capture, analyser } = entry
  const { id, key, sha256 } = identify(entry)
  const clean = withoutPersonal(entry.page, entry.article)
  const { url, capturedAt, given } = capture
  return {
    id,
    analyser,
    document: packArticle(clean.article),
    head: packFields(HEAD_COLUMNS, headOf(clean.article, capture, new Date())),
    capture: packFields(
      CAPTURE_COLUMNS,
      captureRow(capture, clean.page, { id, key, sha256 }, entry.article.personal.length > 0),
    ),
    origin: {
      ...(url !== undefined && { url }),
      ...(capturedAt !== undefined && { capturedAt }),
      ...(given !== undefined && { given }),
    },
  }
}

/** What was read is kept as it was read; corrections are laid over it again whenever it is looked at. */
function withCorrections(entry: PreparedEntry, by: Corrections): PreparedEntry {
  const article = unpackArticle(entry.document)
  const corrections = { ...article, metadata: corrected(article.metadata, by) }
  return { ...entry, head: packFields(HEAD_COLUMNS, headOf(corrections, entry.origin, new Date())) }
}

const CAPTURE_COLUMNS: readonly Column[] = [
  ['id', 'text'],
  ['key', 'bytea'],
  ['sha256', 'bytea'],
  ['original_length', 'bigint'],
  ['redacted', 'boolean'],
  ['bytes', 'bytea'],
  ['page_text', 'bytea'],
  ['page_kind', 'text'],
  ['encoding', 'text'],
  ['encoding_from', 'text'],
  ['url', 'text'],
  ['captured_at', 'timestamptz'],
  ['headers', 'json'],
  ['given', 'json'],
]

function captureRow(capture: Capture, page: Page, identity: CaptureIdentity, redacted: boolean): Parameter[] {
  const bytes = redacted ? Buffer.from(page.text.value, 'utf8') : capture.bytes
  const readsBack = new TextDecoder(redacted ? 'utf-8' : page.encoding).decode(bytes) === page.text.value
  const url = capture.url ?? capture.given?.url
  return [
    identity.id,
    identity.key,
    identity.sha256,
    capture.bytes.length,
    redacted,
    deflate(bytes),
    readsBack ? null : deflate(Buffer.from(page.text.value, 'utf16le')),
    page.kind,
    page.encoding,
    page.encodingFrom,
    url === undefined ? null : storable(url),
    storableInstant(capture.capturedAt) ?? null,
    JSON.stringify(contentHeaders(capture.headers ?? {})),
    capture.given === undefined ? null : JSON.stringify(capture.given).replaceAll('\\u0000', '\\ufffd'),
  ]
}

/** The headers that say something of the content. The others may name a visitor or let somebody in. */
const CONTENT_HEADERS = new Set(
  'content-type content-language content-length content-location date etag last-modified link server x-robots-tag'.split(
    ' ',
  ),
)

const contentHeaders = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      CONTENT_HEADERS.has(name.toLowerCase()) ? [[name.toLowerCase(), storable(value)]] : [],
    ),
  )

const weigh = ({ document, head, capture }: PreparedEntry): number => document.length + head.length + capture.length

const SEQ: readonly Column[] = [['seq', 'bigint']]
const VERSION_COLUMNS: readonly Column[] = [
  ['capture', 'bigint'],
  ['version', 'integer'],
  ['analyser', 'text'],
  ['document', 'bytea'],
]
const PLACE_COLUMNS: readonly Column[] = [
  ['seq', 'bigint'],
  ['id', 'text'],
  ['version', 'integer'],
  ['analyser', 'text'],
]
const ARTICLE_COLUMNS: readonly Column[] = [...PLACE_COLUMNS, ...HEAD_COLUMNS]

async function write(transaction: Queryable, prepared: readonly Ready[]): Promise<void> {
  const fresh = prepared.filter(({ known }) => known === undefined)
  if (transaction.copy === undefined) return insertAll(transaction, prepared)
  await copyFresh(transaction, transaction.copy, fresh)
  await insertAll(
    transaction,
    prepared.filter(({ known }) => known !== undefined),
  )
}

/**
 * Writes articles that the store does not know, where nobody else can have added one of them since it was asked. COPY spares
 * the engine a statement of thousands of parameters; and what refers to a capture here is written behind it in this very
 * transaction, so the engine need not look each of them up again (`replica` is how a replica takes rows in).
 */
async function copyFresh(
  transaction: Queryable,
  copy: NonNullable<Queryable['copy']>,
  fresh: readonly PreparedEntry[],
): Promise<void> {
  if (fresh.length === 0) return
  const numbers = await transaction.query<{ seq: number }>(
    `select nextval(pg_get_serial_sequence('captures', 'seq')) as seq from generate_series(1, $1::integer)`,
    [fresh.length],
  )
  const placed = fresh.map((entry, i) => ({ entry, seq: numbers[i]?.seq ?? 0 }))
  const rowsInto = (table: string, columns: readonly Column[], row: (one: (typeof placed)[number]) => PackedFields[]) =>
    copy(
      table,
      columns.map(([name]) => name),
      copyData(columns.length, placed.map(row)),
    )
  await transaction.script('set local session_replication_role = replica')
  await rowsInto('captures', [...SEQ, ...CAPTURE_COLUMNS], ({ entry, seq }) => [packFields(SEQ, [seq]), entry.capture])
  await rowsInto('article_versions', VERSION_COLUMNS, ({ entry, seq }) => [
    packFields(VERSION_COLUMNS, [seq, 1, entry.analyser, entry.document]),
  ])
  await rowsInto('waiting', [['capture', 'bigint']], ({ seq }) => [packFields(SEQ, [seq])])
  await rowsInto('articles', ARTICLE_COLUMNS, ({ entry, seq }) => [
    packFields(PLACE_COLUMNS, [seq, entry.id, 1, entry.analyser]),
    entry.head,
  ])
  await transaction.script('set local session_replication_role = origin')
}

async function insertAll(transaction: Queryable, prepared: readonly Ready[]): Promise<void> {
  if (prepared.length === 0) return
  const fresh = prepared.filter(({ known }) => known === undefined)
  const seqs = new Map<string, number>()
  for (const { id, known } of prepared) if (known !== undefined) seqs.set(id, known.seq)
  const inserted = await insert<{ id: string; seq: number }>(
    transaction,
    'captures',
    CAPTURE_COLUMNS,
    fresh.map(({ capture }) => unpackFields(capture)),
    'on conflict (id) do nothing returning id, seq',
  )
  for (const { id, seq } of inserted) seqs.set(id, seq)
  // Another worker on the same server may have added one of them in the meantime; what it wrote stands.
  const ours = prepared.filter(({ id }) => seqs.has(id))
  const seqOf = ({ id }: Ready): number => seqs.get(id) ?? 0
  const versionOf = ({ known }: Ready): number => (known?.version ?? 0) + 1
  await insert(
    transaction,
    'article_versions',
    VERSION_COLUMNS,
    ours.map((p) => [seqOf(p), versionOf(p), p.analyser, p.document]),
    'on conflict do nothing',
  )
  await transaction.query('insert into waiting select unnest($1::bigint[]) on conflict do nothing', [ours.map(seqOf)])
  await insert(
    transaction,
    'articles',
    ARTICLE_COLUMNS,
    ours.map((p) => [seqOf(p), p.id, versionOf(p), p.analyser, ...unpackFields(p.head)]),
    `on conflict (seq) do update set ${ARTICLE_COLUMNS.slice(2)
      .map(([name]) => `${name} = excluded.${name}`)
      .join(', ')} where articles.version < excluded.version`,
  )
}

/** A statement takes 65,535 parameters; the widest row has 22. */
const ROWS_A_STATEMENT = 1000

async function insert<R extends Record<string, unknown>>(
  transaction: Queryable,
  table: string,
  columns: readonly Column[],
  rows: readonly (readonly Parameter[])[],
  ending: string,
): Promise<R[]> {
  if (rows.length === 0) return []
  if (rows.length > ROWS_A_STATEMENT) {
    const first = await insert<R>(transaction, table, columns, rows.slice(0, ROWS_A_STATEMENT), ending)
    return [...first, ...(await insert<R>(transaction, table, columns, rows.slice(ROWS_A_STATEMENT), ending))]
  }
  const places = rows.map(
    (_, r) => `(${columns.map(([, type], c) => `$${r * columns.length + c + 1}::${type}`).join(',')})`,
  )
  const names = columns.map(([name]) => name).join(', ')
  return transaction.query<R>(`insert into ${table} (${names}) values ${places.join(',')} ${ending}`, rows.flat())
}

async function unremove(transaction: Queryable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await transaction.query('delete from removed where id = any($1::text[])', [ids])
  await transaction.query(
    `insert into log (action, article, by, reason) select 'restored', id, 'add', 'added again on request' from unnest($1::text[]) id`,
    [ids],
  )
}
