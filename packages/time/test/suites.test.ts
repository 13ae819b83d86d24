import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { predictLine, type SuiteLine } from '../src/index.js'

const shared = fileURLToPath(new URL('../../../../shared/', import.meta.url))
const suites = join(shared, 'data/time')
const scorer = join(shared, 'tools/score-time.mjs')
const present = existsSync(suites) && existsSync(scorer)

interface Bin {
  readonly total: number
  readonly lenient: number
  readonly strict: number
}

function score(): { suites: Record<string, Bin>; rows: Record<string, Bin> } {
  const lines = readdirSync(suites)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(suites, name), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as SuiteLine)
  const folder = mkdtempSync(join(tmpdir(), 'isnad-time-'))
  try {
    const file = join(folder, 'predictions.jsonl')
    writeFileSync(file, lines.map((line) => JSON.stringify(predictLine(line))).join('\n'))
    const run = spawnSync(process.execPath, [scorer, suites, file, '--json'], { encoding: 'utf8', maxBuffer: 1e9 })
    return JSON.parse(run.stdout)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

// Floors, not aims: a change may not fall below them. They are a little under what was measured when they were set.
const FLOORS: Readonly<Record<string, { lenient: number; strict?: number }>> = {
  news: { lenient: 0.97, strict: 0.95 },
  duckling: { lenient: 0.95 },
  cldr: { lenient: 0.99 },
  maha: { lenient: 0.87 },
  dateparser: { lenient: 0.95 },
}
const VERIFIED_FLOOR = 0.89

test.skipIf(!present)(`no suite falls below its floor (needs ${suites})`, () => {
  const result = score()
  for (const [suite, floor] of Object.entries(FLOORS)) {
    const bin = result.suites[suite] ?? { total: 1, lenient: 0, strict: 0 }
    expect(bin.lenient / bin.total, `${suite} lenient`).toBeGreaterThanOrEqual(floor.lenient)
    if (floor.strict !== undefined)
      expect(bin.strict / bin.total, `${suite} strict`).toBeGreaterThanOrEqual(floor.strict)
  }
  const verified = Object.entries(result.rows).filter(([key]) => key.startsWith('msrt-') && !key.endsWith('_span'))
  const sum = (side: 'total' | 'lenient'): number => verified.reduce((n, [, bin]) => n + bin[side], 0)
  expect(sum('lenient') / sum('total'), 'msrt, resolution verified').toBeGreaterThanOrEqual(VERIFIED_FLOOR)
})
