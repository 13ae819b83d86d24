import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { predictLines } from '../src/index.js'

/** Labelled pages outside the project; the tests that need them are skipped where they are missing. */
const GOLD = new URL('../../../../shared/gold/', import.meta.url)
const SETS = [
  { name: 'stored texts and whole pages', labels: 'lines-dev/labels.jsonl', texts: 'lines-dev/', floor: 0.985 },
  { name: 'seeds', labels: 'seeds-lines.jsonl', texts: '../seeds/', floor: 1 },
]

interface GoldLine {
  readonly file: string
  readonly line: number
  readonly label: string
  readonly role?: string
}

for (const { name, labels, texts, floor } of SETS) {
  const path = new URL(labels, GOLD)
  describe.skipIf(!existsSync(path))(`${name} (skipped without ../shared)`, () => {
    const gold = existsSync(path)
      ? readFileSync(path, 'utf8')
          .split('\n')
          .filter(Boolean)
          .map((row) => JSON.parse(row) as GoldLine)
      : []
    const folder = new URL(texts, GOLD)
    const predicted = new Map<string, string>()
    const lengths = new Map<string, number>()
    for (const file of existsSync(folder) ? readdirSync(folder).filter((f) => f.endsWith('.txt')) : []) {
      const text = readFileSync(new URL(file, folder), 'utf8')
      for (const [at, line] of text.split('\n').entries()) lengths.set(`${file}:${at + 1}`, [...line.trim()].length)
      for (const { line, label } of predictLines(text)) predicted.set(`${file}:${line}`, label)
    }

    test(`body F1 by characters is at least ${floor}`, () => {
      let both = 0
      let wanted = 0
      let got = 0
      for (const { file, line, label } of gold) {
        const key = `${file}:${line}`
        const size = lengths.get(key) ?? 0
        if (label === 'body') wanted += size
        if (predicted.get(key) === 'body') got += size
        if (label === 'body' && predicted.get(key) === 'body') both += size
      }
      expect((2 * both) / (wanted + got)).toBeGreaterThanOrEqual(floor)
    })

    test('no opening of another story is taken for body', () => {
      const teasers = gold.filter(({ role }) => role === 'teaser')
      expect(teasers.filter(({ file, line }) => predicted.get(`${file}:${line}`) === 'body')).toEqual([])
    })
  })
}
