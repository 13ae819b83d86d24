import { readFileSync } from 'node:fs'
import type { Verdict } from './alone.js'
import { contentStems, isHeadlike, isProse, type Line } from './line.js'

export interface LoneScene {
  readonly lines: readonly Line[]
  readonly judged: readonly (Verdict | undefined)[]
  readonly start: number
  readonly end: number
  readonly title: number | undefined
}

export const LONE_FEATURES = [
  'bias',
  'words-few',
  'words-some',
  'words-many',
  'next-share',
  'next-none',
  'next-most',
  'text-share',
  'title-share',
  'question',
  'quoted-start',
  'colon-inside',
  'joins',
  'leans',
  'leads',
  'second-word-verb',
  'runs-on-page',
  'other-lone',
  'other-lone-short',
  'other-lone-long',
] as const
export type LoneFeature = (typeof LONE_FEATURES)[number]

const INDEX = new Map<LoneFeature, number>(LONE_FEATURES.map((name, at) => [name, at]))
/** «ترامب يوقع»، «السعودية تطرد»: a headline sets its present verb second. */
const PRESENT = /^[يت]\p{L}{2,}$/u

const isOpenHead = (scene: LoneScene, at: number): boolean => {
  const line = scene.lines[at]
  return (
    line !== undefined &&
    at >= scene.start &&
    at < scene.end &&
    scene.judged[at] === undefined &&
    isHeadlike(line) &&
    !isProse(line)
  )
}

/** Whether a line stands alone among paragraphs. */
export const isLone = (scene: LoneScene, at: number): boolean =>
  isOpenHead(scene, at) && !isOpenHead(scene, at - 1) && !isOpenHead(scene, at + 1)

/** What speaks for a lone headline-like line being the headline of another story rather than a subheading of this one. */
export function loneFeatures(scene: LoneScene, at: number): Float64Array {
  const { lines, judged, title } = scene
  const values = new Float64Array(LONE_FEATURES.length)
  const set = (name: LoneFeature, value = 1): void => {
    values[INDEX.get(name) as number] = value
  }
  const line = lines[at] as Line
  set('bias')
  set(line.count <= 4 ? 'words-few' : line.count <= 7 ? 'words-some' : 'words-many')
  const stems = [...new Set(contentStems(line.words))]
  const share = (said: ReadonlySet<string>): number =>
    stems.length === 0 ? 0 : stems.filter((stem) => said.has(stem)).length / stems.length
  const next = new Set<string>()
  const all = new Set<string>()
  for (let i = scene.start, taken = 0; i < scene.end; i++) {
    if (i === at || judged[i] !== undefined || !isProse(lines[i] as Line)) continue
    const said = contentStems((lines[i] as Line).words)
    for (const stem of said) all.add(stem)
    if (i > at && taken++ < 2) for (const stem of said) next.add(stem)
  }
  const nextShare = share(next)
  set('next-share', nextShare)
  if (nextShare === 0) set('next-none')
  if (nextShare >= 0.5) set('next-most')
  set('text-share', share(all))
  if (title !== undefined) set('title-share', share(new Set(contentStems((lines[title] as Line).words))))
  if (line.ending === 'question') set('question')
  if (/^\s*["«“”']/u.test(line.text)) set('quoted-start')
  if (/\p{L}["»”]?\s?[:|]\s/u.test(line.text)) set('colon-inside')
  if (line.opening === 'joins' || line.opening === 'leans' || line.opening === 'leads') set(line.opening)
  if (line.words.list.slice(1, 4).some((word) => PRESENT.test(word))) set('second-word-verb')
  let lone = 0
  let words = 0
  let runs = 0
  for (let i = scene.start; i < scene.end; i++) {
    if (i === at) continue
    if (isLone(scene, i)) {
      lone++
      words += (lines[i] as Line).count
    } else if (isOpenHead(scene, i) || judged[i]?.rule === 'related/run') runs++
  }
  if (runs > 0) set('runs-on-page')
  if (lone > 0) set('other-lone', Math.min(lone, 4))
  if (lone > 0 && words / lone <= 4.5) set('other-lone-short')
  if (lone > 0 && words / lone >= 7) set('other-lone-long')
  return values
}

let weights: Float64Array | undefined

function loadWeights(): Float64Array {
  if (weights === undefined) {
    const file = JSON.parse(readFileSync(new URL('../../data/lone-links.json', import.meta.url), 'utf8')) as {
      readonly weights: Readonly<Record<LoneFeature, number>>
    }
    weights = Float64Array.from(LONE_FEATURES, (name) => file.weights[name])
  }
  return weights
}

/** Log odds that a lone headline-like line belongs to another story; a logistic model, figures in `data/lone-links.md`. */
export const loneLinkOdds = (scene: LoneScene, at: number): number => {
  const features = loneFeatures(scene, at)
  return loadWeights().reduce((sum, weight, i) => sum + weight * (features[i] ?? 0), 0)
}
