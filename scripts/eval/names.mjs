// Names across spellings (data/names/ar-variants-derived) and across scripts (data/names/wikidata-names), development parts.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { predict, score, sharedPath, work } from './shared.mjs'

const PAIRS = 'data/names/ar-variants-derived'
const NAMES = 'data/names/wikidata-names/dev.tsv'

export function evaluateNames() {
  return [...variants(), ...ranking('ar-latin', 'Arabic to Latin'), ...ranking('latin-ar', 'Latin to Arabic')]
}

function variants() {
  const written = Object.fromEntries(
    ['train', 'dev'].map((part) => {
      const out = join(work, `names-pairs-${part}.tsv`)
      predict('names', `${PAIRS}/${part}.tsv`, out)
      return [part, out]
    }),
  )
  const gold = sharedPath(`${PAIRS}/dev.tsv`)
  const said = score('names', [gold, written.dev, '--dev', sharedPath(`${PAIRS}/train.tsv`), written.train])
  const { precision, recall, f1 } = said.decisions
  const set = `${PAIRS} dev, ${said.pairs} pairs`
  return [
    {
      set,
      figure: 'two Arabic spellings of one name, F1',
      value: f1,
      floor: 0.85,
      note: `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}; threshold ${said.threshold.value.toFixed(3)} from the train part`,
    },
    { set, figure: 'the same, AUC', value: said.auc, floor: 0.965 },
  ]
}

const FLOORS = { 'ar-latin': [0.37, 0.6], 'latin-ar': [0.53, 0.75] }

/** The whole set, or for Latin to Arabic the set turned: the column of sources first. */
function ranking(direction, what) {
  const rows = readFileSync(sharedPath(NAMES), 'utf8').trimEnd().split('\n')
  const turned =
    direction === 'ar-latin' ? rows : rows.map((row) => [1, 0, 2].map((at) => row.split('\t')[at]).join('\t'))
  const gold = join(work, `names-${direction}.tsv`)
  const out = join(work, `names-${direction}-predicted.tsv`)
  writeFileSync(gold, `${turned.join('\n')}\n`)
  predict('names', gold, out)
  const { sources } = score('names', [gold, out, '--direction', direction])
  return ['accuracy_at_1', 'accuracy_at_5'].map((figure, i) => ({
    set: `data/names/wikidata-names dev, ${sources.n} sources`,
    figure: `${what}, right at ${i === 0 ? 1 : 5}`,
    value: sources[figure],
    floor: FLOORS[direction][i],
    note: i === 0 ? `mean reciprocal rank ${sources.mrr.toFixed(3)}` : '',
  }))
}
