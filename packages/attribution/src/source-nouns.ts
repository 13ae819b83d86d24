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
  for (const noun of loadSourceNouns()) {
    for (const [forms, plural] of [
      [noun.singular, false],
      [noun.plural, true],
    ] as const)
      for (const form of forms) {
        const key = foldKey(form)
        if (key.includes(' ')) continue
        if (!found.has(key)) found.set(key, { noun, plural })
        if (plural) continue
        if (key.length > 2 && !/[اهي]$/.test(key) && !found.has(`${key}ا`)) found.set(`${key}ا`, { noun, plural })
        // two of them, in the nominative and in the other cases
        const stem = key.endsWith('ه') ? `${key.slice(0, -1)}ت` : key
        for (const dual of [`${stem}ان`, `${stem}ين`]) if (!found.has(dual)) found.set(dual, { noun, plural: true })
      }
  }
  return found
}
