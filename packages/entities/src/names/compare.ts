import { mutualInformation } from './cross-script.js'
import { crossScriptWeights, letters } from './model-files.js'
import { type NamePart, type PreparedName, prepareName } from './name-parts.js'
import { type Reason, reasonsOf } from './reasons.js'
import { spellingLogit } from './same-script.js'
import { couldShareSounds } from './sounds.js'
import { NEVER, worthComparing } from './spelling.js'

export type NameVerdict = 'same' | 'different' | 'unsure'

export interface NameComparison {
  /** How sure we are that both name one person, from the names alone: 0 to 1. */
  readonly score: number
  readonly verdict: NameVerdict
  readonly reasons: readonly Reason[]
}

/** How the parts of two names were laid side by side. */
export interface PartMatch {
  readonly a: number
  readonly b: number
  readonly logit: number
}

/** Even odds under the fitted models; figures at this point are in data/names/MODEL.md. */
export const SAME_AT = 0.5
export const DIFFERENT_BELOW = 0.2

const SURE = -NEVER
/** A part that is below this is another word. */
const PART_MATCHES = -0.4
/** «أل» on one side only: common in families, rare in foreign names. */
const ARTICLE_PRICE = 1
const INITIAL = 1

// What a name is worth when one side leaves something out: the same man may be meant, and so may his cousin.
const FAMILY_ONLY = 0.45
const GIVEN_ONLY = 0.3
const KUNYA_ONLY = 0.35
const FAMILY_LEFT_OUT = 0.4
const OTHER_GIVEN_NAME = 0.08
/** Every further part that agrees makes chance likeness rarer. */
const AGREEMENT = 0.35
const MIDDLE_LEFT_OUT = 0.35
const OTHER_ORDER = 0.7

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

const sameCodes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((code, i) => code === b[i])

/** Log-odds that two parts spell one name. */
export function comparePart(a: NamePart, b: NamePart): number {
  if (a.folded === b.folded) return SURE
  if (a.kind === 'initial' || b.kind === 'initial')
    return a.arabic === b.arabic && a.codes[0] === b.codes[0] ? INITIAL : NEVER
  if (a.codes.length === 0 || b.codes.length === 0) return NEVER
  if (!couldShareSounds(a.sounds, b.sounds)) return NEVER
  if (a.arabic !== b.arabic) {
    const [arabic, latin] = a.arabic ? [a, b] : [b, a]
    const bare = arabic.bare === undefined ? NEVER : crossScript(arabic.bare, latin.codes)
    return Math.max(bare, crossScript(arabic.codes, latin.codes))
  }
  if (sameCodes(a.codes, b.codes)) return SURE / 2
  const whole = worthComparing(a.codes, b.codes, a.sketch, b.sketch) ? spellingLogit(a, a.codes, b, b.codes) : NEVER
  const [withArticle, without] = a.bare === undefined ? [b, a] : [a, b]
  if (withArticle.bare === undefined || without.bare !== undefined) return whole
  if (sameCodes(withArticle.bare, without.codes)) return SURE / 2 - ARTICLE_PRICE
  return Math.max(whole, spellingLogit(withArticle, withArticle.bare, without, without.codes) - ARTICLE_PRICE)
}

function crossScript(arabic: Uint8Array, latin: Uint8Array): number {
  if (latin.length > arabic.length * 3 + 1 || arabic.length > latin.length + 3) return NEVER
  const information = mutualInformation(arabic, latin, letters())
  if (information === Number.NEGATIVE_INFINITY) return NEVER
  const { bias, perNat, perLetter, density } = crossScriptWeights
  const length = Math.max(arabic.length, latin.length)
  const logit = bias + perNat * information + perLetter * length + (density * information) / length
  return Math.max(NEVER, Math.min(SURE, logit))
}

/** Parts laid side by side in order: the alignment with the best sum of what agrees. */
function alignParts(a: readonly NamePart[], b: readonly NamePart[]): PartMatch[] {
  // Most pairs of names share nothing: they are known by now, before any table is laid out.
  if (!a.some((x) => b.some((y) => couldShareSounds(x.sounds, y.sounds) && comparePart(x, y) > PART_MATCHES))) return []
  const logits = a.map((x) => b.map((y) => comparePart(x, y)))
  const gain = (i: number, j: number): number => Math.max(0, (logits[i]?.[j] ?? NEVER) - PART_MATCHES)
  const best: number[][] = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    const row = best[i]
    if (row === undefined) continue
    for (let j = b.length - 1; j >= 0; j--) row[j] = Math.max(at(i + 1, j), at(i, j + 1), at(i + 1, j + 1) + gain(i, j))
  }
  const matches: PartMatch[] = []
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    if (gain(i, j) > 0 && at(i, j) === at(i + 1, j + 1) + gain(i, j))
      matches.push({ a: i, b: j, logit: logits[i++]?.[j++] ?? NEVER })
    else if (at(i, j) === at(i + 1, j)) i++
    else j++
  }
  return matches
}

interface Judged {
  readonly score: number
  readonly matches: readonly PartMatch[]
  readonly shape: Shape
}

/** How the matched parts lie in both names; the words of the reasons follow from it. */
export type Shape =
  | 'whole'
  | 'middle-left-out'
  | 'family-only'
  | 'given-only'
  | 'kunya-only'
  | 'family-left-out'
  | 'other-given-name'
  | 'other-family-name'
  | 'other-order'
  | 'nothing'

const NOTHING: Judged = { score: sigmoid(NEVER), matches: [], shape: 'nothing' }

