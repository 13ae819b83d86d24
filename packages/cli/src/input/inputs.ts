import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { createGunzip, gunzip } from 'node:zlib'
import {
  type Capture,
  captureOfRecord,
  type FeedRejection,
  isFeed,
  type JsonLineFault,
  readFeed,
  readJsonLines,
} from '@isnad/page'
import type { Submission } from '@isnad/server'
import { capturedAtOf, isRecord, withFetch, withGiven } from './record.js'
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

type Beside = Readonly<Record<string, unknown>>

const faultText = (fault: JsonLineFault): string => {
  switch (fault.kind) {
    case 'not-json':
      return `not JSON: ${fault.detail}`
    case 'not-a-record':
      return 'not a JSON object'
    case 'no-text':
      return 'neither a field `text` nor a field `html` with words in it'
    case 'too-long':
      return `the line is longer than ${fault.limit} characters`
  }
}

/** A record with what lies beside its file, where it does not say so itself; the time of fetching as an instant. */
const completed = (capture: Capture, beside: Beside): Capture => {
  const capturedAt = capturedAtOf({ capturedAt: capture.capturedAt ?? beside.capturedAt })
  const outlet = capture.given?.outlet ?? beside.outlet
  const { capturedAt: _, ...rest } = capture
  return {
    ...rest,
    ...(capturedAt === undefined ? {} : { capturedAt }),
    ...(typeof outlet === 'string' ? { given: { ...capture.given, outlet } } : {}),
  }
}

interface Records {
  readonly source: string
  readonly chunks: AsyncIterable<Uint8Array>
  /** Lines up to this one were dealt with before. */
  readonly after: number
  readonly beside: Beside
  readonly consumed: () => number
}

async function* recordInputs({ source, chunks, after, beside, consumed }: Records): AsyncGenerator<Input> {
  let last = 0
  try {
    for await (const read of readJsonLines(chunks)) {
      last = read.line
      if (read.line <= after) continue
      if (read.ok) {
        const { id, capture, line } = read
        const submission = { capture: completed(capture, beside), source, position: line }
        yield {
          kind: 'capture',
          submission: id === undefined ? submission : { ...submission, identity: id },
          consumed: consumed(),
        }
      } else {
        const failure = {
          source,
          position: read.line,
          reason: 'INPUT_INVALID' as const,
          detail: faultText(read.reason),
        }
        yield { kind: 'unreadable', failure, consumed: consumed() }
      }
    }
  } catch (error) {
    // The lines before the break are whole and have been given out.
    yield { kind: 'unreadable', failure: failureOf(source, error, last + 1), consumed: consumed() }
  }
}

/** A file as a stream of bytes, unzipped when it is gzip, with how much of it was read from the disk. */
function bytesOf(path: string): Pick<Records, 'chunks' | 'consumed'> {
  const file = createReadStream(path, { highWaterMark: 1 << 18 })
  const consumed = (): number => file.bytesRead
  if (!GZIP.test(path)) return { chunks: file as AsyncIterable<Buffer>, consumed }
  const gunzip = createGunzip({ chunkSize: 1 << 18 })
  file.on('error', (error) => gunzip.destroy(error))
  return { chunks: file.pipe(gunzip) as AsyncIterable<Buffer>, consumed }
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
  if (!FEED.test(path) && !isFeed(capture.bytes)) {
    yield { kind: 'capture', submission: { capture, source }, consumed }
    return
  }
  const feed = readFeed(capture)
  if (!feed.ok) {
    const failure = { source, reason: 'INPUT_INVALID' as const, detail: feedFault(feed.reason) }
    yield { kind: 'unreadable', failure, consumed }
    return
  }
  for (const [at, { id, capture: entry }] of feed.value.entries.entries()) {
    const submission = { capture: entry, source, position: at + 1 }
    yield { kind: 'capture', submission: id === undefined ? submission : { ...submission, identity: id }, consumed }
  }
}

const feedFault = (rejection: FeedRejection): string => {
  switch (rejection.kind) {
    case 'not-a-feed':
      return 'XML that is no feed (RSS, RDF or Atom)'
    case 'no-entries':
      return `a feed without entries${rejection.faults[0] === undefined ? '' : `; ${rejection.faults[0]}`}`
    case 'too-large':
      return `a feed of ${rejection.bytes} bytes; the limit is ${rejection.limit}`
  }
}

/** The captures of one file. Records up to and including line `after` are passed over. */
export async function* fileInputs(file: FoundFile, after = 0): AsyncGenerator<Input> {
  const source = resolve(file.path)
  const failed = (failure: Unreadable): Input => ({ kind: 'unreadable', failure, consumed: file.bytes })
  try {
    if (isLines(file.path)) {
      const beside = await besideLines(file.path)
      yield* recordInputs({ source, ...bytesOf(file.path), after, beside })
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

/** True when the first line is a record with text in it. */
function looksLikeLines(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 1_000_000)
  const end = head.indexOf(0x0a)
  const first = head.subarray(0, end === -1 ? head.length : end).toString('utf8')
  if (!first.trimStart().startsWith('{')) return false
  try {
    return captureOfRecord(JSON.parse(first)).ok
  } catch {
    return false
  }
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
    const chunks = (async function* () {
      yield whole
    })()
    yield* recordInputs({ source, chunks, after: 0, beside: {}, consumed: () => whole.length })
  } else yield* pageInputs(source, source, { bytes: whole }, whole.length)
}
