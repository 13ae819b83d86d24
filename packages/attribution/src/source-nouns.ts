import { loadSourceNouns, type SourceNoun } from '@isnad/lexicon'
import { foldKey } from '@isnad/text'

export interface NounReading {
  readonly noun: SourceNoun
  readonly plural: boolean
}

let table: ReadonlyMap<string, NounReading> | undefined

/** What a folded noun without article heads: «مصادر» an anonymous source, «بيان» a document. */
export function sourceNoun(key: string): NounReading | undefined {
  table ??= build()
  return table.get(key)
}

function build(): ReadonlyMap<string, NounReading> {
  const found = new Map<string, NounReading>()
  const nouns = loadSourceNouns()
  for (const noun of nouns)
    for (const [forms, plural] of [
      [noun.singular, false],
      [noun.plural, true],
    ] as const)
      for (const form of forms) {
        const key = foldKey(form)
        if (!key.includes(' ') && !found.has(key)) found.set(key, { noun, plural })
      }
  // Forms that the list spells come before those that grammar makes of it: «أمين» is no two mothers.
  for (const [key, { noun, plural }] of [...found]) {
    if (key.length > 2 && !/[اهي]$/.test(key) && !(plural && NO_TANWIN.test(key)) && !found.has(`${key}ا`))
      found.set(`${key}ا`, { noun, plural })
    if (plural) {
      // before a genitive a sound plural has no ن: «محامو الشركة»
      const stem = /^.{3,}(?:ون|ين)$/.test(key) ? key.slice(0, -1) : undefined
      if (stem !== undefined && !found.has(stem)) found.set(stem, { noun, plural })
      continue
    }
    // two of them, in the nominative and in the other cases
    const stem = key.endsWith('ه') ? `${key.slice(0, -1)}ت` : key
    for (const dual of [`${stem}ان`, `${stem}ين`]) if (!found.has(dual)) found.set(dual, { noun, plural: true })
  }
  return found
}

/** Plurals without nunation: sound ones, and «مصادر», «تقارير», «خبراء». */
const NO_TANWIN = /(?:ون|ين|ات|ء)$|^.[\u0627-\u064a]ا.{2,3}$/
