import { shinglesOf, type WordStream } from './words.js'

/** A stretch of words, `end` not included. */
export interface WordRange {
  readonly start: number
  readonly end: number
}

/** A stretch that two texts share: runs of equal words with small differences between them. */
export interface Alignment {
  readonly a: WordRange
  readonly b: WordRange
  /** Words that are the same on both sides. */
  readonly equal: number
  /** The runs of equal words, in order: start in a, start in b, length. */
  readonly runs: readonly Run[]
}

export interface Run {
  readonly a: number
  readonly b: number
  readonly length: number
}

/** Seeds are three words long: the longest that still finds a run between two exchanged words. */
const SEED = 3
/** A word run that comes back more often than this in one text is a refrain; its first places stand for it. */
const PLACES_PER_SEED = 6
/** Two runs belong together when no more words than this lie between them on either side. */
const BRIDGE = 8
/** Fewer equal words than this are a common phrase, not a passage. */
const LEAST_EQUAL = 8
/** Open passages that a new run may join; an edit moves a run past few others. */
const OPEN = 12

/**
 * What two texts share, in the order of `b`. Maximal equal runs grown from shared seeds, bridged where the words between
 * are few on both sides, as plagiarism detectors do (seed, extend, filter: Potthast et al. 2013). Linear in the words of
 * both: every word of `b` is extended at most `PLACES_PER_SEED` times.
 */
export function alignWords(
  a: WordStream,
  b: WordStream,
  leastEqual = LEAST_EQUAL,
  table: SeedTable = new SeedTable(),
): Alignment[] {
  return bridge(equalRuns(a, b, table), leastEqual)
}

function equalRuns(a: WordStream, b: WordStream, table: SeedTable): Run[] {
  if (a.count < SEED || b.count < SEED) return []
  table.hold(a)
  const seeds = shinglesOf(b, SEED)
  const runs: Run[] = []
  let at = 0
  // The place in `a` where the last run would go on if a single word were exchanged: tried first, so that a refrain is
  // matched to its neighbour and not to its first place.
  let expected = -1
  while (at < seeds.length) {
    let best = -1
    let length = 0
    let tries = 0
    for (
      let place = table.first(seeds[at] as number);
      place >= 0 && tries < PLACES_PER_SEED;
      place = table.next(place)
    ) {
      tries++
      const got = extension(a, b, place, at)
      if (got > length || (got === length && Math.abs(place - expected) < Math.abs(best - expected))) {
        best = place
        length = got
      }
    }
    if (length < SEED) {
      at++
      continue
    }
    runs.push({ a: best, b: at, length })
    expected = best + length + 1
    at += length
  }
  return runs
}

function extension(a: WordStream, b: WordStream, from: number, to: number): number {
  const most = Math.min(a.count - from, b.count - to)
  let length = 0
  while (length < most && a.key[from + length] === b.key[to + length]) length++
  return length
}

/** Places of each seed in a text, first to last, by open addressing. One table serves many alignments, one after the other. */
export class SeedTable {
  #text: WordStream | undefined
  #seeds: Uint32Array = new Uint32Array(0)
  #slots = new Int32Array(0)
  #copies = new Uint8Array(0)
  #last = new Int32Array(0)
  #following = new Int32Array(0)
  #mask = 0

  /** Takes up the seeds of a text in the place of what it held. */
  hold(text: WordStream): void {
    if (this.#text === text) return
    this.#text = text
    const seeds = shinglesOf(text, SEED)
    let size = 16
    while (size < seeds.length * 2) size *= 2
    this.#seeds = seeds
    this.#mask = size - 1
    if (this.#slots.length < size) {
      this.#slots = new Int32Array(size)
      this.#copies = new Uint8Array(size)
      this.#last = new Int32Array(size)
      this.#following = new Int32Array(size)
    }
    this.#slots.fill(-1, 0, size)
    this.#copies.fill(0, 0, size)
    this.#following.fill(-1, 0, seeds.length)
    for (let place = 0; place < seeds.length; place++) {
      const slot = this.#slotOf(seeds[place] as number)
      if ((this.#slots[slot] as number) < 0) this.#slots[slot] = place
      else if ((this.#copies[slot] as number) >= PLACES_PER_SEED) continue
      else this.#following[this.#last[slot] as number] = place
      this.#last[slot] = place
      this.#copies[slot] = (this.#copies[slot] as number) + 1
    }
  }

  #slotOf(seed: number): number {
    let slot = seed & this.#mask
    for (;;) {
      const place = this.#slots[slot] as number
      if (place < 0 || this.#seeds[place] === seed) return slot
      slot = (slot + 1) & this.#mask
    }
  }

  first(seed: number): number {
    return this.#slots[this.#slotOf(seed)] as number
  }

  next(place: number): number {
    return this.#following[place] as number
  }
}

interface OpenPassage {
  readonly runs: Run[]
  equal: number
}

function bridge(runs: readonly Run[], leastEqual: number): Alignment[] {
  const passages: OpenPassage[] = []
  const open: OpenPassage[] = []
  for (const run of runs) {
    let joined: OpenPassage | undefined
    let distance = Number.POSITIVE_INFINITY
    for (const passage of open) {
      const last = passage.runs[passage.runs.length - 1] as Run
      const gapA = run.a - (last.a + last.length)
      const gapB = run.b - (last.b + last.length)
      if (gapA < 0 || gapB < 0 || gapA > BRIDGE || gapB > BRIDGE) continue
      if (gapA + gapB < distance) {
        distance = gapA + gapB
        joined = passage
      }
    }
    if (joined === undefined) {
      const passage = { runs: [run], equal: run.length }
      passages.push(passage)
      open.push(passage)
      if (open.length > OPEN) open.shift()
    } else {
      joined.runs.push(run)
      joined.equal += run.length
    }
  }
  return passages.filter(({ equal }) => equal >= leastEqual).map(closed)
}

function closed({ runs, equal }: OpenPassage): Alignment {
  const first = runs[0] as Run
  const last = runs[runs.length - 1] as Run
  return {
    a: { start: first.a, end: last.a + last.length },
    b: { start: first.b, end: last.b + last.length },
    equal,
    runs,
  }
}
