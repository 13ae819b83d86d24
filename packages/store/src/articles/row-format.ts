import type { Parameter } from '../engine/database.js'

/**
 * Rows in PostgreSQL's binary form, made where an entry is prepared: the embedded engine takes them as they are (COPY BINARY,
 * PostgreSQL 18, "COPY: Binary Format"), and between threads they change hands without being copied.
 */

export type ColumnType =
  | 'text'
  | 'json'
  | 'bytea'
  | 'tsvector'
  | 'bigint'
  | 'integer'
  | 'boolean'
  | 'timestamptz'
  | 'date'

export type Column = readonly [name: string, type: ColumnType]

/** Fields one after the other, each its length and its bytes; a null has the length -1. */
export type PackedFields = Uint8Array

const NULL = -1
/** PostgreSQL counts its days and microseconds from the start of the year 2000. */
const EPOCH = Date.UTC(2000, 0, 1)
const DAY = 86_400_000

/** Packs values in the order of their columns. Times are ISO 8601 with their zone, days `2020-11-22`. */
export function packFields(columns: readonly Column[], values: readonly Parameter[]): PackedFields {
  let length = 0
  for (const [i, [, type]] of columns.entries()) length += 4 + lengthOf(type, values[i] ?? null)
  const packed = new Uint8Array(length)
  const bytes = Buffer.from(packed.buffer)
  let at = 0
  for (const [i, [, type]] of columns.entries()) at = writeField(bytes, at, type, values[i] ?? null)
  return packed
}

function lengthOf(type: ColumnType, value: Parameter): number {
  if (value === null) return 0
  if (value instanceof Uint8Array) return value.length
  switch (type) {
    case 'bigint':
    case 'timestamptz':
      return 8
    case 'integer':
    case 'date':
      return 4
    case 'boolean':
      return 1
    default:
      return Buffer.byteLength(String(value), 'utf8')
  }
}

function writeField(bytes: Buffer, at: number, type: ColumnType, value: Parameter): number {
  const start = bytes.writeInt32BE(value === null ? NULL : lengthOf(type, value), at)
  if (value === null) return start
  if (value instanceof Uint8Array) {
    bytes.set(value, start)
    return start + value.length
  }
  switch (type) {
    case 'bigint':
      return bytes.writeBigInt64BE(BigInt(Number(value)), start)
    case 'timestamptz':
      return bytes.writeBigInt64BE(BigInt(Date.parse(String(value)) - EPOCH) * 1000n, start)
    case 'integer':
      return bytes.writeInt32BE(Number(value), start)
    case 'date':
      return bytes.writeInt32BE(Math.round((Date.parse(String(value)) - EPOCH) / DAY), start)
    case 'boolean':
      return bytes.writeUInt8(value === true ? 1 : 0, start)
    default:
      return start + bytes.write(String(value), start, 'utf8')
  }
}

/** The fields as parameters of a statement, which both drivers bind in binary. */
export function unpackFields(packed: PackedFields): (Uint8Array | null)[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  const fields: (Uint8Array | null)[] = []
  for (let at = 0; at < packed.length; ) {
    const length = view.getInt32(at)
    at += 4
    fields.push(length === NULL ? null : packed.subarray(at, at + length))
    at += Math.max(0, length)
  }
  return fields
}

/** What stands before the first row: the signature, no flags, no extension. */
const HEADER = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
/** In place of a number of fields, behind the last row. */
const END = -1

/** What COPY reads: rows of so many fields each, a row given by the packed fields that make it up. */
export function copyData(fields: number, rows: readonly (readonly PackedFields[])[]): Uint8Array {
  let length = HEADER.length + 2
  for (const row of rows) {
    length += 2
    for (const part of row) length += part.length
  }
  const data = new Uint8Array(length)
  const view = new DataView(data.buffer)
  data.set(HEADER)
  let at = HEADER.length
  for (const row of rows) {
    view.setInt16(at, fields)
    at += 2
    for (const part of row) {
      data.set(part, at)
      at += part.length
    }
  }
  view.setInt16(at, END)
  return data
}
