import { isBulletin } from './genre.js'
import type { StoryProfile } from './profile.js'
import { cosinesOf } from './term-views.js'

/** How alike two articles are, from three views, each 0 to 1. */
export interface Likeness {
  readonly score: number
  /** Absent when one has no title. */
  readonly title?: number
  readonly lead: number
  readonly full: number
}

/** How far likeness may go beyond what the texts show. */
const SUPPORT = 1.4
/** What an opening alone can show: reactions to an event open with the event itself. */
const LEAD_ALONE = 0.4

/**
 * How alike two articles are. What a headline picks out of a running affair is the event: a reaction, a profile and the
 * event itself share their openings and their background, and differ in the headline. So the headline weighs double, the
 * whole text once; openings that are nearly one text decide where the headlines play with words.
 */
export function likeness(a: StoryProfile, b: StoryProfile, { title, lead, full } = cosinesOf(a, b)): Likeness {
  const company = sharedCompany(a.people, b.people)
  if (a.titleStems === 0 || b.titleStems === 0) return { score: Math.min(1, (lead + full) / 2 + company), lead, full }
  const told = Math.max((2 * title + full) / 3, LEAD_ALONE * lead)
  // One rare word in two headlines is chance where the texts have little in common.
  const words = Math.min(told, SUPPORT * Math.max(lead, full))
  return { score: Math.min(1, words + company), title, lead, full }
}

/** One man has many affairs; two in both articles are met in one. */
const LEAST_SHARED_PEOPLE = 2
const COMPANY = 0.25

function sharedCompany(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0) return 0
  let met = 0
  for (const one of a) if (b.has(one)) met++
  return met < LEAST_SHARED_PEOPLE ? 0 : (COMPANY * met) / Math.min(a.size, b.size)
}

export type PairLabel = 'same_event' | 'same_story' | 'other'

/** From here on two articles of one day report one event. Read off pairs of 2018 with `npm run eval stories`. */
export const SAME_EVENT_AT = 0.22
/** From here on they belong to one running affair. */
export const SAME_STORY_AT = 0.1

export const labelOf = ({ score }: Likeness): PairLabel =>
  score >= SAME_EVENT_AT ? 'same_event' : score >= SAME_STORY_AT ? 'same_story' : 'other'

/** One headline over another text, one kind of bulletin, or one frame with other figures in it. */
const SAME_HEADLINE = 0.95
const LEAST_HEADLINE = 3
const COPIED = 0.8
const SAME_FRAME = 0.6
const LEAST_FIGURES = 2
const FIGURES_KEPT = 1 / 3

/** In one place the same thing burns, or is tried, twice: the headlines must tell of one. */
const HEADLINES_OF_PLACE = 0.35

/** A verdict, a fire, an accident and the next one share all but who and where. */
function isTiedByNames(a: StoryProfile, b: StoryProfile, title: number): boolean {
  if (shared(a.names, b.names) > 0) return true
  const places = shared(a.places, b.places)
  return places > 1 || (places === 1 && title >= HEADLINES_OF_PLACE)
}

/** What articles without a name in common lack, and those that share no more than a place. */
const NAMELESS = 0.05
const PLACE_ALONE = 0.02

/** How much less an article is tied to another for want of names: one affair has its people, things and places. */
export function wantOfNames(a: StoryProfile, b: StoryProfile): number {
  if (shared(a.names, b.names) > 0) return 0
  const places = shared(a.places, b.places)
  return places > 1 ? 0 : places === 1 ? PLACE_ALONE : NAMELESS
}

function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let count = 0
  for (const key of a) if (b.has(key)) count++
  return count
}

/**
 * Whether two articles of different days fill one formula: weather, prices and dispatches of the day come again with other figures
 * and dates. A toll that rises is no formula.
 */
export function areFormula(a: StoryProfile, b: StoryProfile, { title, lead } = cosinesOf(a, b)): boolean {
  if (a.genre !== undefined && a.genre === b.genre && !isBulletin(a.genre) && !isTiedByNames(a, b, title)) return true
  if (a.ofCasualties || b.ofCasualties) return false
  if (isBulletin(a.genre) && a.genre === b.genre) return true
  if (title >= SAME_HEADLINE && a.titleStems >= LEAST_HEADLINE && lead < COPIED) return true
  if (Math.max(title, lead) < SAME_FRAME) return false
  const fewest = Math.min(a.figures.size, b.figures.size)
  if (fewest < LEAST_FIGURES) return false
  let kept = 0
  for (const figure of a.figures) if (b.figures.has(figure)) kept++
  return kept / fewest <= FIGURES_KEPT
}
