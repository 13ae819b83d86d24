import { indexByName, listOf, nameKey, oneOf, optional } from './cells.js'
import { type DataSource, oncePerSource } from './data-source.js'
import { invalid } from './invalid.js'
import { type Row, readTsv } from './tsv.js'

export const TITLE_KINDS = ['office', 'rank', 'honorific', 'profession', 'religious', 'nobility', 'kinship'] as const
export type TitleKind = (typeof TITLE_KINDS)[number]
export const TITLE_OBJECTS = ['org', 'country', 'place', 'person', 'field', 'none'] as const
/** What may follow the title: «وزير + خارجية», «رئيس + لبنان», «محافظ + نينوى», «مستشار + الرئيس», «مراسل + للشؤون …». */
export type TitleObject = (typeof TITLE_OBJECTS)[number]

export const TITLE_COLUMNS = [
  'id',
  'ar_m',
  'ar_f',
  'ar_pl',
  'variants_ar',
  'en',
  'kind',
  'takes',
  'precedes',
  'note',
] as const
export const TITLE_FILE = 'titles.tsv'

export interface Title {
  /** `title.prime-minister` */
  readonly id: string
  readonly masculine: readonly string[]
  readonly feminine: readonly string[]
  readonly plural: readonly string[]
  readonly variantsAr: readonly string[]
  readonly en: string
  readonly kind: TitleKind
  readonly takes: readonly TitleObject[]
  /** Stands before the name («اللواء فلان»); otherwise it only describes. */
  readonly precedesName: boolean
  readonly note: string | undefined
}

const KINDS: ReadonlySet<TitleKind> = new Set(TITLE_KINDS)
const PRECEDES: ReadonlySet<'yes' | 'no'> = new Set(['yes', 'no'])
const OBJECTS: ReadonlySet<string> = new Set(TITLE_OBJECTS)

/** Titles, offices and ranks, in the order of the file. */
export const loadTitles: (source?: DataSource) => readonly Title[] = oncePerSource((source) =>
  readTsv(TITLE_FILE, TITLE_COLUMNS, source).rows.map(titleOf),
)

function titleOf(row: Row<(typeof TITLE_COLUMNS)[number]>): Title {
  const { cells } = row
  const takes = listOf(cells.takes)
  for (const object of takes) {
    if (OBJECTS.has(object)) continue
    const repair = `write some of ${TITLE_OBJECTS.join('|')}`
    throw invalid({ file: row.file, line: row.line, entry: cells.id, detail: `takes is "${object}"`, repair })
  }
  return {
    id: cells.id,
    masculine: listOf(cells.ar_m),
    feminine: listOf(cells.ar_f),
    plural: listOf(cells.ar_pl),
    variantsAr: listOf(cells.variants_ar),
    en: cells.en,
    kind: oneOf(row, 'kind', KINDS),
    takes: takes as readonly TitleObject[],
    precedesName: oneOf(row, 'precedes', PRECEDES) === 'yes',
    note: optional(cells.note),
  }
}

const byId = oncePerSource((source) => new Map(loadTitles(source).map((title) => [title.id, title])))

/** The title of an id, or `undefined`. */
export const findTitle = (id: string, source?: DataSource): Title | undefined => byId(source).get(id)

const byForm = oncePerSource((source) =>
  indexByName(loadTitles(source), (title) => [
    ...title.masculine,
    ...title.feminine,
    ...title.plural,
    ...title.variantsAr,
  ]),
)

/** Every title with this Arabic form, without the article: «وزيرة», «وزراء». */
export const findTitlesByForm = (form: string, source?: DataSource): readonly Title[] =>
  byForm(source).get(nameKey(form)) ?? []
