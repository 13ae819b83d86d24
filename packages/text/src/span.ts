declare const frame: unique symbol

/** Which string offsets count in: the decoded capture, the article composed from it, or a folding of the article. */
export type Frame = 'page' | 'article' | 'folded'

/** One string and the frame it stands for. Nothing edits it; findings refer to it by span. */
export interface Text<F extends Frame = 'article'> {
  readonly frame: F
  readonly value: string
}

/**
 * A stretch of one frame, `end` not included, counted in UTF-16 code units. The frame is a type alone: it costs nothing at
 * run time and keeps offsets of one frame from being used in another.
 */
export type Span<F extends Frame = 'article'> = {
  readonly start: number
  readonly end: number
} & { readonly [frame]?: F }

export const textOf = <F extends Frame>(frame: F, value: string): Text<F> => ({ frame, value })

export const span = <F extends Frame = 'article'>(start: number, end: number): Span<F> => ({ start, end })

/** The words a span covers. Throws `RangeError` when the span does not lie in the text. */
export function cover<F extends Frame>(text: Text<F>, { start, end }: Span<NoInfer<F>>): string {
  if (!(start >= 0 && start <= end && end <= text.value.length)) {
    throw new RangeError(`span ${start}–${end} lies outside a text of ${text.value.length} code units`)
  }
  return text.value.slice(start, end)
}

export const lengthOf = <F extends Frame>(s: Span<F>): number => s.end - s.start

/** True when `inner` lies wholly in `outer`; equal spans contain each other. */
export const contains = <F extends Frame>(outer: Span<F>, inner: Span<NoInfer<F>>): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

/** True when the two share at least one code unit. */
export const overlaps = <F extends Frame>(a: Span<F>, b: Span<NoInfer<F>>): boolean =>
  a.start < b.end && b.start < a.end

/** The same words seen from a text in which they start `by` units later. */
export const shift = <F extends Frame>(s: Span<F>, by: number): Span<F> => ({ start: s.start + by, end: s.end + by })

/** Reading order: by start, the longer first at one start. */
export const byPosition = <F extends Frame>(a: Span<F>, b: Span<F>): number => a.start - b.start || b.end - a.end
