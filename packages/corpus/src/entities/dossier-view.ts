import { foldKey } from '@isnad/text'
import type { Dossier, DossierRole, Sighting } from './dossier.js'
import type { DossierState } from './dossier-state.js'
import { companionsOf, type Seen } from './sightings.js'

const COMPANIONS_SHOWN = 24
const REASONS_SHOWN = 40

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What states that are one thing know together; the first gives the id. */
export function dossierOfStates(states: readonly DossierState[]): Dossier {
  const [lead] = states
  const all = states.flatMap(({ sightings }) => [...sightings.values()])
  const forms = new Map<string, { articles: Set<string>; mentions: number }>()
  const companions = new Map<string, Set<string>>()
  const countries = new Map<string, number>()
  for (const seen of all) {
    const { article } = seen.sighting
    for (const [form, mentions] of seen.forms) {
      const known = forms.get(form) ?? { articles: new Set(), mentions: 0 }
      known.articles.add(article)
      known.mentions += mentions
      forms.set(form, known)
    }
    for (const name of companionsOf(seen)) companions.set(name, (companions.get(name) ?? new Set()).add(article))
    for (const country of seen.around.countries) countries.set(country, (countries.get(country) ?? 0) + 1)
  }
  const variants = [...forms]
    .map(([form, { articles, mentions }]) => ({ form, articles: articles.size, mentions }))
    .sort((a, b) => b.articles - a.articles || b.form.length - a.form.length || compareText(a.form, b.form))
  const catalogId = states.find((state) => state.catalogId !== undefined)?.catalogId
  const nameEn = all.find((seen) => seen.nameEn !== undefined)?.nameEn
  return {
    id: lead?.id ?? '',
    type: lead?.type ?? 'PER',
    name: nameOf(variants, lead?.type === 'PER'),
    ...(nameEn === undefined ? {} : { nameEn }),
    ...(catalogId === undefined ? {} : { catalogId }),
    variants,
    roles: rolesOf(all),
    sightings: all.map(({ sighting }): Sighting => sighting),
    companions: [...companions]
      .map(([name, articles]) => ({ name, articles: articles.size }))
      .sort((a, b) => b.articles - a.articles || compareText(a.name, b.name))
      .slice(0, COMPANIONS_SHOWN),
    countries: [...countries].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])).map(([country]) => country),
    why: all
      .flatMap(({ sighting, why }) =>
        why === undefined ? [] : [{ sighting, beside: why.beside, reasons: why.reasons }],
      )
      .slice(0, REASONS_SHOWN),
    merges: states.length - 1,
  }
}

/** The form that most articles print; of a person rather one of more than a family name. */
function nameOf(variants: Dossier['variants'], isPerson: boolean): string {
  const whole = isPerson ? variants.find(({ form }) => /\S\s+\S/u.test(form)) : undefined
  return (whole ?? variants[0])?.form ?? ''
}

/** Offices with the first and last day they were printed, in the order of their first. */
function rolesOf(all: readonly Seen[]): DossierRole[] {
  const roles = new Map<string, { role: DossierRole; days: string[]; articles: Set<string> }>()
  for (const { roles: rows, sighting } of all)
    for (const [key, { role }] of rows) {
      const id = `${key}@${role.standing ?? ''}`
      const known = roles.get(id) ?? { role, days: [], articles: new Set() }
      if (sighting.day !== undefined) known.days.push(sighting.day)
      known.articles.add(sighting.article)
      roles.set(id, known)
    }
  return [...roles.values()]
    .map(({ role, days, articles }): DossierRole => {
      const sorted = days.sort()
      const [from, to] = [sorted[0], sorted.at(-1)]
      const { from: _from, to: _to, ...rest } = role
      return {
        ...rest,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        articles: articles.size,
      }
    })
    .sort((a, b) => compareText(a.from ?? '~', b.from ?? '~') || (b.articles ?? 0) - (a.articles ?? 0))
}

/** Folded names that a dossier goes by, for a look-up by type and name. */
export const lookUpKey = (type: string, name: string): string => `${type}:${foldKey(name).replace(/\s+/gu, ' ').trim()}`
