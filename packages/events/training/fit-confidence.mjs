// node packages/events/training/fit-confidence.mjs [--write]: fits the weights of the signs of confidence.
// Logistic regression with an L2 penalty (ridge: le Cessie and van Houwelingen 1992), by iteratively reweighted least squares (no chance in
// it: the same figures give the same weights). It learns from five sources, each with an intercept of its own, so that only what tells right
// from wrong is shared:
//   untouched  read-samples.tsv beside this file: signs and verdicts of records of random news articles, read strictly against the text, that
//              no rule of the grammar was mended with in view
//   wild       records of the same file that rules were mended with in view. What was mended is gone from them, so they promise too much
//   mild       records of the same file that were read before by a milder standard
//   gold       the hand-annotated articles beside the project, with taggers that have not seen them
//   gsr        sentences judged for ASSAULT and PROTEST (data/ner/arabic-event-gsr, train part), with steps of the model of deeds
//              (fit-deeds.mjs, to be run first) that has not seen their article
// The shipped intercept is that of the untouched records; on their held-out scores a slope and an intercept are fitted besides (Platt 1999),
// the slope drawn towards 1. Prints, judged by weights that have not seen the article (five folds, the slope of each fold from the others), a
// reliability table, the area under the ROC curve, and how precise the surest records are for each share of them that is shown (the risk and
// coverage of a classifier that may decline: El-Yaniv and Wiener 2010); --write replaces src/confidence/confidence-weights.ts.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { goldRecords } from '../../../scripts/eval/gold-records.mjs'
import { shared } from '../../../scripts/eval/shared.mjs'
import { SHOWN_FROM } from '../dist/confidence/confidence.js'
import { deedSteps, stepsOf } from '../dist/confidence/deeds.js'
import { crossFitted, deedRecords, FOLDS, foldOf } from './deed-sentences.mjs'

const here = (name) => fileURLToPath(new URL(name, import.meta.url))
/** Which entry fired, and how each part of speech or kind of doer does in a type, are many and seen seldom, but differ much. */
const PENALTY = { entry: 6, other: 16 }
const ENTRY = /^(?:rule\.|[A-Z]+[+:=-])/
/** Sentences out of their article, judged for other ends, count less than records that were read. */
const TRUST = { untouched: 1, wild: 1, mild: 0.6, gold: 0.5, gsr: 0.5 }
const FEWEST = 6
/** As much as this pulls the slope towards 1, in records' worth of information. */
const SLOPE_PENALTY = 10
const HOW = { untouched: 'untouched', strictly: 'wild', mildly: 'mild' }
/** Signs that only the model of deeds weighs: which word. */
const ONLY_OF_DEEDS = /^deed\./

function loadRecords() {
  const records = readFileSync(here('read-samples.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [article, , , , verdict, how, signs] = line.split('\t')
      const right = verdict === 'right' ? 1 : 0
      return { article, right, signs: signs.split(' '), source: HOW[how] }
    })
  if (!existsSync(shared)) return records
  records.push(...goldRecords().map((record) => ({ ...record, source: 'gold' })))
  const judged = deedRecords()
  const held = crossFitted(judged)
  for (const record of judged) {
    if (record.signs === undefined) continue
    // What the model of deeds says is taken from one that has not seen the article.
    const steps = stepsOf(held.get(record), deedSteps(record.type))
    const { id, right, signs } = record
    records.push({ article: id, signs: [...signs, ...steps], right, source: 'gsr' })
  }
  return records
}

const records = loadRecords()
const counts = new Map()
for (const { signs } of records) for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1)
const names = [...counts]
  .filter(([sign, count]) => count >= FEWEST && !ONLY_OF_DEEDS.test(sign))
  .map(([sign]) => sign)
  .sort()
const SOURCES = ['untouched', 'wild', 'mild', 'gold', 'gsr']
const columns = [...SOURCES.map((source) => `from ${source}`), ...names]
const at = new Map(columns.map((name, i) => [name, i]))
const rowOf = ({ signs, source }) => [`from ${source}`, ...signs].flatMap((name) => at.get(name) ?? [])

