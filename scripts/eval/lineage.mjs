// Republication (data/dedup): copies, parents, roots, shares, independent texts; real pairs of two outlets.
import { join } from 'node:path'
import { predict, score, sharedPath, work } from './shared.mjs'

const SET = 'data/dedup'

export function evaluateLineage() {
  const out = join(work, 'lineage.pred.jsonl')
  predict('lineage', SET, out)
  const { controlled: c, natural } = score('lineage', [sharedPath(SET), out])
  const set = `${SET}, ${c.pages} pages`
  const real = `${SET}, ${natural.all.pairs} real pairs`
  const near = c.near_copy_pairs
  const calledCopy = (label) => Number(natural.all.called_copy[label]?.split('/')[0] ?? 0)
  const rewrites = natural.all.table.rewrite
  return [
    {
      set,
      figure: 'near copies by pairs, F1',
      value: near.f1,
      floor: 0.985,
      note: `precision ${near.precision.toFixed(3)}, recall ${near.recall.toFixed(3)}; by edges F1 ${c.near_copy_edges.f1.toFixed(3)}, where the truth itself has 0.992`,
    },
    { set, figure: 'partial pairs, F1', value: c.partial_pairs.f1, floor: 0.8 },
    { set, figure: 'hard negatives called copies by pairs', value: near.hard_negatives_called_copy, ceiling: 0 },
    { set, figure: 'direct parent right', value: c.parent.share, floor: 0.8 },
    { set, figure: 'first source right', value: c.first_source.share, floor: 0.95 },
    { set, figure: 'share copied, mean absolute error over all edges', value: c.share.mae_all, ceiling: 0.03 },
    {
      set,
      figure: `families with the exact number of independent texts, of ${c.independent_texts.families}`,
      value: c.independent_texts.exact,
      floor: Math.ceil((143 / 150) * c.independent_texts.families),
      note: `mean error ${c.independent_texts.mean_abs_error.toFixed(2)}; counting documents ${c.independent_texts.counting_documents_mean_abs_error.toFixed(2)}`,
    },
    {
      set: real,
      figure: 'copies found',
      value: natural.all.copy.recall,
      floor: 0.95,
      note: `precision ${natural.all.copy.precision.toFixed(3)}`,
    },
    { set: real, figure: 'formulas filled anew called copies', value: calledCopy('template'), ceiling: 0 },
    {
      set: real,
      figure: `rewrites called of one origin, of ${rewrites.total}`,
      value: rewrites.rewrite + rewrites.copy,
      floor: 5,
    },
  ]
}
