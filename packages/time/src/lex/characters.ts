/** What a UTF-16 unit is to the reader; invisible marks belong to no token and break none. */
export const LETTER = 0
export const DIGIT = 2
export const SPACE = 3
export const BREAK = 4
export const INVISIBLE = 5
export const OTHER = 6

const TABLE_SIZE = 0x3000
const UNITS = 0x10000
const BOM = 0xfeff

/** A letter's place in `both` holds less: its folded unit and nothing above it. */
export const LETTERS_END = 0x10000

interface CharacterTable {
  readonly kind: Uint8Array
  readonly fold: Uint16Array
  /** Both in one word for every unit there is: the kind above sixteen bits of folded unit. */
  readonly both: Int32Array
}

let table: CharacterTable | undefined

/**
 * One table for class and folded shape of every unit below U+3000. Folding: hamza seats (أ إ آ ٱ → ا، ؤ → و، ئ → ي),
 * ى → ي, ة → ه, Persian letter shapes, Arabic-Indic and Persian digits, capital Latin letters.
 */
export function characters(): CharacterTable {
  table ??= build()
  return table
}

function build(): CharacterTable {
  const kind = new Uint8Array(TABLE_SIZE).fill(OTHER)
  const fold = new Uint16Array(TABLE_SIZE)
  for (let code = 0; code < TABLE_SIZE; code++) fold[code] = code
  const mark = (from: number, to: number, as: number): void => {
    kind.fill(as, from, to + 1)
  }
  const letter = /\p{L}/u
  for (let code = 0x41; code < TABLE_SIZE; code++) {
    if (letter.test(String.fromCharCode(code))) kind[code] = LETTER
  }
  mark(0x30, 0x39, DIGIT)
  mark(0x0660, 0x0669, DIGIT)
  mark(0x06f0, 0x06f9, DIGIT)
  mark(0x0300, 0x036f, INVISIBLE) // combining marks
  mark(0x0610, 0x061a, INVISIBLE)
  mark(0x064b, 0x065f, INVISIBLE) // vowel marks
  mark(0x0670, 0x0670, INVISIBLE)
  mark(0x06d6, 0x06ed, INVISIBLE)
  mark(0x0640, 0x0640, INVISIBLE) // tatweel
  mark(0x061c, 0x061c, INVISIBLE) // Arabic letter mark
  mark(0x200b, 0x200f, INVISIBLE) // zero-width and direction marks
  mark(0x202a, 0x202e, INVISIBLE)
  mark(0x2060, 0x206f, INVISIBLE)
  mark(0x00ad, 0x00ad, INVISIBLE) // soft hyphen
  mark(0x20, 0x20, SPACE)
  mark(0x09, 0x09, SPACE)
  mark(0xa0, 0xa0, SPACE)
  mark(0x2000, 0x200a, SPACE)
  mark(0x202f, 0x202f, SPACE)
  mark(0x0a, 0x0d, BREAK)
  mark(0x2028, 0x2029, BREAK)
  const becomes = (from: string, to: string): void => {
    for (const unit of from) fold[unit.charCodeAt(0)] = to.charCodeAt(0)
  }
  becomes('أإآٱ', 'ا')
  becomes('ىئیې', 'ي')
  becomes('ؤ', 'و')
  becomes('ةہھە', 'ه')
  becomes('ک', 'ك')
  for (let d = 0; d < 10; d++) {
    fold[0x0660 + d] = 0x30 + d
    fold[0x06f0 + d] = 0x30 + d
  }
  for (let code = 0x41; code <= 0x5a; code++) fold[code] = code + 32
  const both = new Int32Array(UNITS)
  for (let code = 0; code < TABLE_SIZE; code++) both[code] = ((kind[code] as number) << 16) | (fold[code] as number)
  for (let code = TABLE_SIZE; code < UNITS; code++) both[code] = code
  both[BOM] = (INVISIBLE << 16) | BOM
  return { kind, fold, both }
}

const isHighUnit = (code: number): boolean => code >= TABLE_SIZE

export function kindOf(code: number): number {
  if (isHighUnit(code)) return code === BOM ? INVISIBLE : LETTER
  return characters().kind[code] ?? OTHER
}

/** Folds a word the way the tokeniser does, for the keys of the tables. */
export function foldWord(printed: string): string {
  const { kind, fold } = characters()
  let key = ''
  for (let at = 0; at < printed.length; at++) {
    const code = printed.charCodeAt(at)
    if (isHighUnit(code)) key += printed.charAt(at)
    else if (kind[code] !== INVISIBLE) key += String.fromCharCode(fold[code] ?? code)
  }
  return key
}
