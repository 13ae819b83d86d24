import { z } from '@hono/zod-openapi'

/** Shapes that the others are made of. */

/** The same sentence in both languages of the interface. */
export const Wording = z.object({ ar: z.string(), en: z.string() }).openapi('Wording')

/** Half-open, in UTF-16 code units. */
export const Span = z.object({ start: z.int().min(0), end: z.int().min(0) }).openapi('Span')

/** A span with the words that it covers. */
export const Passage = Span.extend({ text: z.string() }).openapi('Passage')

/** A piece of a title or snippet; `marked` pieces are the words that were searched for. */
export const Segment = z.object({ text: z.string(), marked: z.boolean() }).openapi('Segment')

export const Direction = z.enum(['rtl', 'ltr'])

/** A count that stops at a cap: `capped` true reads "more than `count`". */
export const Count = z.object({ count: z.int().min(0), capped: z.boolean() }).openapi('Count')
