// Times and numbers by suite (data/time), lenient and strict.
import { join } from 'node:path'
import { predict, score, sharedPath, work } from './shared.mjs'

const FLOORS = { news: 0.95, duckling: 0.95, cldr: 0.97, maha: 0.85, dateparser: 0.95 }

export function evaluateTime() {
  const out = join(work, 'time.jsonl')
  predict('time', 'data/time', out)
  const { suites, rows } = score('time', [sharedPath('data/time'), out])
  const figures = []
  for (const [suite, row] of Object.entries(suites)) {
    if (suite === 'msrt') continue
    figures.push({
      set: `data/time ${suite}, ${row.total} lines`,
      figure: 'lenient',
      value: row.lenient / row.total,
      floor: FLOORS[suite],
      note: `strict ${(row.strict / row.total).toFixed(4)}`,
    })
    if (suite === 'news')
      figures.push({
        set: `data/time news, ${row.total} lines`,
        figure: 'strict',
        value: row.strict / row.total,
        floor: 0.88,
      })
  }
  // The msrt suite asserts values in some rows and spans alone in others; the two say different things.
  for (const [what, asserted, floor] of [
    ['whose resolution is verified', (row) => !row.endsWith('_span'), 0.88],
    ['that assert a span alone', (row) => row.endsWith('_span'), undefined],
  ]) {
    const chosen = Object.entries(rows).filter(([row]) => row.startsWith('msrt-') && asserted(row))
    const total = chosen.reduce((sum, [, row]) => sum + row.total, 0)
    const lenient = chosen.reduce((sum, [, row]) => sum + row.lenient, 0)
    figures.push({
      set: `data/time msrt, ${total} lines ${what}`,
      figure: 'lenient',
      value: lenient / total,
      ...(floor === undefined ? {} : { floor }),
    })
  }
  return figures
}
