// Times and numbers by suite (data/time), lenient and strict.
import { join } from 'node:path'
import { predict, score, sharedPath, work } from './shared.mjs'

const FLOORS = { news: 0.95, duckling: 0.95, cldr: 0.97, maha: 0.85, dateparser: 0.95 }

export function evaluateTime() {
  const out = join(work, 'time.jsonl')
  predict('time', 'data/time', out)
  const { suites, verified } = score('time', [sharedPath('data/time'), out])
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
  const msrt = verified ?? suites.msrt
  figures.push({
    set: `data/time msrt, ${msrt.total} lines${verified ? ' whose resolution is verified' : ''}`,
    figure: 'lenient',
    value: msrt.lenient / msrt.total,
    floor: 0.88,
  })
  return figures
}
