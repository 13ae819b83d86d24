import { compareNames, DIFFERENT_BELOW, type Entity, SAME_AT } from '@isnad/entities'
import { foldKey } from '@isnad/text'
import type { EntityReason, EntityVerdict } from './dossier.js'
import { bareName, type SeenRole } from './sightings.js'

/** A set, or the keys of a map: names with what is counted of them. */
export interface Names {
  readonly size: number
  has(name: string): boolean
  keys(): Iterable<string>
}

/** What decides whether two sightings are one: the name and what stands around it. */
export interface Profile {
  readonly type: Entity['type']
  readonly forms: Names
  /** The forms as they are compared, folded. */
  readonly folded: Names
  /** Titles, each as `title@body`. */
  readonly roles: ReadonlyMap<string, SeenRole>
  readonly companions: Names
  readonly countries: Names
  readonly years: { keys(): Iterable<number> }
}

/** From here on two sightings are one thing. */
const SAME = 0.7
/** Below this they are two; between the two a reader must say. */
const DIFFERENT = 0.4

const ROLE_SHARED = 0.3
const ROLE_CONFLICT = 0.45
const COMPANION = 0.08
const COMPANIONS_COUNTED = 4
const COUNTRY_CONFLICT = 0.2
const COUNTRY_SHARED = 0.1
const PART_ONLY = 0.3
/** Nobody stays in the news so long under one role; a namesake may. */
const LIFE_YEARS = 40

export interface Judged {
  readonly verdict: EntityVerdict
  readonly score: number
  readonly reasons: readonly EntityReason[]
}

/**
 * Whether two profiles are one real thing. The name opens the question; roles, company, country and years decide it, so
 * that two men of one name stay two where these conflict.
 */
export function judge(a: Profile, b: Profile): Judged {
  const name = nameScore(a, b)
  if (name.score < DIFFERENT_BELOW)
    return { verdict: 'different', score: name.score, reasons: [{ code: 'names-differ' }] }
  const reasons: EntityReason[] = [name.reason]
  let score = name.score
  const company = common(a.companions, b.companions)
  if (company.length > 0) {
    score += COMPANION * Math.min(COMPANIONS_COUNTED, company.length)
    reasons.push({
      code: 'companions',
      values: { names: company.slice(0, COMPANIONS_COUNTED).map(bareName).join('، ') },
    })
  }
  if (a.type === 'PER') {
    const shared = [...a.roles.keys()].find((role) => b.roles.has(role))
    const conflict = shared === undefined ? conflictOf(a, b) : undefined
    if (shared !== undefined) {
      score += ROLE_SHARED
      reasons.push({ code: 'same-role', values: { title: a.roles.get(shared)?.role.title ?? '' } })
    } else if (conflict !== undefined) {
      score -= ROLE_CONFLICT
      reasons.push({ code: 'other-role', values: conflict })
    }
    const years = gap(a.years, b.years)
    if (years > LIFE_YEARS) {
      score -= ROLE_CONFLICT
      reasons.push({ code: 'years-apart', values: { years: String(years) } })
    }
  }
  if (a.countries.size > 0 && b.countries.size > 0) {
    if (common(a.countries, b.countries).length > 0) score += COUNTRY_SHARED
    else if (company.length === 0) {
      score -= COUNTRY_CONFLICT
      reasons.push({ code: 'other-country' })
    }
  }
  const bounded = Math.max(0, Math.min(1, score))
  const verdict = bounded >= SAME ? 'same' : bounded < DIFFERENT ? 'different' : 'unsure'
  return { verdict, score: bounded, reasons }
}

const common = (a: Names, b: Names): string[] => {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  return [...few.keys()].filter((name) => many.has(name))
}

/** Names are compared pair by pair; beyond so many forms of one thing the others are misspellings of these. */
const FORMS_COMPARED = 6

function nameScore(a: Profile, b: Profile): { score: number; reason: EntityReason } {
  const [whole] = common(a.folded, b.folded).sort((x, y) => y.length - x.length)
  if (whole !== undefined) {
    const alone = a.type === 'PER' && !whole.trim().includes(' ')
    return alone ? { score: SAME_AT, reason: { code: 'part-of-name' } } : { score: 0.8, reason: { code: 'same-name' } }
  }
  // Bodies and places of other names are other bodies and places.
  if (a.type !== 'PER') return { score: 0, reason: { code: 'names-differ' } }
  let best = 0
  let part = false
  for (const x of first(a.forms))
    for (const y of first(b.forms)) {
      const { score } = compareNames(x, y)
      const isPart = isSingle(x) || isSingle(y)
      if (score <= best || (isPart && !mayBePart(x, y, score))) continue
      best = score
      part = isPart
    }
  return part
    ? { score: Math.min(best, PART_ONLY + 0.15), reason: { code: 'part-of-name' } }
    : { score: best * 0.8, reason: { code: 'alike-name', values: { score: String(Math.round(best * 100)) } } }
}

const first = (forms: Names): string[] => [...forms.keys()].slice(0, FORMS_COMPARED)
const isSingle = (name: string): boolean => !/\s/u.test(name.trim())

/** One part in common says little; spelled otherwise it says nothing. */
const PART_AT = 0.4
/** Of two single names, so many letters may be more in one. */
const LETTERS_MORE = 1

const bare = (name: string): string => foldKey(name).replace(/^ال/u, '')

const mayBePart = (x: string, y: string, score: number): boolean =>
  score >= PART_AT && (!(isSingle(x) && isSingle(y)) || Math.abs(bare(x).length - bare(y).length) <= LETTERS_MORE)

/** Two present offices with two bodies. A former office conflicts with nothing. */
function conflictOf(a: Profile, b: Profile): { a: string; b: string } | undefined {
  for (const { role: x, former: was } of a.roles.values())
    for (const { role: y, former } of b.roles.values())
      if (!was && !former && x.title !== y.title && x.at !== undefined && y.at !== undefined && x.at !== y.at)
        return { a: x.title, b: y.title }
  return undefined
}

function gap(a: Profile['years'], b: Profile['years']): number {
  let least = Number.POSITIVE_INFINITY
  for (const x of a.keys()) for (const y of b.keys()) least = Math.min(least, Math.abs(x - y))
  return Number.isFinite(least) ? least : 0
}
