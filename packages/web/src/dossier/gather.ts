import type { ArticleSummary, Deed, DossierArticle, DossierRole, NamePair, Statement } from '@isnad/server'

/** A piece of a dossier with the article that tells it. */
export interface Told<Piece> {
  readonly piece: Piece
  readonly article: ArticleSummary
}

type StatementList = 'said' | 'relayed' | 'saidOf'
type DeedList = 'did' | 'undergone' | 'there'

export const statementsOf = (items: readonly DossierArticle[], list: StatementList): Told<Statement>[] =>
  items.flatMap(({ article, [list]: pieces }) => pieces.map((piece) => ({ piece, article })))

export const deedsOf = (items: readonly DossierArticle[], list: DeedList): Told<Deed>[] =>
  items.flatMap(({ article, [list]: pieces }) =>
    pieces.filter(({ asFact }) => asFact).map((piece) => ({ piece, article })),
  )

/** A role as articles give it: its words, the body where one is named, and the days between which it is given. */
export interface RoleFound {
  readonly title: NamePair
  readonly body: NamePair | null
  readonly standing: DossierArticle['roles'][number]['standing']
  readonly articles: number
  readonly first: string | null
  readonly last: string | null
  /** Words that give it, where they stand in an article that is shown. */
  readonly evidence: { readonly article: ArticleSummary; readonly start: number; readonly end: number } | undefined
}

/**
 * The roles of all articles, in the order of time, as they are `known` over all of them; where they are not, those of the
 * articles shown, most often given first.
 */
export function rolesOf(items: readonly DossierArticle[], known?: readonly DossierRole[]): RoleFound[] {
  const shown = shownRoles(items)
  return (
    known?.map(({ title, at, standing, from, to, articles }) => ({
      title,
      body: at,
      standing,
      articles,
      first: from,
      last: to,
      evidence: shown.find((role) => role.title.ar === title.ar)?.evidence,
    })) ?? shown
  )
}

function shownRoles(items: readonly DossierArticle[]): RoleFound[] {
  const found = new Map<string, RoleFound>()
  for (const { article, roles } of items) {
    const day = article.published?.local.slice(0, 10) ?? null
    const seen = new Set<string>()
    for (const { title, body, standing, at } of roles) {
      const key = `${title}|${body?.ar ?? ''}|${standing ?? ''}`
      if (seen.has(key)) continue
      seen.add(key)
      const known = found.get(key)
      const days = [known?.first, known?.last, day].filter((one) => one != null).sort()
      found.set(key, {
        title: { ar: title, en: null },
        body,
        standing,
        articles: (known?.articles ?? 0) + 1,
        first: days[0] ?? null,
        last: days.at(-1) ?? null,
        evidence: known?.evidence ?? { article, start: at.start, end: at.end },
      })
    }
  }
  return [...found.values()].sort((a, b) => b.articles - a.articles)
}
