import { readFileSync } from 'node:fs'
import type { Verdict } from './alone.js'
import { contentStems, isProse, type Line } from './line.js'

/** No story that we have seen was followed by more openings than this. */
export const MOST_TEASERS = 8

/** A single closing line is more often the story's last than a teaser alone. */
const LONE_MARGIN = 1

export interface TeaserScene {
  readonly lines: readonly Line[]
  readonly judged: readonly (Verdict | undefined)[]
  /** Past the last line of the story's stretch. */
  readonly end: number
  readonly title: number | undefined
}

/** The closing lines among which the story may end, and all said before each. */
export interface TeaserWindow {
  /** Index of the first line that could open the run of teasers. */
  readonly start: number
  readonly end: number
}

const isOpen = (known: Verdict | undefined): boolean => known === undefined

/** Undefined when the page is too short for anything to stand after its story. */
export function teaserWindow({ lines, judged, end }: TeaserScene): TeaserWindow | undefined {
  let last = end
  while (last > 0 && !isOpen(judged[last - 1])) last--
  let start = last
  while (start > 0 && last - start < MOST_TEASERS && isOpen(judged[start - 1])) start--
  // A story keeps its headline and first paragraphs.
  const body = lines.findIndex((line, at) => isOpen(judged[at]) && isProse(line))
  start = Math.max(start, body + 1)
  return body === -1 || start >= last ? undefined : { start, end: last }
}

export const TEASER_FEATURES = [
  'leads',
  'joins',
  'leans',
  'bullet',
  'opens-otherwise',
  'opens-quoted',
  'ends-stop',
  'ends-open',
  'ends-open-long',
  'ends-colon',
  'short',
  'middle',
  'long',
  'very-long',
  'fresh',
  'fresh-half',
  'fresh-two-thirds',
  'fresh-most',
  'title-one',
  'title-many',
  'weekday',
  'names-speaker-again',
  'run-1',
  'run-2',
  'run-3',
  'run-4',
  'run-5',
  'run-more',
] as const
export type TeaserFeature = (typeof TEASER_FEATURES)[number]

const INDEX = new Map<TeaserFeature, number>(TEASER_FEATURES.map((name, at) => [name, at]))
const WEEKDAYS = new Set('الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت'.split(' '))
const WEEKDAY = new RegExp(`(?:^|\\s)(?:${[...WEEKDAYS].join('|')})(?:\\s|$|،)`, 'u')
const AGAIN_WORDS = new Set(
  'بدوره بدورها كذلك ايضا المذكور المذكوره نفسه نفسها ذاته ذاتها السابق هذا هذه ذلك تلك'.split(' '),
)
const AGAIN = new RegExp(`^(?:\\S+\\s){0,5}(?:${[...AGAIN_WORDS].join('|')})(?:\\s|$)`, 'u')

/** What the lines of a window say whatever place is asked for. */
export interface TeaserText {
  readonly scene: TeaserScene
  readonly window: TeaserWindow
  /** The line in which the story and its headline first say each stem. */
  readonly said: ReadonlyMap<string, number>
  readonly headline: ReadonlySet<string>
  /** For each line of the window the features that hold of it, by their index. */
  readonly held: readonly (readonly number[])[]
}

const indexOf = (name: TeaserFeature): number => INDEX.get(name) as number

export function readTeaserText(scene: TeaserScene, window: TeaserWindow): TeaserText {
  const { lines, judged, title } = scene
  const said = new Map<string, number>()
  for (let at = 0; at < window.end; at++) {
    if (at !== title && !isOpen(judged[at])) continue
    for (const stem of contentStems((lines[at] as Line).words)) if (!said.has(stem)) said.set(stem, at)
  }
  const headline = new Set(title === undefined ? [] : contentStems((lines[title] as Line).words))
  const held = lines.slice(window.start, window.end).map((line) => featuresOfLine(line, headline).map(indexOf))
  return { scene, window, said, headline, held }
}

