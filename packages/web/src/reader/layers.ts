import type { Credit, PageSegment, Paragraph, Passage } from '@isnad/server'

/**
 * The annotation layers of the reading view. A layer marks words in the text, writes notes in the margin, or both.
 * `ink` and `shape` name the colour and the line it is drawn with; see Marked.svelte and LayerBar.svelte.
 */
export const LAYERS = {
  attribution: { ink: 'attribution', shape: 'bracket' },
  people: { ink: 'person', shape: 'solid' },
  bodies: { ink: 'body', shape: 'double' },
  places: { ink: 'place', shape: 'dotted' },
  events: { ink: 'event', shape: 'wavy' },
  removed: { ink: 'quiet', shape: 'struck' },
  times: { ink: 'time', shape: 'dashed' },
  numbers: { ink: 'quiet', shape: 'number' },
} as const satisfies Readonly<Record<string, { readonly ink: Ink; readonly shape: Shape }>>

export type Ink = 'person' | 'body' | 'place' | 'time' | 'event' | 'attribution' | 'quiet'
export type Shape = 'solid' | 'double' | 'dotted' | 'dashed' | 'wavy' | 'bracket' | 'struck' | 'number'
export type Layer = keyof typeof LAYERS

const ORDER = Object.keys(LAYERS) as readonly Layer[]
const DEFAULT: readonly Layer[] = ['attribution', 'removed']

/** The layers that an address switches on; without a word about them, those that are on from the start. */
export function layersIn(query: URLSearchParams): readonly Layer[] {
  const named = query.get('layers')
  if (named === null) return DEFAULT
  const names = named.split(',')
  return ORDER.filter((layer) => names.includes(layer))
}

/** How an address says which layers are on; null when they are those that are on from the start. */
export function layersParameter(layers: readonly Layer[]): string | null {
  const text = ORDER.filter((layer) => layers.includes(layer)).join(',')
  return text === DEFAULT.join(',') ? null : text || 'none'
}

/** One layer more (`1`) or fewer (`-1`), in the order of the bar. */
export function steppedLayers(on: readonly Layer[], available: readonly Layer[], step: 1 | -1): readonly Layer[] {
  const changed =
    step === 1 ? available.find((layer) => !on.includes(layer)) : available.findLast((layer) => on.includes(layer))
  if (changed === undefined) return on
  return step === 1 ? [...on, changed] : on.filter((layer) => layer !== changed)
}

/** Words of the article that a layer marks, that a claim holds, or that are lit for the moment. */
export interface Mark {
  readonly layer?: Layer
  readonly start: number
  readonly end: number
  /** Which note tells of the words, where one does. */
  readonly note?: string
  /** The entity that the words name, where they do. */
  readonly entity?: string
  /** The attribution whose claim this is. */
  readonly claim?: string
  readonly lit?: Ink
}

/** The credits that stand in the kept text, found through the piece of the page that they were read from. */
export function creditMarks(credits: readonly Credit[], segments: readonly PageSegment[]): Mark[] {
  return credits.flatMap(({ page, text }) => {
    if (page === undefined) return []
    const piece = segments.find((segment) => segment.page.start <= page.start && page.end <= segment.page.end)
    const at = piece?.text.indexOf(text) ?? -1
    if (piece?.article == null || at === -1) return []
    const start = piece.article.start + at
    return [{ layer: 'attribution' as const, start, end: start + text.length }]
  })
}

/** What was taken out between two paragraphs: the pieces, by the index of the paragraph before them. */
export function gapsAfter(
  body: readonly Paragraph[],
  segments: readonly PageSegment[],
): ReadonlyMap<number, readonly PageSegment[]> {
  const gaps = new Map<number, PageSegment[]>()
  let paragraph = -1
  let waiting: PageSegment[] = []
  for (const segment of segments) {
    if (!segment.kept) {
      if (paragraph >= 0) waiting.push(segment)
      continue
    }
    const start = segment.article?.start
    const at = start === undefined ? -1 : body.findIndex((p) => p.start <= start && start < p.end)
    if (at === -1) continue
    if (waiting.length > 0) gaps.set(paragraph, [...(gaps.get(paragraph) ?? []), ...waiting])
    waiting = []
    paragraph = at
  }
  return gaps
}

