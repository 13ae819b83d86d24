/** What a message may be given. Numbers are formatted by the message, dates before they come here. */
export type ArgumentValue = string | number

export const FIRST_STRONG_ISOLATE = '\u2068'
export const POP_ISOLATE = '\u2069'

/** Element types of @formatjs/icu-messageformat-parser that we tell apart. */
const LITERAL = 0
const SELECT = 5
const PLURAL = 6
const TAG = 8

/** A node of a parsed ICU message, as far as we look into it. */
export interface Element {
  readonly type: number
  readonly value?: string
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>
  readonly children?: readonly Element[]
}

const literal = (value: string): Element => ({ type: LITERAL, value })

/** The message with every inserted argument between isolates. */
export function isolateArguments(elements: readonly Element[]): Element[] {
  return elements.flatMap((element): Element[] => {
    if (element.type === LITERAL) return [element]
    if (element.type === TAG) return [{ ...element, children: isolateArguments(element.children ?? []) }]
    if (element.type !== PLURAL && element.type !== SELECT)
      return [literal(FIRST_STRONG_ISOLATE), element, literal(POP_ISOLATE)]
    const options = Object.fromEntries(
      Object.entries(element.options ?? {}).map(([name, option]) => [
        name,
        { ...option, value: isolateArguments(option.value) },
      ]),
    )
    return [{ ...element, options }]
  })
}

/** The arguments of a message with the type each is used as, `name:type`, sorted. */
export function argumentsOf(elements: readonly Element[]): string[] {
  const found = new Set<string>()
  const visit = (list: readonly Element[]): void => {
    for (const element of list) {
      if (element.type !== LITERAL && element.value !== undefined)
        found.add(
          `${element.value}:${element.type === PLURAL ? 'number' : element.type === 2 ? 'number' : element.type}`,
        )
      for (const option of Object.values(element.options ?? {})) visit(option.value)
      visit(element.children ?? [])
    }
  }
  visit(elements)
  return [...found].sort()
}

/** A piece of a formatted message; `isolated` pieces were inserted and stand in a `<bdi>`. */
export interface Piece {
  readonly text: string
  readonly isolated: boolean
}

/** Parts a formatted message at its isolates. */
export function piecesOf(formatted: string): Piece[] {
  return formatted
    .split(/(\u2068[^\u2069]*\u2069)/u)
    .filter((text) => text !== '')
    .map((text) =>
      text.startsWith(FIRST_STRONG_ISOLATE) ? { text: text.slice(1, -1), isolated: true } : { text, isolated: false },
    )
}
