import { CODES } from './letters.js'

/** What it costs to write one letter for another, or to leave one out; the same in both directions. */
export interface EditCosts {
  /** Row `a * CODES + b`. */
  readonly substitute: Float32Array
  readonly indel: Float32Array
  readonly transpose: number
}

/** One difference between two spellings: letters at `a` and `b`, or -1 on the side that lacks one. */
export interface Edit {
  readonly kind: 'substitute' | 'indel' | 'transpose'
  readonly a: number
  readonly b: number
}

/** Longer tokens are no names; their tails are not looked at. */
export const LONGEST = 32

const WIDTH = LONGEST + 1
const cells = new Float32Array(WIDTH * WIDTH)
const moves = new Uint8Array(WIDTH * WIDTH)
const MATCH = 1
const DROP_A = 2
const DROP_B = 3
const SWAP = 4

/**
 * The cheapest way from one spelling to the other (Wagner and Fischer 1974, with Damerau's transposition), right to left
 * from the last letter. Quadratic in at most LONGEST letters.
 */
export function align(a: Uint8Array, b: Uint8Array, costs: EditCosts): Edit[] {
  const n = Math.min(a.length, LONGEST)
  const m = Math.min(b.length, LONGEST)
  fill(a, b, n, m, costs)
  const edits: Edit[] = []
  let i = n
  let j = m
  while (i > 0 || j > 0) {
    const move = moves[i * WIDTH + j]
    if (move === MATCH) {
      i--
      j--
      if (a[i] !== b[j]) edits.push({ kind: 'substitute', a: i, b: j })
    } else if (move === SWAP) {
      i -= 2
      j -= 2
      edits.push({ kind: 'transpose', a: i, b: j })
    } else if (move === DROP_A) {
      i--
      edits.push({ kind: 'indel', a: i, b: -1 - j })
    } else {
      j--
      edits.push({ kind: 'indel', a: -1 - i, b: j })
    }
  }
  return edits.reverse()
}

function fill(a: Uint8Array, b: Uint8Array, n: number, m: number, costs: EditCosts): void {
  const { substitute, indel, transpose } = costs
  cells[0] = 0
  for (let j = 1; j <= m; j++) {
    cells[j] = (cells[j - 1] ?? 0) + (indel[b[j - 1] ?? 0] ?? 0)
    moves[j] = DROP_B
  }
  for (let i = 1; i <= n; i++) {
    const x = a[i - 1] ?? 0
    const row = i * WIDTH
    cells[row] = (cells[row - WIDTH] ?? 0) + (indel[x] ?? 0)
    moves[row] = DROP_A
    for (let j = 1; j <= m; j++) {
      const y = b[j - 1] ?? 0
      let best = (cells[row - WIDTH + j - 1] ?? 0) + (x === y ? 0 : (substitute[x * CODES + y] ?? 0))
      let move = MATCH
      const dropA = (cells[row - WIDTH + j] ?? 0) + (indel[x] ?? 0)
      if (dropA < best) {
        best = dropA
        move = DROP_A
      }
      const dropB = (cells[row + j - 1] ?? 0) + (indel[y] ?? 0)
      if (dropB < best) {
        best = dropB
        move = DROP_B
      }
      if (i > 1 && j > 1 && x !== y && a[i - 2] === y && b[j - 2] === x) {
        const swap = (cells[row - 2 * WIDTH + j - 2] ?? 0) + transpose
        if (swap < best) {
          best = swap
          move = SWAP
        }
      }
      cells[row + j] = best
      moves[row + j] = move
    }
  }
}
