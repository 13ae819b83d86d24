import { type DataSource, findPerson, type Role } from '@isnad/lexicon'
import type { Candidate } from '../entity.js'
import type { Entry } from '../gazetteer/entries.js'
import type { FoundRole } from '../mentions/found.js'
import type { Cluster } from './cluster.js'

export interface CatalogContext {
  readonly published: string | undefined
  /** Countries that the article speaks of, by how often. */
  readonly countries: ReadonlyMap<string, number>
  /** Where the entries come from; the shipped catalog when absent. */
  readonly catalog: DataSource | undefined
}

const SURE = 0.68
const AHEAD = 0.15
const OTHER_CALLING = 0.3
const SPORT =
  /^title\.(?:.*(?:player|footballer|goalkeeper|defender|midfielder|striker|forward|coach|referee|athlete|boxer|swimmer|cyclist|wrestler))$/
/** A name that a governorate shares with a town is the town's, unless it is called a governorate. */
const ASIDE = 0.17

/** What the catalog offers for a cluster, best first, and which of it is meant when that is sure. */
export function candidatesFor(
  cluster: Cluster,
  context: CatalogContext,
): { readonly candidates: readonly Candidate[]; readonly sure: Entry | undefined; readonly en: string | undefined } {
  if (cluster.mentions.every((mention) => mention.entries.length === 0))
    return { candidates: [], sure: undefined, en: undefined }
  const entries = new Map<string, { entry: Entry; full: boolean; times: number }>()
  for (const mention of cluster.mentions) {
    for (const entry of mention.entries) {
      const known = entries.get(entry.id)
      const full = mention.last > mention.first || entry.type !== 'PER'
      if (known === undefined) entries.set(entry.id, { entry, full, times: 1 })
      else {
        known.full ||= full
        known.times++
      }
    }
  }
  const heads = new Set(cluster.mentions.map((m) => m.head))
  const roles = cluster.mentions.flatMap((m) => m.roles ?? [])
  const towns = new Set([...entries.values()].flatMap(({ entry: { kind, ar } }) => (kind === 'town' ? [ar] : [])))
  const scored = [...entries.values()]
    .map(({ entry, full }) => ({ entry, ...scoreOf(entry, full, towns.has(entry.ar), heads, roles, context) }))
    .sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1))
  const best = scored[0]
  const second = scored[1]
  const sure = best !== undefined && best.score >= SURE && (second === undefined || best.score - second.score >= AHEAD)
  return {
    candidates: scored.slice(0, 5).map(({ entry, score, reasons }) => ({ id: entry.id, score, reasons })),
    sure: sure ? best.entry : undefined,
    en: sure ? best.entry.en : sharedName(scored),
  }
}

/** The Latin name of all that may be meant, where they have one in common: town and governorate. */
function sharedName(scored: readonly { readonly entry: Entry; readonly score: number }[]): string | undefined {
  const [best] = scored
  if (best === undefined || best.entry.type === 'PER' || best.score < SURE) return undefined
  const near = scored.filter(({ score }) => best.score - score < AHEAD)
  return near.every(({ entry }) => entry.en === best.entry.en) ? best.entry.en : undefined
}

/** Whether a role was held on a day, as far as the catalog dates it. */
export const inYears = ({ from, to, ongoing }: Role, published: string): boolean =>
  (from === undefined || from <= published) && (ongoing || to === undefined || published.slice(0, to.length) <= to)

function scoreOf(
  entry: Entry,
  full: boolean,
  namesake: boolean,
  heads: ReadonlySet<string | undefined>,
  roles: readonly FoundRole[],
  { published, countries, catalog }: CatalogContext,
): { score: number; reasons: string[] } {
  const reasons: string[] = [full ? 'name.exact' : 'name.family-only']
  let score = full ? 0.7 : 0.58
  const country = entry.country
  if (country !== undefined && entry.kind !== 'country') {
    if ((countries.get(country) ?? 0) > 0) {
      score += 0.1
      reasons.push('country.mentioned')
    } else if (entry.type !== 'PER' || !full) score -= 0.05
  }
  if (entry.kind === 'country') score += 0.25
  if (entry.kind === 'capital') score += 0.15
  const area = heads.has('محافظه') || heads.has('ولايه') || heads.has('اقليم') || heads.has('مقاطعه')
  if (entry.kind === 'governorate') {
    if (area) {
      score += 0.2
      reasons.push('class.governorate')
    } else score -= namesake ? ASIDE : 0.02
  }
  if (entry.kind === 'town' && heads.has('مدينه')) {
    score += 0.2
    reasons.push('class.town')
  }
  if (entry.kind === 'person') {
    const person = findPerson(entry.id, catalog)
    // A player of the same name is nobody's minister.
    const plays = roles.some(({ titleId }) => titleId !== undefined && SPORT.test(titleId))
    if (plays && person?.roles.some(({ title }) => SPORT.test(title)) !== true) score -= OTHER_CALLING
    if (
      person?.died !== undefined &&
      published !== undefined &&
      roles.some((r) => r.standing === undefined) &&
      published.slice(0, 4) > person.died.slice(0, 4)
    ) {
      score -= 0.1
      reasons.push('died.before')
    }
    let held = false
    let inOffice = false
    for (const role of roles) {
      for (const known of person?.roles ?? []) {
        const sameTitle =
          known.title === role.titleId ||
          (role.titleId !== undefined && known.title.startsWith('title.minister') && /minister$/.test(role.titleId))
        const sameCountry = role.country !== undefined && role.country === person?.country
        if (!sameTitle && !sameCountry) continue
        held = true
        if (published !== undefined && inYears(known, published) && sameTitle) inOffice = true
      }
    }
    if (inOffice) {
      score += 0.2
      reasons.push('role.in-office')
    } else if (held) {
      score += 0.1
      reasons.push('role.held')
    }
  }
  return { score: Math.max(0, Math.min(1, Math.round(score * 100) / 100)), reasons }
}
