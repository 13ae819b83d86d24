import { createHash } from 'node:crypto'
import type {
  Added,
  AddOptions,
  AnnotatedArticle,
  ArticleAnnotations,
  ArticleSummary,
  DossierArticle,
  Entry,
  Failure,
  Hit,
  Judgement,
  Listing,
  LogEntry,
  NamedCount,
  NewJudgement,
  SearchRequest,
  Store,
  StoredArticle,
  WaitingArticle,
} from '@isnad/store'
import { cover, IsnadError } from '@isnad/text'

/** The store's promises over plain maps: enough to test what stands on top of a store, without a database. */

interface Kept {
  readonly entry: Entry
  readonly addedAt: string
}

const keyOf = ({ capture, identity }: Pick<Entry, 'capture' | 'identity'>): string =>
  createHash('sha256')
    .update(capture.bytes)
    .update(JSON.stringify([capture.url, capture.given?.outlet, identity]))
    .digest('hex')
    .slice(0, 20)

const page = <T>(items: readonly T[], limit = 20, cursor?: string): Listing<T> => {
  const from = Number(cursor ?? 0)
  const slice = items.slice(from, from + limit)
  return from + limit < items.length ? { items: slice, next: String(from + limit) } : { items: slice }
}

export class MemoryStore implements Store {
  readonly kept = new Map<string, Kept>()
  readonly removedKeys = new Set<string>()
  readonly annotations = new Map<string, ArticleAnnotations>()
  private readonly turns = new Map<string, number>()
  private turn = 0
  readonly judged: Judgement[] = []
  readonly entries: LogEntry[] = []
  readonly failed: Failure[] = []
  closed = false
  /** Thrown by the next `add`. */
  failNext: unknown
  /** Milliseconds that an `add` takes. */
  slowness = 0

  async add(batch: readonly Entry[], options: AddOptions = {}): Promise<readonly Added[]> {
    if (this.slowness > 0) await new Promise((resolve) => setTimeout(resolve, this.slowness))
    if (this.failNext !== undefined) {
      const error = this.failNext
      this.failNext = undefined
      throw error
    }
    const now = new Date(2025, 0, 1, 0, 0, this.kept.size).toISOString()
    for (const failure of options.failures ?? [])
      this.failed.unshift({ ...failure, id: String(this.failed.length + 1), attempts: 1, firstAt: now, lastAt: now })
    return batch.map((entry) => {
      const id = keyOf(entry)
      if (this.removedKeys.has(id) && options.restore !== true) return { id, kind: 'removed' }
      if (this.kept.has(id)) return { id, kind: 'unchanged' }
      this.kept.set(id, { entry, addedAt: now })
      return { id, kind: 'added' }
    })
  }

  async known(entries: readonly Pick<Entry, 'capture' | 'analyser' | 'identity'>[]): Promise<readonly boolean[]> {
    return entries.map((entry) => this.kept.has(keyOf(entry)))
  }

  async article(id: string): Promise<StoredArticle | undefined> {
    const kept = this.kept.get(id)
    if (kept === undefined) return undefined
    const { text: _, ...info } = kept.entry.page
    const versions = [{ version: 1, analyser: kept.entry.analyser, readAt: kept.addedAt }]
    const sha256 = createHash('sha256').update(kept.entry.capture.bytes).digest('hex')
    const corrections = this.entries.filter(({ article, action }) => article === id && action === 'corrected')
    return {
      id,
      article: kept.entry.article,
      page: info,
      version: 1,
      versions,
      sha256,
      addedAt: kept.addedAt,
      corrections,
    }
  }

  async capture(id: string) {
    const kept = this.kept.get(id)
    if (kept === undefined) return undefined
    const { capture, page: read } = kept.entry
    const sha256 = createHash('sha256').update(capture.bytes).digest('hex')
    return {
      id,
      bytes: capture.bytes,
      sha256,
      originalLength: capture.bytes.byteLength,
      redacted: false,
      page: read,
      headers: {},
      ...(capture.url === undefined ? {} : { url: capture.url }),
    }
  }

