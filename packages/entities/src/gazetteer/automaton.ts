import { type DataSource, oncePerSource, shippedData } from '@isnad/lexicon'
import { foldKey } from '@isnad/text'
import { type Form, joined, type Word } from '../mentions/words.js'
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
    const { id } = openingsOf(word.form, names)
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

/** A place inside a word where names of a catalog begin. */
interface Opening {
  /** The node that the rest of the word leads to. */
  readonly node: number
  readonly offset: number
  readonly attached: string
}

/** Where names of a catalog may begin in a form. */
export interface Openings {
  readonly names: CatalogNames
  /** The number of the whole word, -1 when no name has it. */
  readonly id: number
  readonly at: readonly Opening[]
}

/** News repeats its words: each form is looked up once in a catalog while it is kept. */
function openingsOf(form: Form, names: CatalogNames): Openings {
  if (form.openings?.names !== names) form.openings = findOpenings(form, names)
  return form.openings
}

const NOWHERE: readonly Opening[] = []

function findOpenings({ printed, whole, key, from, preposition }: Form, names: CatalogNames): Openings {
  const { trie } = names
  const id = trie.idOf(whole)
  const found: Opening[] = []
  const attempt = (word: number, offset: number, attached: string): void => {
    const node = word < 0 ? -1 : trie.child(0, word)
    if (node >= 0) found.push({ node, offset, attached })
  }
  const rest = (text: string): number => (text.length < 3 ? -1 : trie.idOf(text))
  attempt(id, 0, '')
  // Marks and tatweel make the printed word longer than its key; the segmenter's cut is the one to trust then.
  if (whole.length !== printed.length) {
    if (from > 0) attempt(rest(key), from, preposition)
  } else {
    const cut = CUTS.exec(whole)
    const conjunction = cut?.[1] ?? ''
    const behind = conjunction.length + 1
    if (conjunction !== '') attempt(rest(whole.slice(1)), 1, conjunction)
    if (cut?.[2] !== undefined) attempt(rest(`ا${whole.slice(behind)}`), behind, `${conjunction}ل`)
    const attached = cut?.[3] ?? (cut?.[2] === undefined ? '' : 'ل')
    if (attached !== '') attempt(rest(whole.slice(behind)), behind, conjunction + attached)
  }
  return { names, id, at: found.length === 0 ? NOWHERE : found }
}

/**
 * The longest name of the catalog that begins at each word, clitics left out: one walk of a trie over folded words. The trie
 * is built once for each catalog.
 */
export function findCatalogNames(words: readonly Word[], catalog?: DataSource): GazetteerMatch[] {
  const listed = gazetteer(catalog)
  const found: GazetteerMatch[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    const match = word === undefined ? undefined : matchAt(words, at, word, listed)
    if (match !== undefined) found.push(match)
  }
  return found
}

function matchAt(words: readonly Word[], at: number, word: Word, names: CatalogNames): GazetteerMatch | undefined {
  let best: GazetteerMatch | undefined
  for (const { node, offset, attached } of openingsOf(word.form, names).at) {
    const reached = walk(words, at, node, names)
    if (reached === undefined) continue
    const isStrong = names.isStrong(reached.node)
    if (best !== undefined && best.last >= reached.last && !(best.weak && isStrong)) continue
    const listed = names.entriesAt(reached.node)
    const printed = reached.last === at ? word.printed.slice(offset) : ''
    // «وجده» (he found him) is no «وجدة».
    const pronoun = reached.last === at && word.pronoun && printed.endsWith('ه')
    const entries =
      printed === '' ? listed : listed.filter(({ ar }) => sameHamza(printed, ar) && !(pronoun && ar.endsWith('ة')))
    if (entries.length === 0) continue
    best = {
      first: at,
      last: reached.last,
      start: word.start + offset,
      attached,
      entries,
      weak: !isStrong,
    }
  }
  return best
}
