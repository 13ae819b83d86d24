import { foldKey } from '@isnad/text'
import { nameKey } from '../cells.js'
import { arabicNameFault, letterFault } from '../letters.js'
import { ORGANISATION_COLUMNS, ORGANISATION_FOLDER } from '../organisations.js'
import { OUTLET_COLUMNS, OUTLET_FOLDER } from '../outlets.js'
import { PEOPLE_COLUMNS, PEOPLE_FOLDER } from '../people.js'
import { PLACE_COLUMNS, PLACE_FOLDER } from '../places.js'
import type { CatalogTable, ForeignEntry, LeftOut } from './entry.js'

/** Columns and folder of every table that users add to. */
export const TABLES: Readonly<Record<CatalogTable, { readonly folder: string; readonly columns: readonly string[] }>> =
  {
    people: { folder: PEOPLE_FOLDER, columns: PEOPLE_COLUMNS },
    organisations: { folder: ORGANISATION_FOLDER, columns: ORGANISATION_COLUMNS },
    places: { folder: PLACE_FOLDER, columns: PLACE_COLUMNS },
    outlets: { folder: OUTLET_FOLDER, columns: OUTLET_COLUMNS },
  }

/** A row by its columns, as it stands in a file. */
export type Cells = Readonly<Record<string, string>>

/** Names of one entry that are kept: sources list hundreds of spellings. */
const MOST_NAMES = 40
const LONGEST_NAME = 120
const LONGEST_NOTE = 300

const SHAPES: Readonly<Record<string, string>> = {
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  ہ: 'ه',
  ە: 'ه',
  ھ: 'ه',
  ۀ: 'ه',
  ۃ: 'ة',
}

/** A name as the data files write it: plain letters in NFC, Arabic shapes, no marks; undefined when no name is left. */
export function plainName(printed: string): string | undefined {
  const plain = printed
    .normalize('NFC')
    .replace(/[\ufb50-\ufdff\ufe70-\ufefc]+/g, (forms) => forms.normalize('NFKC'))
    .replace(/[\p{Cf}\p{Cc}\u0640\u064b-\u065f\u0670]/gu, (unit) => (/\s/.test(unit) ? ' ' : ''))
    .replace(/[یېکڪہەھۀۃ]/gu, (unit) => SHAPES[unit] ?? unit)
    .replace(/[|;\s]+/gu, ' ')
    .trim()
    .normalize('NFC')
  return plain === '' || plain.length > LONGEST_NAME || arabicNameFault(plain) !== undefined ? undefined : plain
}

/** Free text for one cell; what cannot be written plainly is left out. */
export function plainText(printed: string | undefined): string {
  const plain = (printed ?? '')
    .normalize('NFC')
    .replace(/[\ufb50-\ufdff\ufe70-\ufefc]+/g, (forms) => forms.normalize('NFKC'))
    .replace(/[\p{Cf}\u0640]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NOTE)
    .trim()
    .normalize('NFC')
  return letterFault(plain) === undefined ? plain : ''
}

const isArabic = (name: string): boolean => /\p{Script=Arabic}/u.test(name)
const isLatin = (name: string): boolean => /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+$/u.test(name)

/** Small Latin letters, digits and hyphens, for ids. */
export function slugOf(printed: string): string {
  const plain = foldKey(printed.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
  return plain === '' ? `x${checksum(printed)}` : plain
}

/** FNV-1a, so that a key in other letters has a name in Latin ones that stays. */
function checksum(text: string): string {
  let h = 0x811c9dc5
  for (const unit of text) h = Math.imul(h ^ (unit.codePointAt(0) ?? 0), 0x01000193)
  return (h >>> 0).toString(36)
}

const PREFIXES: Readonly<Record<CatalogTable, string>> = {
  people: 'person',
  organisations: 'org',
  places: 'place',
  outlets: 'outlet',
}

/** `person.wikidata-q42`, `org.iq.ftm-x7`, `place.iq.geonames-98182`; an id that is one of ours already stays. */
export function idOf({ table, key, country }: ForeignEntry, source: string): string {
  const prefix = PREFIXES[table]
  if (new RegExp(`^${prefix}(?:\\.[a-z0-9]+(?:-[a-z0-9]+)*)+$`).test(key)) return key
  const slug = `${source}-${slugOf(key)}`
  const land = country?.toLowerCase()
  if (table === 'organisations') return `org.${land ?? 'intl'}.${slug}`
  return table === 'places' ? `place.${land ?? 'x'}.${slug}` : `${prefix}.${slug}`
}

export interface RowSettings {
  /** Stands in the id: `wikidata`. */
  readonly source: string
  /** Leave out what has no name in Arabic letters. */
  readonly arabicOnly: boolean
}

/** The row of an entry, or why it has none. Without an Arabic name the Latin one stands in its column. */
export function rowOf(entry: ForeignEntry, { source, arabicOnly }: RowSettings): Cells | LeftOut {
  const arabic = new Map<string, string>()
  const latin = new Map<string, string>()
  for (const printed of entry.names) {
    const name = plainName(printed)
    if (name === undefined) continue
    const names = isArabic(name) ? arabic : isLatin(name) ? latin : undefined
    const key = nameKey(name)
    if (names !== undefined && key !== '' && names.size < MOST_NAMES && !names.has(key)) names.set(key, name)
  }
  const [ar, ...variantsAr] = arabic.values()
  const [en, ...variantsEn] = latin.values()
  if (ar === undefined && en === undefined) return 'no-name'
  if (ar === undefined && arabicOnly) return 'no-arabic-name'
  const common = {
    id: idOf(entry, source),
    ar: ar ?? en ?? '',
    en: en ?? '',
    variants_ar: variantsAr.join('|'),
    variants_en: variantsEn.join('|'),
    country: entry.country ?? '',
    note: plainText(entry.note),
  }
  const lasted = { from: entry.from ?? '', to: entry.to ?? '' }
  if (entry.table === 'people')
    return {
      ...common,
      born: entry.born ?? '',
      died: entry.died ?? '',
      gender: entry.gender ?? '',
      roles: (entry.roles ?? []).flatMap(roleCell).join('; '),
    }
  if (entry.table === 'places') return { ...common, type: entry.kind ?? 'GPE' }
  if (entry.table === 'outlets')
    return {
      ...common,
      ...lasted,
      kind: entry.kind ?? 'site',
      domains: (entry.domains ?? [])
        .filter((host) => /^[a-z0-9.-]+\.[a-z]{2,}(?:\/[a-z0-9_-]+)?$/.test(host))
        .join('|'),
      languages: '',
    }
  return { ...common, ...lasted, home_ar: '', kind: entry.kind ?? 'other', parent: plainText(entry.parent) }
}

/** Roles in our notation stay; Arabic words become a title; words in other letters say nothing that a text says. */
function roleCell(printed: string): string[] {
  const role = plainText(printed)
  if (/^title\.[a-z0-9-]+(?: @ \S+)?(?: \[[\d–?-]+\])?$/.test(role)) return [role]
  const words = plainName(role)
  return words !== undefined && isArabic(words) && !/[@[\]]/.test(words) ? [words.replace(/^ال/u, '')] : []
}

/** One line of a table, in the order of its columns. */
export const lineOf = (table: CatalogTable, cells: Cells): string =>
  TABLES[table].columns.map((column) => cells[column] ?? '').join('\t')
