import { type DataSource, oncePerSource, shippedData } from '@isnad/lexicon'
import { foldKey } from '@isnad/text'
import { joined, type Word } from '../mentions/words.js'
import { preparedTables } from '../prepared/prepared.js'
import { CatalogNames } from './catalog-names.js'
import type { Entry } from './entries.js'

/** A name of the catalog found in the words of a passage. */
export interface GazetteerMatch {
  /** First and last word. */
  readonly first: number
  readonly last: number
  /** Where the name begins in the text. */
  readonly start: number
  /** What is attached in front of the first word: one of و ف, and one of ب ل ك. */
  readonly attached: string
  readonly entries: readonly Entry[]
  readonly weak: boolean
}

const gazetteer = oncePerSource((source): CatalogNames => {
  const prepared = source === shippedData() ? preparedTables() : undefined
  return prepared === undefined ? CatalogNames.of(source) : CatalogNames.from(prepared)
})

const HYPHEN = /^[-–.ـ]$/

function walk(words: readonly Word[], at: number, first: number, names: CatalogNames): Reached | undefined {
  const { trie } = names
  let node = first
  let found = names.endsAt(node) ? { last: at, node } : undefined
  for (let i = at + 1; ; i++) {
    const word = words[i]
    if (word === undefined || !(joined(word) || HYPHEN.test(word.before))) break
    const id = trie.idOf(word.whole)
    const child = id < 0 ? -1 : trie.child(node, id)
    if (child < 0) break
    node = child
    if (names.endsAt(node)) found = { last: i, node }
  }
  return found
}

/** The last word of a name and its node. */
interface Reached {
  readonly last: number
  readonly node: number
}

/** «فأس» is no way to print «فاس», nor «مآرب» «مأرب»; leaving a hamza out is. */
function sameHamza(printed: string, ar: string): boolean {
  if (!/[أإآ]/.test(printed) || ar.length !== printed.length || foldKey(ar) !== foldKey(printed)) return true
  for (let i = 0; i < printed.length; i++)
    if (/[أإآ]/.test(printed.charAt(i)) && ar.charAt(i) !== printed.charAt(i))
      return i === 0 && ar.charAt(0) !== 'آ' && printed.charAt(0) !== 'آ'
  return true
}

/** Where a name may begin inside a folded word: at its start, behind و or ف, behind ب ل ك, and at the ال of «لل». */
const CUTS = /^([وف]?)(?:(لل)|([بلك]))?/

/**
 * The longest name of the catalog that begins at each word, clitics left out: one walk of a trie over folded words. The trie
 * is built once for each catalog.
 */
export function findCatalogNames(words: readonly Word[], catalog?: DataSource): GazetteerMatch[] {
  const listed = gazetteer(catalog)
  const found: GazetteerMatch[] = []
  for (const [at, word] of words.entries()) {
    const match = matchAt(words, at, word, listed)
    if (match !== undefined) found.push(match)
  }
  return found
}

function matchAt(words: readonly Word[], at: number, word: Word, names: CatalogNames): GazetteerMatch | undefined {
  const { trie } = names
  let best: GazetteerMatch | undefined
  const attempt = (key: string, offset: number, attached: string): void => {
    const id = offset > 0 && key.length < 3 ? -1 : trie.idOf(key)
    const node = id < 0 ? -1 : trie.child(0, id)
    const reached = node < 0 ? undefined : walk(words, at, node, names)
    if (reached === undefined) return
    const isStrong = names.isStrong(reached.node)
    if (best !== undefined && best.last >= reached.last && !(best.weak && isStrong)) return
    const listed = names.entriesAt(reached.node)
    const printed = reached.last === at ? word.printed.slice(offset) : ''
    // «وجده» (he found him) is no «وجدة».
    const pronoun = reached.last === at && word.pronoun && printed.endsWith('ه')
    const entries =
      printed === '' ? listed : listed.filter(({ ar }) => sameHamza(printed, ar) && !(pronoun && ar.endsWith('ة')))
    if (entries.length === 0) return
    best = {
      first: at,
      last: reached.last,
      start: word.start + offset,
      attached,
      entries,
      weak: !isStrong,
    }
  }
  const { whole } = word
  attempt(whole, 0, '')
  const length = word.end - word.start
  // Marks and tatweel make the printed word longer than its key; the segmenter's cut is the one to trust then.
  if (whole.length !== length) {
    if (word.from > word.start) attempt(word.key, word.from - word.start, word.preposition)
    return best
  }
  const cut = CUTS.exec(whole)
  const conjunction = cut?.[1] ?? ''
  if (conjunction !== '') attempt(whole.slice(1), 1, conjunction)
  if (cut?.[2] !== undefined)
    attempt(`ا${whole.slice(conjunction.length + 1)}`, conjunction.length + 1, `${conjunction}ل`)
  const preposition = cut?.[3] ?? (cut?.[2] === undefined ? '' : 'ل')
  if (preposition !== '')
    attempt(whole.slice(conjunction.length + 1), conjunction.length + 1, conjunction + preposition)
  return best
}
