import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { PROBLEM_CODES } from '../src/contract/contract.js'
import * as routes from '../src/http/routes.js'
import { CODE_MEANINGS } from '../src/views/wording.js'

/** The manual against the program, both ways. */

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
const headings = (markdown: string, level: string): string[] =>
  markdown
    .split('\n')
    .filter((line) => line.startsWith(`${level} `))
    .map((line) => line.slice(level.length + 1))

describe('docs/errors.md', () => {
  const declared = [
    ...(/export type ErrorCode =([^/]*)/.exec(read('packages/text/src/outcome.ts'))?.[1]?.matchAll(/'(\w+)'/g) ?? []),
  ].map(([, code]) => code)

  test('has a heading for every error code, and none besides', () => {
    expect(declared.length).toBeGreaterThan(10)
    expect(headings(read('docs/errors.md'), '##').sort()).toEqual([...declared].sort())
  })

  test('the API knows every error code', () => {
    expect([...PROBLEM_CODES].sort()).toEqual([...declared].sort())
  })

  test('tells the status that the server sends', () => {
    const text = read('docs/errors.md')
    for (const code of PROBLEM_CODES)
      expect(text, code).toContain(`## ${code}\n\nHTTP status ${CODE_MEANINGS[code].status}.`)
  })
})

test('docs/api.md has a heading for every route, and none besides', () => {
  const served = Object.values(routes).map(({ method, path }) => `${method.toUpperCase()} ${path}`)
  expect(headings(read('docs/api.md'), '###').sort()).toEqual(served.sort())
})
