import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as text from '../src/index.js'

/** Runs the README's example and holds each expression against the comment below it. */
test('the example in the README says what happens', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const code = /```js\n(.*?)```/s.exec(readme)?.[1] ?? ''
  const lines = code.split('\n').filter((line) => !line.startsWith('import'))
  let before = ''
  let checked = 0
  for (const line of lines) {
    if (!line.startsWith('// ')) {
      before += `${line}\n`
      continue
    }
    const statements = before.trim().split('\n')
    const expression = statements.pop() ?? ''
    const names = Object.keys(text)
    const evaluate = new Function(...names, `${statements.join('\n')}\nreturn ${expression}`)
    expect(evaluate(...Object.values(text))).toEqual(new Function(`return ${line.slice(3)}`)())
    before = `${statements.join('\n')}\n`
    checked++
  }
  expect(checked).toBe(2)
})
