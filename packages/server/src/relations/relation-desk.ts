import { compareTexts, type Story } from '@isnad/corpus'
import type { Store, StoredArticle } from '@isnad/store'
import { IsnadError } from '@isnad/text'
import type {
  ArticleSummary,
  ComparedText,
  Comparison,
  HappeningParty,
  HappeningSummary,
  LineageDocument,
  OriginsOf,
  StoryDocument,
  StoryList,
  StoryRow,
  StorySummary,
} from '../contract/api-types.js'
import { accountView, originsView, reasonsView, storyView } from './relation-views.js'
import type { Relations } from './relations.js'

export interface StoriesRequest {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

/** What can be asked across articles. What is not there is `NOT_FOUND`. */
export interface RelationDesk {
  /** Stories of more than one article, the latest first. */
  stories(request: StoriesRequest): Promise<StoryList>
  story(id: string): Promise<StoryDocument>
  lineage(id: string): Promise<LineageDocument>
  compare(id: string, other: string): Promise<Comparison>
}

interface RelationSources {
  readonly store: Store
  readonly relations: Relations
  readonly summariesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, ArticleSummary>>
  /** What the articles of each chapter tell together. */
  readonly happeningsOf: (chapters: readonly (readonly string[])[]) => Promise<HappeningSummary[][]>
  /** Who takes part in what the articles of each story tell. */
  readonly partiesOf: (stories: readonly (readonly string[])[]) => Promise<HappeningParty[][]>
}

const latestFirst = (a: StorySummary, b: StorySummary): number =>
  (b.to ?? '').localeCompare(a.to ?? '') || b.articles - a.articles || a.id.localeCompare(b.id)

function reportsByDay(articles: readonly string[], relations: Relations): StoryRow['reports'] {
  const counts = new Map<string, number>()
  for (const id of articles) {
    const day = relations.headOf(id)?.published?.slice(0, 10)
    if (day !== undefined) counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  return [...counts].sort(([a], [b]) => a.localeCompare(b)).map(([day, count]) => ({ day, articles: count }))
}

/** Chapters shown whole; a story that runs for months has more. */
const MOST_CHAPTERS = 60

export interface LocalRelationDesk extends RelationDesk {
  /** The origins behind any articles; ids that nothing has are passed over. */
  originsOfArticles(ids: readonly string[]): Promise<OriginsOf>
  originsOfStory(id: string): Promise<OriginsOf>
}

export function relationDesk({
  store,
  relations,
  summariesOf,
  happeningsOf,
  partiesOf,
}: RelationSources): LocalRelationDesk {
  const known = (all: ReadonlyMap<string, ArticleSummary>, ids: readonly string[]): ArticleSummary[] =>
    ids.flatMap((id) => all.get(id) ?? [])

  const stored = async (id: string): Promise<StoredArticle> => {
    const article = await store.article(id)
    if (article === undefined) throw new IsnadError('NOT_FOUND', `no article has the id ${id}`)
    return article
  }

  const originsOf = async (ids: readonly string[]) => {
    const { count, counted, accounts } = await relations.origins(ids)
    return { origins: originsView(count, counted), accounts: accounts.map(accountView) }
  }

  const storyOf = (id: string): Story => {
    const story = relations.stories.stories().find((one) => one.id === id)
    if (story === undefined) throw new IsnadError('NOT_FOUND', `no story has the id ${id}`)
    return story
  }

  /** Each chapter tells an occurrence: its origins are counted for itself. */
  const originsOver = async (chapters: readonly (readonly string[])[]): Promise<OriginsOf> => {
    const sum = { articles: 0, counted: 0, occurrences: chapters.length, atLeast: 0, atMost: 0 }
    for (const articles of chapters) {
      const { count, counted } = await relations.origins(articles)
      sum.articles += articles.length
      sum.counted += counted
      sum.atLeast = Math.max(sum.atLeast, count.atLeast)
      sum.atMost += count.atMost
    }
    return sum
  }

  return {
    async stories({ cursor, limit = 20 }) {
      const behind = await relations.catchUp()
      const all = relations.stories
        .stories()
        .map((story) => ({ story, summary: storyView(story) }))
        .filter(({ summary }) => summary.articles > 1)
        .sort(({ summary: a }, { summary: b }) => latestFirst(a, b))
      // The place of a story is told by its id, so that the list may grow at its head while somebody reads on.
      const from = cursor === undefined ? 0 : all.findIndex(({ story }) => story.id === cursor) + 1
      const page = all.slice(from, from + limit).map(({ story, summary }) => ({
        summary,
        articles: story.chapters.flatMap((chapter) => chapter.articles),
      }))
      const parties = await partiesOf(page.map(({ articles }) => articles))
      const items = page.map(
        ({ summary, articles }, at): StoryRow => ({
          ...summary,
          reports: reportsByDay(articles, relations),
          parties: parties[at] ?? [],
        }),
      )
      return { items, next: from + limit < all.length ? (items.at(-1)?.id ?? null) : null, behind }
    },

    async story(id) {
      const behind = await relations.catchUp()
      const story = storyOf(id)
      const chapters = story.chapters.slice(0, MOST_CHAPTERS)
      const all = await summariesOf(chapters.flatMap(({ articles }) => articles))
      const told = await happeningsOf(chapters.map(({ articles }) => articles))
      const shown = []
      for (const [at, { id: chapter, name, day, articles }] of chapters.entries()) {
        const here = known(all, articles)
        if (here.length === 0) continue
        shown.push({
          id: chapter,
          name,
          day: day ?? null,
          articles: here,
          happenings: told[at] ?? [],
          ...(await originsOf(here.map((article) => article.id))),
        })
      }
      return { id, name: story.name, from: story.from ?? null, to: story.to ?? null, chapters: shown, behind }
    },

    async lineage(id) {
      await stored(id)
      const behind = await relations.catchUp()
      const { parents, roots } = relations.lineage.lineage(id)
      const neighbours = relations.lineage.neighbours(id)
      const place = relations.placeOf(id)
      const chapter = place?.chapter.articles ?? [id]
      const all = await summariesOf([
        ...parents.map((parent) => parent.id),
        ...roots,
        ...neighbours.map((neighbour) => neighbour.id),
        ...chapter,
      ])
      const here = known(all, chapter)
      return {
        id,
        parents: parents.flatMap(({ id: from, relation, share, shareOfSource, reasons }) => {
          const article = all.get(from)
          return article === undefined
            ? []
            : [{ article, relation, share, shareOfSource, reasons: reasonsView(reasons) }]
        }),
        roots: known(all, roots),
        neighbours: neighbours.flatMap(({ id: other, relation, shareOfThis, shareOfOther, passageWords, reasons }) => {
          const article = all.get(other)
          return article === undefined
            ? []
            : [{ article, relation, shareOfThis, shareOfOther, passageWords, reasons: reasonsView(reasons) }]
        }),
        story: place === undefined ? null : storyView(place.story),
        chapter: here,
        ...(await originsOf(here.map((article) => article.id))),
        behind,
      }
    },

    async originsOfArticles(ids) {
      await relations.catchUp()
      const here = known(await summariesOf(ids), [...new Set(ids)])
      const chapters = new Map<string, string[]>()
      for (const { id } of here) {
        const chapter = relations.placeOf(id)?.chapter.id ?? id
        chapters.set(chapter, [...(chapters.get(chapter) ?? []), id])
      }
      return originsOver([...chapters.values()])
    },

    async originsOfStory(id) {
      await relations.catchUp()
      const chapters = storyOf(id).chapters.map(({ articles }) => articles)
      const sum = await originsOver(chapters.slice(0, MOST_CHAPTERS))
      return { ...sum, articles: chapters.flat().length, occurrences: chapters.length }
    },

    async compare(id, other) {
      const [one, two] = await Promise.all([stored(id), stored(other)])
      const all = await summariesOf([id, other])
      const { relation, shareOfA, shareOfB, passages, reasons } = compareTexts(comparable(one), comparable(two))
      return {
        a: comparedView(one, all),
        b: comparedView(two, all),
        relation,
        shareOfA,
        shareOfB,
        passages: passages.map(({ a, b, words, equal }) => ({
          a: { start: a.start, end: a.end },
          b: { start: b.start, end: b.end },
          words,
          equal,
        })),
        reasons: reasonsView(reasons),
      }
    },
  }
}

const comparable = ({ article }: StoredArticle) => ({
  text: article.text.value,
  body: article.body,
  ...(article.metadata.published === undefined ? {} : { published: article.metadata.published.value.local }),
})

function comparedView({ id, article }: StoredArticle, all: ReadonlyMap<string, ArticleSummary>): ComparedText {
  const summary = all.get(id)
  if (summary === undefined) throw new IsnadError('NOT_FOUND', `no article has the id ${id}`)
  return {
    article: summary,
    text: article.text.value,
    direction: article.metadata.direction,
    title: article.title === undefined ? null : { start: article.title.start, end: article.title.end },
    body: article.body.map(({ start, end }) => ({ start, end })),
  }
}
