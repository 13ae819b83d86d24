import type { ArrayFile, Arrays } from '../prepared/array-file.js'
import { WordTable } from '../prepared/word-table.js'

/** Sequences of words as a trie in flat arrays: a node is a number, the root is 0. Words are numbered as they come. */
export class WordTrie {
  readonly #ids = new Map<string, number>()
  /** The words of a trie that was made beforehand; such a one takes no more. */
  #listed: WordTable | undefined
  /** The node above each node, and the word that leads from there. */
  #parents: Int32Array = new Int32Array(1 << 10)
  #labels: Int32Array = new Int32Array(1 << 10)
  #size = 1
  /** Nodes by what is above them and their word, by open addressing; 0 in an empty slot. */
  #slots: Int32Array = new Int32Array(1 << 12)

  /** The number of a word, -1 for one that no sequence has. */
  idOf(word: string): number {
    return this.#listed === undefined ? (this.#ids.get(word) ?? -1) : this.#listed.idOf(word)
  }

  /** The node that a word leads to, -1 for none. */
  child(node: number, id: number): number {
    const mask = this.#slots.length - 1
    for (let slot = slotOf(node, id) & mask; ; slot = (slot + 1) & mask) {
      const found = this.#slots[slot] ?? 0
      if (found === 0) return -1
      if (this.#parents[found] === node && this.#labels[found] === id) return found
    }
  }

  /** The node of a sequence, made where it is missing. */
  add(words: readonly string[]): number {
    let node = 0
    for (const word of words) {
      const id = this.addWord(word)
      const child = this.child(node, id)
      node = child < 0 ? this.#grow(node, id) : child
    }
    return node
  }

  addWord(word: string): number {
    if (this.#listed !== undefined) throw new TypeError('this trie takes no more words')
    let id = this.#ids.get(word)
    if (id === undefined) {
      id = this.#ids.size
      this.#ids.set(word, id)
    }
    return id
  }

  /** How many nodes there are, the root among them. */
  get size(): number {
    return this.#size
  }

  get wordCount(): number {
    return this.#listed?.size ?? this.#ids.size
  }

  /** The trie as flat arrays; `WordTrie.from` reads them. */
  arrays(name: string): Arrays {
    const words = this.#listed ?? WordTable.of([...this.#ids.keys()])
    return {
      ...words.arrays(`${name}.words`),
      [`${name}.parents`]: this.#parents.slice(0, this.#size),
      [`${name}.labels`]: this.#labels.slice(0, this.#size),
      [`${name}.slots`]: this.#slots,
    }
  }

  static from(file: ArrayFile, name: string): WordTrie {
    const trie = new WordTrie()
    trie.#listed = WordTable.from(file, `${name}.words`)
    trie.#parents = file.i32(`${name}.parents`)
    trie.#labels = file.i32(`${name}.labels`)
    trie.#slots = file.i32(`${name}.slots`)
    trie.#size = trie.#parents.length
    return trie
  }

  #grow(parent: number, id: number): number {
    const node = this.#size++
    if (node === this.#parents.length) {
      this.#parents = doubled(this.#parents)
      this.#labels = doubled(this.#labels)
    }
    this.#parents[node] = parent
    this.#labels[node] = id
    if (this.#size * 2 > this.#slots.length) {
      this.#slots = new Int32Array(this.#slots.length * 2)
      for (let each = 1; each < node; each++) this.#place(each)
    }
    this.#place(node)
    return node
  }

  #place(node: number): void {
    const mask = this.#slots.length - 1
    let slot = slotOf(this.#parents[node] ?? 0, this.#labels[node] ?? 0) & mask
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
    this.#slots[slot] = node
  }
}

function doubled(numbers: Int32Array): Int32Array {
  const more = new Int32Array(numbers.length * 2)
  more.set(numbers)
  return more
}

function slotOf(node: number, id: number): number {
  const hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(id, 0x85ebca6b)
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 9
}
