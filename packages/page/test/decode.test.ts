import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Capture } from '../src/capture.js'
import { decode, MAX_PAGE_BYTES } from '../src/decode.js'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Encodes by looking every character up in what the decoder makes of each byte. */
function encodeAs(encoding: string, text: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, number>()
  for (let byte = 255; byte >= 0; byte--) table.set(decoder.decode(Uint8Array.of(byte)), byte)
  return Uint8Array.from(text, (unit) => table.get(unit) ?? 63)
}

const STORY = 'قال رئيس البلدية إن أعمال الترميم في السوق القديم ستنتهي قبل نهاية العام، وأضاف أن الكلفة لم تحدد بعد.'
const page = (charset: string, words = STORY): string =>
  `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"><title>x</title></head><body><p>${words}</p></body></html>`

describe('encodings', () => {
  const cases: readonly (readonly [string, Capture, string, string])[] = [
    ['plain UTF-8', { bytes: utf8(page('utf-8')) }, 'utf-8', 'meta'],
    ['nothing declared', { bytes: utf8(`<p>${STORY}</p><p>x</p>`) }, 'utf-8', 'default'],
    [
      'byte order mark beats HTTP',
      { bytes: utf8(`\ufeff${page('windows-1256')}`), headers: { 'content-type': 'text/html; charset=windows-1256' } },
      'utf-8',
      'bom',
    ],
    [
      'windows-1256 as declared by HTTP',
      { bytes: encodeAs('windows-1256', page('x')), headers: { 'content-type': 'text/html; charset=windows-1256' } },
      'windows-1256',
      'http',
    ],
    [
      'windows-1256 as declared by meta',
      { bytes: encodeAs('windows-1256', page('windows-1256')) },
      'windows-1256',
      'meta',
    ],
    ['windows-1256 declared as UTF-8', { bytes: encodeAs('windows-1256', page('utf-8')) }, 'windows-1256', 'sniffed'],
    [
      'windows-1256 declared as Latin-1',
      { bytes: encodeAs('windows-1256', page('iso-8859-1')) },
      'windows-1256',
      'sniffed',
    ],
    [
      'windows-1256 declared as ISO-8859-6',
      { bytes: encodeAs('windows-1256', page('iso-8859-6')) },
      'windows-1256',
      'sniffed',
    ],
    [
      'windows-1256 undeclared',
      { bytes: encodeAs('windows-1256', `<p>${STORY}</p><p>y</p>`) },
      'windows-1256',
      'sniffed',
    ],
    [
      'ISO-8859-6 declared as windows-1256',
      { bytes: encodeAs('iso-8859-6', page('windows-1256')) },
      'iso-8859-6',
      'sniffed',
    ],
    ['ISO-8859-6 as declared', { bytes: encodeAs('iso-8859-6', page('iso-8859-6')) }, 'iso-8859-6', 'meta'],
    ['UTF-8 declared as windows-1256', { bytes: utf8(page('windows-1256')) }, 'utf-8', 'sniffed'],
    ['UTF-16 without a mark', { bytes: new Uint8Array(Buffer.from(page('utf-16'), 'utf16le')) }, 'utf-16le', 'sniffed'],
    ['an unknown label', { bytes: utf8(page('utf-eight')) }, 'utf-8', 'default'],
  ]
  test.each(cases)('%s', (_name, capture, encoding, from) => {
    const outcome = decode(capture)
    expect(outcome.ok && [outcome.value.encoding, outcome.value.encodingFrom]).toEqual([encoding, from])
    expect(outcome.ok && outcome.value.text.value).toContain(STORY)
  })

  test('French in windows-1252 is not taken for Arabic', () => {
    const words = 'Le préfet a déclaré que la rénovation du marché était achevée à 80 %, malgré les retards.'
    const outcome = decode({ bytes: encodeAs('windows-1252', page('iso-8859-1', words)) })
    expect(outcome.ok && outcome.value.text.value).toContain(words)
  })

  test('a few broken bytes do not unmake UTF-8', () => {
    const bytes = utf8(page('utf-8'))
    bytes[bytes.indexOf(0xd8, 130) + 1] = 0x20
    const outcome = decode({ bytes })
    expect(outcome.ok && outcome.value.encoding).toBe('utf-8')
    expect(outcome.ok && outcome.value.text.value).toContain('\ufffd')
  })
})

describe('captures that hold no page', () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)
  const cases: readonly (readonly [string, Uint8Array, object])[] = [
    ['no bytes', new Uint8Array(), { kind: 'empty' }],
    ['white space and marks', utf8(' \n\u200f\ufeff\0 '), { kind: 'empty' }],
    ['a PDF', utf8('%PDF-1.7\n…'), { kind: 'binary', type: 'pdf' }],
    ['a picture', png, { kind: 'binary', type: 'png' }],
    ['a packed folder', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0), { kind: 'binary', type: 'zip' }],
    [
      'control characters all over',
      Uint8Array.from({ length: 400 }, (_, i) => i % 7),
      { kind: 'binary', type: 'unknown' },
    ],
    [
      'gzip cut short',
      gzipSync(utf8(page('utf-8').repeat(50))).subarray(0, 120),
      { kind: 'binary', type: 'damaged gzip' },
    ],
  ]
  test.each(cases)('%s', (_name, bytes, reason) => {
    expect(decode({ bytes })).toEqual({ ok: false, reason })
  })

  test('a page over the limit says both sizes', () => {
    expect(decode({ bytes: utf8('<p>word</p>'.repeat(10)) }, 50)).toEqual({
      ok: false,
      reason: { kind: 'too-large', bytes: 110, limit: 50 },
    })
  })

  test('a gzip that unpacks beyond the limit is stopped', () => {
    const outcome = decode({ bytes: gzipSync(Buffer.alloc(MAX_PAGE_BYTES + 1, 32)) })
    expect(outcome.ok ? undefined : outcome.reason.kind).toBe('too-large')
  })
})

test('gzip is unpacked', () => {
  const outcome = decode({ bytes: gzipSync(utf8(page('utf-8'))) })
  expect(outcome.ok && outcome.value.kind).toBe('html')
})

test.each([
  ['a page', '<!DOCTYPE html><html><body>x</body></html>', undefined, 'html'],
  ['a fragment', '<p>قال الوزير</p><p>إن</p>', undefined, 'html'],
  ['text that holds a less-than sign', 'إذا كان x < y فإن النتيجة <b أكبر من ذلك', undefined, 'text'],
  ['text that quotes a tag', 'كتب المبرمج <div> في السطر الأول', undefined, 'text'],
  ['flattened text that a server calls HTML', 'سطر أول\nسطر ثان', 'text/html', 'text'],
  ['one tag and a server that says HTML', 'سطر أول<br>سطر ثان', 'text/html; charset=utf-8', 'html'],
])('%s', (_name, text, contentType, kind) => {
  const headers = contentType === undefined ? {} : { 'content-type': contentType }
  const outcome = decode({ bytes: utf8(text), headers })
  expect(outcome.ok && outcome.value.kind).toBe(kind)
})
