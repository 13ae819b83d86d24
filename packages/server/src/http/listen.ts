import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { IsnadError } from '@isnad/text'
import type { Desk } from '../desk/desk.js'
import { type AppOptions, createApp } from './app.js'
import { isLoopback } from './guard.js'

export interface ListenOptions extends Omit<AppOptions, 'token'> {
  /** 0 takes any free port. */
  readonly port: number
  /** Loopback unless told; any other asks every caller for a token. */
  readonly host?: string | undefined
  readonly token?: string | undefined
}

export interface RunningServer {
  /** Where it is reached: `http://127.0.0.1:4747`. */
  readonly address: string
  /** What callers must show; undefined on loopback without a token of the user's own. */
  readonly token: string | undefined
  /** Takes no new requests, finishes those under way, closes the desk with its store. */
  close(): Promise<void>
}

const SHORTEST_TOKEN = 16
/** Connections that are still busy after this many milliseconds are cut. */
const PATIENCE = 8_000

const tokenFor = (host: string, token: string | undefined): string | undefined => {
  if (token !== undefined && token.length < SHORTEST_TOKEN)
    throw new IsnadError('USAGE', `ISNAD_TOKEN has ${token.length} characters; use at least ${SHORTEST_TOKEN}`)
  return token ?? (isLoopback(host) ? undefined : randomBytes(24).toString('base64url'))
}

const listening = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const detail =
        cause.code === 'EADDRINUSE'
          ? `port ${port} on ${host} is taken; choose another with --port, or --port 0 for any`
          : cause.code === 'EACCES'
            ? `this user may not listen on port ${port}; choose one above 1023`
            : `cannot listen on ${host}, port ${port}: ${cause.message}`
      reject(new IsnadError('USAGE', detail, { cause }))
    })
    server.listen(port, host, () => {
      const bound = server.address()
      resolve(typeof bound === 'object' && bound !== null ? bound.port : port)
    })
  })

/** Serves the desk until closed. Off loopback a token is demanded; one is made when none is given. */
export async function listen(desk: Desk, options: ListenOptions): Promise<RunningServer> {
  const host = options.host ?? '127.0.0.1'
  const token = tokenFor(host, options.token)
  const app = createApp(desk, { ...options, token })
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }))
  const port = await listening(server, options.port, host)
  const shown = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host

  void desk.keepAnnotated(options.onError).catch((error: unknown) => options.onError?.(error))
  let closing: Promise<void> | undefined
  const close = async (): Promise<void> => {
    const done = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    const cut = setTimeout(() => server.closeAllConnections(), PATIENCE)
    await done
    clearTimeout(cut)
    await desk.close()
  }
  return {
    address: `http://${shown}:${port}`,
    token,
    close: () => {
      closing ??= close()
      return closing
    },
  }
}
