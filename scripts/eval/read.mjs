// Whole pages through the analysis against hand annotation (gold/seeds and gold/news-dev), both sets as one. The names of each
// article are tagged by a model that has not seen it (packages/entities/training/tagger/folds); the rest is rules and lists.
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { annotate, toGold } from '@isnad/analysis'
import { taggerFrom } from '@isnad/entities'
import { root } from '../steps.mjs'
import { goldArticles } from './gold-articles.mjs'
import { score, work } from './shared.mjs'

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
  'events.lenient': 0.63,
  'events.strict': 0.35,
  'events.strict+status': 0.325,
  'events.sourced': 0.44,
}

const FOLDS = join(root, 'packages', 'entities', 'training', 'tagger', 'folds')

/** A tagger that has not seen an article, by the article's id. */
function unseenTaggers() {
  const folds = JSON.parse(readFileSync(join(FOLDS, 'folds.json'), 'utf8'))
  const taggers = new Map()
  return (id) => {
    const file = folds[id]
    if (file === undefined) throw new Error(`no tagger is known not to have seen ${id}; train the folds anew`)
    if (!taggers.has(file)) taggers.set(file, taggerFrom(readFileSync(join(FOLDS, file))))
    return taggers.get(file)
  }
}

export function evaluateRead() {
  const predictions = join(work, 'read')
  const gold = join(work, 'read-gold')
  for (const folder of [predictions, gold]) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
  }
  const unseen = unseenTaggers()
  for (const { id, name, file, reading, source } of goldArticles()) {
    const annotations = annotate(reading.article, { tagger: unseen(id) })
    writeFileSync(join(predictions, name), JSON.stringify(toGold(reading, source, annotations)))
    symlinkSync(file, join(gold, name))
  }
  const { total } = score('gold', [gold, predictions])
  return Object.entries(FLOORS).map(([figure, floor]) => {
    const { p, r, f } = total[figure]
    return {
      set: 'gold/seeds and gold/news-dev, 37 articles, 5 folds',
      figure: `${figure} F1`,
      value: f,
      floor,
      note: `precision ${p.toFixed(3)}, recall ${r.toFixed(3)}`,
    }
  })
}
