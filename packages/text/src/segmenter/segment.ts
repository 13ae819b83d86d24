import { type Candidate, type CliticRole, candidatesOf, OWN_AL, roleOfPrefix } from './candidates.js'
import { type StemEvidence, unpackEvidence, unpackStems } from './evidence.js'
import { featuresOf } from './features.js'
import { isIndivisible } from './indivisible.js'
import { keyOrigins, wordKey } from './key.js'
import { SEGMENTER_STEMS, SEGMENTER_WEIGHTS } from './model.js'

/** A piece of a word: an attached clitic or the stem. Offsets count from the word's start, in UTF-16 code units. */
export interface Piece {
  readonly role: CliticRole | 'article' | 'stem'
  readonly start: number
  readonly end: number
  /** The piece in its plain form: the second ل of «للأسد» is the article, so its form is `ال`. */
  readonly form: string
}

interface Model {
  readonly weights: ReadonlyMap<string, number>
  readonly evidenceOf: (stem: string) => StemEvidence | undefined
}

let model: Model | undefined

function segmenterModel(): Model {
  if (model === undefined) {
    const weights = new Map<string, number>()
    for (const line of SEGMENTER_WEIGHTS.split('\n')) {
      const tab = line.lastIndexOf('\t')
      weights.set(line.slice(0, tab), Number(line.slice(tab + 1)))
    }
    const stems = unpackStems(SEGMENTER_STEMS)
    model = {
      weights,
      evidenceOf: (stem) => {
        const packed = stems.get(stem)
        return packed === undefined ? undefined : unpackEvidence(packed, 0)
      },
    }
  }
  return model
}

/** How often a stem stands alone, with ال, and so on in nine million words of news; undefined for a stem not seen. */
export const stemEvidence = (stem: string): StemEvidence | undefined => segmenterModel().evidenceOf(wordKey(stem))

const CACHE_LIMIT = 1 << 16
let young = new Map<string, readonly Piece[]>()
let old = new Map<string, readonly Piece[]>()

/**
 * Cuts a printed word into its clitics and stem: «وللأسد» is و + ل + ال + أسد. A log-linear model ranks every cut that the
 * order of clitics allows (see MODEL.md). The pieces cover the word without gaps, marks and tatweel with the letter they
 * follow. The answer depends on the word alone, never on its neighbours.
 */
export function segmentWord(word: string): readonly Piece[] {
  const known = young.get(word) ?? old.get(word)
  if (known !== undefined) return known
  const pieces = cut(word)
  if (young.size >= CACHE_LIMIT) {
    old = young
    young = new Map()
  }
  young.set(word, pieces)
  return pieces
}

/**
 * As `segmentWord`, for words of one text whose bare word keys are given: a word never seen before loses a leading clitic
 * when the text also prints it without («لقاآني» beside «قاآني»).
 */
export function segmentWordAmong(word: string, bareKeys: ReadonlySet<string>): readonly Piece[] {
  const printed = hangingCuts(word).find(({ stem }) => bareKeys.has(stem))
  return printed === undefined ? segmentWord(word) : piecesOf(word, printed)
}

/** The bare word keys on which the cut of a word hangs, see `segmentWordAmong`; none for most words. */
export const hingesOf = (word: string): readonly string[] => hangingCuts(word).map(({ stem }) => stem)

function hangingCuts(word: string): readonly Candidate[] {
  if (word.length < 4 || !/^[وفبلك]/.test(word) || segmentWord(word).length > 1) return []
  const key = wordKey(word)
  if (key.length > LONGEST_CUT || segmenterModel().evidenceOf(key) !== undefined || isIndivisible(key)) return []
  return candidatesOf(key).filter((c) => c.suffix === '' && c.prefixes.length > 0)
}

const LONGEST_CUT = 24 // no Arabic word with all its clitics is longer; what is longer is not one word

function cut(word: string): readonly Piece[] {
  const key = wordKey(word)
  const whole: Piece[] = [{ role: 'stem', start: 0, end: word.length, form: word }]
  if (key.length < 2 || key.length > LONGEST_CUT || !/^[\u0621-\u064a]+$/.test(key)) return whole
  // ى is never the pronoun ي («بإحدى»), nor is the ي of a nisba, which takes ال («الإيراني»).
  const mine = !word.endsWith('ى') && (segmenterModel().evidenceOf(key)?.definite ?? 0) < 2
  const best = bestCandidate(
    candidatesOf(key).filter(({ suffix }) => mine || suffix !== 'ي'),
    key,
  )
  return best === undefined ? whole : piecesOf(word, best)
}

function piecesOf(word: string, best: Candidate): readonly Piece[] {
  const origins = keyOrigins(word)
  const at = (unit: number): number => (unit === 0 ? 0 : (origins[unit] ?? word.length))
  const pieces: Piece[] = []
  let unit = 0
  const push = (role: Piece['role'], length: number, form?: string): void => {
    if (length === 0) return
    const start = at(unit)
    const end = at(unit + length)
    pieces.push({ role, start, end, form: form ?? word.slice(start, end) })
    unit += length
  }
  for (const prefix of best.prefixes) push(roleOfPrefix(prefix), prefix.length)
  const article = articleLength(best, word.slice(at(unit)))
  push('article', article, 'ال')
  push('stem', best.stem.length - article)
  push('pronoun', best.suffix.length)
  return pieces
}

function bestCandidate(candidates: readonly Candidate[], key: string): Candidate | undefined {
  const { weights, evidenceOf } = segmenterModel()
  if (candidates.length === 1) return candidates[0]
  const settled = settledCandidate(key, candidates)
  if (settled !== undefined) return settled
  let best: Candidate | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const candidate of candidates) {
    let score = 0
    for (const feature of featuresOf(key, candidate, evidenceOf)) score += weights.get(feature) ?? 0
    if (score > most) {
      most = score
      best = candidate
    }
  }
  return best
}

/** Cuts that need no weighing: a listed stem left whole, and a preposition that is nothing but its pronoun's bearer. */
function settledCandidate(key: string, candidates: readonly Candidate[]): Candidate | undefined {
  const withPronoun = /^[وف]?[بل](?:ه|ها|هم|هن|هما|كم|نا)$/.test(key)
  let settled: Candidate | undefined
  for (const candidate of candidates) {
    if (withPronoun ? candidate.stem.length === 1 : isIndivisible(candidate.stem.replace(/ة$/, 'ه'))) {
      if (settled === undefined || candidate.stem.length > settled.stem.length) settled = candidate
    }
  }
  return settled
}

function articleLength({ prefixes, stem, suffix }: Candidate, printed: string): number {
  if (suffix !== '') return 0
  if (prefixes.at(-1) === 'ل' && stem.startsWith('ل') && stem.length > 3) return OWN_AL.test(`ا${stem}`) ? 0 : 1 // «للأسد»
  if (!stem.startsWith('ال') || stem.length < 4 || OWN_AL.test(stem)) return 0
  // «ألمانيا» and «إلكتروني» begin with a hamza, the article never does; «التقى» ends in ى, «التقي» (the pious) does not.
  if (!/^[\u0640]*[اٱ]/.test(printed) || /^التقى$/.test(printed)) return 0
  return 2
}
