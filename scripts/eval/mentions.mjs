// Names in corpora that come cut in tokens (data/ner): entity F1 by score-ner. The four-class models that ship have seen the
// train parts of anercorp and aqmar alone; caraner and the corrected labels of cleananercorp are nowhere in training.
import { join } from 'node:path'
import { predict, score, sharedPath, work } from './shared.mjs'

const SETS = [
  { set: 'anercorp', floor: 0.76, note: 'trained on the train parts of anercorp and aqmar' },
  { set: 'aqmar', floor: 0.65, note: 'the same, with the habits of aqmar' },
  { set: 'cleananercorp', floor: 0.5, note: 'the labels of anercorp corrected; not trained on' },
  { set: 'caraner', floor: 0.35, note: 'not trained on' },
]

export function evaluateMentions() {
  return SETS.map(({ set, floor, note }) => {
    const gold = `data/ner/${set}/dev.tsv`
    const out = join(work, `mentions-${set}.tsv`)
    predict('mentions', gold, out)
    const { micro, sentences } = score('ner', [sharedPath(gold), out])
    const rates = `precision ${micro.precision.toFixed(3)}, recall ${micro.recall.toFixed(3)}`
    return {
      set: `${gold}, ${sentences} sentences`,
      figure: 'entity F1',
      value: micro.f1,
      floor,
      note: `${rates}; ${note}`,
    }
  })
}
