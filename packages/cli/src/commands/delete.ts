import { type Arguments, type Command, type Terminal, usage } from '../command.js'
import { DATA_OPTION, openDesk, placeOf } from '../place.js'
import { userName } from '../user-name.js'

async function run(input: Arguments, terminal: Terminal): Promise<number> {
  const reason = input.text('reason')?.trim()
  if (reason === undefined || reason.length < 3)
    throw usage('isnad delete: say why with --reason "…"; it is kept in the log')
  const { desk } = await openDesk(placeOf(input, terminal), terminal, { mustExist: true })
  try {
    for (const id of input.operands) {
      await desk.remove(id, { reason, by: userName() })
      terminal.out(`${id} deleted\n`)
    }
    return 0
  } finally {
    await desk.close()
  }
}

export const remove: Command = {
  name: 'delete',
  summary: 'Take articles out of the store for good',
  arguments: [{ name: 'ID', count: 'some', help: 'The id that isnad search shows' }],
  options: {
    ...DATA_OPTION,
    reason: { type: 'string', value: 'TEXT', help: 'Why; kept in the log of deletions' },
  },
  about: `Removes an article, the page it was read from and all its versions. The log keeps the id, the reason, who did it and
    when, but nothing of the article. Adding the same page again leaves it out, unless isnad add --restore asks for it.`,
  examples: [['isnad delete 3f9c0a5be1d24c7788aa --reason "the family asked for it"', 'One article, with the reason']],
  run,
}
