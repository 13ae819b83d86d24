import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { IsnadError } from '@isnad/text'

/** One line of a file, without its end; `fault` says why it could not be read. */
export interface Line {
  /** 1-based. */
  readonly number: number
  readonly text: string
  readonly fault?: string
}

/** The longest line that is held: the largest items of a Wikidata dump have a few million letters. */
const LONGEST = 64 * 1024 * 1024
const NEWLINE = 0x0a

const MAGIC: readonly (readonly [bytes: readonly number[], kind: string])[] = [
  [[0x1f, 0x8b], 'gzip'],
  [[0x42, 0x5a, 0x68], 'bzip2'],
  [[0x50, 0x4b, 0x03, 0x04], 'zip'],
  [[0xfd, 0x37, 0x7a, 0x58], 'xz'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'zstd'],
]

async function compressionOf(file: string): Promise<string | undefined> {
  const handle = await open(file)
  try {
    const head = new Uint8Array(4)
    await handle.read(head, 0, 4, 0)
    return MAGIC.find(([bytes]) => bytes.every((byte, i) => head[i] === byte))?.[1]
  } finally {
    await handle.close()
  }
}

const unreadable = (file: string, cause: unknown): IsnadError => {
  const { code, message } = cause as NodeJS.ErrnoException
  const detail = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : message
  return new IsnadError('INPUT_UNREADABLE', `${file}: ${detail}`, { cause })
}

/**
 * The lines of a text file in UTF-8, plain or gzip, in bounded memory. A line that is no UTF-8 or longer than 64 MiB comes with
 * its fault and without text. Throws `INPUT_UNREADABLE`.
 */
export async function* linesOf(file: string): AsyncGenerator<Line> {
  let stream: Readable
  try {
    const compression = await compressionOf(file)
    if (compression !== undefined && compression !== 'gzip')
      throw new Error(`it is packed with ${compression}; unpack it, or pack it with gzip`)
    const bytes = createReadStream(file, { highWaterMark: 1 << 18 })
    stream = compression === 'gzip' ? bytes.pipe(createGunzip()) : bytes
    // A pipe does not carry errors on.
    if (stream !== bytes) bytes.once('error', (error) => stream.destroy(error))
  } catch (cause) {
    throw unreadable(file, cause)
  }
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let number = 0
  let held: Buffer[] = []
  let length = 0
  const take = (): Line => {
    number++
    const whole = held.length === 1 ? (held[0] ?? Buffer.alloc(0)) : Buffer.concat(held)
    const long = length > LONGEST
    held = []
    length = 0
    if (long) return { number, text: '', fault: 'the line is longer than 64 MiB' }
    try {
      return { number, text: utf8.decode(whole).replace(/\r$/, '') }
    } catch {
      return { number, text: '', fault: 'the line is not UTF-8' }
    }
  }
  const hold = (piece: Buffer): void => {
    length += piece.length
    if (length <= LONGEST) held.push(piece)
  }
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      let from = 0
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
        hold(chunk.subarray(from, end))
        yield take()
        from = end + 1
      }
      // What is left outlives the chunk's buffer.
      if (from < chunk.length) hold(Buffer.from(chunk.subarray(from)))
    }
  } catch (cause) {
    throw unreadable(file, cause)
  } finally {
    stream.destroy()
  }
  if (length > 0) yield take()
}
