import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  type AccountText,
  type Chapter,
  compareAccounts,
  countOrigins,
  LineageIndex,
  type OriginArticle,
  type OriginCount,
  originArticleOf,
  type Story,
  StoryIndex,
} from '@isnad/corpus'
import type { ArrivedArticle, Store } from '@isnad/store'
import { cover } from '@isnad/text'
import { type PlacedAccount, placedByWords } from './placed-account.js'
import { SingleRun } from './single-run.js'

/** Articles taken from the store at once. */
const PAGE = 200
/** Comparing holds the thread; after this many milliseconds others get a turn. */
const TURN = 15
/** So few articles are compared before the answer is given; more go on behind it. */
const WAITED_FOR = 1_500
/** A chapter larger than this is counted by its first articles: relations are pairwise. */
const COUNTED = 40
/** Counts kept; one is some kilobytes. */
const KEPT_COUNTS = 500

interface ArticleHead {
  /** Local reading. */
  readonly published: string | undefined
  /** Its outlet, else its headline. */
  readonly name: string | undefined
}

interface Counted {
  readonly count: OriginCount
  readonly counted: number
  readonly accounts: readonly PlacedAccount[]
}

const textOf = ({ id, title, body, published }: OriginArticle): AccountText => ({
  id,
  title,
  body,
  ...(published === undefined ? {} : { published }),
})

/**
 * What stands across articles: who shares wording with whom, and which affair each belongs to. Derived data: built from the
 * store when first asked for, kept up as articles come in, never written. Origins are counted when somebody looks.
 */
export class Relations {
  readonly #store: Store
  readonly lineage = new LineageIndex()
  readonly stories = new StoryIndex()
  readonly #counts = new Map<string, Counted>()
  readonly #heads = new Map<string, ArticleHead>()
  #place = 0
  readonly #running = new SingleRun()
  #closed = false

  constructor(store: Store) {
    this.#store = store
  }

  /** Compares what came in since; answers how many articles are still to be compared when it has taken its time. */
  async catchUp(): Promise<number> {
    const running = this.#running.join(() => this.#run())
    const { articles } = await this.#store.status()
    if (articles - this.lineage.size <= WAITED_FOR) await running
    return Math.max(0, articles - this.lineage.size)
  }

  /** The origins of articles that tell one occurrence and where their accounts differ, with how many of them were compared. */
  async origins(ids: readonly string[]): Promise<Counted> {
    const asked = [...ids].sort().slice(0, COUNTED)
    const key = asked.join(' ')
    let counted = this.#counts.get(key)
    if (counted === undefined) {
      const articles: OriginArticle[] = []
      const texts = new Map<string, string>()
      for (const id of asked) {
        const stored = await this.#store.article(id)
        if (stored === undefined) continue
        articles.push(originArticleOf(id, stored.article))
        texts.set(id, stored.article.text.value)
      }
      const count = countOrigins(articles)
      counted = {
        count,
        counted: asked.length,
        accounts: compareAccounts(articles.map(textOf), count).map((one) => placedByWords(one, texts)),
      }
      if (this.#counts.size >= KEPT_COUNTS) this.#counts.delete(this.#counts.keys().next().value ?? '')
      this.#counts.set(key, counted)
    }
    return counted
  }

  /** The story and the chapter an article stands in. */
  placeOf(id: string): { readonly story: Story; readonly chapter: Chapter } | undefined {
    const story = this.stories.storyOf(id)
    const chapter = story?.chapters.find(({ articles }) => articles.includes(id))
    return story === undefined || chapter === undefined ? undefined : { story, chapter }
  }

  /** When an article was published, where its page says it, and what to call it. */
  headOf(id: string): ArticleHead | undefined {
    return this.#heads.get(id)
  }

  /** Forgets an article that was taken out of the store. */
  forget(id: string): void {
    this.#heads.delete(id)
    this.lineage.remove(id)
    for (const key of this.#counts.keys()) if (key.includes(id)) this.#counts.delete(key)
  }

  /** Ends what is running; waits for it. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#running.settled()
  }

  async #run(): Promise<void> {
    for (;;) {
      const page = await this.#store.arrivals(this.#place, PAGE)
      if (page.length === 0 || this.#closed) return
      await this.#take(page)
    }
  }

  async #take(page: readonly ArrivedArticle[]): Promise<void> {
    let since = performance.now()
    // In order of publication, as far as one page reaches: stories are told forward.
    const order = [...page].sort((a, b) => publishedOf(a).localeCompare(publishedOf(b)) || a.place - b.place)
    for (const arrived of order) {
      const { id, article } = arrived
      const outlet = arrived.outletId ?? arrived.outlet
      const read = originArticleOf(id, article, { outlet })
      this.lineage.add({
        id,
        text: article.text.value,
        body: article.body,
        ...(article.title === undefined ? {} : { title: cover(article.text, article.title) }),
        ...(outlet === undefined ? {} : { outlet }),
        ...(read.published === undefined ? {} : { published: read.published }),
        credits: read.credits ?? [],
      })
      this.stories.add([read])
      this.#heads.set(id, {
        published: read.published,
        name: arrived.outlet ?? (article.title === undefined ? undefined : cover(article.text, article.title)),
      })
      if (performance.now() - since > TURN) {
        await nextTurn()
        since = performance.now()
      }
    }
    this.#place = Math.max(this.#place, ...page.map(({ place }) => place))
  }
}

const publishedOf = ({ article }: ArrivedArticle): string => article.metadata.published?.value.local ?? '~'
