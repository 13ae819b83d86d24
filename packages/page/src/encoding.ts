import { isAscii, isUtf8, transcode } from 'node:buffer'
import type { Page } from './capture.js'

export interface Decoded {
  readonly text: string
  readonly encoding: string
  readonly from: Page['encodingFrom']
}

/** The standard looks at 1,024 bytes; pages that open with long comments or scripts state their charset later. */
const PRESCAN = 8192
/** Letters enough to tell one code page from another. */
const SAMPLE = 65_536

/**
 * Bytes to text: BOM, then HTTP, then `<meta>`, each believed only as far as the bytes bear it out. UTF-8 that is valid is
 * UTF-8; what is not is read in the code page whose letters make words. Ill-formed bytes become U+FFFD, nothing throws.
 */
export function decodeBytes(bytes: Uint8Array, contentType: string | undefined): Decoded {
  const marked = byteOrderMark(bytes)
  if (marked !== undefined) return { text: read(bytes, marked), encoding: marked, from: 'bom' }
  const wide = unmarkedUtf16(bytes)
  if (wide !== undefined) return { text: read(bytes, wide), encoding: wide, from: 'sniffed' }

  const head = latin1(bytes.subarray(0, PRESCAN))
  const http = label(/charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(contentType ?? '')?.[1])
  const meta = label(metaCharset(head))
  const declared = http ?? meta
  const declaredFrom = http !== undefined ? 'http' : meta !== undefined ? 'meta' : 'default'

  const utf8 = utf8Evidence(bytes)
  if (utf8.multibyte === 0 && utf8.broken === 0) {
    // Plain ASCII reads the same everywhere, save in the escape-sequence encodings.
    const encoding = declared ?? 'utf-8'
    return { text: read(bytes, encoding), encoding, from: declaredFrom }
  }
  if (utf8.broken === 0 || utf8.multibyte > 10 * utf8.broken) {
    return {
      text: read(bytes, 'utf-8'),
      encoding: 'utf-8',
      from: declared === 'utf-8' || declared === undefined ? declaredFrom : 'sniffed',
    }
  }
  return bestCodePage(bytes, declared, declaredFrom)
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return undefined
}

/** UTF-16 without its mark: every other byte is 0 (Latin letters, mark-up, blanks) or 6 (Arabic letters). */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length & ~1, PRESCAN)
  if (length < 16) return undefined
  const high = [0, 0]
  let zero = 0
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]
    if (byte === 0) zero++
    if (byte === 0 || byte === 6) high[i & 1] = (high[i & 1] ?? 0) + 1
  }
  if (zero < length / 50) return undefined
  const [even = 0, odd = 0] = high.map((count) => count / (length / 2))
  if (odd > 0.9 && even < 0.2) return 'utf-16le'
  if (even > 0.9 && odd < 0.2) return 'utf-16be'
  return undefined
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

function metaCharset(head: string): string | undefined {
  const shown = head.replace(/<!--[\s\S]*?(?:-->|$)/g, '')
  return (
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(shown)?.[1] ??
    /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:.-]+)/i.exec(shown)?.[1]
  )
}

/** The WHATWG name for a stated label; undefined for one that nobody knows. A page cannot declare UTF-16 in ASCII. */
function label(stated: string | undefined): string | undefined {
  if (stated === undefined) return undefined
  if (/^utf-?8$/i.test(stated)) return 'utf-8'
  try {
    const { encoding } = new TextDecoder(stated)
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding
  } catch {
    return undefined
  }
}

/** From so many bytes on, going over UTF-16 beats the direct way. */
const LONG = 32_768

function read(bytes: Uint8Array, encoding: string): string {
  // The same result as TextDecoder's for bytes without a mark, in less time.
  if (encoding === 'utf-8' && bytes[0] !== 0xef) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (bytes.length < LONG || !isUtf8(bytes)) return buffer.toString('utf8')
    return transcode(buffer, 'utf8', 'utf16le').toString('utf16le')
  }
  try {
    return new TextDecoder(encoding).decode(bytes)
  } catch {
    return new TextDecoder('utf-8').decode(bytes)
  }
}

