import { type ParseArgsConfig, parseArgs } from 'node:util'
import { IsnadError } from '@isnad/text'

/** Where a command reads and writes; the tests hand in their own. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly stdin: AsyncIterable<Buffer>
  /** True when standard error is a screen: a progress bar may redraw its line. */
  readonly isScreen: boolean
  readonly outIsScreen: boolean
  readonly stdinIsScreen: boolean
  /** Characters a line of standard error holds. */
  readonly columns: number
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** Aborted when the user asks to stop (Ctrl-C). */
  readonly stop: AbortSignal
}

export interface OptionSpec {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  /** What stands for the value in the help: `FILE`. */
  readonly value?: string
  readonly help: string
  /** The only values there are. */
  readonly choices?: readonly string[]
}

export interface Argument {
  readonly name: string
  readonly help: string
  readonly count: 'one' | 'any' | 'some' | 'none'
}

export interface Command {
  readonly name: string
  /** One line, as the list of commands shows it. */
  readonly summary: string
  readonly arguments: readonly Argument[]
  readonly options: Readonly<Record<string, OptionSpec>>
  /** Sentences that teach what the options alone do not tell. */
  readonly about: string
  /** True when its words may begin with a dash that is no option: `-word` leaves articles out of a search. */
  readonly takesDashedWords?: true
  readonly examples: readonly (readonly [command: string, what: string])[]
  /** Resolves to the exit code. */
  run(input: Arguments, terminal: Terminal): Promise<number>
}

/** Arguments after parsing: options by name, the rest in order. */
export class Arguments {
  constructor(
    private readonly values: Readonly<Record<string, string | boolean | undefined>>,
    readonly operands: readonly string[],
  ) {}

  flag(name: string): boolean {
    return this.values[name] === true
  }

  text(name: string): string | undefined {
    const value = this.values[name]
    return typeof value === 'string' ? value : undefined
  }

  /** A whole number between the bounds, or the error that says so. */
  whole(name: string, least: number, most: number): number | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN
    if (!(number >= least && number <= most))
      throw usage(`--${name} ${value}: write a whole number from ${least} to ${most}`)
    return number
  }
}

/** What the user typed cannot be meant: told with the place and the repair, exit code 2. */
export const usage = (detail: string): IsnadError => new IsnadError('USAGE', detail)

/** How many letters must change or trade places to make one word of another (Damerau 1964), for "did you mean". */
function distance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const traded = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? changed) + 1 : changed
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, changed, traded))
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}

/** The known word that was probably meant; undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const near = known
    .map((candidate) => [distance(word, candidate), candidate] as const)
    .filter(([apart, candidate]) => apart <= Math.max(1, Math.floor(candidate.length / 3)))
    .sort(([a], [b]) => a - b)
  return near[0]?.[1]
}

const COMMON_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  help: { type: 'boolean', short: 'h', help: 'Show this help' },
}

export const optionsOf = (command: Command): Readonly<Record<string, OptionSpec>> => ({
  ...command.options,
  ...COMMON_OPTIONS,
})

function unknownOption(command: Command, option: string): IsnadError {
  const meant = nearest(option.replace(/^-+/, ''), Object.keys(optionsOf(command)))
  const hint = meant === undefined ? `see \`isnad ${command.name} --help\`` : `did you mean --${meant}?`
  return usage(`isnad ${command.name}: there is no option ${option}; ${hint}`)
}

function checkOperands(command: Command, operands: readonly string[]): void {
  const [argument] = command.arguments
  const name = argument?.name ?? ''
  const help = `see \`isnad ${command.name} --help\``
  const needed = command.arguments.filter(({ count }) => count === 'one' || count === 'some').length
  const open = command.arguments.some(({ count }) => count === 'any' || count === 'some')
  if (operands.length < needed) {
    const missing = command.arguments[operands.length]?.name ?? name
    throw usage(`isnad ${command.name}: ${missing} is missing; ${help}`)
  }
  if (!open && operands.length > needed)
    throw usage(`isnad ${command.name}: ${JSON.stringify(operands[needed])} is one argument too many; ${help}`)
}

/** Marks a word that only looks like an option. A word of the command line never holds a null. */
const SHIELD = '\0'

/** `-word`, `-"two words"`, `-outlet:x` and any dash before a letter that no option has. `-n5` stays an option. */
const isDashedWord = (word: string): boolean => /^-(?:[^-].+|[^\p{ASCII}])$/su.test(word) && !/^-[a-z]\d+$/.test(word)

/** Reads the words after the command's name. Throws `USAGE` with the place and the repair. */
export function parse(command: Command, words: readonly string[]): Arguments {
  const specs = optionsOf(command)
  const options: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
    Object.entries(specs).map(([name, { type, short }]) => [name, { type, ...(short === undefined ? {} : { short }) }]),
  )
  const { values, positionals, tokens } = parseArgs({
    args: command.takesDashedWords ? words.map((word) => (isDashedWord(word) ? SHIELD + word : word)) : [...words],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const spec = specs[token.name]
    if (spec === undefined) throw unknownOption(command, token.rawName)
    if (spec.type === 'string' && (token.value === undefined || token.value === ''))
      throw usage(`isnad ${command.name}: ${token.rawName} wants a value: ${token.rawName} ${spec.value ?? 'VALUE'}`)
    // `--out --json`: the value was forgotten, and the next option would be taken for it.
    if (spec.type === 'string' && !token.inlineValue && token.value?.startsWith('--') === true)
      throw usage(
        `isnad ${command.name}: ${token.rawName} wants a value, not ${token.value}; for one that begins with dashes write ${token.rawName}=${token.value}`,
      )
    if (spec.type === 'boolean' && token.value !== undefined)
      throw usage(`isnad ${command.name}: ${token.rawName} takes no value; leave out =${token.value}`)
    if (spec.choices !== undefined && token.value !== undefined && !spec.choices.includes(token.value))
      throw usage(`isnad ${command.name}: ${token.rawName} ${token.value}: there are ${spec.choices.join(', ')}`)
  }
  const operands = positionals.map((word) => (word.startsWith(SHIELD) ? word.slice(SHIELD.length) : word))
  const parsed = new Arguments(values as Record<string, string | boolean | undefined>, operands)
  if (!parsed.flag('help')) checkOperands(command, operands)
  return parsed
}