function fit(training) {
  const n = columns.length
  const weights = new Float64Array(n)
  for (let round = 0; round < 25; round++) {
    const gradient = new Float64Array(n)
    const hessian = Array.from({ length: n }, () => new Float64Array(n))
    for (const record of training) {
      const row = rowOf(record)
      const p = sigmoid(row.reduce((sum, i) => sum + weights[i], 0))
      const trust = TRUST[record.source]
      for (const i of row) {
        gradient[i] += trust * (record.right - p)
        for (const j of row) hessian[i][j] += trust * p * (1 - p)
      }
    }
    for (let i = 0; i < n; i++) {
      const penalty = i < SOURCES.length ? 0.01 : ENTRY.test(columns[i]) ? PENALTY.entry : PENALTY.other
      gradient[i] -= penalty * weights[i]
      hessian[i][i] += penalty
    }
    const step = solve(hessian, gradient)
    let longest = 0
    for (let i = 0; i < n; i++) {
      weights[i] += step[i]
      longest = Math.max(longest, Math.abs(step[i]))
    }
    if (longest < 1e-6) break
  }
  return weights
}

const sigmoid = (x) => 1 / (1 + Math.exp(-x))

/** Gaussian elimination with partial pivoting; the matrix is small. */
function solve(matrix, vector) {
  const n = vector.length
  const rows = matrix.map((row, i) => [...row, vector[i]])
  for (let k = 0; k < n; k++) {
    let pivot = k
    for (let i = k + 1; i < n; i++) if (Math.abs(rows[i][k]) > Math.abs(rows[pivot][k])) pivot = i
    ;[rows[k], rows[pivot]] = [rows[pivot], rows[k]]
    for (let i = k + 1; i < n; i++) {
      const factor = rows[i][k] / rows[k][k]
      if (factor === 0) continue
      for (let j = k; j <= n; j++) rows[i][j] -= factor * rows[k][j]
    }
  }
  const answer = new Array(n).fill(0)
  for (let i = n - 1; i >= 0; i--) {
    let rest = rows[i][n]
    for (let j = i + 1; j < n; j++) rest -= rows[i][j] * answer[j]
    answer[i] = rest / rows[i][i]
  }
  return answer
}

const scoreBy = (weights, record) => rowOf(record).reduce((sum, i) => sum + weights[i], 0)

/** Slope and intercept that make held-out scores of untouched records into log-odds, by Newton steps. */
function calibrate(known) {
  let slope = 1
  let intercept = 0
  for (let round = 0; round < 50; round++) {
    let [g0, g1] = [0, -SLOPE_PENALTY * (slope - 1)]
    let [h00, h01, h11] = [1e-6, 0, SLOPE_PENALTY]
    for (const { score, right } of known) {
      const p = sigmoid(intercept + slope * score)
      g0 += right - p
      g1 += (right - p) * score
      h00 += p * (1 - p)
      h01 += p * (1 - p) * score
      h11 += p * (1 - p) * score * score
    }
    const determinant = h00 * h11 - h01 * h01
    intercept += (h11 * g0 - h01 * g1) / determinant
    slope += (h00 * g1 - h01 * g0) / determinant
  }
  return { slope, intercept }
}

let scored

/** Every record with its score by weights that were fitted on the other folds of articles; worked out once. */
function heldOut() {
  if (scored !== undefined) return scored
  const judged = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = fit(records.filter(({ article }) => foldOf(article) !== fold))
    for (const record of records)
      if (foldOf(record.article) === fold) judged.push({ ...record, fold, score: scoreBy(weights, record) })
  }
  scored = judged
  return judged
}

const untouched = ({ source }) => source === 'untouched'

/** Every record with the probability that weights and slope fitted on the other folds of articles give it. */
function judge() {
  const judged = heldOut()
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const { slope, intercept } = calibrate(judged.filter((one) => untouched(one) && one.fold !== fold))
    return judged
      .filter((one) => one.fold === fold)
      .map((one) => ({ ...one, said: sigmoid(intercept + slope * one.score) }))
  })
}

