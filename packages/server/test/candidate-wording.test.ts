import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { candidateReason } from '../src/views/candidate-wording.js'

test('every reason that the catalog linking gives is worded in both languages', () => {
  const source = readFileSync(new URL('../../entities/src/linking/catalog.ts', import.meta.url), 'utf8')
  const codes = [...source.matchAll(/'((?:name|country|class|died|role)\.[a-z-]+)'/gu)].map(([, code]) => code ?? '')
  expect(codes.length).toBeGreaterThan(5)
  for (const code of codes) {
    expect(candidateReason(code).ar, code).toMatch(/\p{Script=Arabic}/u)
    expect(candidateReason(code).en, code).not.toBe(code)
  }
})
