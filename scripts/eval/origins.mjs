// Independent origins (gold/origins-dev): how many sources a happening really has, who rests on whom, where accounts part.
import { join } from 'node:path'
import { predict, score, sharedPath, work } from './shared.mjs'

const SET = 'gold/origins-dev'

export function evaluateOrigins() {
  const out = join(work, 'origins.pred.jsonl')
  predict('origins', SET, out)
  const r = score('origins', [sharedPath(SET), out])
  const set = `${SET}, ${r.groups} groups`
  return [
    {
      set,
      figure: 'at most so many origins, groups exact',
      value: r.at_most.exact_share,
      floor: 7 / 13,
      note: `mean error ${r.at_most.mean_absolute_error.toFixed(2)}; counting articles 2.15, outlets 1.69, families 1.08`,
    },
    { set, figure: 'at most, mean absolute error', value: r.at_most.mean_absolute_error, ceiling: 0.8 },
    { set, figure: 'at least, groups exact', value: r.at_least.exact_share },
    {
      set,
      figure: 'articles to origins, BCubed F1',
      value: r.assignment.f1,
      floor: 0.78,
      note: `precision ${r.assignment.precision.toFixed(3)}, recall ${r.assignment.recall.toFixed(3)}`,
    },
    { set, figure: 'articles that report the happening, F1', value: r.reports.f1 },
    { set, figure: 'relations, from a common source or not', value: r.relations.coarse_accuracy, floor: 0.75 },
    { set, figure: 'relations, all seven', value: r.relations.accuracy },
    {
      set,
      figure: 'disagreements found',
      value: r.accounts.disagreement_recall,
      floor: 0.4,
      note: `of ${r.accounts.disagreements}; others called so ${r.accounts.agreements_called_disagreement}`,
    },
  ]
}
