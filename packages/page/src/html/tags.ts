const words = (list: string): readonly string[] => list.split(' ')

const KEPT_ATTRIBUTES = words(
  'class id itemprop itemtype role style hidden aria-hidden href rel datetime content name property type data-component data-testid data-module',
)

export const BLOCK = 1
export const VOID = 2
/** The text of such an element is never the reader's. */
export const MUTE = 4
export const CLOSES_PARAGRAPH = 8
export const HEADING = 16
/** An end tag does not reach through these (the "scope" of the HTML standard, §13.2.4.2). */
export const SCOPE = 32
export const TABLE_PART = 64
export const HEAD_CONTENT = 128
export const CUSTOM = 256
/** Up to its end tag everything is text. */
export const RAW = 512

const TAG_LISTS: readonly (readonly [number, string])[] = [
  [
    BLOCK,
    'address article aside audio blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption ' +
      'figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav noscript object ol ' +
      'option p picture pre search section select summary table tbody td tfoot th thead tr ul video',
  ],
  [VOID, 'area base basefont bgsound br col command embed frame hr img input keygen link meta param source track wbr'],
  [
    MUTE,
    'script style noscript template textarea select datalist svg math iframe object audio video canvas noembed noframes xmp ' +
      'plaintext rp rt',
  ],
  [
    CLOSES_PARAGRAPH,
    'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 ' +
      'h6 header hgroup hr main menu nav ol p pre search section summary table ul',
  ],
  [RAW, 'script style textarea title iframe noembed noframes xmp plaintext'],
  [HEADING, 'h1 h2 h3 h4 h5 h6'],
  [SCOPE, 'html table td th caption template object'],
  [TABLE_PART, 'table thead tbody tfoot tr td th caption'],
  [HEAD_CONTENT, 'meta link title script style base noscript template'],
]

/** What the parser must know of a tag: its flags and a number to count open elements by. */
export interface TagKind {
  readonly name: string
  readonly flags: number
  readonly id: number
}

let kinds: ReadonlyMap<string, TagKind> | undefined

/** Every tag that the parser treats in a way of its own. */
export function knownTags(): ReadonlyMap<string, TagKind> {
  if (kinds !== undefined) return kinds
  const flags = new Map<string, number>()
  for (const tag of words('a b i em strong span font')) flags.set(tag, 0)
  for (const [flag, list] of TAG_LISTS) for (const tag of words(list)) flags.set(tag, (flags.get(tag) ?? 0) | flag)
  kinds = new Map([...flags].map(([name, of], id) => [name, { name, flags: of, id }]))
  return kinds
}

/** Names of kept attributes by length and first letter, so that the others are passed over without being cut out. */
let keptByShape: readonly (readonly string[] | undefined)[] | undefined

const shapeOf = (length: number, firstLetter: number): number => (length << 5) | (firstLetter & 31)

function keptNames(): readonly (readonly string[] | undefined)[] {
  if (keptByShape === undefined) {
    const table = new Array<string[] | undefined>(32 * 32).fill(undefined)
    for (const name of KEPT_ATTRIBUTES) {
      const shape = shapeOf(name.length, name.charCodeAt(0))
      const names = table[shape]
      if (names === undefined) table[shape] = [name]
      else names.push(name)
    }
    keptByShape = table
  }
  return keptByShape
}

/** The kept attribute whose name stands between two offsets, in either case; undefined for any other. */
export function keptAttribute(source: string, start: number, end: number): string | undefined {
  const length = end - start
  if (length > 31) return undefined
  const names = keptNames()[shapeOf(length, source.charCodeAt(start))]
  if (names === undefined) return undefined
  for (const name of names) if (source.startsWith(name, start)) return name
  const lower = source.slice(start, end).toLowerCase()
  return names.find((name) => name === lower)
}
