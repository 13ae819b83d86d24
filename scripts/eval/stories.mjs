// Stories (data/stories): pairs of one day told apart as one event, one story or neither; graded pairs.
import { join } from 'node:path'
import { predict, score, sharedPath, work } from './shared.mjs'

const PAIRS = 'data/stories/arabic-story-pairs.jsonl'
const GRADED = 'data/stories/semeval2022-task8-sample.jsonl'

export function evaluateStories() {
  const pairs = join(work, 'story-pairs.pred.jsonl')
  predict('stories', PAIRS, pairs)
  const { all, sure } = score('stories', [sharedPath(PAIRS), pairs])
  const graded = join(work, 'story-grades.pred.jsonl')
  predict('stories', GRADED, graded)
  const arabic = score('stories', [sharedPath(GRADED), graded]).languages['ar-ar']
  return [
    {
      set: `${PAIRS}, ${all.pairs} pairs`,
      figure: 'same event, F1',
      value: all.labels.same_event.f1,
      floor: 0.9,
      note: `always yes 0.836; sure pairs alone ${sure.labels.same_event.f1.toFixed(3)}`,
    },
    { set: PAIRS, figure: 'same event, same story or other, accuracy', value: all.accuracy, floor: 0.84 },
    { set: GRADED, figure: `${arabic.pairs} Arabic pairs, Pearson with the grade`, value: arabic.pearson },
  ]
}
