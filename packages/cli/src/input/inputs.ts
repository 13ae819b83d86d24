import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Capture } from '@isnad/page'
import type { Submission } from '@isnad/server'
import { feedEntries, looksLikeFeed } from './feed.js'
import { type Line, linesOf, splitLines } from './lines.js'
import { isRecord, lineCapture, withFetch, withGiven } from './record.js'
import { type Found, readingProblem } from './walk.js'

/** From files to captures, one by one, with what could not be read told in between. */

/** What could not be read, where it lies and why. */
export interface Unreadable {
  readonly source: string
  readonly position?: number
  readonly reason: 'INPUT_UNREADABLE' | 'INPUT_INVALID'
  readonly detail: string
}

export type Input =
  | { readonly kind: 'capture'; readonly submission: Submission; readonly consumed: number }
  | { readonly kind: 'unreadable'; readonly failure: Unreadable; readonly consumed: number }

export type FoundFile = Extract<Found, { kind: 'file' }>

/** Bytes of one page, also after unzipping, and of one line of JSONL: more is no news page. */
const LARGEST = 256_000_000

const GZIP = /\.gz$/i
const LINES = /\.(?:jsonl|ndjson)(?:\.gz)?$/i
const FEED = /\.(?:xml|rss|atom)(?:\.gz)?$/i

export const isLines = (path: string): boolean => LINES.test(path)

const unzip = promisify(gunzip)

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

const unzipped = async (bytes: Buffer): Promise<Buffer> =>
  isGzip(bytes) ? unzip(bytes, { maxOutputLength: LARGEST }) : bytes

const zlibProblem = (error: unknown): string | undefined => {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'Z_BUF_ERROR') return 'the gzip file breaks off before its end'
  if (code === 'ERR_BUFFER_TOO_LARGE') return `it unzips to more than ${LARGEST} bytes`
  return code?.startsWith('Z_') === true ? `the gzip file is damaged: ${message}` : undefined
}

/** Broken contents are the input's fault, all else is a matter of getting at it. */
const failureOf = (source: string, error: unknown, position?: number): Unreadable => {
  const damaged = zlibProblem(error)
  return {
    source,
    ...(position === undefined ? {} : { position }),
    reason: damaged === undefined ? 'INPUT_UNREADABLE' : 'INPUT_INVALID',
    detail: damaged ?? readingProblem(error),
  }
}

const JSON_SPACE = /^[ \t\r]*$/

type Beside = Readonly<Record<string, unknown>>

function* lineInputs(source: string, { number, bytes, consumed }: Line, beside: Beside): Generator<Input> {
  if (bytes === undefined) {
    const detail = `the line is longer than ${LARGEST} bytes`
    yield { kind: 'unreadable', failure: { source, position: number, reason: 'INPUT_INVALID', detail }, consumed }
    return
  }
  const text = bytes.toString('utf8')
  if (JSON_SPACE.test(text)) return
  const record = lineCapture(number === 1 && text.startsWith('\ufeff') ? text.slice(1) : text, beside) // \ufeff: byte order mark
  if (record.ok) yield { kind: 'capture', submission: { ...record.value, source, position: number }, consumed }
  else {
    const failure = { source, position: number, reason: 'INPUT_INVALID' as const, detail: record.reason }
    yield { kind: 'unreadable', failure, consumed }
  }
}

async function* recordInputs(
  source: string,
  lines: AsyncIterable<Line>,
  after: number,
  beside: Beside = {},
): AsyncGenerator<Input> {
  let last = 0
  try {
    for await (const line of lines) {
      last = line.number
      if (line.number > after) yield* lineInputs(source, line, beside)
    }
  } catch (error) {
    // The lines before the break are whole and have been given out.
    yield { kind: 'unreadable', failure: failureOf(source, error, last + 1), consumed: 0 }
  }
}

/** `X.meta.json` beside `X.txt`, `X.html` or `X.html.gz`. */
const sidecarOf = (path: string): string => path.replace(/(?:\.[a-z]+)?(?:\.gz)?$/i, '.meta.json')
/** One for all that lies in the folder, as a fetcher leaves it. */
const fetchNoteOf = (path: string): string => join(dirname(path), 'capture.json')

/** A page without the fields that belong to it would be kept under a wrong name: better not at all. */
class SidecarError extends Error {
  override readonly name = 'SidecarError'
}

