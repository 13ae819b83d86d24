import { commonKnownName, commonLatin, withCommonLatin } from './common-latin.js'
import { areTwoNames, isNisbaOf } from './distinct-names.js'
import { foldName, nearestArabic } from './letters.js'
import { commonLatinWeights, commonNames, spellingModel } from './model-files.js'
import type { NamePart } from './name-parts.js'
import { NEVER, scoreSpelling } from './spelling.js'
import { latinProfileOf } from './transliterate.js'

/** «سالم» beside «سليم». */
const TWO_NAMES = -4
/** Between these the edits alone leave a doubt, and the Latin names that both may spell are asked: beyond, they could not turn it. */
const ASKED_FROM = -3
const ASKED_TO = 4
/** Longer words are compounds, whose Latin spellings are too many to meet. */
const LONGEST_ASKED = 12

const bareOf = ({ folded, bare }: NamePart): string => (bare === undefined ? folded : folded.slice(2))

const isAsked = (logit: number, x: string, y: string): boolean =>
  logit >= ASKED_FROM && logit <= ASKED_TO && Math.max(x.length, y.length) <= LONGEST_ASKED

/** Log-odds that two parts in one script spell one name; the letters are those of the parts, with or without the article. */
export function spellingLogit(a: NamePart, aCodes: Uint8Array, b: NamePart, bCodes: Uint8Array): number {
  const { logit } = scoreSpelling(aCodes, bCodes, spellingModel())
  if (logit <= TWO_NAMES || !a.arabic) return logit
  const [x, y] = [bareOf(a), bareOf(b)]
  if (areTwoNames(x, y, foldName, commonNames())) return TWO_NAMES
  if (a.bare !== undefined && b.bare !== undefined && isNisbaOf(x, y)) return TWO_NAMES
  if (!isAsked(logit, x, y)) return logit
  const shared = commonLatin(latinProfileOf(nearestArabic(x)), latinProfileOf(nearestArabic(y)))
  return Math.max(NEVER, Math.min(-NEVER, withCommonLatin(logit, shared, commonLatinWeights)))
}

/** The known Latin name that two Arabic parts most likely both spell, where it was asked for. */
export function commonNameOf(a: NamePart, b: NamePart): string | undefined {
  const [x, y] = [bareOf(a), bareOf(b)]
  if (!a.arabic || !b.arabic || x === y) return undefined
  const { logit } = scoreSpelling(a.bare ?? a.codes, b.bare ?? b.codes, spellingModel())
  if (!isAsked(logit, x, y)) return undefined
  return commonKnownName(latinProfileOf(nearestArabic(x)), latinProfileOf(nearestArabic(y)))
}
