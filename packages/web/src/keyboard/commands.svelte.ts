import { type Command, commandOf, isTyping } from './shortcuts.js'

type Handler = () => void

const handlers = new Map<Command, Handler[]>()

/** Answers to a command while the calling component is shown; the newest component answers first. */
export function onCommand(command: Command, handler: Handler): void {
  $effect(() => {
    const list = handlers.get(command) ?? []
    handlers.set(command, [...list, handler])
    return () => {
      handlers.set(
        command,
        (handlers.get(command) ?? []).filter((other) => other !== handler),
      )
    }
  })
}

/** Listens for shortcuts on the whole document. Returns how to stop. */
export function startShortcuts(): () => void {
  const onKeydown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isTyping(event.target)) return
    if (document.querySelector('dialog[open]') !== null) return
    const command = commandOf(event)
    const handler = command === undefined ? undefined : handlers.get(command)?.at(-1)
    if (handler === undefined) return
    event.preventDefault()
    handler()
  }
  document.addEventListener('keydown', onKeydown)
  return () => document.removeEventListener('keydown', onKeydown)
}
