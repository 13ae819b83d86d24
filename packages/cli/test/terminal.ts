import type { Terminal } from '../src/command.js'
import { main } from '../src/main.js'

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface Setting
  extends Partial<Pick<Terminal, 'env' | 'cwd' | 'isScreen' | 'outIsScreen' | 'stdinIsScreen' | 'stop'>> {
  readonly stdin?: string | Buffer
  /** Told of what is printed while the command runs. */
  readonly onOut?: (text: string) => void
}

/** Runs a command line inside this process and answers with what it printed. */
export async function isnad(words: readonly string[], setting: Setting = {}): Promise<Outcome> {
  const out: string[] = []
  const err: string[] = []
  const { stdin = '', onOut, ...rest } = setting
  const code = await main(words, {
    out: (text) => {
      out.push(text)
      onOut?.(text)
    },
    err: (text) => err.push(text),
    stdin: (async function* () {
      yield Buffer.from(stdin)
    })(),
    isScreen: false,
    outIsScreen: false,
    stdinIsScreen: false,
    columns: 80,
    env: {},
    cwd: process.cwd(),
    stop: new AbortController().signal,
    ...rest,
  })
  return { code, out: out.join(''), err: err.join('') }
}
