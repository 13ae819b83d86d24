import { likeness } from './likeness.js'
import type { StoryProfile } from './profile.js'

/** A chapter as it is compared with the others of its story: its newest articles that still stand. */
export interface ChapterSample<T> {
  readonly chapter: T
  readonly profiles: readonly StoryProfile[]
  /** Articles of the whole chapter. */
  readonly size: number
}

/** Chapters from which on two hang together: a little less than an article needs to join, for the mean holds the strange ones too. */
const HANGS_AT = 0.14
/** A part that is split off is an affair by itself. */
const LEAST_ARTICLES = 4

export interface Drift<T> {
  /** The part that leaves: the smaller. */
  readonly leaving: readonly T[]
  /** Mean likeness of what leaves to what stays. */
  readonly alike: number
}

/**
 * Whether the chapters of a story have drifted apart: chapters hang together by the mean likeness of their articles, and the largest
 * part that no likeness ties to the rest leaves. Chaining joins what no single comparison would (single-pass clusters: Allan et al. 1998).
 */
export function driftOf<T>(samples: readonly ChapterSample<T>[]): Drift<T> | undefined {
  const count = samples.length
  const alike = samples.map((a, i) => samples.map((b, j) => (i < j ? meanLikeness(a.profiles, b.profiles) : 0)))
  const between = (i: number, j: number): number => alike[Math.min(i, j)]?.[Math.max(i, j)] ?? 0
  const part = new Array<number>(count).fill(-1)
  let parts = 0
  for (let from = 0; from < count; from++) {
    if (part[from] !== -1) continue
    const open = [from]
    part[from] = parts
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (let to = 0; to < count; to++)
        if (part[to] === -1 && between(at, to) >= HANGS_AT) {
          part[to] = parts
          open.push(to)
        }
    parts++
  }
  if (parts < 2) return undefined
  const sizes = new Array<number>(parts).fill(0)
  for (let i = 0; i < count; i++) sizes[part[i] ?? 0] = (sizes[part[i] ?? 0] ?? 0) + (samples[i]?.size ?? 0)
  const order = sizes.map((_, i) => i).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b)
  const leaves = order[1]
  if (leaves === undefined || (sizes[leaves] ?? 0) < LEAST_ARTICLES) return undefined
  let sum = 0
  let pairs = 0
  for (let i = 0; i < count; i++)
    for (let j = 0; j < count; j++)
      if (part[i] === leaves && part[j] !== leaves) {
        sum += between(i, j)
        pairs++
      }
  return {
    leaving: samples.filter((_, i) => part[i] === leaves).map(({ chapter }) => chapter),
    alike: pairs === 0 ? 0 : sum / pairs,
  }
}

function meanLikeness(a: readonly StoryProfile[], b: readonly StoryProfile[]): number {
  let sum = 0
  for (const x of a) for (const y of b) sum += likeness(x, y).score
  return a.length === 0 || b.length === 0 ? 1 : sum / (a.length * b.length)
}
