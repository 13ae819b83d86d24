import { foldKey } from '@isnad/text'
import { storable } from '../articles/stored-text.js'
import type { Queryable } from '../engine/database.js'
import type { NameKind } from './annotation-records.js'

/** Index entries have a largest size; no name comes near it. */
const KEY_LENGTH = 200

/** The key as it is kept and looked up. */
export const storedKey = (key: string): string => storable(key).slice(0, KEY_LENGTH)

/** The words by which a name is looked up: folded, in lower case, without the article. */
export const nameWords = (name: string): string[] =>
  storable(foldKey(name).toLowerCase())
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((word) => (word.length > 4 && word.startsWith('ال') ? word.slice(2) : word))
    .filter((word) => word !== '')

const TYPES: Readonly<Record<Exclude<NameKind, 'entity'>, readonly string[]>> = {
  person: ['PER'],
  body: ['ORG', 'EVT-NAME', 'PROD'],
  place: ['GPE', 'LOC', 'FAC'],
}
const KEYS_A_NAME = 400

/** The keys that a name stands for; a part of a name stands for everybody who has it. */
export async function keysOfName(database: Queryable, kind: NameKind, name: string): Promise<string[]> {
  if (kind === 'entity') return [storedKey(name)]
  const words = nameWords(name)
  const rows = await database.query<{ key: string }>(
    `select distinct key from mentions where type = any($1::text[]) and (words @> $2::text[] or key = $3) limit ${KEYS_A_NAME}`,
    [TYPES[kind], words.length === 0 ? [''] : words, storedKey(name)],
  )
  return rows.map(({ key }) => key)
}
