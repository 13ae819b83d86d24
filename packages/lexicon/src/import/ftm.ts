import type { OrganisationKind } from '../organisations.js'
import { bad, countryCode, type Foreign, isObject, leftOut, partialDate, taken } from './entry.js'

/** Schemata of FollowTheMoney that name somebody or something that a text may speak of. */
const SCHEMATA: Readonly<Record<string, 'people' | OrganisationKind>> = {
  Person: 'people',
  Organization: 'other',
  LegalEntity: 'other',
  Company: 'company',
  PublicBody: 'agency',
}

/** Topics that say what a body is, the most telling first. */
const TOPICS: readonly (readonly [topic: string, kind: OrganisationKind])[] = [
  ['crime.terror', 'armed-group'],
  ['gov.igo', 'international'],
  ['pol.party', 'party'],
  ['pol.union', 'union'],
  ['fin.bank', 'bank'],
  ['mil', 'army'],
  ['gov.security', 'intelligence'],
  ['rel', 'religious'],
  ['gov', 'agency'],
]

const GENDERS: Readonly<Record<string, 'm' | 'f'>> = { male: 'm', female: 'f' }

/** One line of FollowTheMoney entities, as OpenSanctions and Aleph publish them (`entities.ftm.json`, nested targets too). */
export function readFtm(line: string): Foreign {
  let entity: unknown
  try {
    entity = JSON.parse(line)
  } catch (error) {
    return bad(`not JSON: ${(error as Error).message}`)
  }
  if (!isObject(entity)) return bad('not a JSON object')
  const { id, schema, properties } = entity
  if (typeof id !== 'string' || id === '') return bad('the entity has no id')
  if (typeof schema !== 'string') return bad('the entity has no schema')
  if (!isObject(properties)) return bad('the entity has no properties')
  const kind = Object.hasOwn(SCHEMATA, schema) ? SCHEMATA[schema] : undefined
  if (kind === undefined) return leftOut('other-kind')
  const texts = (...names: readonly string[]): string[] =>
    names.flatMap((name) => {
      const values = properties[name]
      return Array.isArray(values) ? values.filter((value): value is string => typeof value === 'string') : []
    })
  const country = texts('country', 'jurisdiction', 'nationality', 'citizenship').map(countryCode)
  const common = {
    key: id,
    names: [
      ...(typeof entity.caption === 'string' ? [entity.caption] : []),
      ...texts('name', 'alias', 'weakAlias', 'previousName', 'abbreviation'),
    ],
    country: country.find((code) => code !== undefined),
  }
  if (kind === 'people') {
    const positions = texts('position')
    return taken({
      ...common,
      table: 'people',
      born: texts('birthDate').map(partialDate)[0],
      died: texts('deathDate').map(partialDate)[0],
      gender: GENDERS[texts('gender')[0] ?? ''] ?? '',
      roles: positions,
      note: positions.find((position) => !/\p{Script=Arabic}/u.test(position)),
    })
  }
  const topics = new Set(texts('topics'))
  return taken({
    ...common,
    table: 'organisations',
    kind: kind === 'company' ? kind : (TOPICS.find(([topic]) => topics.has(topic))?.[1] ?? kind),
    from: texts('incorporationDate').map(partialDate)[0],
    to: texts('dissolutionDate').map(partialDate)[0],
  })
}
