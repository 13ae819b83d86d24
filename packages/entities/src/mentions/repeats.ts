import { nameKey } from '@isnad/lexicon'
import type { FoundMention, Reading } from './found.js'
import { nisbaOf } from './tables.js'
import { touching, type Word } from './words.js'

/** Particles that a family name keeps in front: «بن سبرة», «آل سعود». */
const LEADING = new Set('بن ابن ابو ابي ال ولد دي فان'.split(' '))

/**
 * Later mentions of a name by its last word alone, or by its first where that is rare, and of a body by the word its noun of kind
 * stood before («صحيفة المدينة» … «المدينة»).
 */
export function repeatedNames({ words }: Reading, found: readonly FoundMention[]): FoundMention[] {
  const wanted = new Map<string, FoundMention>()
  for (const mention of found) {
    if (mention.kind !== 'name') continue
    if (mention.type === 'PER' && mention.last > mention.first) {
      const key = nameKey(words[mention.last]?.whole ?? '')
      if (key.length > 2 && !wanted.has(key)) wanted.set(key, mention)
    } else if (mention.type === 'PER' && mention.by === 'title') {
      const key = words[mention.first]?.key ?? ''
      if (key.length > 2 && !wanted.has(key)) wanted.set(key, mention)
    }
  }
  const taken = new Set<number>()
  for (const mention of found)
    if (mention.kind === 'name') for (let w = mention.first; w <= mention.last; w++) taken.add(w)
  const repeats: FoundMention[] = []
  for (const [at, word] of words.entries()) {
    if (taken.has(at)) continue
    const whole = wanted.get(word.whole)
    const source = whole ?? wanted.get(word.key)
    if (source === undefined || isAdjective(words, at)) continue
    const before = words[at - 1]
    const led = before !== undefined && touching(word) && LEADING.has(before.whole) && !taken.has(at - 1)
    const first = led ? at - 1 : at
    const start = led ? before.from : whole === undefined ? word.from : word.start
    repeats.push({ first, last: at, start, end: word.end, type: source.type, kind: 'name', by: 'repeat', entries: [] })
  }
  return repeats
}

function isAdjective(words: readonly Word[], at: number): boolean {
  const word = words[at]
  const before = words[at - 1]
  if (word === undefined || before === undefined || !touching(word)) return false
  return (before.definite || nisbaOf(before.bare) !== undefined) && nisbaOf(word.bare) !== undefined
}
