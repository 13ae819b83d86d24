import { setImmediate as nextTurn } from 'node:timers/promises'
import { type AnalysedArticle, type Dossier, DossierIndex, type EntityJudgement, HappeningIndex } from '@isnad/corpus'
import type { AnnotatedArticle, Judgement, Store } from '@isnad/store'
import { foldKey } from '@isnad/text'
import type { Entity } from '../contract/api-types.js'
import { readKept } from '../reading/kept-annotations.js'
import { SingleRun } from './single-run.js'

/** Articles taken from the store at once: unpacking a page of them holds the thread. */
const PAGE = 20
/** Milliseconds of work after which others get a turn. */
const TURN = 15
/** So few articles are gathered before the answer is given; more go on behind it. */
const WAITED_FOR = 400

/** An annotated article as the corpus takes it. */
export function analysedOf({ id, article, document, outletId, outlet, url }: AnnotatedArticle): AnalysedArticle {
  const published = article.metadata.published?.value.local
  return {
    id,
    article,
    annotations: { tokens: [], sentences: [], ...readKept(document) },
    ...(outletId === undefined ? {} : { outletId }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(published === undefined ? {} : { published }),
    ...(url === undefined ? {} : { url }),
  }
}

const judgementOf = ({ a, b, verdict, by }: Judgement): EntityJudgement => ({
  a,
  b,
  verdict,
  by: `user:${by}`,
  reasons: [{ code: 'user' }],
})

/**
 * What stands across annotated articles: one dossier for one real thing, one happening for one occurrence. Derived from the
 * store page by page and kept up as articles are annotated, an article annotated again in the place of its old self. Users'
 * judgements are the store's; here they take effect.
 */
export class AnnotatedIndex {
  readonly #store: Store
  readonly happenings = new HappeningIndex()
  dossiers = new DossierIndex()
  #place = 0
  readonly #running = new SingleRun()
  #closed = false
  #begun = false

  constructor(store: Store) {
    this.#store = store
  }

  /** Gathers what was annotated since; answers how many articles are still to come when it has taken its time. */
  async catchUp(): Promise<number> {
    const running = this.#running.join(() => this.#run())
    const { articles, waiting } = await this.#store.status()
    if (articles - waiting - this.dossiers.size <= WAITED_FOR) await running
    return Math.max(0, articles - this.dossiers.size)
  }

  /** Lets the judgements that now stand take effect. */
  async judged(): Promise<void> {
    this.dossiers.judged((await this.#store.standingJudgements()).map(judgementOf))
  }

  /**
   * The address of a dossier: its catalog id; its type and name where nobody else goes by that name; else its own id, which
   * tells it from its namesakes.
   */
  addressOf({ id, type, name, catalogId }: Pick<Dossier, 'id' | 'type' | 'name' | 'catalogId'>): string {
    if (catalogId !== undefined) return catalogId
    return this.dossiers.countNamed(type, name) === 1 ? `${type}:${foldKey(name).replace(/\s+/gu, ' ').trim()}` : id
  }

  /** The address of the dossier that an entity of an article stands in; null for what has no name. */
  keyOf(article: string, { key, type, name }: Pick<Entity, 'key' | 'type' | 'name'>): string | null {
    if (key === null) return null
    const id = this.dossiers.idOf({ article, name: name.ar })
    if (id === undefined || !id.startsWith('dossier.')) return id ?? key
    return this.dossiers.countNamed(type, name.ar) > 1 ? id : key
  }

  /** Forgets an article that was taken out of the store. */
  forget(id: string): void {
    this.happenings.remove(id)
    this.dossiers.remove(id)
  }

  /** Ends what is running; waits for it. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#running.settled()
  }

  async #run(): Promise<void> {
    if (!this.#begun) {
      this.dossiers = new DossierIndex((await this.#store.standingJudgements()).map(judgementOf))
      this.#begun = true
    }
    for (;;) {
      const page = await this.#store.annotated(this.#place, PAGE)
      if (page.length === 0 || this.#closed) return
      await this.#take(page)
    }
  }

  async #take(page: readonly AnnotatedArticle[]): Promise<void> {
    let since = performance.now()
    const read = page.map(analysedOf)
    // In order of publication, as far as one page reaches: happenings are told forward.
    read.sort((a, b) => (a.published ?? '~').localeCompare(b.published ?? '~') || a.id.localeCompare(b.id))
    for (const article of read) {
      this.forget(article.id)
      this.happenings.add([article])
      this.dossiers.add([article])
      if (performance.now() - since > TURN) {
        await nextTurn()
        since = performance.now()
      }
    }
    this.#place = Math.max(this.#place, ...page.map(({ place }) => place))
  }
}
