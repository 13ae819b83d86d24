import { TokenForm } from '../token-form.js'
import { type Candidate, CLITICS, type CliticRole, candidatesOf, OWN_AL, roleOfPrefix } from './candidates.js'
import { evidenceOfBits, type StemEvidence, unpackStems } from './evidence.js'
import { type BitsOf, evidenceFor, LONGEST_COUNTED, ownFeatures, sharedFeatures } from './features.js'
import { WordTable } from './forms.js'
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
  readonly bitsOf: BitsOf
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
    model = { weights, bitsOf: (stem) => stems.get(stem) }
  }
  return model
}

/** How often a stem stands alone, with ال, and so on in nine million words of news; undefined for a stem not seen. */
export function stemEvidence(stem: string): StemEvidence | undefined {
  const bits = segmenterModel().bitsOf(wordKey(stem))
  return bits === undefined ? undefined : evidenceOfBits(bits)
}

/** What is known of a printed word wherever it stands. */
export interface WordForm {
  readonly printed: string
  readonly key: string
  readonly pieces: readonly Piece[]
  readonly form: TokenForm
  /** Cuts that hold only where the text prints their stem too, see `segmentWordAmong`; none for most words. */
  readonly hanging: readonly Candidate[]
  /** The forms of these cuts, as far as they were met. */
  readonly hangingForms: (TokenForm | undefined)[]
}

let forms: WordTable<WordForm> | undefined

/** Forms of a generation: readers hang on each what they know of it, some two kilobytes in all. */
const MOST_FORMS = 1 << 15

/** News repeats its words: each form is cut once as long as it keeps coming. */
export function wordForms(): WordTable<WordForm> {
  forms ??= new WordTable(newForm, MOST_FORMS)
  return forms
}

const formOf = (printed: string): WordForm => wordForms().of(printed)

function newForm(printed: string): WordForm {
  const key = wordKey(printed)
  const pieces = cut(printed, key)
  const hanging = pieces.length > 1 ? NO_CUTS : hangingCuts(printed, key)
  const form = new TokenForm('word', printed, pieces)
  return { printed, key, pieces, form, hanging, hangingForms: hanging.length === 0 ? NO_FORMS : [] }
}

/**
 * Cuts a printed word into its clitics and stem: «وللأسد» is و + ل + ال + أسد. A log-linear model ranks every cut that the
 * order of clitics allows (see MODEL.md). The pieces cover the word without gaps, marks and tatweel with the letter they
 * follow. The answer depends on the word alone, never on its neighbours.
 */
export const segmentWord = (word: string): readonly Piece[] => formOf(word).pieces

/**
 * As `segmentWord`, for words of one text whose bare word keys are given: a word never seen before loses a leading clitic
 * when the text also prints it without («لقاآني» beside «قاآني»).
 */
export const segmentWordAmong = (word: string, bareKeys: ReadonlySet<string>): readonly Piece[] =>
  piecesAmong(formOf(word), bareKeys)

const piecesAmong = (word: WordForm, bareKeys: ReadonlySet<string>): readonly Piece[] =>
  formAmong(word, bareKeys).pieces

/** The same for a form that is known already. */
export function formAmong(
  { printed, form, hanging, hangingForms }: WordForm,
  bareKeys: ReadonlySet<string>,
): TokenForm {
  for (const [i, candidate] of hanging.entries()) {
    if (!bareKeys.has(candidate.stem)) continue
    const cut = hangingForms[i] ?? new TokenForm('word', printed, piecesOf(printed, candidate))
    hangingForms[i] = cut
    return cut
  }
  return form
}

/** The bare word keys on which the cut of a word hangs, see `segmentWordAmong`; none for most words. */
export const hingesOf = (word: string): readonly string[] => formOf(word).hanging.map(({ stem }) => stem)

const NO_CUTS: readonly Candidate[] = []
const NO_FORMS: (TokenForm | undefined)[] = []
const MAY_BE_CLITIC = 'وفبلك'

/** The cuts of a word that the model leaves whole and that nobody has seen. */
function hangingCuts(word: string, key: string): readonly Candidate[] {
  if (word.length < 4 || !MAY_BE_CLITIC.includes(word.charAt(0))) return NO_CUTS
  if (key.length > LONGEST_CUT || segmenterModel().bitsOf(key) !== undefined || isIndivisible(key)) return NO_CUTS
  return candidatesOf(key).filter((c) => c.suffix === '' && c.prefixes.length > 0)
}

const LONGEST_CUT = 24 // no Arabic word with all its clitics is longer; what is longer is not one word

function cut(word: string, key: string): readonly Piece[] {
  const whole: Piece[] = [{ role: 'stem', start: 0, end: word.length, form: word }]
  if (key.length < 2 || key.length > LONGEST_CUT || !/^[\u0621-\u064a]+$/.test(key)) return whole
  // ى is never the pronoun ي («بإحدى»), nor is the ي of a nisba, which takes ال («الإيراني»).
  const mine = !word.endsWith('ى') && evidenceOfBits(segmenterModel().bitsOf(key) ?? 0).definite < 2
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
  if (candidates.length === 1) return candidates[0]
  const settled = settledCandidate(key, candidates)
  if (settled !== undefined) return settled
  const { weights, bitsOf } = segmenterModel()
  let best: Candidate | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const candidate of candidates) {
    let score = sharedScore(candidate, evidenceFor(candidate, bitsOf))
    for (const feature of ownFeatures(key, candidate)) score += weights.get(feature) ?? 0
    if (score > most) {
      most = score
      best = candidate
    }
  }
  return best
}

/** By clitics, evidence and length: what the shared features of such a cut add up to. */
const sharedScores = new Map<number, number>()
const MOST_SHARED = 1 << 16

function sharedScore(candidate: Candidate, bits: number): number {
  const { clitics, stem } = candidate
  const place = (bits * (LONGEST_COUNTED + 1) + Math.min(stem.length, LONGEST_COUNTED)) * CLITICS + clitics
  const known = sharedScores.get(place)
  if (known !== undefined) return known
  const { weights } = segmenterModel()
  let score = 0
  for (const feature of sharedFeatures(candidate, bits)) score += weights.get(feature) ?? 0
  if (sharedScores.size < MOST_SHARED) sharedScores.set(place, score)
  return score
}

const asListed = (stem: string): string => (stem.endsWith('ة') ? `${stem.slice(0, -1)}ه` : stem)

/** Cuts that need no weighing: a listed stem left whole, and a preposition that is nothing but its pronoun's bearer. */
function settledCandidate(key: string, candidates: readonly Candidate[]): Candidate | undefined {
  const withPronoun = /^[وف]?[بل](?:ه|ها|هم|هن|هما|كم|نا)$/.test(key)
  let settled: Candidate | undefined
  for (const candidate of candidates) {
    if (withPronoun ? candidate.stem.length === 1 : isIndivisible(asListed(candidate.stem))) {
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
