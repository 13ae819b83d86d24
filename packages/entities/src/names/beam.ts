import { CLOSE, childOf, FIRST_GRAPHONE, type GraphoneModel, OPEN, step } from './graphones.js'

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

/** The best spellings of a word in the other script, by beam search; alignments that spell the same are summed. */
export function spell(word: string, model: GraphoneModel, index: ChunkIndex, width: number): Spelled[] {
  const letters = [...word].slice(0, LONGEST_WORD)
  const open = childOf(model, 0, OPEN)
  const beams: Map<string, Hypothesis>[] = Array.from({ length: letters.length + 1 }, () => new Map())
  beams[0]?.set('', { node: open < 0 ? 0 : open, form: '', idle: 0, log: 0 })
  const next = { node: 0 }
  const best = new Float64Array(letters.length + 1).fill(Number.NEGATIVE_INFINITY)
  const extend = (from: Hypothesis, chunks: readonly Chunk[], to: number, idle: number): void => {
    const beam = beams[to]
    if (beam === undefined) return
    for (const { symbol, written } of chunks) {
      const log = from.log + step(model, from.node, symbol, next)
      const lead = best[to] ?? 0
      if (log < lead - MARGIN) continue
      if (log > lead) best[to] = log
      const form = from.form + written
      const key = `${next.node} ${form}`
      const known = beam.get(key)
      if (known) known.log = logAdd(known.log, log)
      else beam.set(key, { node: next.node, form, idle, log })
    }
  }
  for (let at = 0; at <= letters.length; at++) {
    const beam = beams[at] ?? new Map()
    const unread = index.get('')
    if (unread)
      for (const from of [...beam.values()].sort(byLog).slice(0, width))
        if (from.idle === 0) extend(from, unread, at, 1)
    if (at === letters.length) break
    const kept = [...beam.values()].sort(byLog).slice(0, width)
    beams[at] = new Map()
    for (const from of kept) {
      let known = false
      for (let length = 1; length <= LONGEST_CHUNK && at + length <= letters.length; length++) {
        const chunks = index.get(letters.slice(at, at + length).join(''))
        if (chunks === undefined) continue
        if (length === 1) known = true
        extend(from, chunks, at + length, 0)
      }
      // A letter that the model never met stands for itself.
      if (!known)
        extend({ ...from, log: from.log - 12 }, [{ symbol: FIRST_GRAPHONE, written: letters[at] ?? '' }], at + 1, 0)
    }
  }
  const forms = new Map<string, number>()
  for (const { node, form, log } of beams[letters.length]?.values() ?? []) {
    const closed = log + step(model, node, CLOSE, next)
    const known = forms.get(form)
    forms.set(form, known === undefined ? closed : logAdd(known, closed))
  }
  return [...forms].map(([form, log]) => ({ form, log })).sort(byLog)
}

const byLog = (
  a: { readonly log: number; readonly form: string },
  b: { readonly log: number; readonly form: string },
): number => b.log - a.log || (a.form < b.form ? -1 : 1)
