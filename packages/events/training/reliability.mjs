// node packages/events/training/reliability.mjs [--folds 5]: how far the confidence of event records can be believed.
// Reads the gold sets beside the project with the gold's own entities and attributions, counts a record as right when a gold
// event of its type shares a participant, and prints bins of confidence against the share that is right; then the same with
// the bins' rates learned on the other folds of articles, as the mean absolute difference.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fromGold, passageOfArticle, readCapture, timesIn } from '@isnad/analysis'
import { EntityRegister } from '@isnad/entities'
import { findEvents } from '@isnad/events'

const shared = fileURLToPath(new URL('../../../../shared', import.meta.url))
if (!existsSync(join(shared, 'gold'))) {
  console.log(`no gold sets at ${shared}: nothing to measure`)
  process.exit(0)
}
const folds = Number(process.argv[process.argv.indexOf('--folds') + 1]) || 5
const BINS = [0.3, 0.45, 0.6, 0.75, 0.9, 1.01]

const articles = []
for (const [set, texts] of [
  ['gold/seeds', 'seeds'],
  ['gold/news-dev', 'gold/news-dev/texts'],
]) {
  for (const name of readdirSync(join(shared, set)).filter((n) => n.endsWith('.json'))) {
    const gold = JSON.parse(readFileSync(join(shared, set, name), 'utf8'))
    const read = readCapture({ bytes: readFileSync(join(shared, texts, gold.text_file)) })
    if (!read.ok) continue
    const { article } = read.value
    const { entities, attributions } = fromGold(gold, article)
    const register = new EntityRegister(entities)
    const events = findEvents(passageOfArticle(article), { entities: register, attributions, times: timesIn(article) })
    articles.push(
      events.map(({ type, participants, confidence }) => ({
        confidence,
        right: gold.events.some(
          (e) => e.type === type && e.participants.some(({ entity }) => participants.some((p) => p.entity === entity)),
        ),
      })),
    )
  }
}

const binOf = (confidence) => BINS.findIndex((edge, i) => i > 0 && confidence < edge) - 1
const rates = (records) =>
  BINS.slice(0, -1).map((_, bin) => {
    const own = records.filter(({ confidence }) => binOf(confidence) === bin)
    return {
      n: own.length,
      right: own.filter(({ right }) => right).length,
      said: own.reduce((s, r) => s + r.confidence, 0),
    }
  })

console.log('confidence    records   mean said   right')
for (const [bin, { n, right, said }] of rates(articles.flat()).entries()) {
  const label = `${BINS[bin].toFixed(2)}–${Math.min(1, BINS[bin + 1]).toFixed(2)}`
  if (n > 0)
    console.log(
      `${label}   ${String(n).padStart(6)}   ${(said / n).toFixed(2).padStart(9)}   ${(right / n).toFixed(2).padStart(5)}`,
    )
}
let difference = 0
let bins = 0
for (let fold = 0; fold < folds; fold++) {
  const learned = rates(articles.filter((_, i) => i % folds !== fold).flat())
  for (const [bin, held] of rates(articles.filter((_, i) => i % folds === fold).flat()).entries()) {
    const known = learned[bin]
    if (held.n < 3 || known === undefined || known.n === 0) continue
    difference += Math.abs(held.right / held.n - known.right / known.n)
    bins++
  }
}
console.log(
  `${folds} folds of articles: learned and held-out rates differ by ${(difference / Math.max(1, bins)).toFixed(2)} in the mean`,
)
