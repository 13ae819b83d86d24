// Whole pages through the analysis against hand annotation (gold/seeds and gold/news-dev), both sets as one.
import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { predict, score, sharedPath, work } from './shared.mjs'

const FLOORS = {
  'mentions.exact': 0.72,
  'mentions.relaxed': 0.8,
  'entities.b3': 0.74,
  'entities.found': 0.68,
  'times.span': 0.9,
  'times.value': 0.8,
  'attributions.cue': 0.85,
  'attributions.claim': 0.78,
  'attributions.speaker': 0.72,
  'attributions.chain': 0.66,
  'attributions.full': 0.5,
  'events.lenient': 0.58,
  'events.strict': 0.36,
  'events.strict+status': 0.32,
  'events.sourced': 0.36,
}

export function evaluateRead() {
  const predictions = join(work, 'read')
  const gold = join(work, 'read-gold')
  for (const folder of [predictions, gold]) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
  }
  for (const set of ['gold/seeds', 'gold/news-dev']) {
    predict('read', set, predictions)
    for (const name of readdirSync(sharedPath(set)).filter((n) => n.endsWith('.json')))
      symlinkSync(sharedPath(join(set, name)), join(gold, name))
  }
  const { total } = score('gold', [gold, predictions])
  return Object.entries(FLOORS).map(([figure, floor]) => {
    const { p, r, f } = total[figure]
    return {
      set: 'gold/seeds and gold/news-dev, 37 articles',
      figure: `${figure} F1`,
      value: f,
      floor,
      note: `precision ${p.toFixed(3)}, recall ${r.toFixed(3)}`,
    }
  })
}
