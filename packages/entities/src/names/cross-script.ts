import { childOf, FIRST_GRAPHONE, type GraphoneModel, LOG_STEP } from './graphones.js'
import { encode, foldName } from './letters.js'

/** Probabilities of letter groups in two scripts, folded, with those of each script alone. */
export interface LetterTable {
  readonly joint: ReadonlyMap<number, number>
  readonly arabic: ReadonlyMap<number, number>
  readonly latin: ReadonlyMap<number, number>
}

// Arabic letters read and Latin letters written by one step.
const SHAPES = [
  [1, 0],
  [1, 1],
  [1, 2],
  [1, 3],
  [2, 1],
] as const

/** Chunks of at most two Arabic and three Latin letters as one number; codes are below 128. */
const keyOf = (a: Uint8Array, i: number, da: number, l: Uint8Array, j: number, dl: number): number => {
  let key = 0
  for (let k = 0; k < 2; k++) key = key * 128 + (k < da ? (a[i + k] ?? 0) : 0)
  for (let k = 0; k < 3; k++) key = key * 128 + (k < dl ? (l[j + k] ?? 0) : 0)
  return key
}

/** Letters written twice count once: Gaddafi is gadafi. */
export const undoubled = (word: Uint8Array): Uint8Array => word.filter((code, i) => code !== word[i - 1])

/** A letter for a letter that no training pair showed. */
const UNSEEN = 2e-7

const NONE = new Uint8Array(0)

/** Single graphones of the model, hamza seats and Latin marks folded away: a memoryless transducer. */
export function letterTable(model: GraphoneModel): LetterTable {
  const joint = new Map<number, number>()
  const arabic = new Map<number, number>()
  const latin = new Map<number, number>()
  const add = (table: Map<number, number>, key: number, p: number): void => {
    table.set(key, (table.get(key) ?? 0) + p)
  }
  for (const [i, graphone] of model.graphones.entries()) {
    const node = childOf(model, 0, FIRST_GRAPHONE + i)
    if (node < 0) continue
    const p = Math.exp(-LOG_STEP * (model.costs[node] ?? 0))
    const a = encode(foldName(graphone.ar))
    const l = undoubled(encode(foldName(graphone.latin)))
    if (a.length > 2 || l.length > 3) continue
    add(joint, keyOf(a, 0, a.length, l, 0, l.length), p)
    add(arabic, keyOf(a, 0, a.length, NONE, 0, 0), p)
    add(latin, keyOf(NONE, 0, 0, l, 0, l.length), p)
  }
  return { joint, arabic, latin }
}

const LONGEST = 32
const cells = new Float64Array((LONGEST + 1) * (LONGEST + 1))

/**
 * How much likelier two words are as one name in two scripts than as two words that met by chance: pointwise mutual
 * information in nats, summed over all alignments (Ristad and Yianilos 1998).
 */
export function mutualInformation(a: Uint8Array, latin: Uint8Array, table: LetterTable): number {
  const l = undoubled(latin)
  const n = Math.min(a.length, LONGEST)
  const m = Math.min(l.length, LONGEST)
  const width = m + 1
  cells.fill(0, 0, (n + 1) * width)
  cells[0] = 1
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= m; j++) {
      const here = cells[i * width + j] ?? 0
      if (here === 0) continue
      for (const [da, dl] of SHAPES) {
        if (i + da > n || j + dl > m) continue
        const seen = table.joint.get(keyOf(a, i, da, l, j, dl))
        if (seen === undefined && (da !== 1 || dl !== 1)) continue
        const p = seen ?? UNSEEN
        const to = (i + da) * width + j + dl
        cells[to] = (cells[to] ?? 0) + here * p
      }
    }
  }
  const together = cells[n * width + m] ?? 0
  if (together === 0) return Number.NEGATIVE_INFINITY
  return Math.log(together) - alone(a, n, table.arabic, true) - alone(l, m, table.latin, false)
}

/** Log-probability of one side, whatever stands on the other. */
function alone(word: Uint8Array, length: number, table: ReadonlyMap<number, number>, arabic: boolean): number {
  const most = arabic ? 2 : 3
  const sums = new Float64Array(length + 1)
  sums[0] = 1
  const silent = arabic ? 0 : (table.get(0) ?? 0)
  for (let at = 0; at < length; at++) {
    for (let size = 1; size <= most && at + size <= length; size++) {
      const key = arabic ? keyOf(word, at, size, NONE, 0, 0) : keyOf(NONE, 0, 0, word, at, size)
      // Steps that write nothing may come anywhere; each place is paid for once.
      sums[at + size] = (sums[at + size] ?? 0) + ((sums[at] ?? 0) * (table.get(key) ?? 1e-7)) / (1 - silent)
    }
  }
  return Math.log(sums[length] ?? 1e-300)
}
