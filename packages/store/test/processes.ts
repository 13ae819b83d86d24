import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const path = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

/** A child that runs a job of child.ts, with its lines as they come. */
export interface Child {
  readonly process: ChildProcess
  readonly lines: string[]
  /** Waits until a line passes; throws when the child ends before. */
  until(passes: (line: string) => boolean): Promise<string>
  kill(): Promise<void>
}

export function start(job: string, ...args: readonly string[]): Child {
  const child = spawn(
    process.execPath,
    ['--conditions=isnad-source', '--import', path('./typescript-loader.mjs'), path('./child.ts'), job, ...args],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const lines: string[] = []
  let words = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words += text
  })
  const reader = createInterface({ input: child.stdout })
  reader.on('line', (line) => lines.push(line))
  const ended = once(reader, 'close')
  return {
    process: child,
    lines,
    until: async (passes) => {
      for (;;) {
        const found = lines.find(passes)
        if (found !== undefined) return found
        const more = await Promise.race([once(reader, 'line').then(() => true), ended.then(() => false)])
        const last = lines.find(passes)
        if (!more && last === undefined)
          throw new Error(`the child ended; it said ${lines.join(', ')} ${words.slice(0, 2000)}`)
      }
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, 'exit')
      child.kill('SIGKILL')
      await exit
    },
  }
}
