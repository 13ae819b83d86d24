import { type PreparedName, prepareName } from './name-parts.js'
import { skeletons } from './sounds.js'

/** Skeletons with fewer consonants than this are never shortened: too many names would meet. */
const SHORTENED_FROM = 4

/** Whole skeletons, and longer ones with one consonant left out (Mor and Fraenkel 1982), so that one error still meets. */
function keysOf(folded: string): Set<string> {
  const opening = /^[اويءعهaeiouyhw]/u.test(folded) ? '_' : ''
  const found = new Set<string>()
  for (const whole of skeletons(folded)) {
    found.add(whole === '' ? folded : whole)
    if (whole.length < 3) found.add(opening + whole)
    if (whole.length >= SHORTENED_FROM)
      for (let i = 0; i < whole.length; i++) found.add(whole.slice(0, i) + whole.slice(i + 1))
  }
  return found
}

/**
 * Keys for an index of names: names that `compareNames` calls the same nearly always share one, in whatever script. They come from
 * the family name, a kunya, and pairs of parts in any order; a given name alone opens no door, or everybody called محمد would meet.
 */
export function nameKeys(name: string | PreparedName): string[] {
  const { parts } = typeof name === 'string' ? prepareName(name) : name
  const keys = new Set<string>()
  const forms = parts.map((part) => (part.bare === undefined ? part.folded : part.folded.slice(2)))
  for (const [i, part] of parts.entries()) {
    const form = forms[i] ?? ''
    if (i !== parts.length - 1 && part.kind !== 'kunya') continue
    for (const key of keysOf(form)) keys.add(key)
    if (part.bare !== undefined) for (const key of keysOf(part.folded)) keys.add(key)
  }
  const pair = (a: string, b: string): void => {
    for (const x of skeletons(a)) for (const y of skeletons(b)) keys.add(x < y ? `${x}+${y}` : `${y}+${x}`)
  }
  const first = forms[0]
  if (first !== undefined) {
    if (forms[1] !== undefined) pair(first, forms[1])
    if (forms.length > 2) pair(first, forms[forms.length - 1] ?? '')
  }
  return [...keys]
}
