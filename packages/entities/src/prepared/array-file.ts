/** Arrays of numbers by name, as one file holds them. */
export type Arrays = Readonly<Record<string, TypedArray>>

type TypedArray = Uint8Array | Int16Array | Int32Array | Uint16Array | Uint32Array | Float64Array

const TYPES = {
  u8: Uint8Array,
  i16: Int16Array,
  i32: Int32Array,
  u16: Uint16Array,
  u32: Uint32Array,
  f64: Float64Array,
} as const
type TypeName = keyof typeof TYPES

interface Header {
  readonly stamp: string
  /** Bytes behind the header. */
  readonly size: number
  /** Type, first byte behind the header, length in elements. */
  readonly arrays: Readonly<Record<string, readonly [TypeName, number, number]>>
}

const MAGIC = 0x31415349 // "ISA1"
const ALIGNED = 8
const aligned = (bytes: number): number => Math.ceil(bytes / ALIGNED) * ALIGNED

/** Magic, length of the header, the header as JSON, then the arrays in this machine's byte order, each on a multiple of 8. */
export function packArrays(stamp: string, arrays: Arrays): Uint8Array {
  const places: Record<string, [TypeName, number, number]> = {}
  let end = 0
  for (const [name, array] of Object.entries(arrays)) {
    places[name] = [typeOf(array), end, array.length]
    end = aligned(end + array.byteLength)
  }
  const header = Buffer.from(JSON.stringify({ stamp, size: end, arrays: places } satisfies Header))
  const from = aligned(8 + header.length)
  const bytes = new Uint8Array(from + end)
  new Uint32Array(bytes.buffer, 0, 2).set([MAGIC, header.length])
  bytes.set(header, 8)
  for (const [name, array] of Object.entries(arrays))
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), from + (places[name]?.[1] ?? 0))
  return bytes
}

function typeOf(array: TypedArray): TypeName {
  for (const [name, type] of Object.entries(TYPES)) if (array instanceof type) return name as TypeName
  throw new TypeError('no type for this array')
}

/** A file of arrays: none is copied, each is a view of the bytes. */
export class ArrayFile {
  /** What the arrays were made from. */
  readonly stamp: string
  readonly #header: Header
  readonly #buffer: ArrayBufferLike
  readonly #from: number

  /** Throws a `TypeError` where the bytes are no such file, or cut short. */
  constructor(bytes: Uint8Array) {
    const { buffer, byteOffset, byteLength } = inPlace(bytes)
    const [magic, length = 0] = byteLength < 8 ? [] : new Uint32Array(buffer, byteOffset, 2)
    if (magic !== MAGIC || byteLength < 8 + length) throw new TypeError('not a file of arrays')
    this.#header = JSON.parse(Buffer.from(buffer, byteOffset + 8, length).toString('utf8')) as Header
    this.#buffer = buffer
    this.#from = byteOffset + aligned(8 + length)
    this.stamp = this.#header.stamp
    if (byteLength !== aligned(8 + length) + this.#header.size) throw new TypeError('a file of arrays was cut short')
  }

  u8 = (name: string): Uint8Array => this.#view(name, 'u8', Uint8Array)
  i16 = (name: string): Int16Array => this.#view(name, 'i16', Int16Array)
  i32 = (name: string): Int32Array => this.#view(name, 'i32', Int32Array)
  u16 = (name: string): Uint16Array => this.#view(name, 'u16', Uint16Array)
  u32 = (name: string): Uint32Array => this.#view(name, 'u32', Uint32Array)
  f64 = (name: string): Float64Array => this.#view(name, 'f64', Float64Array)

  #view<T>(name: string, wanted: TypeName, type: new (buffer: ArrayBufferLike, at: number, length: number) => T): T {
    const place = this.#header.arrays[name]
    if (place === undefined || place[0] !== wanted) throw new TypeError(`no array ${name} of type ${wanted}`)
    return new type(this.#buffer, this.#from + place[1], place[2])
  }
}

/** Views need a buffer in which the file begins on a multiple of 8. */
const inPlace = (bytes: Uint8Array): Uint8Array => (bytes.byteOffset % ALIGNED === 0 ? bytes : new Uint8Array(bytes))
