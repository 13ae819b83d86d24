import { DecodingMode, EntityDecoder, htmlDecodeTree } from 'entities/decode'
import type { Run } from '../page-map.js'

export interface BlockText {
  readonly text: string
  readonly runs: readonly Run[]
}

const SPACE = /\s/

const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x1680 && SPACE.test(String.fromCharCode(code)))

/** Anything that keeps a piece from being copied as it stands: an entity, white space other than single blanks. */
const UNEVEN = /[&\t\n\v\f\r\u00a0\u2028\u2029\u3000\ufeff\u1680\u2000-\u200a\u202f\u205f\0]| {2}/

/**
 * Puts the words of source pieces together: entities decoded, white space collapsed to one blank, ends trimmed, NUL dropped.
 * ZWNJ and other format characters stay. `runs` lead every unit back to the source.
 */
export function blockText(source: string, pieces: readonly number[], stride = 3): BlockText {
  const writer = new Writer()
  for (let i = 0; i < pieces.length; i += stride) {
    const start = pieces[i] ?? 0
    const end = pieces[i + 1] ?? start
    const raw = source.slice(start, end)
    if (!UNEVEN.test(raw)) writer.copy(raw, start)
    else copyUneven(writer, raw, start)
  }
  return writer.finish()
}

function copyUneven(writer: Writer, raw: string, start: number): void {
  let at = 0
  while (at < raw.length) {
    const code = raw.charCodeAt(at)
    if (code === 38) {
      const [decoded, length] = decodeEntity(raw, at)
      if (length > 0) {
        writer.decoded(decoded, start + at, length)
        at += length
        continue
      }
    }
    if (code === 0) {
      writer.skip()
      at++
      continue
    }
    if (isSpace(code)) {
      let to = at + 1
      while (to < raw.length && isSpace(raw.charCodeAt(to))) to++
      writer.space(start + at, to - at)
      at = to
      continue
    }
    let to = at + 1
    while (to < raw.length) {
      const next = raw.charCodeAt(to)
      if (next === 38 || next === 0) break
      if (isSpace(next)) {
        // A single blank between words is copied with them.
        const after = next === 32 ? raw.charCodeAt(to + 1) : 0
        if (after === 0 || after === 38 || Number.isNaN(after) || isSpace(after)) break
      }
      to++
    }
    writer.even(raw.slice(at, to), start + at)
    at = to
  }
}

/** Collects text and joins runs that go on without a seam. */
class Writer {
  private text = ''
  private readonly runs: Run[] = []
  private article = 0
  private page = 0
  private length = 0
  private pending: { page: number; length: number } | undefined

  /** Copies a piece whose only white space is single blanks. */
  copy(raw: string, page: number): void {
    let from = 0
    let to = raw.length
    if (raw.charCodeAt(0) === 32) {
      this.space(page, 1)
      from = 1
    }
    const trailing = to > from && raw.charCodeAt(to - 1) === 32
    if (trailing) to--
    if (to > from) this.even(from === 0 && to === raw.length ? raw : raw.slice(from, to), page + from)
    if (trailing) this.space(page + to, 1)
  }

  even(words: string, page: number): void {
    this.settle()
    if (this.length > 0 && this.page + this.length === page) this.length += words.length
    else {
      this.close()
      this.article = this.text.length
      this.page = page
      this.length = words.length
    }
    this.text += words
  }

  decoded(words: string, page: number, pageLength: number): void {
    if (SPACE.test(words)) {
      this.space(page, pageLength)
      return
    }
    this.settle()
    this.close()
    this.runs.push({ article: this.text.length, length: words.length, page, pageLength })
    this.text += words
  }

  space(page: number, length: number): void {
    if (this.pending === undefined) this.pending = { page, length }
    else if (this.pending.page + this.pending.length === page) this.pending.length += length
  }

  skip(): void {
    this.close()
  }

  finish(): BlockText {
    this.close()
    return { text: this.text, runs: this.runs }
  }

  private settle(): void {
    const { pending } = this
    this.pending = undefined
    if (pending === undefined || this.text === '') return
    if (pending.length === 1 && this.length > 0 && this.page + this.length === pending.page) this.length += 1
    else {
      this.close()
      this.runs.push({ article: this.text.length, length: 1, page: pending.page, pageLength: pending.length })
    }
    this.text += ' '
  }

  private close(): void {
    if (this.length === 0) return
    this.runs.push({ article: this.article, length: this.length, page: this.page, pageLength: this.length })
    this.length = 0
  }
}

const WHOLE_ENTITY = /&#?\w{1,31};/y
const MOST_ENTITIES = 4096
const entities = new Map<string, readonly [decoded: string, length: number]>()

/** The character an entity at `at` stands for and its source length; length 0 when it is only an ampersand. */
function decodeEntity(raw: string, at: number): readonly [decoded: string, length: number] {
  WHOLE_ENTITY.lastIndex = at
  const whole = WHOLE_ENTITY.exec(raw)?.[0]
  // What follows a whole entity does not change it.
  if (whole === undefined) return readEntity(raw, at)
  let known = entities.get(whole)
  if (known === undefined) {
    known = readEntity(whole, 0)
    if (entities.size < MOST_ENTITIES) entities.set(whole, known)
  }
  return known
}

function readEntity(raw: string, at: number): [string, number] {
  let decoded = ''
  let consumed = 0
  const decoder = new EntityDecoder(htmlDecodeTree, (code, length) => {
    decoded += String.fromCodePoint(code)
    consumed = length
  })
  decoder.startEntity(DecodingMode.Legacy)
  const result = decoder.write(raw, at + 1)
  if (result < 0) decoder.end()
  return [decoded, consumed]
}

/** Decodes and collapses a bare string: an attribute's value, a title. */
export function plainText(raw: string): string {
  return blockText(raw, [0, raw.length, 0]).text
}
