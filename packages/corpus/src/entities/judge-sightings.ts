import { compareNames, DIFFERENT_BELOW, type Entity, SAME_AT } from '@isnad/entities'
import { foldKey } from '@isnad/text'
import type { EntityReason, EntityVerdict } from './dossier.js'

/** What decides whether two sightings are one: the name and what stands around it. */
export interface Profile {
  readonly type: Entity['type']
  readonly forms: ReadonlySet<string>
  /** Titles, each as `title@body`. */
  readonly roles: ReadonlyMap<
    string,
    { readonly title: string; readonly at: string | undefined; readonly former: boolean }
  >
  readonly companions: ReadonlySet<string>
  readonly countries: ReadonlySet<string>
  readonly years: ReadonlySet<number>
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
  const company = [...a.companions].filter((c) => b.companions.has(c))
  if (company.length > 0) {
    score += COMPANION * Math.min(COMPANIONS_COUNTED, company.length)
    reasons.push({ code: 'companions', values: { names: company.slice(0, COMPANIONS_COUNTED).join('، ') } })
  }
  if (a.type === 'PER') {
    const shared = [...a.roles.keys()].find((role) => b.roles.has(role))
    const conflict = shared === undefined ? conflictOf(a, b) : undefined
    if (shared !== undefined) {
      score += ROLE_SHARED
      reasons.push({ code: 'same-role', values: { title: a.roles.get(shared)?.title ?? '' } })
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
    if ([...a.countries].some((c) => b.countries.has(c))) score += COUNTRY_SHARED
    else if (company.length === 0) {
      score -= COUNTRY_CONFLICT
      reasons.push({ code: 'other-country' })
    }
  }
  const bounded = Math.max(0, Math.min(1, score))
  const verdict = bounded >= SAME ? 'same' : bounded < DIFFERENT ? 'different' : 'unsure'
  return { verdict, score: bounded, reasons }
}

function nameScore(a: Profile, b: Profile): { score: number; reason: EntityReason } {
  const keys = new Set([...b.forms].map(foldKey))
  const whole = [...a.forms].find((form) => keys.has(foldKey(form)))
  if (whole !== undefined) {
    const alone = a.type === 'PER' && !whole.trim().includes(' ')
    return alone ? { score: SAME_AT, reason: { code: 'part-of-name' } } : { score: 0.8, reason: { code: 'same-name' } }
  }
  // Bodies and places of other names are other bodies and places.
  if (a.type !== 'PER') return { score: 0, reason: { code: 'names-differ' } }
  let best = 0
  let part = false
  for (const x of a.forms)
    for (const y of b.forms) {
      const { score } = compareNames(x, y)
      if (score <= best) continue
      best = score
      part = x.trim().split(/\s+/).length === 1 || y.trim().split(/\s+/).length === 1
    }
  return part
    ? { score: Math.min(best, PART_ONLY + 0.15), reason: { code: 'part-of-name' } }
    : { score: best * 0.8, reason: { code: 'alike-name', values: { score: String(Math.round(best * 100)) } } }
}

/** Two present offices with two bodies. A former office conflicts with nothing. */
function conflictOf(a: Profile, b: Profile): { a: string; b: string } | undefined {
  for (const x of a.roles.values())
    for (const y of b.roles.values())
      if (!x.former && !y.former && x.title !== y.title && x.at !== undefined && y.at !== undefined && x.at !== y.at)
        return { a: x.title, b: y.title }
  return undefined
}

function gap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let least = Number.POSITIVE_INFINITY
  for (const x of a) for (const y of b) least = Math.min(least, Math.abs(x - y))
  return Number.isFinite(least) ? least : 0
}
