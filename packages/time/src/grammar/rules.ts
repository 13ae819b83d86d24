import { durationRules } from './durations.js'
import { feastRules } from './feasts.js'
import { figureRules } from './figures.js'
import { money } from './money.js'
import { nounRules } from './nouns.js'
import { nthRules } from './nth.js'
import { percent } from './percent.js'
import { quantity } from './quantity.js'
import { rangeRules } from './range.js'
import { rankRules } from './ranks.js'
import { relativeRules } from './relative.js'
import type { Rule } from './rule.js'
import { scoreRules } from './scores.js'
import { setRules } from './sets.js'
import { timeRules } from './times.js'
import { vagueRules } from './vague.js'

/** Every family, in no order that matters: selection compares what they find. A new form is a file and a line here. */
export const rules: readonly Rule[] = [
  ...timeRules,
  ...rangeRules,
  ...nthRules,
  ...relativeRules,
  ...durationRules,
  ...setRules,
  ...vagueRules,
  ...feastRules,
  money,
  percent,
  quantity,
  ...figureRules,
  ...rankRules,
  ...scoreRules,
  ...nounRules,
]
