// The sentences judged for ASSAULT and PROTEST (data/ner/arabic-event-gsr, train part) as the deed model sees them, and the model's fit:
// logistic regression with an L2 penalty by cyclic coordinate descent with Newton steps (Genkin, Lewis and Madigan 2007). No chance in it.
import { readFileSync } from 'node:fs'
import { shared } from '../../../scripts/eval/shared.mjs'
import { recordFeature, sentenceFeatures } from '../dist/confidence/deeds.js'
import { readSentence } from './read-sentence.mjs'

export const FOLDS = 5
const PENALTY = { word: 6, record: 3 }
/** Pairs of words are learned where there are sentences enough. */
const PAIRED = new Set(['ASSAULT'])
/** Features of fewer training sentences are left out. */
const FEWEST = 3
const ROUNDS = 30
/** A weight nearer to zero than this is not shipped. */
const SMALLEST = 0.04

/** A fold by an id, the same in every run; sentences of one article of the set share theirs. */
export const foldOf = (id) =>
  [...String(id).replace(/[-_]\d+$/, '')].reduce((sum, unit) => (sum * 31 + unit.codePointAt(0)) % 9973, 7) % FOLDS

/** Signs that come from the model itself. */
export const isOwnSign = (sign) => /^sentence\.(?:hardly-)?tells-it-/.test(sign)

/** Every record of the judged type with its sentence's features and verdict; a sentence without one stands for itself. */
export function deedRecords() {
  const records = []
  for (const line of readFileSync(`${shared}/data/ner/arabic-event-gsr/train.detection.jsonl`, 'utf8').split('\n')) {
    if (line === '') continue
    const { id, text, event_type: type, label } = JSON.parse(line)
    if (label === 'ambiguous') continue
    const { events, words } = readSentence(text, { leastConfidence: 0 })
    const right = label === 'yes' ? 1 : 0
    const seen = [...sentenceFeatures(words)].filter((one) => PAIRED.has(type) || !one.includes(' '))
    const own = events.filter((event) => event.type === type)
    if (own.length === 0) records.push({ id, type, right, features: [...seen, recordFeature('none')] })
    for (const { reasons } of own) {
      const signs = reasons.filter((sign) => !isOwnSign(sign))
      records.push({ id, type, right, signs, features: [...seen, ...signs.map(recordFeature)] })
    }
  }
  return records
}

/** Bias and weights by feature. */
export function fitDeeds(records) {
  const counts = new Map()
  for (const { features } of records) for (const one of features) counts.set(one, (counts.get(one) ?? 0) + 1)
  const rows = new Map()
  records.forEach(({ features }, row) => {
    for (const one of features) {
      if (counts.get(one) < FEWEST) continue
      const known = rows.get(one)
      if (known === undefined) rows.set(one, [row])
      else known.push(row)
    }
  })
  const scores = new Float64Array(records.length)
  const weights = new Map([...rows.keys()].sort().map((feature) => [feature, 0]))
  const all = records.map((_, row) => row)
  let bias = 0
  const stepFor = (column, weight, penalty) => {
    let gradient = penalty * weight
    let curvature = penalty + 1e-6
    for (const row of column) {
      const p = 1 / (1 + Math.exp(-scores[row]))
      gradient += p - records[row].right
      curvature += p * (1 - p)
    }
    const step = Math.max(-1, Math.min(1, -gradient / curvature))
    for (const row of column) scores[row] += step
    return step
  }
  for (let round = 0; round < ROUNDS; round++) {
    let longest = 0
    const move = (step) => {
      longest = Math.max(longest, Math.abs(step))
      return step
    }
    bias += move(stepFor(all, bias, 0))
    for (const [feature, weight] of weights)
      weights.set(
        feature,
        weight + move(stepFor(rows.get(feature), weight, feature.startsWith('! ') ? PENALTY.record : PENALTY.word)),
      )
    if (longest < 1e-3) break
  }
  const kept = [...weights].filter(([, weight]) => Math.abs(weight) >= SMALLEST)
  return { bias, weights: new Map(kept.map(([feature, weight]) => [feature, Number(weight.toFixed(2))])) }
}

export const scoreBy = ({ bias, weights }, features) =>
  features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), bias)

/** Each record's score by a model that has not seen its article. */
export function crossFitted(records) {
  const scores = new Map()
  for (const type of ['ASSAULT', 'PROTEST']) {
    const own = records.filter((one) => one.type === type)
    for (let fold = 0; fold < FOLDS; fold++) {
      const model = fitDeeds(own.filter(({ id }) => foldOf(id) !== fold))
      for (const one of own) if (foldOf(one.id) === fold) scores.set(one, scoreBy(model, one.features))
    }
  }
  return scores
}
