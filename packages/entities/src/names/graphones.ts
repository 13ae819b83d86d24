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
  /** Natural logarithms: of a node given its parent, and of backing off from it. */
  readonly logProbability: Float32Array
  readonly logBackoff: Float32Array
  /** The same history without its first symbol. */
  readonly shorter: Int32Array
  readonly depth: Uint8Array
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

export function childOf(model: GraphoneModel, node: number, symbol: number): number {
  let low = model.firstChild[node] ?? 0
  let high = (model.firstChild[node + 1] ?? 0) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = model.symbols[middle] ?? 0
    if (found === symbol) return middle
    if (found < symbol) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Log-probability of a symbol after a history, and the history that follows, left in `next.node`. */
export function step(model: GraphoneModel, history: number, symbol: number, next: { node: number }): number {
  let log = 0
  let node = history
  for (;;) {
    const child = childOf(model, node, symbol)
    if (child >= 0) {
      log += model.logProbability[child] ?? 0
      next.node = (model.depth[child] ?? 0) < model.order ? child : (model.shorter[child] ?? 0)
      return log
    }
    if (node === 0) {
      next.node = 0
      return log - 16
    }
    log += model.logBackoff[node] ?? 0
    node = model.shorter[node] ?? 0
  }
}

/** Links every history to the one that is shorter by its first symbol, as in Aho and Corasick (1975). */
export function link(stored: StoredTrie): GraphoneModel {
  const { graphones, order, childCounts, symbols, costs, backoffs } = stored
  const size = symbols.length
  const firstChild = new Int32Array(size + 1)
  const parent = new Int32Array(size)
  const depth = new Uint8Array(size)
  let next = 1
  for (let node = 0; node < size; node++) {
    firstChild[node] = next
    for (let end = next + (childCounts[node] ?? 0); next < end; next++) {
      parent[next] = node
      depth[next] = (depth[node] ?? 0) + 1
    }
  }
  firstChild[size] = next
  const logProbability = Float32Array.from(costs, (cost) => -cost * LOG_STEP)
  const logBackoff = Float32Array.from(backoffs, (cost) => -cost * LOG_STEP)
  const shorter = new Int32Array(size)
  const model: GraphoneModel = { graphones, order, firstChild, symbols, logProbability, logBackoff, shorter, depth }
  for (let node = 1; node < size; node++) {
    let fallback = parent[node] ?? 0
    let found = 0
    while (fallback !== 0) {
      fallback = shorter[fallback] ?? 0
      const child = childOf(model, fallback, symbols[node] ?? 0)
      if (child >= 0) {
        found = child
        break
      }
    }
    shorter[node] = found
  }
  return model
}
