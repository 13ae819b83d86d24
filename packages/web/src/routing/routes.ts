/** The faces of an article; `read` is the one without a name in the address. */
export const READER_TABS = ['read', 'captured', 'lineage', 'data'] as const
export type ReaderTab = (typeof READER_TABS)[number]

export type Route =
  | { readonly screen: 'articles' }
  | { readonly screen: 'article'; readonly id: string; readonly tab: ReaderTab }
  | { readonly screen: 'entity'; readonly key: string }
  | { readonly screen: 'stories' }
  | { readonly screen: 'story'; readonly id: string }
  | { readonly screen: 'happenings' }
  | { readonly screen: 'happening'; readonly id: string }
  | { readonly screen: 'review' }
  | { readonly screen: 'judgements' }
  | { readonly screen: 'search' }
  | { readonly screen: 'try' }
  | { readonly screen: 'desk' }
  | { readonly screen: 'not-found'; readonly path: string }

const decode = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** What an address shows. The path names the screen and the thing; the query holds filters. */
export function routeOf(path: string): Route {
  const [head = '', second, third, ...rest] = path.split('/').filter((part) => part !== '')
  if (head === '' || (head === 'articles' && second === undefined)) return { screen: 'articles' }
  if (head === 'articles' && second !== undefined && rest.length === 0) {
    const tab = third === undefined ? 'read' : READER_TABS.find((name) => name === third && name !== 'read')
    if (tab !== undefined) return { screen: 'article', id: decode(second), tab }
  }
  if (head === 'stories' && third === undefined)
    return second === undefined ? { screen: 'stories' } : { screen: 'story', id: decode(second) }
  if (head === 'happenings' && third === undefined)
    return second === undefined ? { screen: 'happenings' } : { screen: 'happening', id: decode(second) }
  if (head === 'review' && second === 'judgements' && third === undefined) return { screen: 'judgements' }
  if (head === 'entity' && second !== undefined && third === undefined) return { screen: 'entity', key: decode(second) }
  if (second === undefined && (head === 'search' || head === 'try' || head === 'desk' || head === 'review'))
    return { screen: head }
  return { screen: 'not-found', path: decode(path) }
}

export const articlePath = (id: string, tab: ReaderTab = 'read'): string =>
  `/articles/${encodeURIComponent(id)}${tab === 'read' ? '' : `/${tab}`}`

/** An article opened at some words of its text. */
export const evidencePath = (id: string, { start, end }: { readonly start: number; readonly end: number }): string =>
  `${articlePath(id)}?at=${start}-${end}`

/** The dossier of a person, body or place, by its catalog id or by its type and name. */
export const entityPath = (key: string): string => `/entity/${encodeURIComponent(key)}`

export const storyPath = (id: string): string => `/stories/${encodeURIComponent(id)}`

export const happeningPath = (id: string): string => `/happenings/${encodeURIComponent(id)}`

/** An address from a path and the filters that are set; empty ones leave no trace. */
export function address(path: string, query: Readonly<Record<string, string | null | undefined>>): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value) parameters.set(name, value)
  const text = parameters.toString()
  return text === '' ? path : `${path}?${text}`
}
