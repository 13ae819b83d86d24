import type { Text } from '@isnad/text'

/** One page at one time, as it came: what is fetched, read from a file, or pasted. */
export interface Capture {
  readonly bytes: Uint8Array
  readonly url?: string
  /** ISO 8601 instant. */
  readonly capturedAt?: string
  /** Response headers, names in lower case; `content-type` carries the declared encoding. */
  readonly headers?: Readonly<Record<string, string>>
  /** What came beside the page: a sidecar, the fields of a JSONL line or a feed entry. It outranks what the page says. */
  readonly given?: GivenMetadata
}

export interface GivenMetadata {
  readonly title?: string
  readonly outlet?: string
  readonly byline?: string
  readonly published?: string
  readonly modified?: string
  readonly url?: string
  readonly language?: string
}

/** The decoded capture. Every `Span<'page'>` is cut from `text`. */
export interface Page {
  readonly text: Text<'page'>
  readonly kind: 'html' | 'text'
  /** WHATWG label of the encoding that was used, e.g. `windows-1256`. */
  readonly encoding: string
  /** What told the encoding; `sniffed` when the declared one contradicted the bytes. */
  readonly encodingFrom: 'bom' | 'http' | 'meta' | 'sniffed' | 'default'
  readonly url?: string
  readonly capturedAt?: string
  readonly given?: GivenMetadata
}

/** Why a capture yields no article: an ordinary day, not an error. */
export type Rejection =
  | { readonly kind: 'empty' }
  /** `type` names the format: `pdf`, `png`, `damaged gzip`, or `unknown`. */
  | { readonly kind: 'binary'; readonly type: string }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'no-article'; readonly words: number }
  | { readonly kind: 'other-language'; readonly language: string; readonly confidence: number }
