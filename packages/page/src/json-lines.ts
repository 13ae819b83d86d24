import { no, type Outcome, yes } from '@isnad/text'
import { decodeHTML } from 'entities'
import type { Capture, GivenMetadata } from './capture.js'

/** One line of a JSONL file: a capture, or why there is none. Lines are counted from 1, as editors count them. */
export type JsonLine =
  | { readonly line: number; readonly ok: true; readonly id?: string; readonly capture: Capture }
  | { readonly line: number; readonly ok: false; readonly reason: JsonLineFault }

export type JsonLineFault =
  | { readonly kind: 'not-json'; readonly detail: string }
  | { readonly kind: 'not-a-record' }
  | { readonly kind: 'no-text' }
  | { readonly kind: 'too-long'; readonly characters: number; readonly limit: number }

/** Characters that one line may hold; a longer one is reported and passed over without being kept in memory. */
export const MAX_JSON_LINE = 64 * 1024 * 1024

/**
 * Reads JSONL as it streams in, one record a line with the fields id, outlet, url, published, title, byline, language, text or
 * html, fetched. Blank lines are passed over. A broken line is reported and does not stop the rest. Holds one line at a time.
 */
export async function* readJsonLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limit = MAX_JSON_LINE,
): AsyncGenerator<JsonLine, void, undefined> {
  const decoder = new TextDecoder('utf-8')
  const parts: string[] = []
  let length = 0
  let line = 0
  const take = (): JsonLine | undefined => {
    line++
    const characters = length
    const text = characters > limit ? '' : parts.join('')
    parts.length = 0
    length = 0
    if (characters > limit) return { line, ok: false, reason: { kind: 'too-long', characters, limit } }
    return text.trim() === '' ? undefined : readLine(text, line)
  }
  const keep = (part: string): void => {
    length += part.length
    if (length > limit) parts.length = 0
    else parts.push(part)
  }
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true })
    let from = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      keep(text.slice(from, end))
      from = end + 1
      const read = take()
      if (read !== undefined) yield read
    }
    keep(text.slice(from))
  }
  keep(decoder.decode())
  if (length > 0) {
    const read = take()
    if (read !== undefined) yield read
  }
}

function readLine(text: string, line: number): JsonLine {
  let record: unknown
  try {
    record = JSON.parse(text)
  } catch (error) {
    return { line, ok: false, reason: { kind: 'not-json', detail: (error as Error).message } }
  }
  const read = captureOfRecord(record)
  if (!read.ok) return { line, ok: false, reason: read.reason }
  return { line, ok: true, ...read.value }
}

/** Half a surrogate pair, which JSON can escape and UTF-8 cannot hold. */
const LONE_SURROGATE = /\p{Surrogate}/gu

/** A record of a corpus as a capture; its fields go along as given metadata. */
export function captureOfRecord(
  record: unknown,
): Outcome<{ readonly id?: string; readonly capture: Capture }, JsonLineFault> {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return no({ kind: 'not-a-record' })
  const fields = record as Readonly<Record<string, unknown>>
  const field = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const value = fields[name]
      if (typeof value === 'number') return String(value)
      if (typeof value === 'string' && value.trim() !== '') return value.replace(LONE_SURROGATE, '\ufffd')
    }
    return undefined
  }
  /** Corpora scraped from mark-up leave its entities in short fields: «&quot;», «&nbsp;». */
  const printed = (...names: readonly string[]): string | undefined => {
    const value = field(...names)
    return value?.includes('&') ? decodeHTML(value).replace(/\s+/gu, ' ').trim() : value
  }
  const html = field('html')
  const text = html ?? field('text', 'body', 'content')
  if (text === undefined) return no({ kind: 'no-text' })
  const id = field('id')
  const url = field('url', 'link')
  const capturedAt = field('fetched', 'captured', 'capturedAt')
  const given: GivenMetadata = Object.fromEntries(
    Object.entries({
      title: printed('title', 'headline'),
      outlet: printed('outlet', 'publisher'),
      byline: printed('byline', 'author'),
      published: field('published', 'date'),
      modified: field('modified', 'updated'),
      url,
      language: field('language', 'lang'),
    }).filter(([, value]) => value !== undefined),
  )
  return yes({
    ...(id !== undefined && { id }),
    capture: {
      bytes: new TextEncoder().encode(text),
      headers: { 'content-type': `text/${html === undefined ? 'plain' : 'html'}; charset=utf-8` },
      given,
      ...(url !== undefined && { url }),
      ...(capturedAt !== undefined && { capturedAt }),
    },
  })
}
