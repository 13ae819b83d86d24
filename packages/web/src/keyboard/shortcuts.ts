/** What a key asks for, told by where the key lies, so that an Arabic layout works as well as a Latin one. */
export type Command =
  | 'search'
  | 'help'
  | 'next'
  | 'previous'
  | 'open'
  | 'fewer-layers'
  | 'more-layers'
  | 'first-tab'
  | 'second-tab'
  | 'third-tab'
  | 'fourth-tab'
  | 'language'
  | 'same'
  | 'different'
  | 'unsure'
  | 'undo'

const BY_CODE: Readonly<Record<string, Command>> = {
  Slash: 'search',
  KeyJ: 'next',
  KeyK: 'previous',
  KeyO: 'open',
  BracketLeft: 'fewer-layers',
  BracketRight: 'more-layers',
  Digit1: 'first-tab',
  Digit2: 'second-tab',
  Digit3: 'third-tab',
  Digit4: 'fourth-tab',
  KeyL: 'language',
  KeyS: 'same',
  KeyD: 'different',
  KeyU: 'unsure',
  KeyZ: 'undo',
}

/** A key event, as far as shortcuts look at it. */
export interface Key {
  readonly code: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** The command of a key; undefined for a key that means nothing here or carries a modifier of the browser's. */
export function commandOf(key: Key): Command | undefined {
  if (key.ctrlKey || key.metaKey || key.altKey) return undefined
  if (key.shiftKey) return key.code === 'Slash' ? 'help' : undefined
  return BY_CODE[key.code]
}

/** True where keys are letters being written: a box, a list of choices, editable text. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'file'].includes(target.type)))
