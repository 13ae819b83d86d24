import { oneOf } from './cells.js'
import { type DataSource, oncePerSource } from './data-source.js'
import { readTsv } from './tsv.js'

export const HEAD_KINDS = [
  'body',
  'body-class',
  'outlet-class',
  'platform-class',
  'place-class',
  'area-class',
  'facility',
  'terrain',
  'border',
  'direction',
  'occasion',
  'people',
  'person',
  'forces',
  'count',
] as const
/**
 * What a noun announces: a `body`, `facility`, `terrain` or `occasion` whose name it opens and belongs to; a `…-class`
 * only says what kind of thing a named one is; `people`, `person`, `forces` and `count` open descriptors.
 */
export type HeadKind = (typeof HEAD_KINDS)[number]

export const ADJECTIVE_KINDS = ['name', 'loose', 'former', 'elect', 'designate', 'acting', 'late', 'not'] as const
/**
 * `name` belongs to the name of a body («العليا»), `loose` only describes one («الجديدة»); `former` to `late` say how an office
 * is held; `not` looks like an adjective and is a noun («القاضي»).
 */
export type AdjectiveKind = (typeof ADJECTIVE_KINDS)[number]

export const NAME_WORD_COLUMNS = ['id', 'form', 'kind', 'note'] as const
export const HEAD_FILE = 'names/heads.tsv'
export const ADJECTIVE_FILE = 'names/adjectives.tsv'

export interface NameWord<K extends string> {
  readonly id: string
  /** Heads stand without the article, adjectives with it. */
  readonly form: string
  readonly kind: K
}

const HEADS: ReadonlySet<HeadKind> = new Set(HEAD_KINDS)
const ADJECTIVES: ReadonlySet<AdjectiveKind> = new Set(ADJECTIVE_KINDS)

/** Nouns that open names and descriptors, in the order of the file; one form may be of several kinds. */
export const loadNameHeads: (source?: DataSource) => readonly NameWord<HeadKind>[] = oncePerSource((source) =>
  readTsv(HEAD_FILE, NAME_WORD_COLUMNS, source).rows.map((row) => ({
    id: row.cells.id,
    form: row.cells.form,
    kind: oneOf(row, 'kind', HEADS),
  })),
)

/** Definite adjectives that tell where a name ends, in the order of the file. */
export const loadNameAdjectives: (source?: DataSource) => readonly NameWord<AdjectiveKind>[] = oncePerSource((source) =>
  readTsv(ADJECTIVE_FILE, NAME_WORD_COLUMNS, source).rows.map((row) => ({
    id: row.cells.id,
    form: row.cells.form,
    kind: oneOf(row, 'kind', ADJECTIVES),
  })),
)
