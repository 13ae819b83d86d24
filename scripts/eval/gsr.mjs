// Sentences of data/ner/arabic-event-gsr through entities, attributions and events, each by itself as the set gives them.
// Detection: a sentence scores the highest confidence among its events of the asked type, 0 without one; figures are the
// precision where recall first reaches 0.6 (both kinds of "no" count against it, ambiguous ones are left out). Spans: the
// annotators' source or target counts as found when an actor, or a recipient or object, of an event of the type goes by one of its words.
import { readFileSync } from 'node:fs'
import { readSentence } from '../../packages/events/training/read-sentence.mjs'
import { sharedPath } from './shared.mjs'

const TYPES = ['ASSAULT', 'PROTEST']
const RECALL = 0.6
/** The PROTEST part has nine sentences with a yes; five of them have a record, too few for a precision at that recall. */
const FLOORS = { ASSAULT: 0.55, PROTEST: 0, source: 0.4, target: 0.45 }

const gsrLines = (part, kind) =>
  readFileSync(sharedPath(`data/ner/arabic-event-gsr/${part}.${kind}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

/** The precision of the shortest ranking that holds the asked share of the right ones; ties stand or fall together. */
function precisionAtRecall(scored, recall) {
  const positives = scored.filter(({ yes }) => yes).length
  for (const threshold of [...new Set(scored.map(({ score }) => score))].sort((a, b) => b - a)) {
    if (threshold === 0) break
    const taken = scored.filter(({ score }) => score >= threshold)
    const right = taken.filter(({ yes }) => yes).length
    if (right / positives >= recall) return { precision: right / taken.length, recall: right / positives, threshold }
  }
  const taken = scored.filter(({ score }) => score > 0)
  const right = taken.filter(({ yes }) => yes).length
  return { precision: 0, recall: right / positives, threshold: 0 }
}

function detection(part) {
  const scored = gsrLines(part, 'detection')
    .filter(({ label }) => label !== 'ambiguous')
    .map(({ text, event_type: type, label }) => ({
      type,
      text,
      yes: label === 'yes',
      score: Math.max(
        0,
        ...readSentence(text)
          .events.filter((event) => event.type === type)
          .map(({ confidence }) => confidence),
      ),
    }))
  return Object.fromEntries(TYPES.map((type) => [type, scored.filter((one) => one.type === type)]))
}

const share = (wanted, found) => {
  const words = new Set(wanted.split(/\s+/))
  return found.some((text) => text.split(/\s+/).some((word) => words.has(word)))
}

function spans(part) {
  const sides = { source: { gold: 0, found: 0 }, target: { gold: 0, found: 0 } }
  const missed = []
  for (const line of gsrLines(part, 'spans')) {
    const { text, event_type: type } = line
    const { events, entities } = readSentence(text)
    const named = (roles) =>
      events
        .filter((event) => event.type === type)
        .flatMap(({ participants }) => participants.filter(({ role }) => roles.includes(role)))
        .flatMap(({ entity }) => {
          const { nameAr, mentions } = entities.get(entity)
          return [nameAr, ...mentions.map(({ start, end }) => text.slice(start, end))]
        })
    for (const [side, roles] of [
      ['source', ['actor']],
      ['target', ['recipient', 'object']],
    ]) {
      const wanted = line[`${side}_gold`]
      if (!wanted) continue
      sides[side].gold++
      if (share(wanted, named(roles))) sides[side].found++
      else missed.push({ side, type, wanted, verb: line.verb_gold, found: named(roles), text })
    }
  }
  return { sides, missed }
}

export function evaluateGsr() {
  const set = 'data/ner/arabic-event-gsr dev'
  const found = detection('dev')
  const { sides } = spans('dev')
  return [
    ...TYPES.map((type) => {
      const { precision, recall, threshold } = precisionAtRecall(found[type], RECALL)
      const all = found[type].filter(({ score }) => score > 0)
      const right = all.filter(({ yes }) => yes).length
      return {
        set,
        figure: `${type} detection, precision at recall of ${RECALL} or more`,
        value: precision,
        floor: FLOORS[type],
        note: `recall ${recall.toFixed(2)} at confidence ${threshold}; every record: precision ${(right / Math.max(1, all.length)).toFixed(2)}, recall ${(right / found[type].filter(({ yes }) => yes).length).toFixed(2)}`,
      }
    }),
    ...Object.entries(sides).map(([side, { gold, found }]) => ({
      set,
      figure: `spans: ${side} found`,
      value: found / gold,
      floor: FLOORS[side],
      note: `${found} of ${gold}`,
    })),
  ]
}