  private summaryList(): ArticleSummary[] {
    return [...this.kept]
      .map(([id, { entry, addedAt }]): ArticleSummary => {
        const { article, capture } = entry
        const published = article.metadata.published?.value
        return {
          id,
          title: article.title === undefined ? '' : cover(article.text, article.title),
          opening: article.body[0] === undefined ? '' : cover(article.text, article.body[0]).slice(0, 240),
          language: 'ar',
          direction: 'rtl',
          addedAt,
          words: 3,
          removals: article.removals.length,
          ...(capture.url === undefined ? {} : { url: capture.url }),
          ...(article.metadata.outlet === undefined ? {} : { outlet: article.metadata.outlet.value }),
          ...(published === undefined ? {} : { published: published.local, publishedGrain: published.grain }),
        }
      })
      .reverse()
  }

  async articlesOf(url: string) {
    return this.summaryList().filter((summary) => summary.url === url)
  }

  async list(request: { limit?: number; cursor?: string } = {}) {
    return page(this.summaryList(), request.limit, request.cursor)
  }

  async search({ query, limit, cursor, count, facets }: SearchRequest) {
    const hits = this.summaryList()
      .filter(({ id }) => this.kept.get(id)?.entry.article.text.value.includes(query) === true)
      .map((summary): Hit => {
        const at = query === '' ? -1 : summary.opening.indexOf(query)
        const marks = [{ start: at, end: at + query.length }]
        const text = summary.opening
        return at < 0
          ? { ...summary, titleMarks: [] }
          : {
              ...summary,
              titleMarks: [],
              snippet: { text, article: { start: 0, end: text.length }, marks, cutBefore: false, cutAfter: false },
            }
      })
    const { items, next } = page(hits, limit, cursor)
    return {
      hits: items,
      ...(next === undefined ? {} : { next }),
      ...(count === true ? { count: { value: hits.length, capped: false } } : {}),
      ...(facets === true
        ? { facets: { outlets: [], months: [{ month: undefined, count: hits.length }], capped: false } }
        : {}),
      query: {
        parts: [
          {
            kind: 'word' as const,
            text: query,
            inTitle: false,
            or: false,
            negated: false,
            span: { start: 0, end: query.length },
          },
        ],
        problems: [],
      },
    }
  }

  async summaries(ids: readonly string[]) {
    return this.summaryList().filter(({ id }) => ids.includes(id))
  }

  async arrivals(after: number, limit: number) {
    return [...this.kept]
      .map(([id, { entry }], i) => ({ place: i + 1, id, article: entry.article }))
      .slice(after, after + limit)
  }

  async outlets() {
    return [{ name: 'صحيفة المثال', articles: this.kept.size }]
  }

  async waiting(limit: number): Promise<readonly WaitingArticle[]> {
    const ids = [...this.kept.keys()].filter((id) => !this.annotations.has(id))
    return ids.slice(0, limit).map((id) => ({ id, version: 1 }))
  }

  async waitForAnalyser(analyser: string) {
    for (const [id, kept] of this.annotations) if (kept.analyser !== analyser) this.annotations.delete(id)
  }

  async annotate(batch: readonly ArticleAnnotations[]) {
    for (const annotated of batch) {
      this.annotations.set(annotated.id, annotated)
      this.turns.set(annotated.id, ++this.turn)
    }
    return batch.length
  }

  async annotated(after: number, limit: number): Promise<readonly AnnotatedArticle[]> {
    return (await this.annotatedArticles([...this.annotations.keys()]))
      .filter(({ place }) => place > after)
      .sort((a, b) => a.place - b.place)
      .slice(0, limit)
  }

  async annotatedArticles(ids: readonly string[]): Promise<readonly AnnotatedArticle[]> {
    return [...new Set(ids)].flatMap((id) => {
      const [kept, found] = [this.kept.get(id), this.annotations.get(id)]
      if (kept === undefined || found === undefined) return []
      return [{ place: this.turns.get(id) ?? 0, id, article: kept.entry.article, document: found.document }]
    })
  }

  async judge(judgement: NewJudgement): Promise<Judgement> {
    for (const { article } of [judgement.a, judgement.b])
      if (!this.kept.has(article)) throw new IsnadError('NOT_FOUND', `no article has the id ${article}`)
    const { a, b, verdict, by, reason } = judgement
    const made = { a, b, verdict, by, reason, id: String(this.judged.length + 1), at: new Date(0).toISOString() }
    this.judged.push(made)
    return made
  }

