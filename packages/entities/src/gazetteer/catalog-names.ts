import type { DataSource } from '@isnad/lexicon'
import type { ArrayFile, Arrays } from '../prepared/array-file.js'
import { TextList } from '../prepared/word-table.js'
import { type Entry, type EntryKind, eachNameForm } from './entries.js'
import { WordTrie } from './word-trie.js'

/** Numbers of entries, those of one node after the other's. */
interface Lists {
  /** Where the list of each node begins; one more for the end. */
  readonly begins: Int32Array
  readonly entries: Int32Array
}

/** Names of a catalog by their words, with the entries that each node may mean. */
export class CatalogNames {
  readonly trie: WordTrie
  readonly #strong: Lists
  readonly #weak: Lists
  /** The entries; those of prepared names only as far as they were asked for. */
  readonly #entries: (Entry | undefined)[]
  readonly #texts: TextList | undefined

  private constructor(trie: WordTrie, strong: Lists, weak: Lists, entries: Entry[], texts?: TextList) {
    this.trie = trie
    this.#strong = strong
    this.#weak = weak
    this.#entries = entries
    this.#texts = texts
  }

  /** The names of a catalog, out of its data files. */
  static of(source: DataSource): CatalogNames {
    const trie = new WordTrie()
    const entries: Entry[] = []
    const strong: number[][] = []
    const weak: number[][] = []
    eachNameForm(source, (form) => {
      if (entries.at(-1) !== form.entry) entries.push(form.entry)
      const node = trie.add(form.words)
      const lists = form.weak ? weak : strong
      lists[node] ??= []
      const list = lists[node]
      if (!list.some((other) => entries[other]?.id === form.entry.id)) list.push(entries.length - 1)
    })
    return new CatalogNames(trie, listsOf(strong, trie.size), listsOf(weak, trie.size), entries)
  }

  /** What `arrays` of another hold; an entry is read when it is first asked for. */
  static from(file: ArrayFile): CatalogNames {
    const lists = (name: string): Lists => ({
      begins: file.i32(`catalog.${name}.begins`),
      entries: file.i32(`catalog.${name}.entries`),
    })
    const trie = WordTrie.from(file, 'catalog')
    return new CatalogNames(trie, lists('strong'), lists('weak'), [], TextList.from(file, 'catalog.texts'))
  }

  arrays(): Arrays {
    const entries = Array.from(this.#entries.keys(), (i) => this.#entryAt(i))
    return {
      ...this.trie.arrays('catalog'),
      'catalog.strong.begins': this.#strong.begins,
      'catalog.strong.entries': this.#strong.entries,
      'catalog.weak.begins': this.#weak.begins,
      'catalog.weak.entries': this.#weak.entries,
      ...TextList.of(entries.map(lineOf)).arrays('catalog.texts'),
    }
  }

  /** Whether a name ends at a node. */
  endsAt(node: number): boolean {
    return !isEmpty(this.#strong, node) || !isEmpty(this.#weak, node)
  }

  /** Whether a name ends there that needs nothing else to say so. */
  isStrong(node: number): boolean {
    return !isEmpty(this.#strong, node)
  }

  /** What the names that end at a node may mean; the strong ones first. */
  entriesAt(node: number): Entry[] {
    const found: Entry[] = []
    for (const { begins, entries } of [this.#strong, this.#weak])
      for (let i = begins[node] ?? 0, end = begins[node + 1] ?? 0; i < end; i++) {
        const entry = this.#entryAt(entries[i] ?? 0)
        if (entry !== undefined) found.push(entry)
      }
    return found
  }

  #entryAt(i: number): Entry | undefined {
    let entry = this.#entries[i]
    if (entry === undefined && this.#texts !== undefined) {
      entry = entryOf(this.#texts.at(i))
      this.#entries[i] = entry
    }
    return entry
  }
}

const isEmpty = ({ begins }: Lists, node: number): boolean => begins[node] === begins[node + 1]

function listsOf(lists: readonly (readonly number[] | undefined)[], nodes: number): Lists {
  const begins = new Int32Array(nodes + 1)
  for (let node = 0; node < nodes; node++) begins[node + 1] = (begins[node] ?? 0) + (lists[node]?.length ?? 0)
  return { begins, entries: Int32Array.from(lists.flatMap((list) => list ?? [])) }
}

const lineOf = (entry: Entry | undefined): string =>
  entry === undefined ? '' : [entry.id, entry.type, entry.kind, entry.ar, entry.en, entry.country ?? ''].join('\t')

function entryOf(line: string): Entry {
  const [id = '', type = '', kind = '', ar = '', en = '', country = ''] = line.split('\t')
  return {
    id,
    type: type as Entry['type'],
    kind: kind as EntryKind,
    ar,
    en,
    country: country === '' ? undefined : country,
  }
}
