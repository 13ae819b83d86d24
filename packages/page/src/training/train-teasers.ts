/**
 * Trains the teaser model: `node dist/training/train-teasers.js ant.jsonl.gz [--write]`. Reads a JSONL of articles (fields
 * id, outlet, title, text), finds the real runs of teasers by their lines also opening or closing other articles, adds made
 * ones (openings of other articles set after a story) and learns where the story ends.
 */
import { writeFileSync } from 'node:fs'
import { textOf } from '@isnad/text'
import { judgeBlocks } from '../lines/label-blocks.js'
import { splitLines } from '../lines/split-lines.js'
import { datelineEnd } from '../lines/split-mixed.js'
import { readTeaserText, scoreOf, TEASER_FEATURES, teaserFeatures, teaserWindow } from '../lines/teasers.js'
import { wordsOf } from '../lines/words.js'
import { seeded } from './random.js'
import { byOutlet, readSources, type Source } from './sources.js'

interface Case {
  readonly kind: 'real' | 'made' | 'plain'
  readonly outlet: string
  readonly fold: number
  /** Features of each place where the story may end, and the index of the right one; -1 when it runs to the end. */
  readonly places: readonly Float64Array[]
  readonly right: number
}

const FOLDS = 5
const PER_OUTLET = 1600
const MADE_SHARE = 0.3
const EPOCHS = 14
const DECAY = 2e-5
/** Log odds by which a break must lead: a lost true line is dear, a teaser kept is dearer. */
const MARGIN = 0.7

const [input = '', flag] = process.argv.slice(2)
const random = seeded(20261121)
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T

const sources = readSources(input)
const openings = openingKeys(sources)
const tails = tailKeys(sources)
const cases = buildCases()
const counted = (kind: Case['kind']): number => cases.filter((c) => c.kind === kind).length
console.log(`cases: real ${counted('real')}, made ${counted('made')}, plain ${counted('plain')}`)

for (const margin of [0, 0.7, 1.5]) {
  const all: Case[] = []
  const chosen: number[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = train(cases.filter((c) => c.fold !== fold))
    for (const c of cases.filter((one) => one.fold === fold)) {
      all.push(c)
      chosen.push(choose(c, weights, margin))
    }
  }
  report(margin, all, chosen)
}
const weights = train(cases)
const shown = Object.fromEntries(
  TEASER_FEATURES.map((name, at) => [name, Math.round((weights[at] ?? 0) * 1000) / 1000]),
)
console.log(shown)
if (flag === '--write') {
  const file = new URL('../../data/teasers.json', import.meta.url)
  writeFileSync(file, `${JSON.stringify({ margin: MARGIN, weights: shown }, null, 2)}\n`)
}

function keyOf(line: string): string {
  const bare = line.slice(datelineEnd(line) ?? 0)
  return wordsOf(bare).list.slice(0, 9).join(' ')
}

function openingKeys(all: readonly Source[]): ReadonlyMap<string, string> {
  return new Map(all.map((source) => [keyOf(source.lines[0] ?? ''), source.id]))
}

function tailKeys(all: readonly Source[]): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = new Map<string, Set<string>>()
  for (const source of all) {
    for (const line of source.lines.slice(2).slice(-6)) {
      const key = keyOf(line)
      const ids = keys.get(key) ?? new Set()
      keys.set(key, ids.add(source.id))
    }
  }
  return keys
}

/** Whether another article opens with this line, or closes with it: then it is a teaser where it stands last. */
function isShared(source: Source, line: string): boolean {
  const key = keyOf(line)
  if (key.split(' ').length < 7) return false
  const opened = openings.get(key)
  if (opened !== undefined && opened !== source.id) return true
  return (tails.get(key)?.size ?? 0) >= 2
}

function buildCases(): readonly Case[] {
  const built: Case[] = []
  for (const [outlet, articles] of byOutlet(sources)) {
    const shuffled = [...articles].sort(() => random() - 0.5).slice(0, outlet === 'CNN' ? 4000 : PER_OUTLET)
    for (const source of shuffled) {
      const fold = Math.floor(random() * FOLDS)
      const shared = source.lines.slice(2).map((line) => isShared(source, line))
      const first = shared.indexOf(true)
      if (first !== -1) {
        // A repeated disclaimer or background paragraph is no teaser: real runs reach the end, three lines of them at least.
        const run = shared.length - first
        const real = shared.slice(first).filter(Boolean).length >= Math.max(2, run - 2) && shared.at(-1) === true
        if (outlet === 'CNN' && real && run <= 6) pushCase(built, source.lines, source, fold, 2 + first, 'real')
        continue
      }
      if (random() >= MADE_SHARE) pushCase(built, source.lines, source, fold, -1, 'plain')
      else
        pushCase(built, [...source.lines, ...madeTeasers(source, articles)], source, fold, source.lines.length, 'made')
    }
  }
  return built
}

