// Whether the confidence of event records can be believed: weights fitted on four folds of articles, judged on the fifth
// (packages/events/training/fit-confidence.mjs); random news as read against the text, and the hand-annotated articles.
import { SHOWN_FROM } from '@isnad/events'
import { reliability } from '../../packages/events/training/fit-confidence.mjs'
import { evaluateGsr } from './gsr.mjs'

const SETS = {
  untouched: 'random articles, read against the text when no rule had them in view',
  wild: 'random articles, read against the text before',
  gold: 'gold/seeds and gold/news-dev',
}
/** No more than this may lie between what confidence says and what is right, in the mean over records. */
const LARGEST_ERROR = 0.12
const SHOWN_RIGHT = { untouched: 0.72, wild: 0.72, gold: 0.68 }

export function evaluateEvents() {
  const figures = reliability()
    .filter(({ source }) => source in SETS)
    .flatMap(({ source, records, right, error, bands, shown, area }) => [
      {
        set: `${SETS[source]}, ${records} records, 5 folds`,
        figure: 'confidence: mean distance from the share that is right',
        value: error,
        ceiling: LARGEST_ERROR,
        note: bands
          .map(({ records: n, said, right }) => `said ${said.toFixed(2)}: right ${right.toFixed(2)} of ${n}`)
          .join('; '),
      },
      {
        set: SETS[source],
        figure: `records shown as fact (confidence ${SHOWN_FROM} or more) that are right in type, participants and status`,
        value: shown.right,
        floor: SHOWN_RIGHT[source],
        note: `${shown.records} of ${records} records; all ${right.toFixed(2)}, area under ROC ${area.toFixed(3)}`,
      },
    ])
  return [...figures, ...evaluateGsr()]
}
