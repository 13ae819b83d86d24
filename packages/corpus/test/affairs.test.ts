import { describe, expect, test } from 'vitest'
import { countOrigins } from '../src/index.js'
import { affairs } from './affairs.js'

describe.each(affairs())('$name', ({ articles, reports, origins }) => {
  const count = countOrigins(articles)

  test('who reports it', () => {
    expect([...count.reports].sort()).toEqual(reports)
  })

  test('how many sources stand behind it', () => {
    expect(count.atMost).toBe(origins.length)
    expect(count.atLeast).toBe(Math.max(1, origins.filter(({ kind }) => kind !== 'unstated').length))
  })
})

test('nearly every source of the affairs stands behind the very articles that a reader names', () => {
  let found = 0
  let expected = 0
  for (const { articles, origins } of affairs()) {
    const left = countOrigins(articles).origins.map((o) => [...o.articles].sort().join(''))
    expected += origins.length
    for (const origin of origins) {
      const at = left.indexOf(origin.articles)
      if (at < 0) continue
      left.splice(at, 1)
      found++
    }
  }
  // Not found: the club's line on the camp, which vouches for nothing decisive, and the lawyer's, which only announces an appeal.
  expect(found).toBeGreaterThanOrEqual(expected - 2)
})
