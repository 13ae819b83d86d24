import { type Draft, type FoundMention, foundMention, type Reading, spanOf } from './found.js'
import { countryOfNisbas } from './phrases.js'

/** What the words of a head noun share, whatever it heads. */

const MOST_QUOTED = 5

/** A quotation that opens at a word and closes within a few: its last word. */
export function quotedFrom({ words }: Reading, at: number): number | undefined {
  const first = words[at]
  if (first === undefined || first.quotation === 0 || words[at - 1]?.quotation === first.quotation) return undefined
  let last = at
  while (words[last + 1]?.quotation === first.quotation) {
    if (words[last + 1]?.before !== '' || ++last - at >= MOST_QUOTED) return undefined
  }
  return words[last + 1]?.sentence === first.sentence || words[last]?.closes === true ? last : undefined
}

/** What stands in marks of its own has no clitics: the و of «"وات"» is the name's. */
export const quotedSpan = ({ words }: Reading, first: number, last: number): { start: number; end: number } => ({
  start: words[first]?.start ?? 0,
  end: words[last]?.end ?? 0,
})

/** A mention of the words from `first` to `last`, both included, in its country where a nisba tells it. */
export function mention(
  reading: Reading,
  first: number,
  last: number,
  more: Omit<Draft, 'first' | 'last' | 'start' | 'end' | 'country' | 'roles'>,
): FoundMention {
  const { start, end } = spanOf(reading, first, last)
  return foundMention({
    first,
    last,
    start,
    end,
    type: more.type,
    kind: more.kind,
    by: more.by,
    entries: more.entries,
    head: more.head,
    group: more.group,
    unnamed: more.unnamed,
    weight: more.weight,
    country: countryOfNisbas(reading, first, last),
  })
}

/** More than the gazetteer is sure of itself. */
export const SURE = 1.5

/** Definite, they name no body unless an adjective of belonging says whose they are. */
export const GENERIC_COMPLEMENTS = new Set(
  'الامن الشرطه المعارضه النظام الاحتلال التحالف الجيش الحكومه الحراسه الطواري الدوله الحزب الحركه الجماعه الشركه النادي الجامعه الفريق الوزاره الاداره المحافظه المدينه البلده المنطقه القريه الحي المتمردين المتمردون الثوار البلاد'.split(
    ' ',
  ),
)
