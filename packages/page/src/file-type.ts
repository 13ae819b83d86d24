/** Byte patterns at the head of files that are no text: offset, hexadecimal bytes, the name we give it. */
const SIGNATURES: readonly (readonly [number, string, string])[] = [
  [0, '255044462d', 'pdf'],
  [0, '89504e470d0a1a0a', 'png'],
  [0, 'ffd8ff', 'jpeg'],
  [0, '474946383761', 'gif'],
  [0, '474946383961', 'gif'],
  [8, '57454250', 'webp'],
  [4, '66747970617669', 'avif'],
  [4, '6674797068656963', 'heic'],
  [4, '66747970', 'mp4'],
  [0, '49492a00', 'tiff'],
  [0, '4d4d002a', 'tiff'],
  [0, '00000100', 'ico'],
  [0, '504b0304', 'zip'],
  [0, '504b0506', 'zip'],
  [0, '526172211a07', 'rar'],
  [0, '377abcaf271c', '7z'],
  [0, '425a68', 'bzip2'],
  [0, 'fd377a585a00', 'xz'],
  [0, '28b52ffd', 'zstd'],
  [0, 'd0cf11e0a1b11ae1', 'ole'],
  [0, '7b5c727466', 'rtf'],
  [0, '252150532d', 'postscript'],
  [0, '7f454c46', 'elf'],
  [0, '4d5a9000', 'exe'],
  [0, 'cafebabe', 'class'],
  [0, '0061736d', 'wasm'],
  [0, '53514c69746520666f726d6174203300', 'sqlite'],
  [0, '494433', 'mp3'],
  [0, '4f676753', 'ogg'],
  [0, '664c6143', 'flac'],
  [8, '57415645', 'wav'],
  [8, '41564920', 'avi'],
  [0, '1a45dfa3', 'matroska'],
  [0, '774f4646', 'woff'],
  [0, '774f4632', 'woff2'],
  [257, '7573746172', 'tar'],
]

/** Share of control characters from which bytes without a known signature are no text. */
const CONTROL_SHARE = 0.1

/** Names the kind of a file that is no text, by its signature; `unknown` for control characters all over; undefined for text. */
export function binaryType(bytes: Uint8Array): string | undefined {
  signatures ??= readSignatures()
  for (const { offset, signature, name } of signatures) if (matches(bytes, offset, signature)) return name
  const length = Math.min(bytes.length, 8192)
  let control = 0
  let zero = 0
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] ?? 0
    if (byte === 0) zero++
    else if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)) control++
  }
  // UTF-16 is full of zeros and sixes at every other byte; it is told apart where encodings are.
  if (zero > 0.2 * length) return utf16Like(bytes, length) ? undefined : 'unknown'
  return control > CONTROL_SHARE * length && !utf16Like(bytes, length) ? 'unknown' : undefined
}

interface Signature {
  readonly offset: number
  readonly signature: Uint8Array
  readonly name: string
}

let signatures: readonly Signature[] | undefined

const readSignatures = (): readonly Signature[] =>
  SIGNATURES.map(([offset, hexadecimal, name]) => ({ offset, signature: Buffer.from(hexadecimal, 'hex'), name }))

function matches(bytes: Uint8Array, offset: number, signature: Uint8Array): boolean {
  for (let i = 0; i < signature.length; i++) if (bytes[offset + i] !== signature[i]) return false
  return true
}

function utf16Like(bytes: Uint8Array, length: number): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true
  const high = [0, 0]
  for (let i = 0; i < length; i++) if (bytes[i] === 0 || bytes[i] === 6) high[i & 1] = (high[i & 1] ?? 0) + 1
  const [even = 0, odd = 0] = high
  return Math.max(even, odd) > 0.9 * (length >> 1) && Math.min(even, odd) < 0.2 * (length >> 1)
}
