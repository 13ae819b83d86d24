import { type Argument, type Command, optionsOf } from './command.js'

/** The help that teaches: what a command is for, how it is called, and examples that can be copied. */

const WIDTH = 96

const wrap = (text: string, indent: string): string => {
  const lines: string[] = []
  let line = indent
  for (const word of text.split(/\s+/).filter((piece) => piece !== '')) {
    if (line.length + word.length + 1 > WIDTH && line.trim() !== '') {
      lines.push(line.trimEnd())
      line = indent
    }
    line += `${word} `
  }
  return [...lines, line.trimEnd()].join('\n')
}

const columns = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.min(34, Math.max(...rows.map(([left]) => left.length)) + 2)
  return rows
    .map(([left, right]) => {
      const text = wrap(right, ' '.repeat(width + 2)).trimStart()
      return left.length < width ? `  ${left.padEnd(width)}${text}` : `  ${left}\n${' '.repeat(width + 2)}${text}`
    })
    .join('\n')
}

const placeholder = ({ name, count }: Argument): string =>
  count === 'one' ? name : count === 'some' ? `${name}…` : `[${name}…]`

export function commandHelp(command: Command): string {
  const options = Object.entries(optionsOf(command)).map(
    ([name, { short, value, help, choices }]): [string, string] => [
      `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`,
      choices === undefined ? help : `${help} (${choices.join(', ')})`,
    ],
  )
  const args = command.arguments.map((argument): [string, string] => [argument.name, argument.help])
  return [
    `${command.summary}`,
    '',
    `  isnad ${[command.name, ...command.arguments.map(placeholder)].join(' ')} [options]`,
    '',
    command.about
      .trim()
      .split(/\n\s*\n/)
      .map((paragraph) => wrap(paragraph, ''))
      .join('\n\n'),
    ...(args.length === 0 ? [] : ['', columns(args)]),
    '',
    'Options',
    columns(options),
    '',
    'Examples',
    ...command.examples.map(([line, what]) => `  ${line}\n${wrap(what, '      ')}`),
    '',
  ].join('\n')
}

export function overview(commands: readonly Command[], version: string): string {
  return [
    `Isnad ${version} reads Arabic news as evidence: messy pages in, clean articles out, every removal explained.`,
    '',
    '  isnad COMMAND [arguments] [options]',
    '',
    columns(commands.map(({ name, summary }): [string, string] => [name, summary])),
    '',
    'To begin',
    '  isnad read page.html              See what one page says, without storing anything',
    '  isnad add pages/                  Store a folder of pages',
    '  isnad search "وزارة الصحة"         Find articles',
    '  isnad serve --open                Read them in the browser',
    '',
    'isnad COMMAND --help explains a command, with examples.',
    'Articles are kept in ./data; choose another folder with --data FOLDER or ISNAD_DATA, or a PostgreSQL',
    'server with DATABASE_URL. Nothing leaves this machine.',
    '',
  ].join('\n')
}
