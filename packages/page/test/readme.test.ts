import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readArticle, redact, ruleOf } from '../src/index.js'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const text = /const text = `([^`]*)`/.exec(readme)?.[1] ?? ''
const output = /```text\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''

test('the example of the README prints what it says', () => {
  const outcome = readArticle({ bytes: new TextEncoder().encode(text) })
  if (!outcome.ok) throw new Error(outcome.reason.kind)
  const { article, page } = outcome.value
  const printed = [
    article.text.value,
    ...article.removals.map(({ rule, text: words }) => `${ruleOf(rule)?.en}: ${words}`),
  ]
  expect(`${printed.join('\n')}\n`).toBe(output)
  expect(redact(page.text, article.personal).value).toHaveLength(page.text.value.length)
})
