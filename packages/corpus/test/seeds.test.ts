import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { annotate, readCapture } from '@isnad/analysis'
import { describe, expect, test } from 'vitest'
import {
  type AnalysedArticle,
  compareAccounts,
  countOrigins,
  DossierIndex,
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
      .filter(({ participants }) => participants.some(({ key }) => key === 'person.mustafa-al-kadhimi'))
    expect(meetings).toHaveLength(1)
    expect(meetings[0]?.participants.map(({ key }) => key)).toContain('person.esmail-qaani')
    expect(new Set(meetings[0]?.accounts.map(({ article }) => article))).toEqual(new Set(['002', '003']))
    const told = articles.filter(({ id }) => id === '002' || id === '003').map(originArticleOfAnalysed)
    const count = countOrigins(told, { allReport: true })
    expect(count.origins.length).toBeGreaterThan(1)
    expect(compareAccounts(told, count).find(({ attribute }) => attribute === 'purpose')?.verdict).toBe('differs')
  })

  test('the attack on the consulate is denied', () => {
    const index = new HappeningIndex()
    index.add(articles)
    const attacks = index
      .happeningsOf('000')
      .filter(({ type, accounts }) => type === 'ASSAULT' && accounts.some((a) => a.status === 'denied'))
    expect(attacks.some(({ participants }) => participants.some(({ name }) => name.includes('القنصلية')))).toBe(true)
  })

  test('one Qaani under three spellings; two prime ministers stay two', () => {
    const index = new DossierIndex()
    index.add(articles)
    const qaani = index.dossier('person.esmail-qaani')
    expect(new Set(qaani?.sightings.map(({ article }) => article))).toEqual(new Set(['000', '002', '003']))
    const families = qaani?.variants.map(({ form }) => form).filter((form) => !form.includes(' ')) ?? []
    expect(new Set(families).size).toBe(3)
    const premiers = ['person.mustafa-al-kadhimi', 'person.mohammed-shia-al-sudani'].map((id) => index.dossier(id))
    expect(premiers[0]?.id).not.toBe(premiers[1]?.id)
    const shared = premiers[0]?.sightings.filter((one) =>
      premiers[1]?.sightings.some((other) => other.article === one.article),
    )
    expect(shared).toEqual([])
  })
})
