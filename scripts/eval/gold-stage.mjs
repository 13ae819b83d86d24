// node scripts/eval/gold-stage.mjs attribution|events [--per-file]: scores one stage on perfect input: the gold's own
// entities (and attributions, for events) in place of the product's. What is left is the stage's own error.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { annotate, fromGold, pageOf, passageOfArticle, readCapture, timesIn, toGold } from '@isnad/analysis'
import { findAttributions } from '@isnad/attribution'
import { EntityRegister } from '@isnad/entities'
import { findEvents } from '@isnad/events'
import { sharedPath, work } from './shared.mjs'

const [stage = 'attribution', ...flags] = process.argv.slice(2)
for (const [set, texts] of [
  ['gold/seeds', 'seeds'],
  ['gold/news-dev', 'gold/news-dev/texts'],
]) {
  const out = join(work, `stage-${stage}-${basename(set)}`)
  mkdirSync(out, { recursive: true })
  for (const name of readdirSync(sharedPath(set)).filter((n) => n.endsWith('.json'))) {
    const gold = JSON.parse(readFileSync(sharedPath(`${set}/${name}`), 'utf8'))
    const bytes = readFileSync(sharedPath(`${texts}/${gold.text_file}`))
    const beside = given(`${texts}/${gold.text_file}`)
    const read = readCapture({ bytes, ...(beside === undefined ? {} : { given: beside }) })
    if (!read.ok) throw new Error(`${name}: ${read.reason.kind}`)
    const { article } = read.value
    const oracle = fromGold(gold, article)
    const named = oracle.entities.filter((entity) => stage !== 'attribution' || entity.unnamed !== true)
    const entities = new EntityRegister(named)
    const passage = passageOfArticle(article)
    const attributions =
      stage === 'attribution' ? findAttributions(passage, entities, pageOf(article)) : oracle.attributions
    const times = timesIn(article)
    const events = stage === 'events' ? findEvents(passage, { entities, attributions, times }) : []
    const annotations = { ...annotate(article), times, entities: entities.entities, attributions, events }
    const written = toGold(read.value, { id: gold.id, textFile: gold.text_file, sha256: gold.text_sha256 }, annotations)
    writeFileSync(join(out, name), JSON.stringify(written))
  }
  const args = [sharedPath('tools/score-gold.mjs'), sharedPath(set), out, ...flags]
  console.log(`${set}\n${execFileSync('node', args, { encoding: 'utf8', maxBuffer: 1e8 })}`)
}

function given(path) {
  const file = sharedPath(path.replace(/\.txt$/, '.meta.json'))
  if (!existsSync(file)) return undefined
  const { url, outlet, date, title, byline } = JSON.parse(readFileSync(file, 'utf8'))
  return Object.fromEntries(
    Object.entries({ url, outlet, published: date, title, byline }).filter(([, value]) => value),
  )
}
