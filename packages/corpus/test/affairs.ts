import { readdirSync, readFileSync } from 'node:fs'
import type { OriginArticle } from '../src/index.js'

/** An invented affair told by several outlets, with what a careful reader counts in it. */
export interface Affair {
  readonly name: string
  readonly articles: readonly OriginArticle[]
  /** Those that report the happening; the others tell of something else. */
  readonly reports: readonly string[]
  /** The articles of each origin, `abc`, with its kind. */
  readonly origins: readonly { readonly kind: string; readonly articles: string }[]
}

const FOLDER = new URL('./affairs/', import.meta.url)

/** The affairs of the folder: `reports a b`, `origin KIND a b WHO` above, then `-- id | outlet | byline | time | title` and a body. */
export const affairs = (): Affair[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readAffair(name.slice(0, -4), readFileSync(new URL(name, FOLDER), 'utf8')))

function readAffair(name: string, text: string): Affair {
  const [head = '', ...told] = text.split(/^-- /m)
  const lines = head.split('\n').map((line) => line.split(' '))
  const ids = (words: readonly string[]): string[] => words.slice(0, words.findIndex((w) => !/^[a-z]$/.test(w)) >>> 0)
  return {
    name,
    reports: lines.find(([key]) => key === 'reports')?.slice(1) ?? [],
    origins: lines
      .filter(([key]) => key === 'origin')
      .map(([, kind = '', ...words]) => ({ kind, articles: ids(words).join('') })),
    articles: told.map((article) => {
      const [first = '', ...body] = article.split('\n')
      const [id = '', outlet = '', byline = '', published = '', title = ''] = first
        .split('|')
        .map((part) => part.trim())
      return { id, outlet, published, title, body: body.join('\n').trim(), ...(byline === '' ? {} : { byline }) }
    }),
  }
}
