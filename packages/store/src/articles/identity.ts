import { createHash } from 'node:crypto'
import type { Entry } from '../records.js'

/** What makes two captures one: the same bytes at the same URL from the same outlet, and the same identity when one was given. */
export interface CaptureIdentity {
  readonly id: string
  readonly key: Uint8Array
  readonly sha256: Uint8Array
}

export function identify({ capture, identity }: Pick<Entry, 'capture' | 'identity'>): CaptureIdentity {
  const sha256 = createHash('sha256').update(capture.bytes).digest()
  const parts = [capture.url ?? capture.given?.url ?? '', capture.given?.outlet ?? '', identity ?? '']
  const key = createHash('sha256').update(sha256).update(JSON.stringify(parts)).digest()
  return { id: key.toString('hex').slice(0, 20), key, sha256 }
}

/** Compares dotted versions number by number: `0.10.0` is newer than `0.9.1`. */
export function compareVersions(a: string, b: string): number {
  const numbers = (version: string): number[] => version.split(/\D+/).filter(Boolean).map(Number)
  const [left, right] = [numbers(a), numbers(b)]
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0)
    if (difference !== 0) return Math.sign(difference)
  }
  return 0
}