  async undoJudgement(id: string, why: { by: string; reason: string }): Promise<Judgement | undefined> {
    const at = this.judged.findIndex((one) => one.id === id && one.undone === undefined)
    const found = this.judged[at]
    if (found === undefined) return undefined
    const undone = { ...found, undone: { at: new Date(1).toISOString(), ...why } }
    this.judged[at] = undone
    return undone
  }

  async judgements(request: { limit?: number; cursor?: string } = {}) {
    return page([...this.judged].reverse(), request.limit, request.cursor)
  }

  async standingJudgements() {
    return this.judged.filter(({ undone }) => undone === undefined)
  }

  private naming(key: string) {
    return [...this.annotations.values()].flatMap(({ id, document, entities }) =>
      entities.filter((entity) => entity.key === key).map((entity) => ({ id, document, entity })),
    )
  }

  async dossier(key: string) {
    const found = this.naming(key)
    const [first] = found
    if (first === undefined) return undefined
    const { type, name } = first.entity
    const forms = found.flatMap(({ entity }) => entity.forms)
    return {
      key,
      type,
      name,
      articles: found.length,
      forms: forms.map(({ form, count }) => ({ form, mentions: count, articles: 1 })),
      beside: [],
    }
  }

  async dossierArticles(key: string, request: { limit?: number; cursor?: string } = {}) {
    const items = this.naming(key).flatMap(({ id, document, entity }): DossierArticle[] => {
      const article = this.summaryList().find((summary) => summary.id === id)
      const text = this.kept.get(id)?.entry.article.text.value ?? ''
      return article === undefined ? [] : [{ article, entity: entity.entity, text, document }]
    })
    return page(items, request.limit, request.cursor)
  }

  async names({ name }: { name: string }) {
    const keys = new Map<string, NamedCount>()
    for (const { entities } of this.annotations.values())
      for (const entity of entities)
        if (entity.names.some((one) => one.includes(name)))
          keys.set(entity.key, {
            key: entity.key,
            type: entity.type,
            name: entity.name,
            articles: (keys.get(entity.key)?.articles ?? 0) + 1,
          })
    return [...keys.values()]
  }

  async remove(id: string, why: { reason: string; by: string }) {
    if (!this.kept.delete(id)) return false
    this.removedKeys.add(id)
    this.entries.unshift({ at: new Date(0).toISOString(), action: 'removed', article: id, ...why })
    return true
  }

  async correct(id: string, { value, ...correction }: Parameters<Store['correct']>[1]) {
    if (!this.kept.has(id)) return false
    this.entries.unshift({ at: new Date(0).toISOString(), action: 'corrected', article: id, to: value, ...correction })
    return true
  }

  async log(request: { limit?: number; cursor?: string } = {}) {
    return page(this.entries, request.limit, request.cursor)
  }

  async failures(request: { limit?: number; cursor?: string } = {}) {
    return page(this.failed, request.limit, request.cursor)
  }

  async resolveFailures(which: { readonly ids: readonly string[] } | { readonly source: string }) {
    const before = this.failed.length
    const gone = (failure: Failure): boolean =>
      'ids' in which ? which.ids.includes(failure.id) : failure.source === which.source
    this.failed.splice(0, before, ...this.failed.filter((failure) => !gone(failure)))
    return before - this.failed.length
  }

  async checkpoint() {
    return undefined
  }
  async checkpoints() {
    return []
  }
  async clearCheckpoint() {}

  async status() {
    if (this.closed) throw new IsnadError('STORE_UNREACHABLE', 'the store was closed')
    return {
      backend: 'pglite' as const,
      engine: 'maps',
      location: 'memory',
      schema: 1,
      articles: this.kept.size,
      versions: this.kept.size,
      outlets: 1,
      failures: this.failed.length,
      removed: this.removedKeys.size,
      waiting: this.kept.size - this.annotations.size,
      bytes: { total: 0, captures: 0, index: 0 },
      analysers: [],
    }
  }
  async tidy() {}
  async announce() {}
  async close() {
    this.closed = true
  }
}
