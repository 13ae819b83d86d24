import type { Arguments, Command, Terminal } from '../command.js'
import { happeningsText, happeningText } from '../output/happenings.js'
import { DATA_OPTION, openDesk, placeOf } from '../place.js'

async function run(input: Arguments, terminal: Terminal): Promise<number> {
  const [id] = input.operands
  const { desk } = await openDesk(placeOf(input, terminal), terminal, { mustExist: true })
  try {
    if (id !== undefined) {
      const happening = await desk.happening(id)
      terminal.out(input.flag('json') ? `${JSON.stringify(happening)}\n` : happeningText(happening))
      return 0
    }
    const list = await desk.happenings({
      article: input.text('article'),
      limit: input.whole('limit', 1, 100) ?? 20,
    })
    terminal.out(input.flag('json') ? `${JSON.stringify(list)}\n` : happeningsText(list))
    return list.items.length === 0 ? 1 : 0
  } finally {
    await desk.close()
  }
}

export const happenings: Command = {
  name: 'happenings',
  summary: 'What several articles tell as having happened, and where their accounts differ',
  arguments: [{ name: 'HAPPENING', count: 'any', help: 'The id of one happening; all of them when left out' }],
  options: {
    ...DATA_OPTION,
    article: { type: 'string', short: 'a', value: 'ID', help: 'All that this article tells, be it alone' },
    limit: { type: 'string', short: 'n', value: 'N', help: 'At most so many happenings; 20 unless told, up to 100' },
    json: { type: 'boolean', help: 'The whole answer as one JSON object' },
  },
  about: `A happening is one occurrence across articles; what each article says of it stays visible as an account, with the chain
    from the outlet through agency and source to the speaker. Accounts are held against each other: whether it happened, who,
    how many, when, where and why. The exit code is 1 when there is none.`,
  examples: [
    ['isnad happenings', 'The latest happenings of more than one article'],
    ['isnad happenings happening.3f0c.v1', 'One of them, account by account'],
    ['isnad happenings --article 3f9c0a5be1d24c7788aa', 'All that one article tells'],
  ],
  run,
}
