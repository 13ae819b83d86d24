import { hashString } from '../tagger/hash.js'
import type { ArrayFile, Arrays } from './array-file.js'

/** Different strings numbered from 0, in flat arrays: the number of a string by open addressing, a string by its number. */
export class WordTable {
  readonly #slots: Int32Array
  readonly #hashes: Uint32Array
  readonly #texts: TextList

  private constructor(slots: Int32Array, hashes: Uint32Array, texts: TextList) {
    this.#slots = slots
    this.#hashes = hashes
    this.#texts = texts
  }

  static of(words: readonly string[]): WordTable {
    const slots = new Int32Array(2 ** Math.ceil(Math.log2(words.length * 2 + 2)))
    const hashes = Uint32Array.from(words, (word) => hashString(word))
    const mask = slots.length - 1
    for (const [id, hash] of hashes.entries()) {
      let slot = hash & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = id + 1
    }
    return new WordTable(slots, hashes, TextList.of(words))
  }

  static from(file: ArrayFile, name: string): WordTable {
    return new WordTable(file.i32(`${name}.slots`), file.u32(`${name}.hashes`), TextList.from(file, name))
  }

  arrays(name: string): Arrays {
    return { [`${name}.slots`]: this.#slots, [`${name}.hashes`]: this.#hashes, ...this.#texts.arrays(name) }
  }

  get size(): number {
    return this.#hashes.length
  }

  /** The number of a string, -1 for one that is not there. */
  idOf(word: string): number {
    const hash = hashString(word)
    const mask = this.#slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const id = (this.#slots[slot] ?? 0) - 1
      if (id < 0) return -1
      if (this.#hashes[id] === hash && this.#texts.is(id, word)) return id
    }
  }

  wordAt(id: number): string {
    return this.#texts.at(id)
  }
}

/** Strings one behind the other, cut out when they are asked for. */
export class TextList {
  /** Where each begins in the units; one more for the end. */
  readonly #begins: Int32Array
  readonly #units: Uint16Array

  private constructor(begins: Int32Array, units: Uint16Array) {
    this.#begins = begins
    this.#units = units
  }

  static of(texts: readonly string[]): TextList {
    const begins = new Int32Array(texts.length + 1)
    for (const [i, text] of texts.entries()) begins[i + 1] = (begins[i] ?? 0) + text.length
    const units = new Uint16Array(begins[texts.length] ?? 0)
    for (const [i, text] of texts.entries())
      for (let k = 0, at = begins[i] ?? 0; k < text.length; k++) units[at + k] = text.charCodeAt(k)
    return new TextList(begins, units)
  }

  static from(file: ArrayFile, name: string): TextList {
    return new TextList(file.i32(`${name}.begins`), file.u16(`${name}.units`))
  }

  arrays(name: string): Arrays {
    return { [`${name}.begins`]: this.#begins, [`${name}.units`]: this.#units }
  }

  at(i: number): string {
    return String.fromCharCode(...this.#units.subarray(this.#begins[i], this.#begins[i + 1]))
  }

  is(i: number, text: string): boolean {
    const begin = this.#begins[i] ?? 0
    if ((this.#begins[i + 1] ?? 0) - begin !== text.length) return false
    for (let k = 0; k < text.length; k++) if (this.#units[begin + k] !== text.charCodeAt(k)) return false
    return true
  }
}
