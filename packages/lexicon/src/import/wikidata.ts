import { bad, type Foreign, isObject, leftOut, partialDate, taken } from './entry.js'
import { countryOfItem, GENDERS, HUMAN, ORGANISATION_CLASSES, OUTLET_CLASSES, PLACE_CLASSES } from './wikidata-items.js'

/** Brackets of the array that a dump is, on lines of their own. */
export const isDumpBracket = (line: string): boolean => /^\s*[[\]]?\s*$/.test(line)

type Values = readonly unknown[]

/** What the statements of one property say, the deprecated ones aside and the preferred first. */
function valuesOf(claims: Readonly<Record<string, unknown>>, property: string): Values {
  const statements = claims[property]
  if (!Array.isArray(statements)) return []
  const ranked = statements.filter((one) => isObject(one) && one.rank !== 'deprecated')
  ranked.sort((a, b) => Number(b.rank === 'preferred') - Number(a.rank === 'preferred'))
  return ranked.flatMap(({ mainsnak }) => {
    if (!isObject(mainsnak) || mainsnak.snaktype !== 'value' || !isObject(mainsnak.datavalue)) return []
    return [mainsnak.datavalue.value]
  })
}

/** Item ids, in the notation of old dumps too. */
const items = (values: Values): string[] =>
  values.flatMap((value) => {
    if (!isObject(value)) return []
    if (typeof value.id === 'string') return [value.id]
    return typeof value['numeric-id'] === 'number' ? [`Q${value['numeric-id']}`] : []
  })

/** Precisions of Wikidata's times: 9 a year, 10 a month, 11 a day. */
function dateOf(values: Values): string | undefined {
  const [value] = values
  if (!isObject(value) || typeof value.time !== 'string' || !value.time.startsWith('+')) return undefined
  const precision = typeof value.precision === 'number' ? value.precision : 9
  if (precision < 9) return undefined
  const printed = value.time.slice(1).replace(/^0+(?=\d{4}-)/, '')
  return partialDate(printed.slice(0, precision === 9 ? 4 : precision === 10 ? 7 : 10))
}

const hosts = (values: Values): string[] =>
  values.flatMap((value) => {
    if (typeof value !== 'string' || !URL.canParse(value)) return []
    return [new URL(value).hostname.toLowerCase().replace(/^www\./, '')]
  })

/** Labels and aliases in the languages that the catalog holds, Arabic first. */
function namesOf(entity: Readonly<Record<string, unknown>>): string[] {
  const names: string[] = []
  for (const language of ['ar', 'en'])
    for (const field of ['labels', 'aliases']) {
      const byLanguage = entity[field]
      const found = isObject(byLanguage) ? byLanguage[language] : undefined
      for (const term of Array.isArray(found) ? found : [found])
        if (isObject(term) && typeof term.value === 'string') names.push(term.value)
    }
  return names
}

const firstOf = <T>(classes: readonly string[], table: Readonly<Record<string, T>>): T | undefined =>
  classes.map((one) => (Object.hasOwn(table, one) ? table[one] : undefined)).find((kind) => kind !== undefined)

/**
 * One line of a Wikidata JSON dump, a comma at its end or not. People, bodies, outlets and places are told by their class
 * (P31) alone; offices need the labels of other lines and are left out.
 */
export function readWikidata(line: string): Foreign {
  let entity: unknown
  try {
    entity = JSON.parse(line.replace(/,\s*$/, ''))
  } catch (error) {
    return bad(`not JSON: ${(error as Error).message}`)
  }
  if (!isObject(entity)) return bad('not a JSON object')
  const { id, type } = entity
  if (typeof id !== 'string' || !/^[QPL]\d+$/.test(id)) return bad('the entity has no id such as Q42')
  if (type !== undefined && type !== 'item') return leftOut('other-kind')
  // An empty map is written as an empty list by some dumps.
  const claims = isObject(entity.claims) ? entity.claims : {}
  const classes = items(valuesOf(claims, 'P31'))
  const country = items([...valuesOf(claims, 'P17'), ...valuesOf(claims, 'P27')])
    .map(countryOfItem)
    .find((code) => code !== undefined)
  const descriptions = isObject(entity.descriptions) ? entity.descriptions : {}
  const note =
    isObject(descriptions.en) && typeof descriptions.en.value === 'string' ? descriptions.en.value : undefined
  const common = { key: id, names: namesOf(entity), country, note }
  if (classes.includes(HUMAN))
    return taken({
      ...common,
      table: 'people',
      born: dateOf(valuesOf(claims, 'P569')),
      died: dateOf(valuesOf(claims, 'P570')),
      gender: firstOf(items(valuesOf(claims, 'P21')), GENDERS) ?? '',
    })
  const lasted = { from: dateOf(valuesOf(claims, 'P571')), to: dateOf(valuesOf(claims, 'P576')) }
  const outlet = firstOf(classes, OUTLET_CLASSES)
  if (outlet !== undefined)
    return taken({ ...common, ...lasted, table: 'outlets', kind: outlet, domains: hosts(valuesOf(claims, 'P856')) })
  const body = firstOf(classes, ORGANISATION_CLASSES)
  if (body !== undefined) return taken({ ...common, ...lasted, table: 'organisations', kind: body })
  const kind = firstOf(classes, PLACE_CLASSES)
  return kind === undefined ? leftOut('other-kind') : taken({ ...common, table: 'places', kind })
}
