import { type ChunkIndex, spell } from './beam.js'
import type { GraphoneModel } from './graphones.js'
import { type KnownNames, LISTS_OF_PROFILES, listsOf } from './known-names.js'
import { arabicSpelling, plainLatin } from './letters.js'

/** The Latin names that an Arabic word may spell, with their shares: all that were found, and those that lists know. */
export interface LatinProfile {
  readonly all: ReadonlyMap<string, number>
  readonly known: ReadonlyMap<string, number>
  /** The likeliest known name of each sound, as it is written. */
  readonly written: ReadonlyMap<string, string>
}

/** Weights of the last word on two Arabic spellings; the first three are the bias, the edits' log-odds and `all`. */
export interface CommonLatinWeights {
  readonly bias: number
  readonly edits: number
  readonly all: number
  readonly logAll: number
  readonly known: number
  readonly logKnown: number
}

/** Part-spelled words kept at each letter: enough for the likeliest spellings, a third of the time of a transliteration. */
const BEAM = 16
const SPELLINGS = 30
/** What unknown names weigh against known ones, so that a profile without any known name stays small. */
const UNKNOWN = 0.05
const LEAST = 1e-5

/** Latin letters as they sound to most readers: Cathryn and Kathrin meet, so do Philipp and Filip. */
export const soundOfLatin = (form: string): string =>
  plainLatin(form)
    .replace(/[^a-z]/g, '')
    .replace(/(.)\1/g, '$1')
    .replace(/ph/g, 'f')
    .replace(/ck?(?=[^eihy]|$)/g, 'k')
    .replace(/q/g, 'k')
    .replace(/y/g, 'i')
    .replace(/ou|oo|u/g, 'o')
    .replace(/e/g, 'i')
    .replace(/w/g, 'v')
    .replace(/z/g, 's')
    .replace(/(.)\1+/g, '$1')

/** The profile of a folded Arabic word. An alef that opens it is read with its hamza, as most names have it. */
export function latinProfile(folded: string, model: GraphoneModel, index: ChunkIndex, names: KnownNames): LatinProfile {
  const spelled = spell(arabicSpelling(folded.replace(/^ا(?!ل)/, 'أ')), model, index, BEAM).slice(0, SPELLINGS)
  const top = spelled[0]?.log ?? 0
  const all = new Map<string, number>()
  const known = new Map<string, number>()
  const written = new Map<string, string>()
  let sum = 0
  let knownSum = 0
  for (const { form, log } of spelled) {
    const share = Math.exp(log - top)
    const sound = soundOfLatin(form)
    all.set(sound, (all.get(sound) ?? 0) + share)
    sum += share
    if ((listsOf(form, names) & LISTS_OF_PROFILES) === 0) continue
    known.set(sound, (known.get(sound) ?? 0) + share)
    if (!written.has(sound)) written.set(sound, form)
    knownSum += share
  }
  for (const [sound, share] of all) all.set(sound, share / sum)
  for (const [sound, share] of known) known.set(sound, share / (knownSum + UNKNOWN * sum))
  return { all, known, written }
}

/** Bhattacharyya's coefficient of two sets of shares, and the logarithm of the chance that two draws agree. */
function overlap(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): [coefficient: number, log: number] {
  const common: number[] = []
  for (const [sound, share] of a) {
    const other = b.get(sound)
    if (other !== undefined) common.push(share * other)
  }
  // In one order whoever comes first, so that the sum is the same to the last bit.
  common.sort((x, y) => x - y)
  let coefficient = 0
  let chance = 0
  for (const product of common) {
    coefficient += Math.sqrt(product)
    chance += product
  }
  return [coefficient, Math.log(chance + LEAST)]
}

/** What two profiles have in common: coefficient and log-chance over all spellings, then over known names. */
export const commonLatin = (a: LatinProfile, b: LatinProfile): readonly [number, number, number, number] => [
  ...overlap(a.all, b.all),
  ...overlap(a.known, b.known),
]

/** The known Latin name that both most likely spell, if they share one. */
export function commonKnownName(a: LatinProfile, b: LatinProfile): string | undefined {
  let best: string | undefined
  let most = 0
  for (const [sound, share] of a.known) {
    const chance = share * (b.known.get(sound) ?? 0)
    const form = a.written.get(sound) ?? ''
    const other = b.written.get(sound) ?? form
    const name = form < other ? form : other
    if (chance < most || (chance === most && best !== undefined && best <= name)) continue
    if (chance === 0) continue
    most = chance
    best = name
  }
  return best
}

/** Log-odds that two spellings are one name, from their edits and from the Latin names that both may spell. */
export function withCommonLatin(
  edits: number,
  [all, logAll, known, logKnown]: readonly [number, number, number, number],
  weights: CommonLatinWeights,
): number {
  return (
    weights.bias +
    weights.edits * edits +
    weights.all * all +
    weights.logAll * logAll +
    weights.known * known +
    weights.logKnown * logKnown
  )
}
