import { IsnadError } from '@isnad/text'
import { type Command, nearest, parse, type Terminal, usage } from './command.js'
import { add } from './commands/add.js'
import { catalog } from './commands/catalog.js'
import { remove } from './commands/delete.js'
import { doctor } from './commands/doctor.js'
import { exportCommand } from './commands/export.js'
import { happenings } from './commands/happenings.js'
import { lineage } from './commands/lineage.js'
import { predict } from './commands/predict.js'
import { read } from './commands/read.js'
import { retry } from './commands/retry.js'
import { review } from './commands/review.js'
import { search } from './commands/search.js'
import { serve } from './commands/serve.js'
import { status } from './commands/status.js'
import { stories } from './commands/stories.js'
import { time } from './commands/time.js'
import { commandHelp, overview } from './help.js'
import { version } from './version.js'

/** In the order in which the overview lists them. */
export const COMMANDS: readonly Command[] = [
  read,
  add,
  retry,
  search,
  stories,
  happenings,
  lineage,
  review,
  serve,
  status,
  doctor,
  exportCommand,
  remove,
  catalog,
  time,
  predict,
]

const commandNamed = (name: string): Command => {
  const command = COMMANDS.find((candidate) => candidate.name === name)
  if (command !== undefined) return command
  const meant = nearest(
    name,
    COMMANDS.map((candidate) => candidate.name),
  )
  throw usage(
    `isnad: there is no command ${name}; ${meant === undefined ? 'see `isnad --help`' : `did you mean ${meant}?`}`,
  )
}

async function dispatch(words: readonly string[], terminal: Terminal): Promise<number> {
  const [first, ...rest] = words
  if (first === '--version' || first === '-V' || first === 'version') {
    terminal.out(`${await version()}\n`)
    return 0
  }
  if (first === undefined || first === '--help' || first === '-h' || (first === 'help' && rest.length === 0)) {
    terminal.out(overview(COMMANDS, await version()))
    return first === undefined ? 2 : 0
  }
  if (first === 'help') {
    terminal.out(commandHelp(commandNamed(rest[0] ?? '')))
    return 0
  }
  if (first.startsWith('-'))
    throw usage(`isnad: there is no option ${first}; options stand after a command, see \`isnad --help\``)
  const command = commandNamed(first)
  const input = parse(command, rest)
  if (input.flag('help')) {
    terminal.out(commandHelp(command))
    return 0
  }
  return command.run(input, terminal)
}

/** Runs one command line. Resolves to the exit code: 0 done, 1 something failed, 2 the command was mistyped, 130 stopped. */
export async function main(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(words, terminal)
  } catch (error) {
    if (!(error instanceof IsnadError)) {
      terminal.err(`INTERNAL: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
      return 1
    }
    terminal.err(`${error.code === 'USAGE' ? error.message.replace(/^USAGE: /, '') : error.message}\n`)
    return error.code === 'USAGE' ? 2 : 1
  }
}
