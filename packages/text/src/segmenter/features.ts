import type { Candidate } from './candidates.js'
import { evidenceOfBits, mostOf, type StemEvidence } from './evidence.js'

/** The bits of a stem's evidence; undefined for a stem never seen. */
export type BitsOf = (stem: string) => number | undefined

/** Spellings a stem has without its pronoun: سيارته is of سيارة, مستشفاه of مستشفى, أبناؤه of أبناء, عليه of على. */
function freeForms(stem: string): string[] {
  const last = stem.at(-1)
  const body = stem.slice(0, -1)
  const forms = [stem]
  if (last === 'ت') forms.push(`${body}ة`)
  if (last === 'ا') forms.push(`${body}ي`)
  if (last === 'ؤ' || last === 'ئ') forms.push(`${body}ء`)
  if (last === 'و') forms.push(`${stem}ا`) // the alef of the plural verb falls before a pronoun: كتبوه
  return forms
}

const ENDINGS = ['ات', 'ان', 'ون', 'ين', 'وا', 'ا', 'ي', 'ت']

/** The word an inflected stem is a form of, by its ending alone: وزيرا, لاعبي and ساعدت are known through وزير, لاعب, ساعد. */
function uninflected(stem: string): string | undefined {
  const ending = ENDINGS.find((e) => stem.length >= 3 + e.length && stem.endsWith(e))
  return ending === undefined ? undefined : stem.slice(0, -ending.length)
}

const isDefinite = ({ prefix, stem }: Candidate): boolean =>
  stem.startsWith('ال') || (prefix.endsWith('ل') && stem.startsWith('ل'))

/** All that was seen of a cut's stem, whatever it is spelled like without its clitics, as bits. */
export function evidenceFor(candidate: Candidate, bitsOf: BitsOf): number {
  const { stem, suffix } = candidate
  const looked = stem.startsWith('ال') ? stem.slice(2) : isDefinite(candidate) ? stem.slice(1) : stem
  let bits = bitsOf(looked) ?? 0
  if (suffix !== '') for (const form of freeForms(stem)) bits = mostOf(bits, bitsOf(form) ?? 0)
  else {
    const base = uninflected(looked)
    if (base !== undefined) bits = mostOf(bits, bitsOf(base) ?? 0)
  }
  return bits
}

/** Stems longer than this are all counted as so long. */
export const LONGEST_COUNTED = 6

/** Names of the features that a cut shares with all of the same clitics, length and evidence. */
export function sharedFeatures({ prefix, suffix, stem }: Candidate, bits: number): string[] {
  const evidence: StemEvidence = evidenceOfBits(bits)
  const kind = `${prefix === '' ? '' : 'p'}${suffix === '' ? '' : 's'}`
  const length = Math.min(stem.length, LONGEST_COUNTED)
  return [
    `cut=${cutName(prefix, suffix)}`,
    `p=${prefix}`,
    `s=${suffix}`,
    `len=${kind}${length}`,
    `bare=${kind}${evidence.bare}`,
    `def=${kind}${evidence.definite}`,
    `conj=${kind}${evidence.conjoined}`,
    `pre=${kind}${evidence.prefixed}`,
    `suf=${kind}${evidence.suffixed}`,
    `p+bare=${prefix}:${evidence.bare}`,
    `p+pre=${prefix}:${evidence.prefixed}`,
    `s+bare=${suffix}:${evidence.bare}`,
    `s+suf=${suffix}:${evidence.suffixed}`,
    `s+len=${suffix}:${length}`,
    `p+len=${prefix}:${length}`,
    `sum=${kind}${evidence.bare + evidence.definite + evidence.prefixed}`,
  ]
}

const cutName = (prefix: string, suffix: string): string =>
  prefix === '' && suffix === '' ? 'whole' : `${prefix}|${suffix}`

/** Names of the features that hang on the letters of the word. */
export function ownFeatures(key: string, candidate: Candidate): string[] {
  const { prefix, stem, suffix } = candidate
  const features: string[] = []
  if (stem.length === 1) features.push(`preposition+pronoun=${stem}`)
  if (isDefinite(candidate)) features.push(`al=${prefix}${suffix === '' ? '' : 's'}`)
  if (suffix !== '') features.push(`end=${stem.at(-1) ?? ''}|${suffix}`, `end2=${stem.slice(-2)}|${suffix}`)
  if (prefix !== '') features.push(`start=${prefix}|${stem.charAt(0)}`)
  if (prefix.endsWith('ل') && 'يتن'.includes(stem.charAt(0))) features.push('li+imperfect')
  if (key.length <= 5) features.push(`word=${key}|${cutName(prefix, suffix)}`)
  return features
}

/** Names of the features that hold of a cut; the model adds up their weights. */
export const featuresOf = (key: string, candidate: Candidate, bitsOf: BitsOf): string[] => [
  ...sharedFeatures(candidate, evidenceFor(candidate, bitsOf)),
  ...ownFeatures(key, candidate),
]