/** How many well-formed multi-byte sequences and how many broken bytes there are, as UTF-8. */
function utf8Evidence(bytes: Uint8Array): { multibyte: number; broken: number } {
  let multibyte = 0
  let broken = 0
  if (isUtf8(bytes)) return { multibyte: isAscii(bytes) ? 0 : 1, broken }
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i] ?? 0
    if (byte < 0x80) {
      i++
      continue
    }
    const follow = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0
    let good = follow > 0 && byte < 0xf5
    for (let k = 1; good && k <= follow; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) good = false
    if (good) {
      multibyte++
      i += follow + 1
    } else {
      broken++
      i++
    }
  }
  return { multibyte, broken }
}

const SINGLE_BYTE_GUESSES = ['windows-1256', 'iso-8859-6', 'windows-1252'] as const

/** Not UTF-8: the declared code page, unless another one makes clearly better words of the same bytes. */
function bestCodePage(bytes: Uint8Array, declared: string | undefined, declaredFrom: Page['encodingFrom']): Decoded {
  const sample = highSample(bytes)
  const stated = declared === undefined || declared === 'utf-8' ? undefined : declared
  let best: string | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const encoding of new Set([...(stated === undefined ? [] : [stated]), ...SINGLE_BYTE_GUESSES])) {
    // A declaration is evidence too; the others must beat it by more than noise.
    const worth = wordiness(read(sample, encoding)) + (encoding === stated ? 0.1 : 0)
    if (worth > most) {
      most = worth
      best = encoding
    }
  }
  const encoding = best ?? stated ?? 'windows-1252'
  const from = encoding === stated ? declaredFrom : declared === undefined ? 'default' : 'sniffed'
  return {
    text: read(bytes, encoding),
    encoding,
    from: encoding === 'windows-1252' || encoding === stated ? from : 'sniffed',
  }
}

/** The stretches of a page around its non-ASCII bytes, up to `SAMPLE` bytes. */
function highSample(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(SAMPLE)
  let length = 0
  for (let i = 0; i < bytes.length && length < SAMPLE - 4; i++) {
    const near = (bytes[i] ?? 0) >= 0x80 || (bytes[i - 1] ?? 0) >= 0x80 || (bytes[i + 1] ?? 0) >= 0x80
    if (near) sample[length++] = bytes[i] ?? 0
  }
  return sample.subarray(0, length)
}

/** The letters that make up four fifths of Arabic and Persian print. */
const COMMON_ARABIC = /[اليموننرتبةعدفهسكقحجىأی]/g
const ARABIC_LETTER = /[\u0620-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc]/g
const ARTICLE = /(?<![\u0620-\u064a])[وبفك]?ال[\u0620-\u064a]{2}/g
const MIXED_WORD = /[A-Za-z\u00c0-\u024f][\u0620-\u06ff]|[\u0620-\u06ff][A-Za-z\u00c0-\u024f]/g
const NO_LETTER = /[\u0080-\u009f\ufffd]|[\u0620-\u06ff][¡-¿×÷][\u0620-\u06ff]/g
const ACCENTED_RUN = /[\u00c0-\u00ff]{3,}/g

/** How much a text reads like words, per non-ASCII character: roughly −3 to 2. */
function wordiness(text: string): number {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  const foreign = count(/[^\u0000-\u007f]/g)
  if (foreign === 0) return 0
  const arabic = count(ARABIC_LETTER)
  const good = arabic * 0.3 + count(COMMON_ARABIC) * 0.5 + count(ARTICLE) * 2 + (foreign - arabic) * 0.5
  const bad = count(MIXED_WORD) * 2 + count(NO_LETTER) * 2 + (text.match(ACCENTED_RUN)?.join('').length ?? 0) * 1.5
  return (good - bad) / foreign
}
