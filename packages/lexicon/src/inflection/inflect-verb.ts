import { type VerbMeasure, type Weakness, weaknessOf } from './verb-class.js'

/** What a verb's forms are built from. */
export interface VerbSource {
  /** Third person masculine singular of the perfect, unpointed: `زار`, `التقى`. */
  readonly lemma: string
  readonly measure: VerbMeasure
  /** Third person masculine singular of the imperfect, where the first measure leaves it open: `يزور`. */
  readonly imperfect?: string
}

export type Voice = 'active' | 'passive' | 'any'

export interface VerbForm {
  /** As printed without vowel marks. */
  readonly form: string
  readonly tense: 'perfect' | 'imperfect'
  /** `any` where the unpointed letters do not tell. */
  readonly voice: Voice
  readonly person: 1 | 2 | 3
  readonly gender: 'm' | 'f' | 'any'
  readonly number: 'sg' | 'du' | 'pl'
  /** True for the shape that a word takes only before an attached pronoun: `قتلو` of «قتلوه». */
  readonly joined?: true | undefined
  /** True for the jussive of weak verbs, which stands behind لم and the like alone: `تقل` of «لم تقل». */
  readonly short?: true | undefined
}

/**
 * Every unpointed form of the perfect and imperfect, active and passive, indicative and shortened, and the shapes before an
 * attached pronoun (Ryding 2005, chapters 21 to 38).
 */
export function inflectVerb(source: VerbSource): readonly VerbForm[] {
  const { lemma, measure } = source
  const weakness = weaknessOf(lemma, measure)
  const passive = passivePerfect(lemma, measure, weakness)
  const imperfect = source.imperfect ?? imperfectOf(lemma, measure, weakness)
  const passiveImperfect = passiveImperfectOf(imperfect, lemma, measure, weakness)
  const forms = new Map<string, VerbForm>()
  const add = (form: VerbForm): void => {
    const key = `${form.form}|${form.tense}|${form.person}${form.gender}${form.number}${form.joined === true ? 'j' : ''}`
    const known = forms.get(key)
    if (known === undefined) forms.set(key, form)
    else if (known.voice !== form.voice) forms.set(key, { ...known, voice: 'any' })
  }
  for (const form of perfectForms(lemma, weakness, 'active')) add(form)
  for (const form of perfectForms(passive, passive.endsWith('ي') ? 'defective' : 'sound', 'passive')) add(form)
  for (const form of imperfectForms(imperfect, weakness, 'active')) add(form)
  for (const form of imperfectForms(passiveImperfect, weakness, 'passive')) add(form)
  return [...forms.values()]
}

/** The third person masculine singular of the imperfect where the perfect settles it; first-measure hollow verbs take و. */
export function imperfectOf(lemma: string, measure: VerbMeasure, weakness = weaknessOf(lemma, measure)): string {
  const lastToYa = (stem: string): string => (weakness === 'defective' ? stem.replace(/[اى]$/, 'ي') : stem)
  const medialTo = (stem: string, letter: string): string =>
    weakness === 'hollow' ? `${stem.slice(0, -2)}${letter}${stem.slice(-1)}` : stem
  switch (measure) {
    case 1:
      if (weakness === 'assimilated') return `ي${lemma.slice(1)}`
      if (weakness === 'hollow') return `ي${medialTo(lemma, 'و')}`
      if (weakness !== 'defective') return `ي${lemma}`
      return `ي${lemma.slice(0, -1)}${lemma.endsWith('ا') ? 'و' : lemma.endsWith('ي') ? 'ى' : 'ي'}`
    case 2:
    case 3:
      return `ي${lastToYa(lemma)}`
    case 4:
      return `ي${lemma.startsWith('آ') ? 'ؤ' : ''}${medialTo(lastToYa(lemma.slice(1)), 'ي')}`
    case 5:
    case 6:
      return `ي${lemma}`
    case 7:
    case 8:
    case 9:
      return `ي${lastToYa(lemma.slice(1))}`
    case 10:
      return `ي${medialTo(lastToYa(lemma.slice(1)), 'ي')}`
  }
}

function passivePerfect(lemma: string, measure: VerbMeasure, weakness: Weakness): string {
  const raised = lemma.replace(/[اى]$/, 'ي').replace(/أ$/, 'ئ')
  if (measure === 3) return `${raised.charAt(0)}و${raised.slice(2)}`
  if (measure === 6) return `${raised.slice(0, 2)}و${raised.slice(3)}`
  if (weakness === 'hollow') return `${lemma.slice(0, -2)}ي${lemma.slice(-1)}`
  return measure === 1 && weakness !== 'defective' && lemma.charAt(1) === 'أ'
    ? `${lemma.charAt(0)}ئ${lemma.slice(2)}`
    : raised
}

