import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { annotate, readCapture } from '@isnad/analysis'
import { describe, expect, test } from 'vitest'
import {
  type AnalysedArticle,
  compareAccounts,
  countOrigins,
  HappeningIndex,
  originArticleOfAnalysed,
  StoryIndex,
  storyTextOf,
} from '../src/index.js'

const FOLDER = new URL('../../../../shared/seeds/', import.meta.url)

function seeds(): AnalysedArticle[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const read = readCapture({ bytes: readFileSync(new URL(name, FOLDER)) })
      if (!read.ok) throw new Error(`${name}: ${read.reason.kind}`)
      const { article } = read.value
      const published = article.metadata.published?.value.local
      const stated = published === undefined ? {} : { published }
      return { id: name.slice(0, 3), article, annotations: annotate(article), ...stated }
    })
}

// The five sample pages lie beside the repository and are not part of it.
describe.skipIf(!existsSync(FOLDER))('the sample pages', () => {
  const articles = existsSync(FOLDER) ? seeds() : []

  test('two affairs of two articles, one of one', () => {
    const index = new StoryIndex()
    index.add(articles.map(storyTextOf))
    const stories = index.stories().map(({ chapters }) =>
      chapters
        .flatMap((c) => c.articles)
        .sort()
        .join(' '),
    )
    expect(stories.sort()).toEqual(['000 001', '002 003', '004'])
  })

  test('one meeting told twice, with two purposes', () => {
    const index = new HappeningIndex()
    index.add(articles)
    const meetings = index
      .happeningsOf('003')
      .filter(({ type, accounts }) => type === 'CONSULT' && accounts.some(({ article }) => article === '002'))
    expect(meetings.length).toBeGreaterThan(0)
    const told = articles.filter(({ id }) => id === '002' || id === '003').map(originArticleOfAnalysed)
    const count = countOrigins(told, { allReport: true })
    expect(count.origins.length).toBeGreaterThan(1)
    expect(compareAccounts(told, count).find(({ attribute }) => attribute === 'purpose')?.verdict).toBe('differs')
  })
})
