import { THAT } from '../grammar.js'
import type { Body } from '../reading/body.js'
import type { Unit } from '../reading/units.js'

const OPENERS = new Set(
  'فيما بينما كما حيث وقد قد لكن ولكن ثم بل و حين اذ وفيما وبينما كذلك ايضا بدوره بدورها بدورهم جهته جهتها جانبه جانبها ناحيته ناحيتها وكان وكانت كان كانت المقابل السياق ذلك'.split(
    ' ',
  ),
)

/** Whether a clause of its own begins at a verb, و or not. */
export function beginsClause(body: Body, unit: Unit, at: number): boolean {
  const before = body.words[at - 1]
  if (at === unit.from || before === undefined) return true
  if (before.key === 'قد' && !/^(?:و?كان|و?كانت)$/.test(body.words[at - 2]?.key ?? '') && at - 2 > unit.from)
    return false
  // «لكنه أقر», «إلا أنها نفت»: the one who spoke goes on
  if (/^(?:و?لكنه|و?لكنها|و?لكنهم)$/.test(before.key)) return true
  if (THAT.has(before.key) && /^(?:الا|غير|بيد)$/.test(body.words[at - 2]?.core ?? '')) return true
  return OPENERS.has(before.key) || before.key === '.' || before.key === ':'
}
