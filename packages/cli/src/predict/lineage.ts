import { join } from 'node:path'
import type { LineageArticle, LineageIndex, LineageRelation } from '@isnad/corpus'
import { IsnadError } from '@isnad/text'
import { isRecord } from '../input/record.js'
import { exists, isFolder, optionalText, type Row, readRows, textOfRow } from './gold-set.js'
import type { PredictTask } from './task.js'

/** What the scorer calls each relation; a formula filled anew links nothing. */
const SCORED: Readonly<Record<LineageRelation, 'copy' | 'rewrite' | 'partial' | 'none'>> = {
  copy: 'copy',
  rewrite: 'rewrite',
  'shared-passage': 'partial',
  template: 'none',
  unrelated: 'none',
}

/** Two texts of one wording share half of the shorter; a passage is worth a row from a twentieth on. */
const NEAR_COPY = 0.5
const PARTIAL = 0.05

/** Who copied whom among the articles of a set, and how the pairs of a list are related. */
export const lineage: PredictTask = {
  input:
    'a folder with docs.jsonl ({id, outlet, published, title, text} a line) and, where there is one, natural-pairs.jsonl ({id, a: {text, date}, b}), or one of the two files',
  output: 'JSONL {id, parent, root}, {copy, source, share, relation}, {a, b, relation} and {id, relation}',
  async predict({ input }) {
    const { compareTexts, LineageIndex } = await import('@isnad/corpus')
    const rows: object[] = []
    for (const file of await filesOf(input)) {
      const articles: LineageArticle[] = []
      for (const [at, row] of (await readRows(file)).entries()) {
        const place = `${file}:${at + 1}`
        if (isRecord(row.a) && isRecord(row.b)) {
          const [a, b] = [row.a, row.b].map((one) => comparable(one as Row, place))
          if (a === undefined || b === undefined) continue
          rows.push({ id: textOfRow(row, 'id', place), relation: SCORED[compareTexts(a, b).relation] })
        } else articles.push(articleOf(row, place))
      }
      if (articles.length === 0) continue
      const index = new LineageIndex()
      index.addBatch(articles)
      rows.push(...lineageRows(index, articles))
    }
    return { text: rows.map((row) => `${JSON.stringify(row)}\n`).join(''), items: rows.length }
  },
}

async function filesOf(input: string): Promise<readonly string[]> {
  if (!(await isFolder(input))) return [input]
  const found: string[] = []
  for (const name of ['docs.jsonl', 'natural-pairs.jsonl']) {
    if (await exists(join(input, name))) found.push(join(input, name))
  }
  if (found.length === 0)
    throw new IsnadError('INPUT_INVALID', `${input} holds neither docs.jsonl nor natural-pairs.jsonl`)
  return found
}

const publishedOf = (row: Row): { published?: string } => {
  const published = optionalText(row, 'published') ?? optionalText(row, 'date') ?? optionalText(row, 'fetched')
  return published === undefined ? {} : { published }
}

const comparable = (row: Row, place: string): { text: string; published?: string } => ({
  text: textOfRow(row, 'text', place),
  ...publishedOf(row),
})

function articleOf(row: Row, place: string): LineageArticle {
  const title = optionalText(row, 'title')
  const outlet = optionalText(row, 'outlet')
  return {
    id: textOfRow(row, 'id', place),
    ...comparable(row, place),
    ...(title !== undefined && { title }),
    ...(outlet !== undefined && { outlet }),
  }
}

function lineageRows(index: LineageIndex, articles: readonly LineageArticle[]): object[] {
  const rows: object[] = []
  for (const { id } of articles) {
    const { parents } = index.lineage(id)
    if (parents.length === 0) rows.push({ id, parent: null, root: null })
    for (const { id: source, share, relation } of parents) {
      rows.push({ copy: id, source, share: Math.round(share * 10_000) / 10_000, relation: SCORED[relation] })
    }
  }
  for (const { id } of articles) {
    for (const { id: other, relation, overlap } of index.neighbours(id)) {
      if (!(id < other) || SCORED[relation] === 'none') continue
      const near = SCORED[relation] !== 'partial' && overlap >= NEAR_COPY
      if (near || overlap >= PARTIAL) rows.push({ a: id, b: other, relation: near ? 'copy' : 'partial' })
    }
  }
  return rows
}
