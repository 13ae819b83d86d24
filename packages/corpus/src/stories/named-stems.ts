import { formsOfNisba, loadCountries, loadGovernorates, loadNisbas, loadPeople } from '@isnad/lexicon'
import { searchTerms, stemEvidence } from '@isnad/text'
import { isUnlisted } from './term-weights.js'

/** What a stem names: a place or its people, somebody or something else by name, or nothing. */
export type Named = 'place' | 'own' | undefined

let known: ReadonlyMap<string, Named> | undefined

/**
 * What a stem names, by the lexicon, or by how it behaves in running news: names take no article and no pronoun. A word that a
 * year of news hardly has names a thing as well as a name does.
 */
export function namedBy(stem: string): Named {
  known ??= listed()
  return known.get(stem) ?? (behavesAsName(stem) || isUnheardOf(stem) ? 'own' : undefined)
}

function listed(): ReadonlyMap<string, Named> {
  const found = new Map<string, Named>()
  const put = (printed: string, named: Named): void => {
    for (const { stem } of searchTerms(printed))
      if (stem.length >= LEAST_LETTERS && !GENERAL.has(stem) && (isArticled(printed) || !isCommonNoun(stem)))
        found.set(stem, named)
  }
  for (const { ar, variantsAr } of loadPeople()) for (const name of [ar, ...variantsAr]) put(name, 'own')
  for (const { ar, variantsAr, centre } of loadGovernorates())
    for (const name of [ar, ...variantsAr, ...(centre === undefined ? [] : [centre.ar, ...centre.variantsAr])])
      put(name, 'place')
  for (const { ar, variantsAr, capitalAr } of loadCountries()) {
    for (const name of [ar, ...variantsAr]) put(name, 'place')
    if (capitalAr !== undefined) put(capitalAr, 'place')
  }
  for (const nisba of loadNisbas()) for (const form of formsOfNisba(nisba)) put(form, 'place')
  return found
}

const LEAST_LETTERS = 3

/** «الحديدة», «القاهرة»: names that are nouns with the article. */
const isArticled = (printed: string): boolean => /^ال\p{L}{4,}$/u.test(printed)
/** Parts of names of places and bodies that name nothing by themselves. */
const GENERAL: ReadonlySet<string> = new Set(
  'مدين جمهوري مملك دول جزر جزير منطق محافظ ولاي عربي متحد شمالي جنوبي شرقي غربي وسطي عاصم بحر نهر جبل امير ملك شيخ عبد'.split(
    ' ',
  ),
)

/** A word that news writes bare and with the article alike, and with pronouns, is a noun, whoever bears it as a name. */
function isCommonNoun(stem: string): boolean {
  const seen = stemEvidence(stem)
  return seen !== undefined && seen.definite >= OFTEN && seen.bare >= OFTEN
}

const OFTEN = 4

/** Seen bare, and after ب and ل, never with the article and hardly with a pronoun: no noun, and no verb. */
function behavesAsName(stem: string): boolean {
  if (stem.length < LEAST_LETTERS || /^[يتن]/u.test(stem)) return false
  const seen = stemEvidence(stem)
  if (seen === undefined || seen.definite > 0 || seen.suffixed > 1) return false
  return seen.bare >= SEEN && seen.prefixed >= Math.max(1, seen.bare - 4) && seen.prefixed < seen.bare
}

const SEEN = 3

const isUnheardOf = (stem: string): boolean => stem.length > LEAST_LETTERS && isUnlisted(stem)