/** A run of a paragraph, with the layers that mark it. */
export interface Run {
  readonly text: string
  readonly layers: readonly Layer[]
  readonly note?: string
  readonly entity?: string
  /** The innermost claim around it. */
  readonly claim?: string
  /** A claim begins before its first word, or ends behind its last. */
  readonly opens?: true
  readonly closes?: true
  readonly lit?: Ink
}

/** Parts a passage where marks begin and end, so that overlapping marks can each be drawn. */
export function runsOf(passage: Passage, marks: readonly Mark[]): Run[] {
  const within = marks.filter((mark) => mark.start < passage.end && mark.end > passage.start)
  const clamp = (offset: number): number => Math.min(Math.max(offset, passage.start), passage.end)
  const edges = [passage.start, passage.end, ...within.flatMap((mark) => [clamp(mark.start), clamp(mark.end)])]
  const cuts = [...new Set(edges)].sort((a, b) => a - b)
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? passage.start
    const covering = within.filter((mark) => mark.start <= start && end <= mark.end)
    const layers = new Set(covering.flatMap(({ layer }) => layer ?? []))
    const claims = covering.filter(({ claim }) => claim !== undefined)
    // A cue belongs to its claim, but no claim begins or ends at it.
    const bounds = claims.filter(({ layer }) => layer === undefined)
    const note = covering.find((mark) => mark.note !== undefined)?.note
    const entity = innermost(covering.filter((mark) => mark.entity !== undefined))?.entity
    const claim = innermost(claims)?.claim
    const lit = innermost(covering.filter((mark) => mark.lit !== undefined))?.lit
    return {
      text: passage.text.slice(start - passage.start, end - passage.start),
      layers: [...layers],
      ...(note === undefined ? {} : { note }),
      ...(entity === undefined ? {} : { entity }),
      ...(claim === undefined ? {} : { claim }),
      ...(bounds.some((mark) => mark.start === start) ? { opens: true as const } : {}),
      ...(bounds.some((mark) => mark.end === end) ? { closes: true as const } : {}),
      ...(lit === undefined ? {} : { lit }),
    }
  })
}

/** The shortest of some marks. */
const innermost = (marks: readonly Mark[]): Mark | undefined =>
  marks.reduce<Mark | undefined>(
    (least, mark) => (least === undefined || mark.end - mark.start < least.end - least.start ? mark : least),
    undefined,
  )

/** Runs that follow each other under one note, or under none: what is pointed at and focused as a whole. */
export interface NotedRuns {
  readonly note: string | undefined
  readonly runs: readonly Run[]
}

export function notedRuns(runs: readonly Run[]): NotedRuns[] {
  const groups: { note: string | undefined; runs: Run[] }[] = []
  for (const run of runs) {
    const last = groups.at(-1)
    if (last !== undefined && last.note === run.note) last.runs.push(run)
    else groups.push({ note: run.note, runs: [run] })
  }
  return groups
}

/** Pieces of one label that follow each other and were taken out by one rule, or one kept piece. */
export interface PieceGroup {
  readonly pieces: readonly PageSegment[]
  readonly kept: boolean
}

export function groupPieces(segments: readonly PageSegment[]): PieceGroup[] {
  const groups: { pieces: PageSegment[]; kept: boolean }[] = []
  for (const segment of segments) {
    const last = groups.at(-1)
    if (last !== undefined && !last.kept && !segment.kept && last.pieces[0]?.rule === segment.rule)
      last.pieces.push(segment)
    else groups.push({ pieces: [segment], kept: segment.kept })
  }
  return groups
}
