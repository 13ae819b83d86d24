import type { Arguments, Command, Terminal } from '../command.js'
import { comparisonText, lineageText } from '../output/relations.js'
import { DATA_OPTION, openDesk, placeOf } from '../place.js'

async function run(input: Arguments, terminal: Terminal): Promise<number> {
  const [id = ''] = input.operands
  const other = input.text('with')
  const json = input.flag('json')
  const { desk } = await openDesk(placeOf(input, terminal), terminal, { mustExist: true })
  try {
    if (other !== undefined) {
      const comparison = await desk.compare(id, other)
      terminal.out(json ? `${JSON.stringify(comparison)}\n` : comparisonText(comparison))
      return 0
    }
    const lineage = await desk.lineage(id)
    terminal.out(json ? `${JSON.stringify(lineage)}\n` : lineageText(lineage))
    return 0
  } finally {
    await desk.close()
  }
}

export const lineage: Command = {
  name: 'lineage',
  summary: 'Where the wording of an article comes from, and who shares it',
  arguments: [{ name: 'ARTICLE', count: 'one', help: 'The id of an article, as search and lists print it' }],
  options: {
    ...DATA_OPTION,
    with: { type: 'string', value: 'ARTICLE', help: 'Set side by side with this one: the passages that both print' },
    json: { type: 'boolean', help: 'The whole answer as one JSON object' },
  },
  about: `Prints what the article was made from and with what share, who else shares its wording, the story it belongs to, and the
    independent origins behind what it reports.`,
  examples: [
    ['isnad lineage 5f2a90c1d3e4b5a67788', 'One article'],
    ['isnad lineage 5f2a90c1d3e4b5a67788 --with 00a1b2c3d4e5f6071829', 'Two side by side'],
  ],
  run,
}
