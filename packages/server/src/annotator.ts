import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import type { Annotations } from '@isnad/analysis'
import type { Entity as EntityRecord } from '@isnad/entities'
import type { Article } from '@isnad/page'
import type { ArticleAnnotations, NamedEntity, Store, WaitingArticle } from '@isnad/store'
import { cover } from '@isnad/text'
import { entityKey } from './annotation-views.js'
import { catalogName } from './catalog.js'
import type { Reader } from './ingest-queue.js'

/** What is kept of an article's annotations: everything but what is cheaper to find again than to keep. */
export type KeptAnnotations = Omit<Annotations, 'tokens' | 'sentences'>

export const readKept = (document: string): KeptAnnotations => JSON.parse(document) as KeptAnnotations

const BATCH = 20
/** Milliseconds between two looks whether a load is still under way. */
const STAND_BACK = 50

function namedEntity(article: Article, entity: EntityRecord): NamedEntity[] {
  const key = entityKey(entity)
  if (key === undefined) return []
  const counts = new Map<string, number>()
  for (const mention of entity.mentions) {
    if (mention.kind !== 'name') continue
    const form = cover(article.text, mention)
    counts.set(form, (counts.get(form) ?? 0) + 1)
  }
  const known = entity.catalogId === undefined ? undefined : catalogName(entity.catalogId)
  const nameEn = entity.nameEn ?? known?.en
  const { id, type, nameAr } = entity
  return [
    {
      entity: id,
      key,
      type,
      name: nameAr,
      ...(nameEn === undefined ? {} : { nameEn }),
      names: [nameAr, ...counts.keys(), ...(nameEn === undefined ? [] : [nameEn]), ...(known ? [known.ar] : [])],
      forms: [...counts].map(([form, count]) => ({ form, count })),
    },
  ]
}

/** An article's annotations as the store keeps them. */
function toKeep(
  article: Article,
  found: Annotations,
  { id, version }: WaitingArticle,
  analyser: string,
): ArticleAnnotations {
  const { tokens: _tokens, sentences: _sentences, ...kept } = found
  return {
    id,
    version,
    analyser,
    eventTypes: found.events.map(({ type }) => type),
    entities: found.entities.flatMap((entity) => namedEntity(article, entity)),
    document: JSON.stringify(kept satisfies KeptAnnotations),
  }
}

/**
 * Annotates the articles that wait, newest first, behind everything else: loading only notes that they wait. What was done
 * is kept batch by batch, so that it goes on where it stopped.
 */
export class Annotator {
  private running: Promise<void> | undefined
  private again = false
  private closed = false

  constructor(
    private readonly store: Store,
    private readonly reader: Reader,
    /** While this is true it stands back: a load and the annotations would share one thread. */
    private readonly isBusy: () => boolean = () => false,
  ) {}

  /** Told of every article that broke the analysis, and of a store that did not answer. */
  onError: ((error: unknown) => void) | undefined

  /** Starts, or makes the round under way look again at its end. Resolves when nothing waits any more. */
  wake(): Promise<void> {
    if (this.closed) return Promise.resolve()
    this.again = true
    this.running ??= this.round().finally(() => {
      this.running = undefined
    })
    return this.running
  }

  async close(): Promise<void> {
    this.closed = true
    await this.running
  }

  /** An article that breaks the analysis is still an article: it has no annotations, and the error is told. */
  annotate(article: Article): Annotations {
    try {
      return this.reader.annotate(article)
    } catch (error) {
      this.onError?.(error)
      return { tokens: [], sentences: [], times: [], entities: [], attributions: [], events: [], republishes: [] }
    }
  }

  private annotated(article: Article, waiting: WaitingArticle): ArticleAnnotations {
    return toKeep(article, this.annotate(article), waiting, this.reader.analyser)
  }

  private async round(): Promise<void> {
    try {
      while (this.again && !this.closed) {
        this.again = false
        for (;;) {
          const waiting = await this.store.waiting(BATCH)
          if (waiting.length === 0 || this.closed) break
          const batch: ArticleAnnotations[] = []
          for (const one of waiting) {
            while (this.isBusy() && !this.closed) await pause(STAND_BACK)
            if (this.closed) break
            const stored = await this.store.article(one.id, one.version)
            if (stored !== undefined) batch.push(this.annotated(stored.article, one))
            await nextTurn()
          }
          // Nothing of the batch could be kept: others are at work on the same articles, and this round would not end.
          if ((await this.store.annotate(batch)) === 0) break
        }
      }
    } catch (error) {
      this.onError?.(error)
    }
  }
}
