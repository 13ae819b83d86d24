// Event records of the hand-annotated articles, each with its signs and whether it is right: its type, all its participants with
// their roles and its status stand in one gold event. Names are tagged by models that have not seen the article.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromGold, passageOfArticle, timesIn } from '@isnad/analysis'
import { findAttributions } from '@isnad/attribution'
import { EntityRegister, findEntities, taggerFrom } from '@isnad/entities'
import { findEvents } from '@isnad/events'
import { root } from '../steps.mjs'
import { goldArticles } from './gold-articles.mjs'

const FOLDS = join(root, 'packages', 'entities', 'training', 'tagger', 'folds')
const roleClass = (type, role) =>
  type === 'CONSULT' && ['actor', 'recipient', 'attendee'].includes(role) ? 'party' : role
const overlap = (a, b) => Math.min(a.end, b.end) > Math.max(a.start, b.start)

export function goldRecords() {
  const folds = JSON.parse(readFileSync(join(FOLDS, 'folds.json'), 'utf8'))
  const records = []
  for (const { id, gold, reading } of goldArticles()) {
    const { article } = reading
    const passage = passageOfArticle(article)
    const entities = new EntityRegister(
      findEntities(passage, { tagger: taggerFrom(readFileSync(join(FOLDS, folds[id]))) }),
    )
    const attributions = findAttributions(passage, entities)
    const times = timesIn(article)
    const truth = new Map(fromGold(gold, article).entities.map((entity) => [entity.id, entity]))
    const events = findEvents(passage, { entities, attributions, times, leastConfidence: 0 })
    /** The gold entity that shares most mentions with one of ours. */
    const goldOf = new Map()
    const goldEntity = (own) => {
      if (!goldOf.has(own)) {
        const mentions = entities.get(own)?.mentions ?? []
        let best
        let most = 0
        for (const entity of truth.values()) {
          const shared = entity.mentions.filter((m) => mentions.some((n) => overlap(m, n))).length
          if (shared > most) [best, most] = [entity.id, shared]
        }
        goldOf.set(own, best)
      }
      return goldOf.get(own)
    }
    for (const event of events) {
      const roles = event.participants.map(({ entity, role }) => `${roleClass(event.type, role)} ${goldEntity(entity)}`)
      const right = gold.events.some((one) => {
        if (one.type !== event.type || one.status !== event.status) return false
        const wanted = new Set(one.participants.map(({ entity, role }) => `${roleClass(one.type, role)} ${entity}`))
        return roles.every((role) => wanted.has(role))
      })
      records.push({ article: id, signs: event.reasons, right: right ? 1 : 0, confidence: event.confidence })
    }
  }
  return records
}
