import type { Attribution } from '@isnad/attribution'
import type { Entity } from '@isnad/entities'
import type { Span } from '@isnad/text'

/** What may be drawn on a sentence: the cue, the claim, and each link by its kind. */
const TAG = /\{(?:cue|claim|outlet|agency|official|anonymous|document|person|social):|\}/g

/** The sentence without its marks. */
export const strip = (drawn: string): string => drawn.replace(TAG, '')

/** The sentence with one attribution drawn on it. */
export function render(value: string, { cue, claims, chain }: Attribution): string {
  const marks: (Span & { readonly tag: string })[] = [
    ...(cue === undefined ? [] : [{ ...cue, tag: 'cue' }]),
    ...claims.map((claim) => ({ ...claim, tag: 'claim' })),
    ...chain.flatMap(({ kind, span }) => (span === undefined ? [] : [{ ...span, tag: kind }])),
  ]
  marks.sort((a, b) => a.start - b.start || b.end - a.end)
  let drawn = ''
  const open: number[] = []
  for (let at = 0; at <= value.length; at++) {
    while (open.at(-1) === at) {
      drawn += '}'
      open.pop()
    }
    for (const { tag, start, end } of marks)
      if (start === at) {
        drawn += `{${tag}:`
        open.push(end)
      }
    drawn += value.charAt(at)
  }
  return drawn
}

/** The people drawn on a sentence, as the stage before finds them. */
export function peopleIn(drawn: readonly string[]): readonly Entity[] {
  const names = new Set(
    drawn.flatMap((line) => [...line.matchAll(/\{person:([^{}]+)\}/g)].map((match) => match[1] ?? '')),
  )
  const value = strip(drawn[0] ?? '')
  return [...names].map((nameAr, index) => ({
    id: `e${index + 1}`,
    type: 'PER',
    nameAr,
    mentions: occurrences(value, nameAr).map((span) => ({ ...span, type: 'PER', kind: 'name' })),
    roles: [],
    candidates: [],
  }))
}

function occurrences(value: string, words: string): Span[] {
  const found: Span[] = []
  for (let at = value.indexOf(words); at >= 0; at = value.indexOf(words, at + 1))
    found.push({ start: at, end: at + words.length })
  return found
}
