import { IsnadError } from '@isnad/text'
import { isRecord } from '../input/record.js'
import { optionalText, type Row, readRows, textOfRow } from './gold-set.js'
import type { PredictTask } from './task.js'

interface Told {
  readonly key: string
  readonly title: string
  readonly body: string
  readonly published?: string
}

function told(row: Row, place: string, key: string): Told {
  const published = optionalText(row, 'date') ?? optionalText(row, 'published') ?? optionalText(row, 'fetched')
  return {
    key: optionalText(row, key) ?? '',
    title: optionalText(row, 'title') ?? '',
    body: textOfRow(row, 'text', place),
    ...(published === undefined ? {} : { published }),
  }
}

const isGraded = (row: Row): boolean => typeof row.pair_id === 'string'
const isPair = (row: Row): boolean => isRecord(row.a) && isRecord(row.b)

/** Pairs of articles, labelled or graded, and articles to be put into stories. */
export const stories: PredictTask = {
  input:
    'a JSONL of pairs {a: {source_key, title, text}, b}, of graded pairs {pair_id, text1, text2}, or of articles {id, title, text, published}',
  output: 'JSONL {a, b, label}, {pair_id, score} or {id, cluster}',
  async predict({ input }) {
    const { labelOf, likeness, profileOf, StoryIndex } = await import('@isnad/corpus')
    const rows = await readRows(input)
    const profile = (id: string, { title, body }: { title: string; body: string }) => profileOf({ id, title, body })
    const lines: object[] = []
    const articles: (Told & { id: string })[] = []
    for (const [at, row] of rows.entries()) {
      const place = `${input}:${at + 1}`
      if (isGraded(row)) {
        const [a, b] = ['text1', 'text2'].map((field) =>
          profile(field, { title: '', body: textOfRow(row, field, place) }),
        )
        if (a === undefined || b === undefined) continue
        lines.push({ pair_id: row.pair_id, score: rounded(likeness(a, b).score) })
      } else if (isPair(row)) {
        const a = told(row.a as Row, place, 'source_key')
        const b = told(row.b as Row, place, 'source_key')
        const alike = likeness(profile('a', a), profile('b', b))
        lines.push({ a: a.key, b: b.key, label: labelOf(alike) })
      } else if (typeof row.id === 'string') {
        articles.push({ id: row.id, ...told(row, place, 'id') })
      } else throw new IsnadError('INPUT_INVALID', `${place}: neither a pair nor an article with an id`)
    }
    if (articles.length > 0) {
      const index = new StoryIndex()
      index.add(articles)
      for (const { id } of articles) lines.push({ id, cluster: index.storyOf(id)?.id ?? id })
    }
    return { text: lines.map((line) => `${JSON.stringify(line)}\n`).join(''), items: lines.length }
  },
}

const rounded = (score: number): number => Math.round(score * 10_000) / 10_000
