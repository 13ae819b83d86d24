import type { Entity } from '@isnad/entities'
import type { Outlet } from '@isnad/lexicon'
import type { Span } from '@isnad/text'
import type { LinkKind } from './attribution.js'

/** A noun phrase read as the one who speaks. */
export interface SourcePhrase {
  readonly kind: LinkKind
  readonly entity: Entity | undefined
  /** The catalog's outlet, where no mention says which it is: «للجزيرة». */
  readonly outlet: Outlet | undefined
  readonly span: Span
  /** First and last word, the last excluded. */
  readonly from: number
  readonly to: number
  readonly gender: 'm' | 'f' | undefined
  readonly plural: boolean
  /** Folded head without article: `مصدر`. */
  readonly head: string
  /** A definite descriptor without a name («المصدر»، «البيان»), which may point back. */
  readonly bare: boolean
  /** Known by a name, a descriptor in the lexicon or an entity; false for words that merely stand where one speaks. */
  readonly sure: boolean
}

/**
 * A phrase with some of its fields changed. Spreading a phrase over another would give each its own hidden class, and whatever reads
 * them is slow then; so all are written out, here and where they are first read.
 */
export const changedPhrase = (
  phrase: SourcePhrase,
  {
    kind = phrase.kind,
    entity = phrase.entity,
    span = phrase.span,
    from = phrase.from,
    to = phrase.to,
    gender = phrase.gender,
    head = phrase.head,
    bare = phrase.bare,
  }: Partial<SourcePhrase>,
): SourcePhrase => ({
  kind,
  entity,
  outlet: phrase.outlet,
  span,
  from,
  to,
  gender,
  plural: phrase.plural,
  head,
  bare,
  sure: phrase.sure,
})
