import { describe, expect, test } from 'vitest'
import { parse } from '../src/command.js'
import { COMMANDS } from '../src/main.js'
import { isnad } from './terminal.js'

describe('a mistyped command is told with its place and repair, exit code 2', () => {
  test.each<[string, string[], RegExp]>([
    ['no such command', ['serach', 'x'], /there is no command serach; did you mean search\?/],
    ['nothing like a command', ['xyzzy'], /there is no command xyzzy; see `isnad --help`/],
    ['an option before the command', ['--json', 'read'], /there is no option --json; options stand after a command/],
    ['no such option', ['read', 'a.html', '--jsno'], /isnad read: there is no option --jsno; did you mean --json\?/],
    ['no such short option', ['read', 'a.html', '-z'], /there is no option -z; see `isnad read --help`/],
    ['an option without its value', ['search', 'x', '--limit'], /--limit wants a value: --limit N/],
    [
      'the next option taken for a value',
      ['predict', 'page', '.', '--out', '--texts'],
      /--out wants a value, not --texts/,
    ],
    ['a value for a flag', ['read', 'a.html', '--json=yes'], /--json takes no value; leave out =yes/],
    ['a choice that is none', ['search', 'x', '--sort', 'best'], /--sort best: there are new, relevance/],
    ['a number that is none', ['search', 'x', '--limit', 'ten'], /--limit ten: write a whole number from 1 to 1000/],
    ['a number out of bounds', ['serve', '--port', '70000'], /--port 70000: write a whole number from 0 to 65535/],
    ['nothing to read', ['read'], /isnad read: PATH is missing; see `isnad read --help`/],
    ['one argument of two', ['predict', 'page'], /isnad predict: INPUT is missing/],
    ['one argument too many', ['status', 'here'], /isnad status: "here" is one argument too many/],
    [
      'a path that is not there',
      ['add', 'no/such/folder'],
      /there is no file or folder no\/such\/folder; check the spelling/,
    ],
    ['one path of several', ['read', 'package.json', 'gone.html'], /there is no file or folder gone.html/],
    [
      'an unknown task',
      ['predict', 'pages', '.'],
      /there is no task pages; did you mean page\? there are page, lines, time/,
    ],
    ['a set that is not there', ['predict', 'page', 'gone.jsonl'], /there is no file or folder gone.jsonl/],
    ['times and data at once', ['read', 'package.json', '--json', '--times'], /exclude each other/],
    ['two formats at once', ['read', 'package.json', '--json', '--removed'], /exclude each other/],
    ['a deletion without a reason', ['delete', '3f9c'], /say why with --reason/],
    ['a time that is none', ['time', 'أمس', '--at', 'yesterday'], /--at yesterday is no time; write 2024-12-01/],
    ['a host that is an address', ['serve', '--host', 'http://x'], /--host http:\/\/x is no host name/],
    ['standard input that is a screen', ['read', '-'], /nothing comes through standard input/],
  ])('%s', async (_name, words, message) => {
    const { code, out, err } = await isnad(words, { stdinIsScreen: true })
    expect(err).toMatch(message)
    expect([code, out]).toEqual([2, ''])
    expect(err).not.toMatch(/\n\s+at /)
  })
})

describe('a dash before a word of a search is no option', () => {
  const search = COMMANDS.find(({ name }) => name === 'search')
  test.each<[string[], string[]]>([
    [
      ['الجسر', '-السنديان'],
      ['الجسر', '-السنديان'],
    ],
    [
      ['-"two words"', '-outlet:nahr'],
      ['-"two words"', '-outlet:nahr'],
    ],
    [['a', '-n', '5', '-n5'], ['a']],
    [
      ['a', '--', '--b'],
      ['a', '--b'],
    ],
  ])('%j', (words, operands) => {
    expect(search && parse(search, words).operands).toEqual(operands)
  })
})

test('without a command the overview is shown, and the exit code says that nothing was done', async () => {
  const { code, out } = await isnad([])
  expect(code).toBe(2)
  const lines = out.split('\n').map((line) => line.trim().replace(/ {2,}/, '  '))
  for (const { name, summary } of COMMANDS) expect(lines).toContain(`${name}  ${summary}`)
})

test('the version is the one of the package', async () => {
  expect((await isnad(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
})

describe.each(COMMANDS.map((command) => [command.name, command] as const))('isnad %s --help', (name, command) => {
  test('teaches: every option, and examples that call this command', async () => {
    const { code, out } = await isnad([name, '--help'])
    expect(code).toBe(0)
    for (const option of Object.keys(command.options)) expect(out).toContain(`--${option}`)
    expect(command.examples.length).toBeGreaterThan(0)
    for (const [line] of command.examples) expect(line).toContain(`isnad ${name}`)
    expect(await isnad(['help', name])).toEqual({ code, out, err: '' })
  })

  test('its lines fit a screen of a hundred columns', async () => {
    const { out } = await isnad([name, '--help'])
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100)
  })
})
