import type { Body } from '../reading/body.js'
import type { Unit } from '../reading/units.js'
import type { Word } from '../reading/words.js'
import { readSource } from '../source.js'
import { answeredCue } from './answered-cue.js'
import { clauseFrom } from './claim-start.js'
import { type Cue, cueOf, type Voice } from './cue.js'
import { hitsIn } from './hits.js'
import { phraseCue } from './phrase-cues.js'
import { rumourCue } from './rumour-cue.js'
import { verbCue } from './verb-cues.js'

export interface FoundCues {
  readonly cues: readonly Cue[]
  readonly voices: readonly Voice[]
}

/** Every cue of a unit whose clause says what is credited, in text order, and the verbs of saying that only name a speaker. */
export function findCues(body: Body, unit: Unit): FoundCues {
  const hits = hitsIn(body, unit.from, unit.to)
  const cues: Cue[] = []
  const voices: Voice[] = []
  const keep = (found: Cue | Voice | undefined): Cue | undefined => {
    if (found === undefined) return undefined
    if ('rule' in found) {
      const cue = cueOf(found)
      cues.push(cue)
      return cue
    }
    voices.push(found)
    return undefined
  }
  let next = unit.from
  for (let at = unit.from; at < unit.to; at++) {
    if (at < next) continue
    let cue = keep(answeredCue(body, unit, at, hits)) ?? keep(phraseCue(body, unit, at, hits))
    for (const hit of cue === undefined ? (hits.get(at) ?? []) : []) {
      const found = verbCue(body, unit, hit, hits)
      if (found === null) break
      cue = keep(found)
      if (cue !== undefined) break
    }
    cue ??= keep(rumourCue(body, unit, at)) ?? keep(colonCue(body, unit, at))
    if (cue !== undefined)
      next = Math.max(at + 1, cue.at + 1, cue.mode === 'verb' && cue.claim !== undefined ? cue.claim.word : 0)
  }
  return { cues, voices }
}

const MAX_WORDS_BEFORE_COLON = 9

/** «الزاهد: لن نتراجع» at the head of a paragraph. */
function colonCue(body: Body, unit: Unit, at: number): Cue | undefined {
  const { words } = body
  if (words[at]?.key !== ':' || at - unit.from > MAX_WORDS_BEFORE_COLON || at === unit.from) return undefined
  if (unit.from > 0 && words[unit.from - 1]?.paragraph === words[unit.from]?.paragraph) return undefined
  const source = readSource(body, unit.from, at)
  if (source === undefined || !source.sure || source.to < at || source.from > unit.from) return undefined
  const speaks =
    source.entity === undefined
      ? /^(?:official|anonymous)$/.test(source.kind)
      : /^(?:PER|ORG)$/.test(source.entity.type)
  if (!speaks || source.kind === 'document') return undefined
  const claim = clauseFrom(body, at, unit.to, at)
  if (claim === undefined || unit.to - claim.word < 3 || (words[claim.word] as Word).kind === 'number') return undefined
  return {
    at,
    from: unit.from,
    to: at,
    rule: 'rule.colon',
    mode: 'colon',
    stance: 'asserts',
    gender: undefined,
    plural: false,
    coordinated: true,
    subject: source,
    sides: [],
    claim,
  }
}