const COVERAGES = [1, 0.8, 0.6, 0.5, 0.4, 0.35, 0.3, 0.25, 0.2, 0.15, 0.1]
const BINS = [0, 0.3, 0.45, 0.6, 0.75, 0.9, 1.01]

/** How far confidence can be believed: for each source its bands, with what was said and what was right, out of fold. */
export function reliability() {
  const judged = judge()
  return SOURCES.flatMap((source) => {
    const own = judged.filter((record) => record.source === source)
    if (own.length === 0) return []
    const bands = BINS.slice(0, -1).flatMap((from, i) => {
      const inBand = own.filter(({ said }) => said >= from && said < BINS[i + 1])
      return inBand.length === 0
        ? []
        : [
            {
              from,
              to: Math.min(1, BINS[i + 1]),
              records: inBand.length,
              said: mean(inBand, 'said'),
              right: mean(inBand, 'right'),
            },
          ]
    })
    const brier = own.reduce((sum, { said, right }) => sum + (said - right) ** 2, 0) / own.length
    const error =
      bands.reduce((sum, { records, said, right }) => sum + records * Math.abs(said - right), 0) / own.length
    const shown = own.filter(({ said }) => said >= SHOWN_FROM)
    return [
      {
        source,
        records: own.length,
        right: mean(own, 'right'),
        brier,
        error,
        bands,
        shown: { records: shown.length, right: mean(shown, 'right') },
        area: areaUnderCurve(own),
        coverage: COVERAGES.map((share) => {
          const surest = [...own].sort((a, b) => b.said - a.said).slice(0, Math.round(share * own.length))
          return { share, from: surest.at(-1)?.said ?? 1, right: mean(surest, 'right') }
        }),
      },
    ]
  })
}

/** The chance that a right record is believed more than a wrong one (Mann and Whitney 1947). */
function areaUnderCurve(own) {
  const ranked = [...own].sort((a, b) => a.said - b.said)
  const rights = ranked.filter(({ right }) => right === 1).length
  const ranks = ranked.reduce((sum, { right }, i) => sum + (right === 1 ? i + 1 : 0), 0)
  return (ranks - (rights * (rights + 1)) / 2) / Math.max(1, rights * (ranked.length - rights))
}

function mean(list, field) {
  return list.reduce((sum, one) => sum + one[field], 0) / Math.max(1, list.length)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { source, records, right, brier, error, bands, shown, area, coverage } of reliability()) {
    console.log(
      `${source}: ${records} records, right ${right.toFixed(2)}, Brier ${brier.toFixed(3)}, area under ROC ${area.toFixed(3)}, calibration error ${error.toFixed(3)}; shown as fact ${shown.records}, right ${shown.right.toFixed(2)}`,
    )
    for (const band of bands)
      console.log(
        `  ${band.from.toFixed(2)}–${band.to.toFixed(2)}  ${String(band.records).padStart(5)} records  said ${band.said.toFixed(2)}  right ${band.right.toFixed(2)}`,
      )
    if (source === 'wild' || source === 'untouched')
      console.log(
        `  surest: ${coverage.map(({ share, from, right: precise }) => `${share} from ${from.toFixed(2)}: ${precise.toFixed(3)}`).join('; ')}`,
      )
  }
  if (process.argv.includes('--write')) write()
}

/** Fits on everything and replaces the shipped weights. */
function write() {
  const weights = fit(records)
  const { slope, intercept } = calibrate(heldOut().filter(untouched))
  const keyOf = (name) => (/^[\p{ID_Start}_]\p{ID_Continue}*$/u.test(name) ? name : `'${name}'`)
  const lines = names.map((name) => `  ${keyOf(name)}: ${round(slope * weights[at.get(name)])},`)
  writeFileSync(
    here('../src/confidence/confidence-weights.ts'),
    `/** Log-odds of each sign, fitted by \`packages/events/training/fit-confidence.mjs\`; signs that it never met weigh nothing. */
export const BIAS = ${round(intercept + slope * weights[0])}
export const WEIGHTS: Readonly<Record<string, number>> = {\n${lines.join('\n')}\n}\n`,
  )
}

function round(weight) {
  return Number(weight.toFixed(2)) || 0
}
