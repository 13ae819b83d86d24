import { IsnadError } from '@isnad/text'

/**
 * A place in an ordered list, as an opaque string: what list it belongs to and the sort key of the last row shown. It stays
 * good while rows are added before and after it.
 */
export type CursorValue = string | number

export const writeCursor = (list: string, key: readonly CursorValue[]): string =>
  Buffer.from(JSON.stringify([list, ...key])).toString('base64url')

/** Throws `INPUT_INVALID` when the cursor was not written for this list. */
export function readCursor(list: string, cursor: string | undefined): readonly CursorValue[] | undefined {
  if (cursor === undefined) return undefined
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(read) && read[0] === list && read.slice(1).every(isCursorValue)) return read.slice(1)
  } catch {
    // said below
  }
  throw new IsnadError(
    'INPUT_INVALID',
    'the cursor was not written by this list; leave it out to start from the beginning',
  )
}

const isCursorValue = (value: unknown): value is CursorValue =>
  (typeof value === 'number' && Number.isFinite(value)) || (typeof value === 'string' && value.length < 100)
