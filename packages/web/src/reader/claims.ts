import type { Attribution, ChainLink, Entity, Paragraph } from '@isnad/server'
import type { SourceShape } from '../ui/SourceGlyph.svelte'
import type { Mark } from './layers.js'

export type Stance = Attribution['stance']
export type SourceKind = ChainLink['kind']

export const STANCES: readonly Stance[] = ['asserts', 'denies', 'reports', 'questions']
export const SOURCE_KINDS: readonly SourceKind[] = [
  'person',
  'official',
  'anonymous',
  'document',
  'agency',
  'outlet',
  'social',
]

export const LINK_SHAPES: Readonly<Record<SourceKind, SourceShape>> = {
  outlet: 'outlet',
  agency: 'agency',
  official: 'official',
  anonymous: 'anonymous',
  document: 'document',
  person: 'person',
  social: 'social',
}

/** Which claims are shown: of one stance, of one kind of speaker, or all. */
export interface ClaimFilter {
  readonly stance?: Stance
  readonly source?: SourceKind
}

export function claimFilterIn(query: URLSearchParams): ClaimFilter {
  const stance = STANCES.find((name) => name === query.get('stance'))
  const source = SOURCE_KINDS.find((name) => name === query.get('source'))
  return { ...(stance === undefined ? {} : { stance }), ...(source === undefined ? {} : { source }) }
}

/** The original speaker: the last link of the chain. */
export const speakerOf = ({ chain }: Attribution): ChainLink | undefined => chain.at(-1)

export const shownClaims = (
  attributions: readonly Attribution[],
  { stance, source }: ClaimFilter,
): readonly Attribution[] =>
  attributions.filter(
    (attribution) =>
      (stance === undefined || attribution.stance === stance) &&
      (source === undefined || speakerOf(attribution)?.kind === source),
  )

/** How a link is called: by its entity's name, or, hidden or without a name, by the words that describe it. */
export function linkName(
  { kind, entity, description }: ChainLink,
  entities: readonly Entity[],
  language: 'ar' | 'en',
): { readonly text: string; readonly quoted: boolean; readonly key: string | null } {
  const known = entities.find(({ id }) => id === entity)
  if (kind === 'anonymous' || kind === 'document' || known === undefined || known.unnamed)
    return { text: description, quoted: true, key: known?.key ?? null }
  const text = (language === 'en' ? known.name.en : null) ?? known.name.ar
  return { text, quoted: false, key: known.key }
}

/** Marks of the claims, and of the words that signal them. */
export const claimMarks = (attributions: readonly Attribution[]): Mark[] =>
  attributions.flatMap(({ id, cue, claims }) => [
    ...claims.map(({ start, end }): Mark => ({ start, end, claim: id })),
    ...(cue === null ? [] : [{ layer: 'attribution' as const, start: cue.start, end: cue.end, claim: id }]),
  ])

/** Where the note of a claim stands: in the paragraph of its cue, or else of its first words. */
const placeOf = ({ cue, claims }: Attribution): number => cue?.start ?? claims[0]?.start ?? -1

export const claimsIn = (paragraph: Paragraph, attributions: readonly Attribution[]): readonly Attribution[] =>
  attributions.filter((attribution) => {
    const at = placeOf(attribution)
    return paragraph.start <= at && at < paragraph.end
  })

/** How many claims each stance and each kind of speaker has, those with none left out. */
export function claimCounts(attributions: readonly Attribution[]): {
  readonly stances: readonly { readonly value: Stance; readonly count: number }[]
  readonly sources: readonly { readonly value: SourceKind; readonly count: number }[]
} {
  const count = <T>(values: readonly T[], of: (attribution: Attribution) => T | undefined) =>
    values
      .map((value) => ({ value, count: attributions.filter((attribution) => of(attribution) === value).length }))
      .filter((entry) => entry.count > 0)
  return {
    stances: count(STANCES, ({ stance }) => stance),
    sources: count(SOURCE_KINDS, (attribution) => speakerOf(attribution)?.kind),
  }
}
