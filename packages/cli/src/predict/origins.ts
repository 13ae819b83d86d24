import { join } from 'node:path'
import { IsnadError } from '@isnad/text'
import { isRecord } from '../input/record.js'
import { isFolder, namesIn, optionalText, type Row, readRows, readText, textOfRow } from './gold-set.js'
import type { PredictTask } from './task.js'

/** Ids of the articles of a group. Nothing else of the group file is read: it holds the answers. */
async function groupOf(path: string): Promise<{ id: string; articles: string[] }> {
  const group: unknown = JSON.parse(await readText(path))
  if (!isRecord(group) || typeof group.id !== 'string' || !Array.isArray(group.articles))
    throw new IsnadError('INPUT_INVALID', `${path}: a group has an id and a list of articles`)
  const articles = group.articles.map((article: unknown) => {
    const id = isRecord(article) ? article.id : article
    if (typeof id !== 'string') throw new IsnadError('INPUT_INVALID', `${path}: an article without an id`)
    return id
  })
  return { id: group.id, articles }
}

/** Independent origins of happenings told by several articles. */
export const origins: PredictTask = {
  input: 'a folder with articles.jsonl and groups/*.json, of which the id and the article ids are read',
  output: 'JSONL {id, reports, origins, at_least, at_most, relations, accounts}',
  async predict({ input, note }) {
    if (!(await isFolder(input))) throw new IsnadError('INPUT_INVALID', `${input} is no folder of groups`)
    const [{ readCapture }, { captureOfRecord }, { compareAccounts, countOrigins, originArticleOf }] =
      await Promise.all([import('@isnad/analysis'), import('@isnad/page'), import('@isnad/corpus')])
    const records = new Map<string, Row>()
    const file = join(input, 'articles.jsonl')
    for (const [at, row] of (await readRows(file)).entries())
      records.set(textOfRow(row, 'id', `${file}:${at + 1}`), row)
    const lines: object[] = []
    for (const name of await namesIn(join(input, 'groups'), '.json')) {
      const { id, articles } = await groupOf(join(input, 'groups', name))
      const read = articles.flatMap((article) => {
        const row = records.get(article)
        const capture = row === undefined ? undefined : captureOfRecord(row)
        const outcome = capture?.ok === true ? readCapture(capture.value.capture) : undefined
        if (outcome?.ok === true)
          return [
            originArticleOf(article, outcome.value.article, {
              outlet: optionalText(row ?? {}, 'outlet'),
              title: optionalText(row ?? {}, 'title'),
            }),
          ]
        note(`${id}: ${article} ${outcome === undefined ? 'is not in articles.jsonl' : outcome.reason.kind}`)
        return []
      })
      const count = countOrigins(read)
      lines.push({
        id,
        reports: count.reports,
        origins: count.origins.map(({ id: origin, kind, name: of, articles: ids, evidence, mayEqual }) => ({
          id: origin,
          kind,
          name: of,
          articles: ids,
          evidence: evidence.map(({ span: _, hearsay: __, ...rest }) => rest),
          ...(mayEqual === undefined ? {} : { may_equal: mayEqual }),
        })),
        at_least: count.atLeast,
        at_most: count.atMost,
        relations: count.relations,
        accounts: compareAccounts(read, count).map(({ values, ...account }) => ({
          ...account,
          values: values.map(({ quotes, ...value }) => ({ ...value, quotes: quotes.map(({ span: _, ...q }) => q) })),
        })),
      })
    }
    return { text: lines.map((line) => `${JSON.stringify(line)}\n`).join(''), items: lines.length }
  },
}
