import {
  type Account,
  compareAccounts,
  compareTellings,
  countOrigins,
  type Happening,
  type OriginCount,
  originArticleOfAnalysed,
  partTold,
  type Telling,
} from '@isnad/corpus'
import type { Store } from '@isnad/store'
import { IsnadError } from '@isnad/text'
import type {
  ArticleSummary,
  HappeningDocument,
  HappeningList,
  HappeningParty,
  HappeningSummary,
  OriginsOf,
} from '../contract/api-types.js'
import type { CatalogNames } from '../desk/catalog.js'
import { type AnnotatedIndex, analysedOf } from './annotated-index.js'
import { accountOf, eventsOf, happeningSummary, partiesOver, type ReadArticle, readArticle } from './happening-views.js'
import { type PlacedAccount, placedByEvent, placedByWords } from './placed-account.js'
import { accountView, originsView, storyView } from './relation-views.js'
import type { Relations } from './relations.js'

export interface HappeningsRequest {
  /** Those that this article tells, be it alone. */
  readonly article?: string | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

/** Events joined across articles. What is not there is `NOT_FOUND`. */
export interface HappeningDesk {
  /** Happenings told by more than one article, the latest first. */
  happenings(request: HappeningsRequest): Promise<HappeningList>
  happening(id: string): Promise<HappeningDocument>
}

/** Below this a record is a guess; a happening that is nothing but guesses is not listed. */
const SURE = 0.5
/** Articles that are compared; the others of a happening that everybody tells are only listed. */
const COMPARED = 40
/** Happenings shown of one chapter. */
const OF_A_CHAPTER = 8
/** Parties named in a line of a list, and the articles of a long story that are asked for them. */
const NAMED = 5
const ASKED = 100

const isSure = ({ accounts }: Happening): boolean => accounts.some(({ confidence }) => confidence >= SURE)
const tellers = ({ accounts }: Happening): string[] => [...new Set(accounts.map(({ article }) => article))]

const byDay = (a: Happening, b: Happening): number =>
  (b.day ?? '').localeCompare(a.day ?? '') || b.accounts.length - a.accounts.length || a.id.localeCompare(b.id)

export interface LocalHappeningDesk extends HappeningDesk {
  /** What these articles tell together, most told first: the happenings of a chapter, by its articles. */
  ofChapters(chapters: readonly (readonly string[])[]): Promise<HappeningSummary[][]>
  /** Who takes part in what the articles of each story tell, those first whom most of them name. */
  partiesOf(stories: readonly (readonly string[])[]): Promise<HappeningParty[][]>
  originsOf(id: string): Promise<OriginsOf>
}

interface HappeningSources {
  readonly store: Store
  readonly relations: Relations
  readonly annotated: AnnotatedIndex
  readonly summariesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, ArticleSummary>>
  readonly names: CatalogNames
}

export function happeningDesk({
  store,
  relations,
  annotated,
  summariesOf,
  names,
}: HappeningSources): LocalHappeningDesk {
  const readAll = async (ids: readonly string[]): Promise<ReadonlyMap<string, ReadArticle>> => {
    const found = await store.annotatedArticles([...new Set(ids)])
    return new Map(found.map((article) => [article.id, readArticle(analysedOf(article), names)]))
  }
  const keyOf = annotated.keyOf.bind(annotated)
  const summaries = async (happenings: readonly Happening[]): Promise<HappeningSummary[]> => {
    const read = await readAll(happenings.map(({ lead }) => lead.article))
    return happenings.map((one) => happeningSummary(one, read.get(one.lead.article), keyOf, names))
  }

  const found = (id: string): Happening => {
    const happening = annotated.happenings.happening(id)
    if (happening === undefined) throw new IsnadError('NOT_FOUND', `no happening has the id ${id}`)
    return happening
  }
  /** What each of the first articles of a happening says of it. */
  const tellingsOf = (happening: Happening, read: ReadonlyMap<string, ReadArticle>): Telling[] =>
    tellers(happening)
      .slice(0, COMPARED)
      .flatMap((one): Telling[] => {
        const article = read.get(one)?.analysed
        return article === undefined ? [] : [{ article, events: eventsOf(happening, article) }]
      })

  return {
    async happenings({ article, cursor, limit = 20 }) {
      const behind = await annotated.catchUp()
      const all =
        article === undefined
          ? annotated.happenings.happenings(2).filter(isSure).sort(byDay)
          : annotated.happenings.happeningsOf(article).sort((a, b) => b.accounts.length - a.accounts.length)
      // A place is told by its id, so that the list may grow at its head while somebody reads on.
      const from = cursor === undefined ? 0 : all.findIndex(({ id }) => id === cursor) + 1
      const page = all.slice(from, from + limit)
      const next = from + limit < all.length ? (page.at(-1)?.id ?? null) : null
      return { items: await summaries(page), next, behind }
    },

    async happening(id) {
      const behind = await annotated.catchUp()
      const happening = found(id)
      const ids = tellers(happening)
      const [read, all] = await Promise.all([readAll(ids), summariesOf(ids)])
      const compared = tellingsOf(happening, read)
      const count = originsOf(compared)
      return {
        ...happeningSummary(happening, read.get(happening.lead.article), keyOf, names),
        accounts: ids.flatMap((one) => {
          const [article, summary] = [read.get(one), all.get(one)]
          return article === undefined || summary === undefined
            ? []
            : (accountOf(happening, article, summary, keyOf, names) ?? [])
        }),
        compared: attributesOf(compared, count).map(accountView),
        origins: originsView(count, compared.length),
        story: storyOf(relations, happening.lead.article),
        behind,
      }
    },

    async ofChapters(chapters) {
      await annotated.catchUp()
      const chosen = chapters.map((articles) => {
        const here = new Set(articles)
        const found = new Map(
          articles
            .flatMap((one) => annotated.happenings.happeningsOf(one))
            .map((happening) => [happening.id, happening]),
        )
        const told = (happening: Happening): number => tellers(happening).filter((one) => here.has(one)).length
        return [...found.values()]
          .filter((one) => isSure(one) && (tellers(one).length > 1 || articles.length === 1))
          .sort((a, b) => told(b) - told(a) || byDay(a, b))
          .slice(0, OF_A_CHAPTER)
      })
      const views = new Map((await summaries(chosen.flat())).map((one) => [one.id, one]))
      return chosen.map((list) => list.flatMap(({ id }) => views.get(id) ?? []))
    },

    async partiesOf(stories) {
      await annotated.catchUp()
      return stories.map((articles) => {
        const told = articles.slice(0, ASKED).flatMap((one) => annotated.happenings.happeningsOf(one))
        const once = new Map(told.filter(isSure).map((one) => [one.id, one]))
        return partiesOver([...once.values()], names).slice(0, NAMED)
      })
    },

    async originsOf(id) {
      await annotated.catchUp()
      const happening = found(id)
      const ids = tellers(happening)
      const compared = tellingsOf(happening, await readAll(ids.slice(0, COMPARED)))
      const { atLeast, atMost } = originsOf(compared)
      return { articles: ids.length, counted: compared.length, occurrences: 1, atLeast, atMost }
    },
  }
}

const storyOf = (relations: Relations, article: string) => {
  const story = relations.stories.storyOf(article)
  const articles = story?.chapters.reduce((sum, chapter) => sum + chapter.articles.length, 0) ?? 0
  return story === undefined || articles < 2 ? null : storyView(story)
}

/** Who vouches for a happening, read in what each article says of it. */
function originsOf(tellings: readonly Telling[]): OriginCount {
  return countOrigins(
    tellings.map((telling) => ({ ...originArticleOfAnalysed(telling.article), ...partTold(telling) })),
    { allReport: true },
  )
}

const BY_EVENT: ReadonlySet<string> = new Set(['parties', 'date', 'place'])
/** In the order of the questions: who, how many, when, where, why, whether. */
const ORDER: readonly Account['attribute'][] = ['status', 'parties', 'number', 'date', 'place', 'cause', 'purpose']

/** What the articles say of each attribute: by the events themselves, and by the words around them. */
function attributesOf(tellings: readonly Telling[], count: OriginCount): PlacedAccount[] {
  if (tellings.length < 2) return []
  const texts = new Map(tellings.map(({ article }) => [article.id, article.article.text.value]))
  const near = tellings.map((telling) => ({ ...originArticleOfAnalysed(telling.article), ...partTold(telling) }))
  const whole = tellings.map(({ article }) => originArticleOfAnalysed(article))
  const byEvents = compareTellings(tellings)
  const byWords = compareAccounts(near, count)
  const denied = byWords.find(({ attribute, verdict }) => attribute === 'status' && verdict === 'denies')
  const status = byEvents.find(({ attribute }) => attribute === 'status')
  const found = new Set(byEvents.map(({ attribute }) => attribute))
  const purpose =
    byWords.find(({ attribute }) => attribute === 'purpose') ??
    compareAccounts(whole, count).find(({ attribute }) => attribute === 'purpose')
  const chosen: PlacedAccount[] = [
    ...(status === undefined || (denied !== undefined && status.verdict !== 'denies') ? [] : [placedByEvent(status)]),
    ...(denied !== undefined && status?.verdict !== 'denies' ? [placedByWords(denied, texts)] : []),
    ...byEvents.filter(({ attribute }) => attribute !== 'status').map(placedByEvent),
    ...byWords
      .filter(({ attribute: a }) => a !== 'status' && a !== 'purpose' && !(BY_EVENT.has(a) && found.has(a)))
      .map((account) => placedByWords(account, texts)),
    ...(purpose === undefined ? [] : [placedByWords(purpose, texts)]),
  ]
  return chosen.sort((a, b) => ORDER.indexOf(a.attribute) - ORDER.indexOf(b.attribute))
}
