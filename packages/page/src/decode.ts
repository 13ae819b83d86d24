import { gunzipSync } from 'node:zlib'
import { no, type Outcome, textOf, yes } from '@isnad/text'
import type { Capture, Page, Rejection } from './capture.js'
import { decodeBytes } from './encoding.js'
import { binaryType } from './file-type.js'

/** Bytes of a page after unpacking. The largest real news pages have under 10 MB; four times a 16-bit log file would fit. */
export const MAX_PAGE_BYTES = 64 * 1024 * 1024

/**
 * Reads a capture into text: unpacks gzip, tells the encoding, and says whether it is HTML or flattened text. Empty, binary
 * (damaged gzip among them) and oversized captures are answers, not errors; ill-formed bytes become U+FFFD.
 */
export function decode(capture: Capture, limit = MAX_PAGE_BYTES): Outcome<Page, Rejection> {
  const unpacked = unpack(capture.bytes, limit)
  if (!unpacked.ok) return unpacked
  const bytes = unpacked.value
  if (bytes.length === 0) return no({ kind: 'empty' })
  if (bytes.length > limit) return no({ kind: 'too-large', bytes: bytes.length, limit })
  const type = binaryType(bytes)
  if (type !== undefined) return no({ kind: 'binary', type })
  const contentType = capture.headers?.['content-type']
  const { text, encoding, from } = decodeBytes(bytes, contentType)
  if (!/[^\s\0\ufeff\u200b-\u200f]/.test(text)) return no({ kind: 'empty' })
  const { url, capturedAt, given } = capture
  return yes({
    text: textOf('page', text),
    kind: isHtml(text, contentType) ? 'html' : 'text',
    encoding,
    encodingFrom: from,
    ...(url !== undefined && { url }),
    ...(capturedAt !== undefined && { capturedAt }),
    ...(given !== undefined && { given }),
  })
}

/** Gzip inside gzip happens where an archive packs what a server packed; deeper nesting is an attack. */
const MOST_LAYERS = 2

function unpack(bytes: Uint8Array, limit: number): Outcome<Uint8Array, Rejection> {
  let current = bytes
  for (let layer = 0; current[0] === 0x1f && current[1] === 0x8b; layer++) {
    if (layer === MOST_LAYERS) return no({ kind: 'binary', type: 'gzip' })
    try {
      current = gunzipSync(current, { maxOutputLength: limit })
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (code === 'ERR_BUFFER_TOO_LARGE') return no({ kind: 'too-large', bytes: current.length, limit })
      // What could be unpacked of a cut file might end in mid-story; half an article is no evidence.
      return no({ kind: 'binary', type: 'damaged gzip' })
    }
  }
  return yes(current)
}

/** So much of a page shows whether it is mark-up. */
const LOOK = 200_000
const OPENING = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,5000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i
const TAG =
  /<(\/?)(p|div|br|span|a|h[1-6]|table|tbody|tr|td|ul|ol|li|img|meta|head|body|article|section|main|header|footer|nav|strong|b|i|em|u|font|center|script|style|title|link|blockquote|figure|form|input|button|iframe)(?=[\s/>])[^<>]*>/gi

/**
 * True for mark-up. A text that merely holds a `<`, or quotes one tag, stays text: it takes an HTML opening, a few tags of which
 * one closes or breaks a block, or a server that says HTML and at least one tag.
 */
export function isHtml(text: string, contentType?: string): boolean {
  const head = text.slice(0, LOOK)
  if (OPENING.test(head)) return true
  const stated = /^\s*(?:text\/html|application\/xhtml\+xml)/i.test(contentType ?? '')
  let tags = 0
  let structural = 0
  for (const [, slash, name = ''] of head.matchAll(TAG)) {
    tags++
    if (slash === '/' || /^(?:p|br|div|li|td|h[1-6])$/i.test(name)) structural++
    if (tags >= 3 && structural >= 2) return true
  }
  return (stated && tags > 0) || (tags >= 2 && structural >= 2 && /^\s*</.test(head))
}
