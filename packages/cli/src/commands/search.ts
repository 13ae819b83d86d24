import type { Hit, SearchResult, Segment } from '@isnad/server'
import type { Arguments, Command, Terminal } from '../command.js'
import { figure, printable, shortened } from '../output/words.js'
import { DATA_OPTION, openDesk, placeOf } from '../place.js'

/** Marked words: bold where the output is a screen, between « » where it is a file. */
const marked = (segments: readonly Segment[], onScreen: boolean): string =>
  segments
    .map(({ text, marked: isMarked }) => {
      const plain = printable(text)
      if (!isMarked) return plain
      return onScreen ? `\u001b[1m${plain}\u001b[22m` : `«${plain}»` // \u001b[1m, \u001b[22m: bold on, off
    })
    .join('')

function hitText({ article, title, snippet }: Hit, number: number, onScreen: boolean): string {
  const about = [article.outlet?.name, article.published?.local, article.id]
    .filter((piece) => piece != null)
    .join(' · ')
  const words =
    snippet === null
      ? shortened(article.opening, 240)
      : `${snippet.cutBefore ? '…' : ''}${marked(snippet.segments, onScreen)}${snippet.cutAfter ? '…' : ''}`
  return `${number}. ${title.length === 0 ? '(no title)' : marked(title, onScreen)}\n   ${printable(about)}\n   ${words}\n`
}

export function resultText(result: SearchResult, onScreen: boolean): string {
  const { total, hits, problems } = result
  const count =
    total === null
      ? ''
      : `${total.capped ? 'more than ' : ''}${figure(total.count)} ${total.count === 1 ? 'article' : 'articles'}`
  return [
    ...problems.map(({ message }) => `Note: ${message.en}.`),
    hits.length === 0
      ? 'Nothing was found.'
      : `${count}, ${result.sort === 'new' ? 'newest first' : 'best match first'}`,
    '',
    ...hits.map((hit, at) => hitText(hit, at + 1, onScreen)),
  ].join('\n')
}

async function run(input: Arguments, terminal: Terminal): Promise<number> {
  const limit = input.whole('limit', 1, 1000) ?? 10
  const sort = input.text('sort') === 'relevance' ? 'relevance' : 'new'
  const { desk } = await openDesk(placeOf(input, terminal), terminal, { mustExist: true })
  try {
    const request = {
      q: input.operands.join(' '),
      sort,
      outlet: input.text('outlet'),
      after: input.text('after'),
      before: input.text('before'),
    } as const
    const first = await desk.search({ ...request, limit: Math.min(100, limit) })
    const hits = [...first.hits]
    for (let next = first.next; next !== null && hits.length < limit; ) {
      const page = await desk.search({ ...request, cursor: next, limit: Math.min(100, limit - hits.length) })
      hits.push(...page.hits)
      next = page.next
    }
    const result = { ...first, hits }
    terminal.out(input.flag('json') ? `${JSON.stringify(result)}\n` : resultText(result, terminal.outIsScreen))
    return hits.length === 0 ? 1 : 0
  } finally {
    await desk.close()
  }
}

export const search: Command = {
  name: 'search',
  summary: 'Find articles among those that were added',
  arguments: [{ name: 'WORD', count: 'some', help: 'What to look for; quote the shell’s own characters' }],
  takesDashedWords: true,
  options: {
    ...DATA_OPTION,
    sort: {
      type: 'string',
      value: 'ORDER',
      choices: ['new', 'relevance'],
      help: 'Newest first (new), or best match first',
    },
    limit: { type: 'string', short: 'n', value: 'N', help: 'At most so many articles; 10 unless told, up to 1000' },
    outlet: { type: 'string', value: 'NAME', help: 'Only this outlet' },
    after: { type: 'string', value: 'DAY', help: 'Published on this day or later: 2021, 2021-03, 2021-03-05' },
    before: { type: 'string', value: 'DAY', help: 'Published on this day or earlier' },
    json: { type: 'boolean', help: 'The whole answer as one JSON object' },
  },
  about: `Words match by their stem, so كتاب finds الكتب and بكتابه; spelling of hamza, taa marbuta and alef maqsura does not matter.

    "two words" finds them next to each other; =word finds that very spelling; -word leaves articles out; a OR b takes either;
    title:word looks in titles; outlet:name, lang:ar, after:2021-03, before:2021 narrow. Several words must all occur.

    The exit code is 1 when nothing was found.`,
  examples: [
    ['isnad search وزارة الصحة', 'Both words, in any form'],
    ['isnad search \'"وزير الصحة"\' -لقاح', 'The phrase, without vaccine'],
    [
      'isnad search "الفيضان OR السيول after:2021-03" --sort relevance',
      'Either word, from March 2021 on, best match first',
    ],
    ['isnad search مطار --json | jq ".hits[].article.url"', 'Addresses, for a program'],
  ],
  run,
}
