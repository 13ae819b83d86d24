// node packages/events/training/read-again.mjs: finds the records of read-samples.tsv anew in their articles, where ../shared/data/corpus is at
// hand, and writes the signs that the present reading gives them. A record that is read otherwise now (its print of status and participants
// differs) keeps no verdict and is dropped. Run it when signs or grammar change, before fit-confidence.mjs.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { pageOf, passageOfArticle, readCapture, timesIn } from '@isnad/analysis'
import { findAttributions } from '@isnad/attribution'
import { EntityRegister, findEntities } from '@isnad/entities'
import { findEvents } from '@isnad/events'
import { shared } from '../../../scripts/eval/shared.mjs'

const file = fileURLToPath(new URL('read-samples.tsv', import.meta.url))

/** Status, roles and names as eight hexadecimal digits. */
function printOf({ status, participants }, entities) {
  const parties = participants.map(({ role, entity }) => {
    const { nameAr, type, group, unnamed } = entities.get(entity)
    return `${role}=${nameAr ?? ''}<${type}${group ? '+' : ''}${unnamed ? '?' : ''}>`
  })
  return createHash('sha256')
    .update(`${status} ${parties.join(' | ')}`)
    .digest('hex')
    .slice(0, 8)
}

function eventsOf({ title, text, url, outlet, published: day }) {
  const given = { url, outlet, title, ...(day ? { published: day } : {}) }
  const { article } = readCapture({ bytes: Buffer.from(`${title}\n${text}`), given }).value
  const passage = passageOfArticle(article)
  const { published, outlet: found } = article.metadata
  const entities = new EntityRegister(
    findEntities(passage, {
      ...(published ? { published: published.value.local } : {}),
      ...(found?.id ? { outletId: found.id } : {}),
    }),
  )
  const attributions = findAttributions(passage, entities, pageOf(article))
  const events = findEvents(passage, { entities, attributions, times: timesIn(article), leastConfidence: 0 })
  return events.map((event) => ({ event, print: printOf(event, entities) }))
}

const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
const head = lines.filter((line) => line.startsWith('#'))
const rows = lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'))
const wanted = new Set(rows.map(([id]) => id))
const articles = new Map()
const collected = ['ant', 'saudinewsnet'].flatMap((name) =>
  gunzipSync(readFileSync(`${shared}/data/corpus/${name}.jsonl.gz`))
    .toString()
    .split('\n'),
)
for (const line of collected) {
  const id = /"id": ?"([^"]+)"/.exec(line)?.[1]
  if (wanted.has(id)) articles.set(id, JSON.parse(line))
}
const found = new Map()
const kept = rows.flatMap(([id, type, offset, print, verdict, how]) => {
  if (!found.has(id)) found.set(id, eventsOf(articles.get(id)))
  const one = found
    .get(id)
    .find(({ event, print: now }) => event.type === type && String(event.trigger.start) === offset && now === print)
  return one === undefined ? [] : [[id, type, offset, print, verdict, how, one.event.reasons.join(' ')].join('\t')]
})
writeFileSync(file, `${[...head, ...kept].join('\n')}\n`)
console.log(`${kept.length} records found again, ${rows.length - kept.length} are read otherwise now`)
