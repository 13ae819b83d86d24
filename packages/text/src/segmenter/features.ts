import type { Candidate } from './candidates.js'
import { NO_EVIDENCE, type StemEvidence } from './evidence.js'

export type EvidenceOf = (stem: string) => StemEvidence | undefined

/** Spellings a stem has without its pronoun: سيارته is of سيارة, مستشفاه of مستشفى, أبناؤه of أبناء, عليه of على. */
export function freeForms(stem: string): string[] {
  const last = stem.at(-1)
  const body = stem.slice(0, -1)
  const forms = [stem]
  if (last === 'ت') forms.push(`${body}ة`)
  if (last === 'ا') forms.push(`${body}ي`)
  if (last === 'ؤ' || last === 'ئ') forms.push(`${body}ء`)
  if (last === 'و') forms.push(`${stem}ا`) // the alef of the plural verb falls before a pronoun: كتبوه
  return forms
}

/** The word an inflected stem is a form of, by its ending alone: وزيرا, لاعبي and ساعدت are known through وزير, لاعب, ساعد. */
function uninflected(stem: string): string | undefined {
  const match = /^(.{3,}?)(?:ا|ي|ت|ات|ان|ون|ين|وا)$/u.exec(stem)
  return match?.[1]
}

function sum(a: StemEvidence, b: StemEvidence): StemEvidence {
  return {
    bare: Math.max(a.bare, b.bare),
    definite: Math.max(a.definite, b.definite),
    conjoined: Math.max(a.conjoined, b.conjoined),
    prefixed: Math.max(a.prefixed, b.prefixed),
    suffixed: Math.max(a.suffixed, b.suffixed),
  }
}

/** Names of the features that hold of a cut; the model adds up their weights. */
export function featuresOf(key: string, { prefixes, stem, suffix }: Candidate, evidenceOf: EvidenceOf): string[] {
  const prefix = prefixes.join('+')
  const cut = prefix === '' && suffix === '' ? 'whole' : `${prefix}|${suffix}`
  const definite = stem.startsWith('ال') || (prefix.endsWith('ل') && stem.startsWith('ل'))
  const looked = stem.startsWith('ال') ? stem.slice(2) : definite ? stem.slice(1) : stem
  let evidence = evidenceOf(looked) ?? NO_EVIDENCE
  if (suffix !== '') for (const form of freeForms(stem)) evidence = sum(evidence, evidenceOf(form) ?? NO_EVIDENCE)
  else {
    const base = uninflected(looked)
    if (base !== undefined) evidence = sum(evidence, evidenceOf(base) ?? NO_EVIDENCE)
  }
  const kind = `${prefix === '' ? '' : 'p'}${suffix === '' ? '' : 's'}`
  const length = Math.min(stem.length, 6)
  const features = [
    `cut=${cut}`,
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
  if (stem.length === 1) features.push(`preposition+pronoun=${stem}`)
  if (definite) features.push(`al=${prefix}${suffix === '' ? '' : 's'}`)
  if (suffix !== '') features.push(`end=${stem.at(-1) ?? ''}|${suffix}`, `end2=${stem.slice(-2)}|${suffix}`)
  if (prefix !== '') features.push(`start=${prefix}|${stem.charAt(0)}`)
  if (prefix.endsWith('ل') && 'يتن'.includes(stem.charAt(0))) features.push('li+imperfect')
  if (key.length <= 5) features.push(`word=${key}|${cut}`)
  return features
}
