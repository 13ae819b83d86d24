import type { CatalogTable, NewEntry } from '@isnad/lexicon'
import { type Arguments, usage } from '../command.js'

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/

/** The entry that names and options describe. */
export function entryOf(table: CatalogTable, names: readonly string[], input: Arguments): NewEntry {
  const country = input.text('country')
  if (country !== undefined && !/^[a-z]{2}$/i.test(country))
    throw usage(`isnad catalog add: --country ${country}: write the two letters of ISO 3166-1`)
  const born = input.text('born')
  if (born !== undefined && !DATE.test(born))
    throw usage(`isnad catalog add: --born ${born}: write 2003, 2003-05 or 2003-05-01`)
  const id = input.text('id')
  return {
    table,
    names: names.map((name) => name.replace(/^[«"]+|[»"]+$/gu, '')),
    country: country?.toUpperCase(),
    born,
    roles: input.text('role')?.split(';'),
    note: input.text('note'),
    ...(id === undefined ? {} : { key: id }),
    kind: input.text('kind'),
  }
}