function featuresOfLine(line: Line, headline: ReadonlySet<string>): TeaserFeature[] {
  const { length } = line.text
  const features: TeaserFeature[] = []
  if (line.opening !== 'other') features.push(line.opening)
  else features.push(/^\s*["«“”']/u.test(line.text) ? 'opens-quoted' : 'opens-otherwise')
  if (line.ending === 'colon' || line.ending === 'comma') features.push('ends-colon')
  else if (line.ending === 'none') features.push(length > 200 && length < 320 ? 'ends-open-long' : 'ends-open')
  else features.push('ends-stop')
  features.push(length < 90 ? 'short' : length < 180 ? 'middle' : length < 330 ? 'long' : 'very-long')
  const shared = new Set(contentStems(line.words).filter((stem) => headline.has(stem))).size
  if (shared > 0) features.push(shared === 1 ? 'title-one' : 'title-many')
  if (line.words.list.some((word) => WEEKDAYS.has(word)) && WEEKDAY.test(line.words.folded)) features.push('weekday')
  if (line.words.list.some((word) => AGAIN_WORDS.has(word)) && AGAIN.test(line.words.folded))
    features.push('names-speaker-again')
  return features
}

/** What speaks for the story ending before `from`, summed over the lines from there to the window's end. */
export function teaserFeatures(text: TeaserText, from: number): Float64Array {
  const { scene, window, said, held } = text
  const sums = new Float64Array(TEASER_FEATURES.length)
  const add = (at: number, value = 1): void => {
    sums[at] = (sums[at] ?? 0) + value
  }
  for (let at = from; at < window.end; at++) {
    for (const feature of held[at - window.start] ?? []) add(feature)
    const stems = contentStems((scene.lines[at] as Line).words)
    let fresh = 0
    for (const stem of stems) if ((said.get(stem) ?? from) >= from) fresh++
    if (stems.length > 0) fresh /= stems.length
    add(indexOf('fresh'), fresh)
    if (fresh > 0.5) add(indexOf('fresh-half'))
    if (fresh > 0.66) add(indexOf('fresh-two-thirds'))
    if (fresh > 0.8) add(indexOf('fresh-most'))
  }
  const run = window.end - from
  add(indexOf(run > 5 ? 'run-more' : (`run-${run}` as TeaserFeature)))
  return sums
}

export const scoreOf = (features: Float64Array, weights: Float64Array): number =>
  features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)

interface TeaserModel {
  readonly weights: Float64Array
  /** How far a break must lead «the story runs to the end», in log odds. */
  readonly margin: number
}

let model: TeaserModel | undefined

function loadModel(): TeaserModel {
  if (model === undefined) {
    const file = JSON.parse(readFileSync(new URL('../../data/teasers.json', import.meta.url), 'utf8')) as {
      readonly margin: number
      readonly weights: Readonly<Record<TeaserFeature, number>>
    }
    model = { margin: file.margin, weights: Float64Array.from(TEASER_FEATURES, (name) => file.weights[name]) }
  }
  return model
}

/**
 * Openings of other stories printed after the article's end with no mark: their indices. A log-linear model over the places
 * where the story may end chooses among them and «at the end»; weights and figures in `data/teasers.md`.
 */
export function findTeasers(scene: TeaserScene): readonly number[] {
  const window = teaserWindow(scene)
  if (window === undefined) return []
  const { weights, margin } = loadModel()
  const text = readTeaserText(scene, window)
  let best: number | undefined
  let bestScore = margin
  for (let from = window.start; from < window.end; from++) {
    const alone = from === window.end - 1 ? LONE_MARGIN : 0
    const score = scoreOf(teaserFeatures(text, from), weights) - alone
    if (score > bestScore) {
      bestScore = score
      best = from
    }
  }
  if (best === undefined || isRestOfStory(scene, best, window.end)) return []
  return Array.from({ length: window.end - best }, (_, i) => (best ?? 0) + i)
}

/**
 * Whether a run that would leave the story its first paragraph alone is rather the rest of it: columns and reports that open
 * with a summary have paragraphs that open with a conjunction («ولم …», «فعلى …»), or hardly any that opens like a report.
 */
function isRestOfStory({ lines, judged }: TeaserScene, from: number, end: number): boolean {
  const left = lines.slice(0, from).filter((line, at) => isOpen(judged[at]) && isProse(line)).length
  if (left !== 1 || end - from < 2) return false
  const run = lines.slice(from, end)
  const joining = run.filter(({ opening, words }) => opening === 'joins' || CONJOINED.test(words.list[0] ?? '')).length
  return joining > 0 || run.filter(({ opening }) => opening === 'leads').length * 3 < run.length
}

const CONJOINED = /^[وف](?:علي|في|من|عن|الي|قد|لم|لن|لا|ما|لو|اذا|بعد|قبل|مع)$/u
