import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { attributionsOf, wordsAt } from './attributed.js'

test('the example of the README prints what it says', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const value = /textOf\('article', '([^']+)'\)/.exec(readme)?.[1] ?? ''
  const printed = [...readme.matchAll(/^\/\/ (.+)$/gm)].map((match) => match[1])
  const lines = attributionsOf(value, { known: true }).map(({ claims, chain, stance }) => {
    const said = claims.map((claim) => wordsAt(value, claim)).join(' … ')
    return `${chain.map(({ kind, description }) => `${kind} ${description}`).join(' ← ')} ${stance} ${said}`
  })
  expect(lines).toEqual(printed)
})
