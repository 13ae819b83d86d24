import type { Terminal } from './command.js'

/** The terminal of this process. Ctrl-C asks to stop; a second one ends at once. */
export function processTerminal(): Terminal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(130)
      stop.abort()
      // Who waits for standard input would not hear of it.
      process.stdin.destroy()
    })
  // Whoever reads our output may stop early (`isnad search … | head`): that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    stdin: process.stdin as AsyncIterable<Buffer>,
    isScreen: process.stderr.isTTY === true,
    outIsScreen: process.stdout.isTTY === true,
    stdinIsScreen: process.stdin.isTTY === true,
    columns: process.stderr.columns ?? 80,
    env: process.env,
    cwd: process.cwd(),
    stop: stop.signal,
  }
}
