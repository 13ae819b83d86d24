import { type ChunkIndex, type Direction, indexChunks, type Spelled, spell } from './beam.js'
import { attestedForms } from './catalog-words.js'
import { type LatinProfile, latinProfile } from './common-latin.js'
import { CLOSE, childOf, type GraphoneModel, OPEN, step } from './graphones.js'
import { type KnownNames, listsOf } from './known-names.js'
import { arabicSpelling, foldName, isArabic, latinSpelling } from './letters.js'
import { graphoneModel, knownNames, latinModel, rankingModel } from './model-files.js'
import { type Candidate, rerank } from './rerank.js'

/** A spelling in the other script, with its share of the probability of all that were found. */
export interface Transliteration {
  readonly form: string
  /** 0 to 1; the scores of one answer sum to at most 1. */
  readonly score: number
}

export interface TransliterateOptions {
  /** How many spellings to return; 5 unless told. */
  readonly limit?: number
  /** How many part-spelled words are kept at each letter; 60 towards Latin, 40 towards Arabic. Time grows with it. */
  readonly beam?: number
}

const BEAM: Readonly<Record<Direction, number>> = { 'to-latin': 60, 'to-arabic': 40 }
const LIMIT = 5
/** The ranking model puts in order so many of the likeliest spellings … */
const LIKELIEST = 60
/** … and of so many behind them those that lists know, … */
const LOOKED_THROUGH = 400
/** … no more than these. */
const MOST_KNOWN = 40
const MOST_WORDS = 8

const indexes = new Map<Direction, ChunkIndex>()

function chunks(model: GraphoneModel, direction: Direction): ChunkIndex {
  let index = indexes.get(direction)
  if (index === undefined) {
    index = indexChunks(model, direction)
    indexes.set(direction, index)
  }
  return index
}

const profiles = new Map<string, LatinProfile>()
/** Profiles are kept for this many words; then all are forgotten. */
const MOST_PROFILES = 8192

/** The Latin names that a folded Arabic word may spell; kept, since names are compared with many. */
export function latinProfileOf(folded: string): LatinProfile {
  let profile = profiles.get(folded)
  if (profile === undefined) {
    const model = graphoneModel()
    profile = latinProfile(folded, model, chunks(model, 'to-latin'), knownNames())
    if (profiles.size >= MOST_PROFILES) profiles.clear()
    profiles.set(folded, profile)
  }
  return profile
}

/**
 * Log-probabilities of words under a letter model, whose symbols are code points, two above. Spellings of one word begin alike:
 * what a beginning comes to is kept for the next.
 */
function letterLogs(model: GraphoneModel): (word: string) => number {
  const nodes = [Math.max(0, childOf(model, 0, OPEN))]
  const logs = [0]
  const longer = new Map<number, number>()
  const next = { node: 0 }
  return (word) => {
    let at = 0
    for (const letter of word) {
      const symbol = (letter.codePointAt(0) ?? 0) + 2
      const key = at * SYMBOLS + symbol
      let child = longer.get(key)
      if (child === undefined) {
        const log = (logs[at] ?? 0) + step(model, nodes[at] ?? 0, symbol, next)
        child = nodes.push(next.node) - 1
        logs.push(log)
        longer.set(key, child)
      }
      at = child
    }
    return (logs[at] ?? 0) + step(model, nodes[at] ?? 0, CLOSE, next)
  }
}

/** More than there are symbols. */
const SYMBOLS = 0x110002

function shares(spelled: readonly Spelled[], limit: number): Transliteration[] {
  const top = spelled[0]?.log ?? 0
  const sum = spelled.reduce((total, s) => total + Math.exp(s.log - top), 0)
  return spelled.slice(0, limit).map(({ form, log }) => ({ form, score: Math.exp(log - top) / sum }))
}

function word(printed: string, direction: Direction, limit: number, beam: number): Transliteration[] {
  const model = graphoneModel()
  const spelling = direction === 'to-latin' ? arabicSpelling(printed) : latinSpelling(printed)
  const spelled = spell(spelling, model, chunks(model, direction), beam)
  if (direction === 'to-arabic') return shares(spelled, limit)
  const ranked = rerank(spelling, candidatesOf(spelled, latinModel(), knownNames()), knownNames(), rankingModel())
  return withAttested(shares(ranked, ranked.length), printed).slice(0, limit)
}

/** The share of the probability that the catalog's spellings of a word have where it knows some; set on names of the training part. */
const ATTESTED_SHARE = 0.45

/** What the models say of a word, mixed with how the catalog spells it: «ماكين» is McCain, which no model of letters would say. */
function withAttested(spellings: Transliteration[], word: string): Transliteration[] {
  const forms = attestedForms(foldName(word))
  if (forms === undefined) return spellings
  const scores = new Map(spellings.map(({ form, score }) => [form, (1 - ATTESTED_SHARE) * score]))
  const all = [...forms.values()].reduce((sum, count) => sum + count, 0)
  for (const [form, count] of forms) scores.set(form, (scores.get(form) ?? 0) + (ATTESTED_SHARE * count) / all)
  return [...scores]
    .map(([form, score]) => ({ form, score }))
    .sort((a, b) => b.score - a.score || (a.form < b.form ? -1 : 1))
}

/** The best spellings of the joint model, and known names among those behind them, with the log-probability of their letters. */
export function candidatesOf(spelled: readonly Spelled[], letters: GraphoneModel, known: KnownNames): Candidate[] {
  const logOf = letterLogs(letters)
  const kept: Candidate[] = []
  for (const [i, { form, log }] of spelled.entries()) {
    if (i >= LOOKED_THROUGH || kept.length >= LIKELIEST + MOST_KNOWN) break
    if (i < LIKELIEST || listsOf(form, known) !== 0) kept.push({ form, log, letters: logOf(form) })
  }
  return kept
}

/** The best spellings of several words: the best of each, then the likeliest with one of them changed, and so on. */
function phrase(words: readonly Transliteration[][], limit: number): Transliteration[] {
  let found: Transliteration[] = [{ form: '', score: 1 }]
  for (const candidates of words) {
    found = found
      .flatMap((left) =>
        candidates.map((c) => ({
          form: left.form === '' ? c.form : `${left.form} ${c.form}`,
          score: left.score * c.score,
        })),
      )
      .sort((a, b) => b.score - a.score || (a.form < b.form ? -1 : 1))
      .slice(0, limit)
  }
  return found
}

function transliterateName(name: string, direction: Direction, options: TransliterateOptions): Transliteration[] {
  const limit = options.limit ?? LIMIT
  const beam = options.beam ?? BEAM[direction]
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((w) => w !== '')
    .slice(0, MOST_WORDS)
  if (words.length === 0 || limit < 1) return []
  return phrase(
    words.map((w) => {
      const done = isArabic(w) === (direction === 'to-arabic')
      return done ? [{ form: w, score: 1 }] : word(w, direction, limit, beam)
    }),
    limit,
  )
}

/**
 * Latin spellings of a name in Arabic letters, best first, in lower case: «قاآني» is written qaani, qaaani and so on.
 * Words in Latin letters stay as they are.
 */
export const transliterate = (
  arabicName: string,
  options: TransliterateOptions & { readonly to?: 'latn' } = {},
): Transliteration[] => transliterateName(arabicName, 'to-latin', options)

/** Arabic spellings of a name in Latin letters, best first. Words in Arabic letters stay as they are. */
export const arabicOf = (latinName: string, options: TransliterateOptions = {}): Transliteration[] =>
  transliterateName(latinName, 'to-arabic', options)
