import { type ApiError, asApiError, get, lastAnswer, type PathOf } from './client.js'

/** An answer on its way, here, or refused. A remembered answer is shown while a fresh one is fetched. */
export interface Resource<T> {
  readonly value: T | undefined
  readonly error: ApiError | undefined
  readonly loading: boolean
  reload(): void
}

/** Follows a path: fetches it now and whenever it changes. Call it while a component is being set up. */
export function resource<T>(path: () => PathOf<T> | undefined): Resource<T> {
  let value = $state.raw<T>()
  let error = $state.raw<ApiError>()
  let loading = $state(true)
  let round = $state(0)
  // Kept apart from the state: an effect that read what it writes would run again.
  let shown: { readonly path: string; readonly answer: T } | undefined

  $effect.pre(() => {
    void round // read here, so that reload() runs this again
    const wanted = path()
    error = undefined
    if (wanted === undefined) {
      value = undefined
      loading = false
      return
    }
    const known = shown?.path === wanted ? shown.answer : lastAnswer<T>(wanted)
    value = known
    loading = known === undefined
    const stop = new AbortController()
    get<T>(wanted, stop.signal).then(
      (answer) => {
        if (stop.signal.aborted) return
        shown = { path: wanted, answer }
        value = answer
        loading = false
      },
      (cause: unknown) => {
        if (stop.signal.aborted) return
        error = asApiError(cause)
        loading = false
      },
    )
    return () => stop.abort()
  })

  return {
    get value() {
      return value
    },
    get error() {
      return error
    },
    get loading() {
      return loading
    },
    reload: () => {
      round++
    },
  }
}

/** A list fetched page by page; `Page` is what the API answers, `itemsOf` what it lists. */
export interface PagedResource<Page, Item> {
  readonly first: Page | undefined
  readonly items: readonly Item[]
  readonly error: ApiError | undefined
  readonly loading: boolean
  readonly loadingMore: boolean
  readonly hasMore: boolean
  more(): Promise<void>
  reload(): void
}

/** Follows a path with a cursor. Pages that are remembered are all shown at once, so that coming back finds the list whole. */
export function pagedResource<Page extends { readonly next: string | null }, Item>(
  path: (cursor: string | null) => PathOf<Page> | undefined,
  itemsOf: (page: Page) => readonly Item[],
): PagedResource<Page, Item> {
  let pages = $state.raw<readonly Page[]>([])
  let error = $state.raw<ApiError>()
  let loading = $state(true)
  let loadingMore = $state(false)
  let round = $state(0)
  let current = new AbortController()

  const remembered = (wanted: (cursor: string | null) => PathOf<Page> | undefined): Page[] => {
    const found: Page[] = []
    for (let cursor: string | null = null; ; ) {
      const at = wanted(cursor)
      const page: Page | undefined = at === undefined ? undefined : lastAnswer<Page>(at)
      if (page === undefined) return found
      found.push(page)
      if (page.next === null) return found
      cursor = page.next
    }
  }

  $effect.pre(() => {
    void round // read here, so that reload() runs this again
    const start = path(null)
    current = new AbortController()
    const stop = current
    error = undefined
    loadingMore = false
    if (start === undefined) {
      pages = []
      loading = false
      return
    }
    const known = remembered(path)
    pages = known
    loading = known.length === 0
    const shown = JSON.stringify(known[0])
    get<Page>(start, stop.signal).then(
      (page) => {
        if (stop.signal.aborted) return
        if (JSON.stringify(page) !== shown) pages = [page]
        loading = false
      },
      (cause: unknown) => {
        if (stop.signal.aborted) return
        error = asApiError(cause)
        loading = false
      },
    )
    return () => stop.abort()
  })

  return {
    get first() {
      return pages[0]
    },
    get items() {
      return pages.flatMap(itemsOf)
    },
    get error() {
      return error
    },
    get loading() {
      return loading
    },
    get loadingMore() {
      return loadingMore
    },
    get hasMore() {
      return pages.at(-1)?.next != null
    },
    more: async () => {
      const cursor = pages.at(-1)?.next
      const wanted = cursor == null ? undefined : path(cursor)
      if (wanted === undefined || loadingMore) return
      const stop = current
      loadingMore = true
      try {
        const page = await get<Page>(wanted, stop.signal)
        if (stop === current) pages = [...pages, page]
      } catch (cause) {
        if (!stop.signal.aborted) error = asApiError(cause)
      } finally {
        if (stop === current) loadingMore = false
      }
    },
    reload: () => {
      round++
    },
  }
}
