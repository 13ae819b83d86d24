/** The ten derived forms (أوزان) that news prose uses; 1 is فعل, 10 is استفعل. */
export type VerbMeasure = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10

/** How the root's weak letters change the stems: the classes of Ryding (2005), chapters 21 to 33. */
export type Weakness = 'sound' | 'assimilated' | 'hollow' | 'geminate' | 'defective'

const MEDIAL_ALEF: Readonly<Partial<Record<VerbMeasure, number>>> = { 1: 1, 4: 2, 7: 3, 8: 3, 10: 4 }
/** Length of the third person masculine singular of a geminate root. */
const GEMINATE_LENGTH: Readonly<Partial<Record<VerbMeasure, number>>> = { 1: 2, 4: 3, 7: 4, 8: 4, 10: 5 }
/** «اتفق», «اطلع», «ادخر»: the inserted ت has swallowed, or been swallowed by, the first root letter. */
const SWALLOWED = /^ا[تطدذظث]/

/** Reads the weak class off the unpointed third person masculine singular of the perfect. */
export function weaknessOf(lemma: string, measure: VerbMeasure): Weakness {
  if (/[اى]$/.test(lemma) || (measure === 1 && /[^اى]ي$/.test(lemma))) return 'defective'
  const alef = MEDIAL_ALEF[measure]
  if (alef !== undefined && lemma.charAt(alef) === 'ا' && lemma.length === alef + 2) return 'hollow'
  if (lemma.length === GEMINATE_LENGTH[measure] && !(measure === 8 && SWALLOWED.test(lemma))) return 'geminate'
  return measure === 1 && lemma.startsWith('و') ? 'assimilated' : 'sound'
}