function passiveImperfectOf(imperfect: string, lemma: string, measure: VerbMeasure, weakness: Weakness): string {
  if (weakness === 'assimilated') return `يو${imperfect.slice(1)}`
  if (weakness === 'defective') return imperfect.replace(/[ويى]$/, 'ى')
  if (weakness === 'hollow') return `${imperfect.slice(0, -2)}ا${imperfect.slice(-1)}`
  return measure === 4 && lemma.startsWith('أو') ? `ي${lemma.slice(1)}` : imperfect
}

type Ending = readonly [suffix: string, person: 1 | 2 | 3, gender: VerbForm['gender'], number: VerbForm['number']]

const BEFORE_CONSONANT: readonly Ending[] = [
  ['ت', 1, 'any', 'sg'],
  ['نا', 1, 'any', 'pl'],
  ['ن', 3, 'f', 'pl'],
  ['تم', 2, 'm', 'pl'],
]

function perfectForms(base: string, weakness: Weakness, voice: Voice): VerbForm[] {
  const make = (form: string, [, person, gender, number]: Ending, joined?: true): VerbForm => ({
    form,
    tense: 'perfect',
    voice,
    person,
    gender,
    number,
    ...(joined === undefined ? {} : { joined }),
  })
  const he: Ending = ['', 3, 'm', 'sg']
  const she: Ending = ['ت', 3, 'f', 'sg']
  const two: Ending = ['ا', 3, 'm', 'du']
  const twoWomen: Ending = ['تا', 3, 'f', 'du']
  const they: Ending = ['وا', 3, 'm', 'pl']
  const forms: VerbForm[] = [make(base, he)]
  let consonantStem = base
  if (weakness === 'defective') {
    const open = base.slice(0, -1)
    const glide = base.endsWith('ا') && base.length === 3 ? 'و' : 'ي'
    const kept = base.endsWith('ي') ? base : open
    consonantStem = `${open}${glide}`
    if (base.endsWith('ى')) forms.push(make(`${open}ا`, he, true))
    forms.push(make(`${kept}ت`, she), make(`${open}${glide}ا`, two), make(`${kept}تا`, twoWomen))
    forms.push(make(`${open}وا`, they), make(`${open}و`, they, true))
  } else {
    forms.push(make(`${base}ت`, she), make(`${base}ا`, two), make(`${base}تا`, twoWomen))
    forms.push(make(`${base}وا`, they), make(`${base}و`, they, true))
    if (weakness === 'hollow') consonantStem = `${base.slice(0, -2)}${base.slice(-1)}`
    if (weakness === 'geminate') consonantStem = `${base}${base.slice(-1)}`
  }
  for (const ending of BEFORE_CONSONANT) forms.push(make(`${consonantStem}${ending[0]}`, ending))
  return forms
}

const PREFIXES: readonly (readonly [string, 1 | 2 | 3, VerbForm['gender'], VerbForm['number']])[] = [
  ['ي', 3, 'm', 'sg'],
  ['ت', 3, 'f', 'sg'],
  ['ن', 1, 'any', 'pl'],
  ['أ', 1, 'any', 'sg'],
]

function imperfectForms(base: string, weakness: Weakness, voice: Voice): VerbForm[] {
  const stem = base.slice(1)
  const forms: VerbForm[] = []
  const push = (
    form: string,
    person: 1 | 2 | 3,
    gender: VerbForm['gender'],
    number: VerbForm['number'],
    shape: { readonly joined?: true; readonly short?: true } = {},
  ): void => {
    forms.push({ form, tense: 'imperfect', voice, person, gender, number, ...shape })
  }
  const defective = weakness === 'defective' && /[ويى]$/.test(stem)
  const open = defective ? stem.slice(0, -1) : stem
  for (const [prefix, person, gender, number] of PREFIXES) {
    push(`${prefix}${stem}`, person, gender, number)
    if (defective) {
      push(`${prefix}${open}`, person, gender, number, { short: true })
      if (stem.endsWith('ى')) push(`${prefix}${open}ا`, person, gender, number, { joined: true })
    }
    if (weakness === 'hollow')
      push(`${prefix}${stem.slice(0, -2)}${stem.slice(-1)}`, person, gender, number, { short: true })
  }
  const dual = defective ? `${open}${stem.endsWith('و') ? 'و' : 'ي'}` : stem
  for (const [prefix, gender] of [
    ['ي', 'm'],
    ['ت', 'f'],
  ] as const) {
    push(`${prefix}${open}ون`, 3, 'm', 'pl')
    push(`${prefix}${open}وا`, 3, 'm', 'pl')
    push(`${prefix}${open}و`, 3, 'm', 'pl', { joined: true })
    push(`${prefix}${dual}ان`, 3, gender, 'du')
    push(`${prefix}${dual}ا`, 3, gender, 'du')
  }
  const women = weakness === 'hollow' ? `${stem.slice(0, -2)}${stem.slice(-1)}` : defective ? dual : stem
  push(`ي${women}ن`, 3, 'f', 'pl')
  return forms
}
