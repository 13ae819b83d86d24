/**
 * Trains the lone-link model: `node dist/training/train-lone-links.js ant.jsonl.gz [--write]`. A lone headline-like line is a
 * link where it is the title of another article of the corpus, a subheading where its outlet marks every link.
 */
import { writeFileSync } from 'node:fs'
import { textOf } from '@isnad/text'
import { judgeBlocks } from '../lines/label-blocks.js'
import { isLone, LONE_FEATURES, loneFeatures } from '../lines/lone-links.js'
import { splitLines } from '../lines/split-lines.js'
import { wordsOf } from '../lines/words.js'
import { seeded } from './random.js'
import { readSources } from './sources.js'

interface Case {
  readonly fold: number
  readonly features: Float64Array
  readonly link: boolean
}

/** Outlets of the corpus that set «للمزيد:», «اقرأ أيضا|» before each link, so that their bare lines are subheadings. */
const MARKING = new Set(['france24', 'skynews', 'alarabia'])
const FOLDS = 5
const EPOCHS = 30

const [input = '', flag] = process.argv.slice(2)
const random = seeded(20261122)
const sources = readSources(input)
const titles = new Map(sources.map(({ title, id }) => [wordsOf(title).list.join(' '), id]))
const cases = buildCases()
console.log('cases', cases.length, 'links', cases.filter(({ link }) => link).length)

const THRESHOLDS = [-2, -1.5, -1, -0.5, 0]
const tallies = THRESHOLDS.map((threshold) => ({ threshold, links: 0, linksFound: 0, heads: 0, headsLost: 0 }))
for (let fold = 0; fold < FOLDS; fold++) {
  const learned = train(cases.filter((c) => c.fold !== fold))
  for (const c of cases.filter((one) => one.fold === fold)) {
    for (const tally of tallies) {
      const link = odds(c.features, learned) > tally.threshold
      tally[c.link ? 'links' : 'heads']++
      if (link) tally[c.link ? 'linksFound' : 'headsLost']++
    }
  }
}
console.log('five folds')
for (const tally of tallies) console.log(' ', JSON.stringify(tally))
const NEXT = LONE_FEATURES.indexOf('next-share')
const FEW = LONE_FEATURES.indexOf('words-few')
const byHand = cases.filter(({ features }) => features[FEW] === 0 && (features[NEXT] ?? 0) < 0.4)
console.log('by hand', {
  linksFound: byHand.filter((c) => c.link).length,
  headsLost: byHand.filter((c) => !c.link).length,
})
const weights = train(cases)
const shown = Object.fromEntries(LONE_FEATURES.map((name, at) => [name, Math.round((weights[at] ?? 0) * 1000) / 1000]))
console.log(shown)
if (flag === '--write') {
  writeFileSync(
    new URL('../../data/lone-links.json', import.meta.url),
    `${JSON.stringify({ weights: shown }, null, 2)}\n`,
  )
}

function odds(features: Float64Array, learned: Float64Array): number {
  return learned.reduce((sum, weight, at) => sum + weight * (features[at] ?? 0), 0)
}

function buildCases(): readonly Case[] {
  const built: Case[] = []
  for (const { id, outlet, title, lines: printed } of sources) {
    if (outlet !== 'BBC' && !MARKING.has(outlet)) continue
    if (MARKING.has(outlet) && random() < 0.5) continue
    const value = [title, ...printed].join('\n')
    const blocks = splitLines({ text: textOf('page', value), kind: 'text', encoding: 'utf-8', encodingFrom: 'default' })
    const { lines, judged, core, title: headline } = judgeBlocks(blocks)
    if (core === undefined) continue
    const open = judged.map((v) => (v?.rule === 'related/lone' || v?.rule === 'subhead/heading' ? undefined : v))
    const scene = { lines, judged: open, start: (headline ?? 0) + 1, end: core.end, title: headline }
    const fold = Math.floor(random() * FOLDS)
    for (let at = scene.start + 1; at < scene.end - 1; at++) {
      if (!isLone(scene, at)) continue
      const text = lines[at]?.text ?? ''
      const other = titles.get(wordsOf(text).list.join(' '))
      const link = other !== undefined && other !== id
      if (link || MARKING.has(outlet)) built.push({ fold, features: loneFeatures(scene, at), link })
    }
  }
  return built
}

function train(set: readonly Case[]): Float64Array {
  const learned = new Float64Array(LONE_FEATURES.length)
  const shuffle = seeded(11)
  const order = set.map((_, i) => i)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = 0.05 / (1 + epoch * 0.3)
    order.sort(() => shuffle() - 0.5)
    for (const at of order) {
      const { features, link } = set[at] as Case
      const error = (link ? 1 : 0) - 1 / (1 + Math.exp(-odds(features, learned)))
      for (let f = 0; f < learned.length; f++)
        learned[f] = (learned[f] ?? 0) + rate * (error * (features[f] ?? 0) - 1e-4 * (learned[f] ?? 0))
    }
  }
  return learned
}
