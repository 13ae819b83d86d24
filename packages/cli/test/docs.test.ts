import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commandHelp } from '../src/help.js'
import { COMMANDS } from '../src/main.js'

/** docs/cli.md against the commands, both ways. */

const manual = readFileSync(new URL('../../../docs/cli.md', import.meta.url), 'utf8')
const sections = new Map(
  [...manual.matchAll(/^## isnad (\w+)\n\n```text\n(.*?)\n```$/gms)].map(([, name, help]) => [name, help]),
)

test.each(
  COMMANDS.map((command) => [command.name, command] as const),
)('isnad %s stands in the manual as it explains itself', (name, command) => {
  expect(sections.get(name)).toBe(commandHelp(command).trimEnd())
})

test('the manual explains no command that is not there', () => {
  expect([...sections.keys()].sort()).toEqual(COMMANDS.map(({ name }) => name).sort())
})

test('every document sends people to the port that is served unless told', () => {
  const [, port] = /Port; (\d+) or the next free one/.exec(sections.get('serve') ?? '') ?? []
  const named = ['README.md', 'docs/api.md'].flatMap((file) =>
    [...readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8').matchAll(/127\.0\.0\.1:(\d+)/g)].map(
      ([, at]) => `${file} ${at}`,
    ),
  )
  expect(new Set(named)).toEqual(new Set([`README.md ${port}`, `docs/api.md ${port}`]))
})