async function jsonBeside(path: string): Promise<Beside | undefined> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  let record: unknown
  try {
    record = JSON.parse(text)
  } catch (error) {
    throw new SidecarError(`${path} is not JSON: ${(error as Error).message}`)
  }
  if (!isRecord(record)) throw new SidecarError(`${path} is not a JSON object`)
  return record
}

async function withSidecars(capture: Capture, path: string): Promise<Capture> {
  const [note, sidecar] = await Promise.all([jsonBeside(fetchNoteOf(path)), jsonBeside(sidecarOf(path))])
  const fetched = note === undefined ? capture : withFetch(capture, note)
  return sidecar === undefined ? fetched : withGiven(fetched, sidecar)
}

/** Of what lies beside a JSONL file, its records take the outlet and the time of fetching, when they have none. */
async function besideLines(path: string): Promise<Beside> {
  const { outlet, capturedAt } = { ...(await jsonBeside(fetchNoteOf(path))), ...(await jsonBeside(sidecarOf(path))) }
  return { ...(outlet === undefined ? {} : { outlet }), ...(capturedAt === undefined ? {} : { capturedAt }) }
}

const sidecarFailure = (source: string, error: unknown): Unreadable => {
  const failure = failureOf(source, error)
  return error instanceof SidecarError ? { ...failure, reason: 'INPUT_INVALID' } : failure
}

/** What one page's bytes give: the page, or the entries of a feed. */
function* pageInputs(source: string, path: string, capture: Capture, consumed: number): Generator<Input> {
  if (!FEED.test(path) && !looksLikeFeed(capture.bytes)) {
    yield { kind: 'capture', submission: { capture, source }, consumed }
    return
  }
  const feed = feedEntries(capture)
  if (!feed.ok) {
    const failure = { source, reason: 'INPUT_INVALID' as const, detail: feed.reason }
    yield { kind: 'unreadable', failure, consumed }
    return
  }
  for (const [at, entry] of feed.value.entries())
    yield { kind: 'capture', submission: { ...entry, source, position: at + 1 }, consumed }
}

/** The captures of one file. Records up to and including line `after` are passed over. */
export async function* fileInputs(file: FoundFile, after = 0): AsyncGenerator<Input> {
  const source = resolve(file.path)
  const failed = (failure: Unreadable): Input => ({ kind: 'unreadable', failure, consumed: file.bytes })
  try {
    if (isLines(file.path)) {
      const beside = await besideLines(file.path)
      yield* recordInputs(source, linesOf(file.path, GZIP.test(file.path), LARGEST), after, beside)
    } else if (file.bytes > LARGEST) {
      yield failed({ source, reason: 'INPUT_INVALID', detail: `it has more than ${LARGEST} bytes` })
    } else {
      const bytes = await unzipped(await readFile(file.path))
      yield* pageInputs(source, file.path, await withSidecars({ bytes }, file.path), file.bytes)
    }
  } catch (error) {
    yield failed(sidecarFailure(source, error))
  }
}

async function collected(chunks: AsyncIterable<Buffer>): Promise<Buffer | undefined> {
  const parts: Buffer[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > LARGEST) return undefined
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}

const looksLikeLines = (bytes: Buffer): boolean => {
  const head = bytes.subarray(0, 1_000_000)
  const end = head.indexOf(0x0a)
  const first = head.subarray(0, end === -1 ? head.length : end).toString('utf8')
  return first.trimStart().startsWith('{') && lineCapture(first).ok
}

/** What comes through standard input: a page, a feed or JSONL, zipped or not; told by its first bytes. */
export async function* streamInputs(chunks: AsyncIterable<Buffer>): AsyncGenerator<Input> {
  const source = '-'
  let bytes: Buffer | undefined
  try {
    const collectedBytes = await collected(chunks)
    bytes = collectedBytes && (await unzipped(collectedBytes))
  } catch (error) {
    yield { kind: 'unreadable', failure: failureOf(source, error), consumed: 0 }
    return
  }
  if (bytes === undefined) {
    const failure = { source, reason: 'INPUT_INVALID' as const, detail: `it has more than ${LARGEST} bytes` }
    yield { kind: 'unreadable', failure, consumed: 0 }
    return
  }
  const whole = bytes
  if (looksLikeLines(whole)) {
    const chunk = (async function* () {
      yield whole
    })()
    yield* recordInputs(
      source,
      splitLines(chunk, LARGEST, () => whole.length),
      0,
    )
  } else yield* pageInputs(source, source, { bytes: whole }, whole.length)
}
