import type { Arguments, Command, Terminal } from '../command.js'
import { storiesText, storyText } from '../output/relations.js'
import { DATA_OPTION, openDesk, placeOf } from '../place.js'

async function run(input: Arguments, terminal: Terminal): Promise<number> {
  const [id] = input.operands
  const { desk } = await openDesk(placeOf(input, terminal), terminal, { mustExist: true })
  try {
    if (id !== undefined) {
      const story = await desk.story(id)
      terminal.out(input.flag('json') ? `${JSON.stringify(story)}\n` : storyText(story))
      return 0
    }
    const list = await desk.stories({ limit: input.whole('limit', 1, 100) ?? 20 })
    terminal.out(input.flag('json') ? `${JSON.stringify(list)}\n` : storiesText(list))
    return list.items.length === 0 ? 1 : 0
  } finally {
    await desk.close()
  }
}

export const stories: Command = {
  name: 'stories',
  summary: 'Affairs that several articles tell, and how many sources stand behind each',
  arguments: [{ name: 'STORY', count: 'any', help: 'The id of one story; all of them when left out' }],
  options: {
    ...DATA_OPTION,
    limit: { type: 'string', short: 'n', value: 'N', help: 'At most so many stories; 20 unless told, up to 100' },
    json: { type: 'boolean', help: 'The whole answer as one JSON object' },
  },
  about: `A story has a chapter for each occurrence, with the articles that tell it and its independent origins: five copies of one
    leak count as one source, whatever outlets carry them. The exit code is 1 when there is no story.`,
  examples: [
    ['isnad stories', 'The latest affairs'],
    ['isnad stories story.3f0c', 'One of them, chapter by chapter'],
  ],
  run,
}
