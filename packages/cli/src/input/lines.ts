import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'

/** One line of a file as bytes, without its line break. */
export interface Line {
  /** From 1. */
  readonly number: number
  /** Undefined when the line is longer than the limit: it was passed over. */
  readonly bytes: Buffer | undefined
  /** How much of the file, as it lies on disk, has been read. */
  readonly consumed: number
}

const NEWLINE = 0x0a
const CARRIAGE_RETURN = 0x0d

/** Splits a stream of bytes at line feeds. A line over `longest` bytes is never held in memory. */
export async function* splitLines(
  chunks: AsyncIterable<Buffer>,
  longest: number,
  consumed: () => number,
): AsyncGenerator<Line> {
  let parts: Buffer[] = []
  let length = 0
  let number = 0
  const add = (part: Buffer): void => {
    length += part.length
    if (length <= longest) parts.push(part)
    else parts = []
  }
  const take = (): Line => {
    number++
    const whole = length > longest ? undefined : parts.length === 1 ? parts[0] : Buffer.concat(parts)
    const bytes = whole !== undefined && whole.at(-1) === CARRIAGE_RETURN ? whole.subarray(0, -1) : whole
    parts = []
    length = 0
    return { number, bytes, consumed: consumed() }
  }
  for await (const chunk of chunks) {
    let from = 0
    for (;;) {
      const at = chunk.indexOf(NEWLINE, from)
      if (at === -1) break
      add(chunk.subarray(from, at))
      yield take()
      from = at + 1
    }
    if (from < chunk.length) add(chunk.subarray(from))
  }
  if (length > 0) yield take()
}

/** The lines of a file, unzipped when it is gzip. A stream that breaks off throws after the lines before the break. */
export function linesOf(path: string, isGzip: boolean, longest: number): AsyncGenerator<Line> {
  const file = createReadStream(path, { highWaterMark: 1 << 18 })
  const consumed = (): number => file.bytesRead
  if (!isGzip) return splitLines(file as AsyncIterable<Buffer>, longest, consumed)
  const gunzip = createGunzip({ chunkSize: 1 << 18 })
  file.on('error', (error) => gunzip.destroy(error))
  return splitLines(file.pipe(gunzip) as AsyncIterable<Buffer>, longest, consumed)
}