function madeTeasers(source: Source, articles: readonly Source[]): string[] {
  const count = 1 + Math.floor(random() * 6)
  const cut = random() < 0.5
  const made: string[] = []
  while (made.length < count) {
    const other = pick(articles)
    if (other.id === source.id) continue
    const opening = (other.lines[0] ?? '').slice(datelineEnd(other.lines[0] ?? '') ?? 0)
    const length = 140 + Math.floor(random() * 180)
    made.push(cut && opening.length > length ? opening.slice(0, length) : opening)
  }
  return made
}

function pushCase(
  built: Case[],
  printed: readonly string[],
  source: Source,
  fold: number,
  right: number,
  kind: Case['kind'],
): void {
  const value = [source.title, ...printed].join('\n')
  const blocks = splitLines({ text: textOf('page', value), kind: 'text', encoding: 'utf-8', encodingFrom: 'default' })
  const { lines, judged, core, title } = judgeBlocks(blocks)
  if (core === undefined) return
  const scene = { lines, judged, end: core.end, title }
  const window = teaserWindow(scene)
  if (window === undefined) return
  const text = readTeaserText(scene, window)
  const places: Float64Array[] = []
  let wanted = -1
  for (let from = window.start; from < window.end; from++) {
    // Line numbers count from 1 and the headline is the first of them.
    if (right !== -1 && (blocks[from]?.line ?? 0) === right + 2 && wanted === -1) wanted = places.length
    places.push(teaserFeatures(text, from))
  }
  if (right !== -1 && wanted === -1) return
  built.push({ kind, outlet: source.outlet, fold, places, right: wanted })
}

function train(set: readonly Case[]): Float64Array {
  const learned = new Float64Array(TEASER_FEATURES.length)
  const shuffle = seeded(7)
  const order = set.map((_, i) => i)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = 0.03 / (1 + epoch * 0.5)
    order.sort(() => shuffle() - 0.5)
    for (const at of order) {
      const { places, right } = set[at] as Case
      const scores = places.map((place) => scoreOf(place, learned))
      const top = Math.max(0, ...scores)
      const weighed = scores.map((score) => Math.exp(score - top))
      const total = Math.exp(-top) + weighed.reduce((a, b) => a + b, 0)
      for (const [place, features] of places.entries()) {
        const error = (place === right ? 1 : 0) - (weighed[place] ?? 0) / total
        if (Math.abs(error) < 1e-6) continue
        for (let f = 0; f < learned.length; f++) learned[f] = (learned[f] ?? 0) + rate * error * (features[f] ?? 0)
      }
      for (let f = 0; f < learned.length; f++) learned[f] = (learned[f] ?? 0) * (1 - rate * DECAY)
    }
  }
  return learned
}

function choose({ places }: Case, learned: Float64Array, margin: number): number {
  let best = -1
  let bestScore = margin
  for (const [at, place] of places.entries()) {
    const score = scoreOf(place, learned)
    if (score > bestScore) {
      bestScore = score
      best = at
    }
  }
  return best
}

/** Lines wrongly kept and wrongly dropped, by kind of case and outlet. */
function report(margin: number, set: readonly Case[], chosen: readonly number[]): void {
  const rows = new Map<string, { cases: number; exact: number; teasers: number; kept: number; lost: number }>()
  for (const [at, c] of set.entries()) {
    const name = `${c.kind} ${c.outlet}`
    const row = rows.get(name) ?? { cases: 0, exact: 0, teasers: 0, kept: 0, lost: 0 }
    rows.set(name, row)
    const size = c.places.length
    const right = c.right === -1 ? size : c.right
    const got = chosen[at] === -1 ? size : (chosen[at] ?? size)
    row.cases++
    row.teasers += size - right
    if (got === right) row.exact++
    else if (got > right) row.kept += got - right
    else row.lost += right - got
  }
  console.log(`margin ${margin}`)
  for (const [name, row] of [...rows].sort()) console.log(`  ${name.padEnd(20)}`, JSON.stringify(row))
}
