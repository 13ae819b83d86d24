import { imperfectOf, type VerbSource } from './inflect-verb.js'
import { weaknessOf } from './verb-class.js'

export interface NounForm {
  /** As printed without vowel marks and without ال. */
  readonly form: string
  readonly number: 'sg' | 'du' | 'pl'
  /** True for the shape that the word takes only before an attached pronoun: `زيارت` of «زيارته». */
  readonly joined?: true
}

/** A noun's unpointed shapes: accusative alef, dual, sound feminine plural, ة and ء before a pronoun; broken plurals are given. */
export function inflectNoun(noun: string, plurals: readonly string[] = []): readonly NounForm[] {
  const forms: NounForm[] = [{ form: noun, number: 'sg' }]
  const base = noun.endsWith('ة') ? noun.slice(0, -1) : noun
  if (noun.endsWith('ة')) {
    forms.push({ form: `${base}ت`, number: 'sg', joined: true })
    for (const ending of ['ان', 'ين', 'ي', 'ا']) forms.push({ form: `${base}ت${ending}`, number: 'du' })
    forms.push({ form: `${base}ات`, number: 'pl' })
  } else {
    if (/ء$/.test(noun)) {
      for (const seat of ['ئ', 'ؤ']) forms.push({ form: `${noun.slice(0, -1)}${seat}`, number: 'sg', joined: true })
    } else if (!/[اىي]$/.test(noun)) forms.push({ form: `${noun}ا`, number: 'sg' })
    const seated = noun.replace(/ء$/, 'ء')
    if (!/[ىا]$/.test(noun)) {
      forms.push({ form: `${seated}ان`, number: 'du' }, { form: `${noun.replace(/ء$/, 'ئ')}ين`, number: 'du' })
      forms.push({ form: `${seated}ات`, number: 'pl' })
    }
  }
  for (const plural of plurals) {
    forms.push({ form: plural, number: 'pl' })
    if (!/[اىيءة]$/.test(plural)) forms.push({ form: `${plural}ا`, number: 'pl' })
    if (plural.endsWith('ة')) forms.push({ form: `${plural.slice(0, -1)}ت`, number: 'pl', joined: true })
  }
  return forms
}

/** The masdar that the derived measures form by rule; the first measure has no rule, so it has none here. */
export function regularMasdar({ lemma, measure }: VerbSource): string | undefined {
  const weakness = weaknessOf(lemma, measure)
  const open = lemma.slice(0, -1)
  const last = lemma.slice(-1)
  switch (measure) {
    case 1:
    case 9:
      return undefined
    case 2:
      return weakness === 'defective' ? `ت${open}ية` : /أ$/.test(lemma) ? `ت${open}ئة` : `ت${open}ي${last}`
    case 3:
      return weakness === 'defective' ? `م${open}اة` : `م${lemma}ة`
    case 4: {
      const start = lemma.startsWith('أو') ? 'إي' : 'إ'
      const rest = lemma.slice(lemma.startsWith('أو') ? 2 : 1)
      if (weakness === 'hollow') return `${start}${rest}ة`
      if (weakness === 'defective') return `${start}${rest.slice(0, -1)}اء`
      return weakness === 'geminate' ? `${start}${rest}ا${last}` : `${start}${rest.slice(0, -1)}ا${last}`
    }
    case 5:
    case 6:
      return weakness === 'defective' ? `${open}ي` : lemma
    default:
      break
  }
  if (weakness === 'defective') return `${open}اء`
  if (weakness === 'geminate') return `${lemma}ا${last}`
  if (weakness === 'hollow') return measure === 10 ? `${lemma}ة` : `${lemma.slice(0, -2)}يا${last}`
  return `${open}ا${last}`
}

/** The active and the passive participle in the masculine singular. */
export function participlesOf(verb: VerbSource): { readonly active: string; readonly passive: string } {
  const { lemma, measure } = verb
  const weakness = weaknessOf(lemma, measure)
  if (measure === 1) {
    const [first = '', second = '', third = ''] = lemma
    const active =
      weakness === 'hollow'
        ? `${first}ائ${third}`
        : weakness === 'geminate'
          ? `${first}ا${second}`
          : weakness === 'defective'
            ? `${first}ا${second}ي`
            : `${first.replace(/[أآ]/, 'آ')}${/[أآ]/.test(first) ? '' : 'ا'}${second}${third}`
    const passive =
      weakness === 'geminate'
        ? `م${first}${second}و${second}`
        : weakness === 'defective'
          ? `م${first}${second}${lemma.endsWith('ا') ? 'و' : 'ي'}`
          : weakness === 'hollow'
            ? `م${(verb.imperfect ?? imperfectOf(lemma, measure)).slice(1)}`
            : `م${first}${second}و${third}`
    return { active, passive }
  }
  const stem = (verb.imperfect ?? imperfectOf(lemma, measure)).slice(1)
  const passive =
    weakness === 'defective'
      ? `م${stem.slice(0, -1)}ى`
      : weakness === 'hollow'
        ? `م${stem.slice(0, -2)}ا${last(stem)}`
        : `م${stem}`
  return { active: `م${stem}`, passive }
}

const last = (word: string): string => word.slice(-1)

/** A participle's or adjective's unpointed shapes in gender, number and case. */
export function inflectParticiple(participle: string): readonly NounForm[] {
  const stem = participle.replace(/ى$/, 'ي')
  return [
    { form: participle, number: 'sg' },
    { form: `${stem}ة`, number: 'sg' },
    { form: `${stem}ا`, number: 'sg' },
    { form: `${stem}ت`, number: 'sg', joined: true },
    { form: `${stem}ان`, number: 'du' },
    { form: `${stem}ين`, number: 'pl' },
    { form: `${stem}ون`, number: 'pl' },
    { form: `${stem}ات`, number: 'pl' },
  ]
}
