import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { rm, writeFile } from 'node:fs/promises'
import type { ListenOptions, RunningServer } from '@isnad/server'
import { IsnadError } from '@isnad/text'
import { type Arguments, type Command, type Terminal, usage } from '../command.js'
import { plural } from '../output/words.js'
import { DATA_OPTION, type OpenDesk, openDesk, ownerTokenFile, placeName, placeOf } from '../place.js'
import { importSampleCatalog, loadSample } from '../sample.js'
import { version } from '../version.js'
import { rereadOn } from './retry.js'

const DEFAULT_PORT = 4747
const PORTS_TRIED = 10

/** Opens the user's browser; where there is none, the printed address must do. */
function openBrowser(address: string): void {
  const [command, ...words] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', address]
        : ['xdg-open', address]
  if (command === undefined) return
  const browser = spawn(command, words, { stdio: 'ignore', detached: true })
  browser.on('error', () => undefined)
  browser.unref()
}

/** The port asked for; without one the first that is free from 4747 on. */
async function listenSomewhere(
  desk: OpenDesk['desk'],
  asked: number | undefined,
  options: Omit<ListenOptions, 'port'>,
): Promise<RunningServer> {
  const { listen } = await import('@isnad/server')
  if (asked !== undefined) return listen(desk, { ...options, port: asked })
  for (let port = DEFAULT_PORT; ; port++) {
    try {
      return await listen(desk, { ...options, port })
    } catch (error) {
      const taken =
        error instanceof IsnadError && (error.cause as NodeJS.ErrnoException | undefined)?.code === 'EADDRINUSE'
      if (!taken || port === DEFAULT_PORT + PORTS_TRIED) throw error
    }
  }
}

const withToken = ({ address, token }: RunningServer): string =>
  token === undefined ? address : `${address}/?token=${token}`

async function run(input: Arguments, terminal: Terminal): Promise<number> {
  const port = input.whole('port', 0, 65_535)
  const host = input.text('host') ?? '127.0.0.1'
  if (/[/\s]|^-/.test(host)) throw usage(`isnad serve: --host ${host} is no host name or address`)
  const place = placeOf(input, terminal)
  const { isLoopback, webBuild } = await import('@isnad/server')
  const { desk, store, address: running } = await openDesk(place, terminal)
  if (running !== undefined) {
    terminal.out(`A server has ${placeName(place)} open already: ${running}\n`)
    if (input.flag('open')) openBrowser(running)
    return 0
  }
  const ownerToken = place.dataDir === undefined ? undefined : randomBytes(24).toString('base64url')
  const tokenFile = place.dataDir === undefined ? undefined : ownerTokenFile(place.dataDir)
  let server: RunningServer | undefined
  try {
    if (input.flag('sample-if-empty') && (await desk.status()).store.articles === 0) {
      terminal.err('The store is empty: loading the sample …\n')
      if (place.dataDir !== undefined) await importSampleCatalog(place.dataDir)
      const account = await loadSample(desk)
      terminal.err(
        `${plural(account.added, 'sample article')} loaded. They are fiction: invented people, places and outlets.\n`,
      )
    }
    server = await listenSomewhere(desk, port, {
      host,
      token: terminal.env.ISNAD_TOKEN || undefined,
      ownerToken,
      version: await version(),
      webFolder: webBuild(),
      // Off loopback the callers are other people, who may not have files of this machine opened.
      ...(isLoopback(host) && ownerToken !== undefined ? { reread: rereadOn(desk) } : {}),
      onError: (error) => terminal.err(`${error instanceof Error ? error.stack : String(error)}\n`),
    })
    if (tokenFile !== undefined && ownerToken !== undefined) {
      await rm(tokenFile, { force: true })
      await writeFile(tokenFile, `${ownerToken}\n`, { mode: 0o600 })
    }
    await store?.announce(server.address)
    terminal.out(`Isnad serves ${placeName(place)} at ${withToken(server)}\n`)
    if (server.token !== undefined)
      terminal.out(
        'Whoever has this address and its token can read and change everything. There is no encryption: put a TLS proxy before it.\n',
      )
    terminal.err('Ctrl-C ends it.\n')
    if (input.flag('open')) openBrowser(withToken(server))
    if (!terminal.stop.aborted) await once(terminal.stop, 'abort')
    terminal.err('Closing …\n')
    return 0
  } finally {
    if (tokenFile !== undefined) await rm(tokenFile, { force: true })
    await (server ?? desk).close()
  }
}

export const serve: Command = {
  name: 'serve',
  summary: 'Open the web application and the HTTP API',
  arguments: [],
  options: {
    ...DATA_OPTION,
    port: {
      type: 'string',
      short: 'p',
      value: 'N',
      help: `Port; ${DEFAULT_PORT} or the next free one unless told, 0 for any`,
    },
    host: { type: 'string', value: 'ADDRESS', help: '127.0.0.1 unless told: reachable from this machine only' },
    open: { type: 'boolean', help: 'Open the browser' },
    'sample-if-empty': { type: 'boolean', help: 'Load the sample pages into an empty store first' },
  },
  about: `Serves until Ctrl-C. On loopback it needs no token. With any other --host every caller must show one: ISNAD_TOKEN, of at
    least 16 characters, or one that is made and printed at the start.

    While it runs, isnad add, search and the others talk to it, so they work side by side with the browser.`,
  examples: [
    ['isnad serve --open', 'The store in ./data, in the browser'],
    ['isnad serve --port 8080 --data ~/isnad', 'Another port, another store'],
    ['ISNAD_TOKEN=… isnad serve --host 0.0.0.0', 'Reachable from other machines, with a token of your own'],
  ],
  run,
}
