/**
 * A joint-sequence model of names in two scripts (Bisani and Ney 2008): Kneser-Ney n-grams over graphones, chunks of one or two
 * Arabic letters with nothing to three Latin ones. Histories are nodes of a trie; node 0 is the empty history.
 */
export interface GraphoneModel {
  readonly graphones: readonly Graphone[]
  readonly order: number
  /** Children of node n stand in `firstChild[n] .. firstChild[n + 1]`, by rising symbol. */
  readonly firstChild: Int32Array
  readonly symbols: Uint16Array
  /** In steps of `-LOG_STEP`: the logarithm of a node given its parent, and of backing off from it. */
  readonly costs: Uint8Array
  readonly backoffs: Uint8Array
  /** The first of the nodes that are as deep as the order: no longer history follows them. */
  readonly deepest: number
  /** The same history without its first symbol; -1 where nobody has asked for it yet. */
  readonly shorter: Int32Array
}

export interface Graphone {
  readonly ar: string
  readonly latin: string
}

/** Symbols 0 and 1 open and close a word; graphones follow. */
export const OPEN = 0
export const CLOSE = 1
export const FIRST_GRAPHONE = 2

/** Nodes and steps are told apart by what a byte can hold: sixteenths of a nat. */
export const LOG_STEP = 1 / 16

/** A trie as it is stored: nodes in breadth-first order, the root first. */
export interface StoredTrie {
  readonly graphones: readonly Graphone[]
  readonly order: number
  readonly childCounts: Uint16Array
  readonly symbols: Uint16Array
  readonly costs: Uint8Array
  readonly backoffs: Uint8Array
}

export const childOf = ({ firstChild, symbols }: GraphoneModel, node: number, symbol: number): number =>
  placeOf(symbols, firstChild[node] ?? 0, firstChild[node + 1] ?? 0, symbol)

/** Where a symbol stands from `begin` to before `end`, -1 where it does not. */
function placeOf(symbols: Uint16Array, begin: number, end: number, symbol: number): number {
  // Nearly every symbol follows the empty history: there it stands by its number.
  if (begin === 1 && symbols[begin + symbol] === symbol && begin + symbol < end) return begin + symbol
  let low = begin
  let high = end - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = symbols[middle] as number
    if (found === symbol) return middle
    if (found < symbol) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Log-probability of a symbol after a history, and the history that follows, left in `next.node`. */
export function step(model: GraphoneModel, history: number, symbol: number, next: { node: number }): number {
  let cost = 0
  let node = history
  for (;;) {
    const child = childOf(model, node, symbol)
    if (child >= 0) {
      next.node = child < model.deepest ? child : shorterOf(model, child)
      return -LOG_STEP * (cost + (model.costs[child] ?? 0))
    }
    if (node === 0) {
      next.node = 0
      return -LOG_STEP * cost - 16
    }
    cost += model.backoffs[node] ?? 0
    node = shorterOf(model, node)
  }
}

/**
 * A history with the shorter ones that it backs off to, laid out once for the many symbols that may follow it: where the children
 * of each stand, and what backing off to it costs.
 */
export class History {
  readonly #model: GraphoneModel
  readonly #lows: Int32Array
  readonly #highs: Int32Array
  readonly #costs: Int32Array
  #count = 0
  /** The history behind the last symbol that was asked for. */
  next = 0

  constructor(model: GraphoneModel) {
    this.#model = model
    this.#lows = new Int32Array(model.order + 1)
    this.#highs = new Int32Array(model.order + 1)
    this.#costs = new Int32Array(model.order + 1)
  }

  /** Lays out a history, without those that no symbol follows with a log-probability of `least` or more. */
  read(history: number, least: number): void {
    const model = this.#model
    let cost = 0
    let count = 0
    for (let node = history; -LOG_STEP * cost >= least; node = shorterOf(model, node)) {
      this.#lows[count] = model.firstChild[node] ?? 0
      this.#highs[count] = model.firstChild[node + 1] ?? 0
      this.#costs[count++] = cost
      if (node === 0) break
      cost += model.backoffs[node] ?? 0
    }
    this.#count = count
  }

  /** Log-probability of a symbol, as `step` has it; minus infinity where it is below the least that was asked for. */
  step(symbol: number): number {
    const { symbols, costs, deepest } = this.#model
    for (let i = 0; i < this.#count; i++) {
      const child = placeOf(symbols, this.#lows[i] as number, this.#highs[i] as number, symbol)
      if (child < 0) continue
      this.next = child < deepest ? child : shorterOf(this.#model, child)
      return -LOG_STEP * ((this.#costs[i] as number) + (costs[child] as number))
    }
    return Number.NEGATIVE_INFINITY
  }
}

/** The history without its first symbol, as in Aho and Corasick (1975); found when first asked for, since few are. */
function shorterOf(model: GraphoneModel, node: number): number {
  const known = model.shorter[node] ?? 0
  if (known >= 0) return known
  const symbol = model.symbols[node] ?? 0
  let fallback = parentOf(model, node)
  let found = 0
  while (fallback !== 0) {
    fallback = shorterOf(model, fallback)
    const child = childOf(model, fallback, symbol)
    if (child >= 0) {
      found = child
      break
    }
  }
  model.shorter[node] = found
  return found
}

/** The node whose children hold this one: the last whose first child does not stand behind it. */
function parentOf({ firstChild }: GraphoneModel, node: number): number {
  let low = 0
  let high = firstChild.length - 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((firstChild[middle + 1] ?? 0) > node) high = middle
    else low = middle + 1
  }
  return low
}

/** A stored trie ready to be walked. */
export function link({ graphones, order, childCounts, symbols, costs, backoffs }: StoredTrie): GraphoneModel {
  const size = symbols.length
  const firstChild = new Int32Array(size + 1)
  let next = 1
  for (let node = 0; node < size; node++) {
    firstChild[node] = next
    next += childCounts[node] ?? 0
  }
  firstChild[size] = next
  let deepest = 0
  for (let depth = 0, end = 1; depth < order && deepest < size; depth++) {
    deepest = end
    end = firstChild[end] ?? size
  }
  return { graphones, order, firstChild, symbols, costs, backoffs, deepest, shorter: unasked(size) }
}

/** `shorter` of a model before anybody has asked. */
export function unasked(size: number): Int32Array {
  const shorter = new Int32Array(size).fill(-1)
  shorter[0] = 0
  return shorter
}
