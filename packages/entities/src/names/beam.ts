import { CLOSE, childOf, FIRST_GRAPHONE, type GraphoneModel, History, OPEN, step } from './graphones.js'

export type Direction = 'to-latin' | 'to-arabic'

export interface Spelled {
  readonly form: string
  /** Natural log of the joint probability of both forms, over the alignments that the beam kept. */
  readonly log: number
}

interface Hypothesis {
  readonly node: number
  readonly form: string
  /** Graphones in a row that read no input letter. */
  readonly idle: number
  log: number
  /** Another one of the same form. */
  next: Hypothesis | undefined
}

interface Chunk {
  readonly symbol: number
  readonly written: string
}

/** Graphones by the letters that they read. */
export type ChunkIndex = ReadonlyMap<string, readonly Chunk[]>

/** Letters in the longest chunk: three Latin ones. */
const LONGEST_CHUNK = 3
const LONGEST_WORD = 40
/** Part-spelled words this many nats behind the best are never among those kept. */
const MARGIN = 8
/** More than a sum of logarithms changes with the order of its terms. */
const ROUNDING = 1e-6

export function indexChunks(model: GraphoneModel, direction: Direction): ChunkIndex {
  const index = new Map<string, Chunk[]>()
  for (const [i, { ar, latin }] of model.graphones.entries()) {
    const [read, written] = direction === 'to-latin' ? [ar, latin] : [latin, ar]
    const chunks = index.get(read)
    const chunk = { symbol: FIRST_GRAPHONE + i, written }
    if (chunks) chunks.push(chunk)
    else index.set(read, [chunk])
  }
  return index
}

const logAdd = (a: number, b: number): number =>
  a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b))

/** Hypotheses that have read as many letters, by form. */
type Beam = Map<string, Hypothesis>

/** The best spellings of a word in the other script, by beam search; alignments that spell the same are summed. */
export function spell(word: string, model: GraphoneModel, index: ChunkIndex, width: number): Spelled[] {
  const letters = [...word].slice(0, LONGEST_WORD)
  const open = childOf(model, 0, OPEN)
  const beams: Beam[] = Array.from({ length: letters.length + 1 }, () => new Map())
  beams[0]?.set('', { node: open < 0 ? 0 : open, form: '', idle: 0, log: 0, next: undefined })
  const next = { node: 0 }
  const history = new History(model)
  const best = new Float64Array(letters.length + 1).fill(Number.NEGATIVE_INFINITY)
  const extend = (from: Hypothesis, chunks: readonly Chunk[], to: number, idle: number): void => {
    const beam = beams[to]
    if (beam === undefined) return
    history.read(from.node, (best[to] ?? 0) - MARGIN - from.log - ROUNDING)
    for (const { symbol, written } of chunks) {
      const log = from.log + history.step(symbol)
      const lead = best[to] ?? 0
      if (log < lead - MARGIN || log === Number.NEGATIVE_INFINITY) continue
      if (log > lead) best[to] = log
      addTo(beam, history.next, from.form + written, idle, log)
    }
  }
  for (let at = 0; at <= letters.length; at++) {
    const unread = index.get('')
    if (unread) for (const from of likeliest(beams[at], width)) if (from.idle === 0) extend(from, unread, at, 1)
    if (at === letters.length) break
    const kept = likeliest(beams[at], width)
    beams[at] = new Map()
    const readable: (readonly Chunk[] | undefined)[] = []
    for (let length = 1; length <= LONGEST_CHUNK && at + length <= letters.length; length++)
      readable.push(index.get(letters.slice(at, at + length).join('')))
    for (const from of kept) {
      for (const [i, chunks] of readable.entries()) if (chunks !== undefined) extend(from, chunks, at + i + 1, 0)
      // A letter that the model never met stands for itself.
      if (readable[0] === undefined)
        extend({ ...from, log: from.log - 12 }, [{ symbol: FIRST_GRAPHONE, written: letters[at] ?? '' }], at + 1, 0)
    }
  }
  const forms: Spelled[] = []
  for (const [form, first] of beams[letters.length] ?? []) {
    let log = first.log + step(model, first.node, CLOSE, next)
    for (let other = first.next; other !== undefined; other = other.next)
      log = logAdd(log, other.log + step(model, other.node, CLOSE, next))
    forms.push({ form, log })
  }
  return forms.sort(byLog)
}

function addTo(beam: Beam, node: number, form: string, idle: number, log: number): void {
  const first = beam.get(form)
  if (first === undefined) {
    beam.set(form, { node, form, idle, log, next: undefined })
    return
  }
  for (let known = first; ; known = known.next) {
    if (known.node === node) {
      known.log = logAdd(known.log, log)
      return
    }
    if (known.next === undefined) {
      known.next = { node, form, idle, log, next: undefined }
      return
    }
  }
}

/** The first `width` of a beam in the order of `byLog`. */
function likeliest(beam: Beam | undefined, width: number): Hypothesis[] {
  const kept: Hypothesis[] = []
  for (const first of beam?.values() ?? [])
    for (let one: Hypothesis | undefined = first; one !== undefined; one = one.next) {
      let at = kept.length
      if (at === width && byLog(one, kept[at - 1] ?? one) >= 0) continue
      if (at === width) at--
      for (; at > 0 && byLog(one, kept[at - 1] ?? one) < 0; at--) kept[at] = kept[at - 1] ?? one
      kept[at] = one
    }
  return kept
}

const byLog = (
  a: { readonly log: number; readonly form: string },
  b: { readonly log: number; readonly form: string },
): number => b.log - a.log || (a.form < b.form ? -1 : 1)