function judge(a: readonly NamePart[], b: readonly NamePart[]): Judged {
  const matches = alignParts(a, b)
  if (matches.length === 0) {
    if (a.length > 1 || b.length > 1) return NOTHING
    const only = a.length === 1 && b.length === 1 && a[0] && b[0] ? comparePart(a[0], b[0]) : NEVER
    return { score: Math.min(sigmoid(only), sigmoid(PART_MATCHES)), matches, shape: 'nothing' }
  }
  const first = matches[0]
  const last = matches[matches.length - 1]
  const weakest = matches.reduce((least, m) => Math.min(least, m.logit), SURE)
  const agreed = Math.min(SURE, weakest + AGREEMENT * (matches.length - 1))
  const missing = a.length + b.length - 2 * matches.length
  const givens = first?.a === 0 && first.b === 0
  const families = last?.a === a.length - 1 && last.b === b.length - 1
  const sure = (price: number, shape: Shape): Judged => ({ score: sigmoid(agreed - price), matches, shape })
  const capped = (most: number, shape: Shape): Judged => ({ score: most * sigmoid(agreed), matches, shape })
  if (missing === 0) return sure(0, 'whole')
  if (a.length === 1 || b.length === 1) {
    const single = a.length === 1 ? a[0] : b[0]
    if (single?.kind === 'kunya') return capped(KUNYA_ONLY, 'kunya-only')
    return families ? capped(FAMILY_ONLY, 'family-only') : capped(GIVEN_ONLY, 'given-only')
  }
  if (givens && families) {
    const left = Math.min(a.length, b.length) === matches.length
    return left ? sure(MIDDLE_LEFT_OUT * missing, 'middle-left-out') : capped(OTHER_GIVEN_NAME * 4, 'middle-left-out')
  }
  if (families) {
    // «أبو محمد الجولاني» and «أحمد الجولاني»: a kunya is no given name.
    if (a[0]?.kind === 'kunya' || b[0]?.kind === 'kunya') return capped(KUNYA_ONLY, 'family-only')
    const shorter = Math.min(a.length, b.length) === matches.length
    return shorter && matches.length > 1
      ? capped(FAMILY_LEFT_OUT, 'family-only')
      : capped(OTHER_GIVEN_NAME, 'other-given-name')
  }
  if (givens && Math.min(a.length, b.length) === matches.length && matches.length > 1)
    return capped(FAMILY_LEFT_OUT, 'family-left-out')
  return capped(OTHER_GIVEN_NAME, 'other-family-name')
}

/** The same judgement with the family name of `b` put first, as some lists do. */
function judgeTurned(a: readonly NamePart[], b: readonly NamePart[]): Judged | undefined {
  const last = b[b.length - 1]
  if (a.length < 2 || b.length < 2 || last === undefined) return undefined
  const turned = judge(a, [last, ...b.slice(0, -1)])
  if (turned.shape !== 'whole') return undefined
  const moved = turned.matches.map((m) => ({ ...m, b: m.b === 0 ? b.length - 1 : m.b - 1 }))
  const logit = Math.log(turned.score / (1 - turned.score))
  return { score: sigmoid(Math.min(SURE, logit) - OTHER_ORDER), matches: moved, shape: 'other-order' }
}

const turn = (judged: Judged | undefined): Judged | undefined =>
  judged && { ...judged, matches: judged.matches.map((m) => ({ a: m.b, b: m.a, logit: m.logit })) }

function judgeNames(a: PreparedName, b: PreparedName): Judged {
  const [x, y] = a.folded <= b.folded ? [a, b] : [b, a]
  let best = judge(x.parts, y.parts)
  if (best.shape !== 'whole' && best.shape !== 'nothing' && x.parts.length === y.parts.length) {
    for (const other of [judgeTurned(x.parts, y.parts), turn(judgeTurned(y.parts, x.parts))]) {
      if (other !== undefined && other.score > best.score) best = other
    }
  }
  return x === a ? best : (turn(best) ?? best)
}

const prepared = (name: string | PreparedName): PreparedName => (typeof name === 'string' ? prepareName(name) : name)

/** The score of `compareNames` alone, for loops over many pairs. */
export function nameScore(a: string | PreparedName, b: string | PreparedName): number {
  const x = prepared(a)
  const y = prepared(b)
  if (x.folded === y.folded) return 1
  if (x.parts.length === 0 || y.parts.length === 0) return 0
  return Math.min(0.9999, judgeNames(x, y).score)
}

/**
 * Whether two names, in Arabic or Latin letters, are spellings of one: «قاآني» and «قآني» and Qaani are. Spelling is all that is
 * looked at: two men of one name are "same", a man and his family name alone are "unsure". Symmetric; blind to what
 * search folding hides.
 */
export function compareNames(a: string | PreparedName, b: string | PreparedName): NameComparison {
  const x = prepared(a)
  const y = prepared(b)
  if (x.folded === y.folded) return { score: 1, verdict: 'same', reasons: reasonsOf(x, y, [], 'whole') }
  if (x.parts.length === 0 || y.parts.length === 0)
    return { score: 0, verdict: 'different', reasons: reasonsOf(x, y, [], 'nothing') }
  const judged = judgeNames(x, y)
  const score = Math.min(0.9999, judged.score)
  const verdict = score >= SAME_AT ? 'same' : score < DIFFERENT_BELOW ? 'different' : 'unsure'
  return { score, verdict, reasons: reasonsOf(x, y, judged.matches, judged.shape) }
}
