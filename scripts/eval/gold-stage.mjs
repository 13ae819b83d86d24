// node scripts/eval/gold-stage.mjs attribution|events [--per-file]: scores one stage on perfect input: the gold's own
// entities (and attributions, for events) in place of the product's. What is left is the stage's own error.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { annotate, fromGold, pageOf, passageOfArticle, timesIn, toGold } from '@isnad/analysis'
import { findAttributions } from '@isnad/attribution'
import { EntityRegister } from '@isnad/entities'
import { findEvents } from '@isnad/events'
import { goldArticles } from './gold-articles.mjs'
import { sharedPath, work } from './shared.mjs'

const [stage = 'attribution', ...flags] = process.argv.slice(2)
const folders = new Map()
for (const { set, name, gold, reading, source } of goldArticles()) {
  const out = join(work, `stage-${stage}-${basename(set)}`)
  if (!folders.has(set)) mkdirSync(out, { recursive: true })
  folders.set(set, out)
  const { article } = reading
  const oracle = fromGold(gold, article)
  const named = oracle.entities.filter((entity) => stage !== 'attribution' || entity.unnamed !== true)
  const entities = new EntityRegister(named)
  const passage = passageOfArticle(article)
  const attributions =
    stage === 'attribution' ? findAttributions(passage, entities, pageOf(article)) : oracle.attributions
  const times = timesIn(article)
  const events = stage === 'events' ? findEvents(passage, { entities, attributions, times }) : []
  const annotations = { ...annotate(article), times, entities: entities.entities, attributions, events }
  writeFileSync(join(out, name), JSON.stringify(toGold(reading, source, annotations)))
}
for (const [set, out] of folders) {
  const args = [sharedPath('tools/score-gold.mjs'), sharedPath(set), out, ...flags]
  console.log(`${set}\n${execFileSync('node', args, { encoding: 'utf8', maxBuffer: 1e8 })}`)
}
