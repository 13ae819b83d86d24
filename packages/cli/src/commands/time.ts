import type { TimeItem } from '@isnad/time'
import { type Arguments, type Command, type Terminal, usage } from '../command.js'
import { shortened } from '../output/words.js'

/** What an item says, in one line: its value, the stretch it covers, and how far it can be relied on. */
function itemText(item: TimeItem): string {
  const mod = item.mod === undefined ? '' : ` ${item.mod.toLowerCase().replaceAll('_', ' ')}`
  const sure = item.certainty === 'exact' ? '' : ` (${item.certainty})`
  if ('min' in item) {
    const unit = item.unit === undefined ? '' : ` ${item.unit}`
    return `${item.kind}  ${item.min ?? '…'} to ${item.max ?? '…'}${unit}${mod}${sure}`
  }
  const unit = 'unit' in item && item.unit !== undefined ? ` ${item.unit}` : ''
  const role = 'role' in item && item.role !== undefined ? ` ${item.role.replaceAll('_', ' ')}` : ''
  const stretch =
    'local' in item && item.local !== undefined && `${item.local.start}` !== `${item.value}`
      ? `  [${item.local.start ?? '…'}, ${item.local.end ?? '…'})`
      : ''
  return `${item.kind}  ${item.value}${unit}${role}${mod}${stretch}${sure}`
}

const collect = async (chunks: AsyncIterable<Buffer>): Promise<string> => {
  const parts: Buffer[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts).toString('utf8')
}

async function textOf(input: Arguments, terminal: Terminal): Promise<string> {
  if (input.operands.join(' ') !== '-') return input.operands.join(' ')
  if (terminal.stdinIsScreen)
    throw usage('isnad time -: nothing comes through standard input; write `isnad time - < text.txt`')
  return collect(terminal.stdin)
}

async function run(input: Arguments, terminal: Terminal): Promise<number> {
  const { findTimes } = await import('@isnad/time')
  const text = await textOf(input, terminal)
  const at = input.text('at')
  let items: readonly TimeItem[]
  try {
    items = findTimes(text, at === undefined ? {} : { reference: { time: at, source: 'given' } })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw usage(`isnad time: --at ${at} is no time; write 2024-12-01, 2024-12-01T20:00 or 2024-12-01T20:00+03:00`)
  }
  if (input.flag('json')) {
    terminal.out(`${JSON.stringify(items)}\n`)
    return items.length === 0 ? 1 : 0
  }
  if (items.length === 0) terminal.out('No time, number or amount was found.\n')
  for (const item of items)
    terminal.out(`${item.start}–${item.end}  «${shortened(item.text, 60)}»  ${itemText(item)}\n`)
  if (at === undefined && items.some(({ certainty }) => certainty === 'unanchored'))
    terminal.err('Relative times stay open without the day of publication: give it with --at.\n')
  return items.length === 0 ? 1 : 0
}

export const time: Command = {
  name: 'time',
  summary: 'Read the dates, times, numbers and amounts in a text',
  arguments: [{ name: 'TEXT', count: 'some', help: 'Words to read, or - for standard input' }],
  options: {
    at: { type: 'string', value: 'TIME', help: 'When the text was published; relative times count from it' },
    json: { type: 'boolean', help: 'All that is known of each, as a JSON array' },
  },
  about: `Prints each expression with its place in the text, its kind, its value (dates and times as TIMEX3) and the stretch of time it
    covers. Without --at relative expressions stay unresolved: the clock of this machine is never asked.

    The exit code is 1 when nothing was found.`,
  examples: [
    ['isnad time "وصل الوفد مساء السبت" --at 2024-12-02', 'The Saturday before the second of December'],
    ['isnad time "12 ربيع الأول 1446 هـ" --json', 'A Hijri date, as data'],
  ],
  run,
}
