import type { Desk, ReviewItem } from '@isnad/server'
import { IsnadError } from '@isnad/text'
import { type Arguments, type Command, nearest, type Terminal, usage } from '../command.js'
import { judgementsText, judgementText, queueText } from '../output/review.js'
import { DATA_OPTION, openDesk, placeOf } from '../place.js'
import { userName } from '../user-name.js'

interface Task {
  readonly desk: Desk
  /** The words after the action. */
  readonly words: readonly string[]
  readonly input: Arguments
  readonly terminal: Terminal
}

const LISTED = 10
const PAGE = 50

/** A pair of the queue by its id. Throws `NOT_FOUND` when none waits by it. */
async function pairOf(desk: Desk, id: string): Promise<Pick<ReviewItem, 'a' | 'b'>> {
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await desk.review({ cursor, limit: PAGE })
    const found = page.items.find((item) => item.id === id)
    if (found !== undefined) return found
    cursor = page.next
  }
  throw new IsnadError('NOT_FOUND', `no pair ${id} waits; isnad review lists those that do`)
}

async function judge(
  verdict: 'same' | 'different' | 'unsure',
  { desk, words, input, terminal }: Task,
): Promise<number> {
  const [one = '', name = '', two = '', other = ''] = words
  if (words.length !== 1 && words.length !== 4)
    throw usage(`isnad review ${verdict}: write the id of a pair, or ARTICLE NAME ARTICLE NAME`)
  const pair = words.length === 1 ? await pairOf(desk, one) : undefined
  const judgement = await desk.judge({
    a: pair?.a.sighting ?? { article: one, name },
    b: pair?.b.sighting ?? { article: two, name: other },
    verdict,
    reason: input.text('because') ?? '',
    by: userName(),
  })
  terminal.out(input.flag('json') ? `${JSON.stringify(judgement)}\n` : judgementText(judgement))
  return 0
}

const ACTIONS: Readonly<Record<string, (task: Task) => Promise<number>>> = {
  async list({ desk, input, terminal }) {
    const queue = await desk.review({ limit: input.whole('limit', 1, PAGE) ?? LISTED })
    terminal.out(input.flag('json') ? `${JSON.stringify(queue)}\n` : queueText(queue))
    return queue.items.length === 0 ? 1 : 0
  },
  same: (task) => judge('same', task),
  different: (task) => judge('different', task),
  unsure: (task) => judge('unsure', task),
  async undo({ desk, words, input, terminal }) {
    const [id] = words
    if (id === undefined || words.length > 1) throw usage('isnad review undo: write the number of one judgement')
    const judgement = await desk.undoJudgement(id, { by: userName(), reason: input.text('because') ?? '' })
    terminal.out(input.flag('json') ? `${JSON.stringify(judgement)}\n` : judgementText(judgement))
    return 0
  },
  async log({ desk, input, terminal }) {
    const list = await desk.judgements({ limit: input.whole('limit', 1, 100) ?? PAGE })
    terminal.out(input.flag('json') ? `${JSON.stringify(list)}\n` : judgementsText(list))
    return list.items.length === 0 ? 1 : 0
  },
}

async function run(input: Arguments, terminal: Terminal): Promise<number> {
  const [name = 'list', ...words] = input.operands
  const action = ACTIONS[name]
  if (action === undefined) {
    const meant = nearest(name, Object.keys(ACTIONS))
    throw usage(
      `isnad review: there is no action ${name}; ${meant === undefined ? `there are ${Object.keys(ACTIONS).join(', ')}` : `did you mean ${meant}?`}`,
    )
  }
  const { desk } = await openDesk(placeOf(input, terminal), terminal, { mustExist: true })
  try {
    return await action({ desk, words, input, terminal })
  } finally {
    await desk.close()
  }
}

export const review: Command = {
  name: 'review',
  summary: 'Say whether two names mean one thing, where Isnad could not tell',
  arguments: [
    {
      name: 'ACTION',
      count: 'any',
      help: 'list (when left out), same PAIR, different PAIR, unsure PAIR, undo NUMBER, log. PAIR is its id, or ARTICLE NAME ARTICLE NAME',
    },
  ],
  options: {
    ...DATA_OPTION,
    because: { type: 'string', value: 'TEXT', help: 'Why; kept in the log' },
    limit: { type: 'string', short: 'n', value: 'N', help: 'At most so many; 10 pairs or 50 judgements unless told' },
    json: { type: 'boolean', help: 'The whole answer as one JSON object' },
  },
  about: `The queue holds pairs of people, bodies and places that may be one, those that most articles hang on first, each with
    its spellings, roles and sentences. What you say takes effect on every dossier at once, and outlives a new analysis.

    Nothing is ever deleted: undo takes a judgement back, and the log keeps both. The exit code of list and log is 1 when
    there is nothing in them.`,
  examples: [
    ['isnad review', 'What waits for a judgement'],
    ['isnad review same 3f9c0a5be1d2 --because "one office, one year"', 'The pair of this id is one'],
    [
      'isnad review different 3f9c0a5be1d24c7788aa "سامي الزهيري" 81c20d77f3ab91ee4d02 "سامي الزهيري"',
      'Two men of one name, each by an article that names him',
    ],
    ['isnad review undo 7', 'Take the seventh judgement back'],
  ],
  run,
}
