import { constants } from 'node:fs'
import { access, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { IsnadError } from '@isnad/text'
import type { Arguments, Command, Terminal } from '../command.js'
import { bytesText, figure } from '../output/words.js'
import { DATA_OPTION, openDesk, type Place, placeName, placeOf } from '../place.js'
import { version } from '../version.js'

/** One thing that was looked at. A finding that is not well carries its repair. */
export interface Finding {
  readonly what: string
  readonly state: 'well' | 'note' | 'broken'
  readonly found: string
  readonly repair?: string
}

const OLDEST_NODE: readonly [number, number] = [20, 19]
const LITTLE_SPACE = 2_000_000_000
const TOO_LITTLE_SPACE = 200_000_000

export function checkNode(running: string): Finding {
  const [major = 0, minor = 0] = running.split('.').map(Number)
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])
  const found = `Node.js ${running}`
  return isOld
    ? {
        what: 'node',
        state: 'broken',
        found,
        repair: `Install Node.js ${OLDEST_NODE.join('.')} or newer from nodejs.org or your system.`,
      }
    : { what: 'node', state: 'well', found }
}

function checkLanguageData(): Finding {
  const named = new Intl.DateTimeFormat('ar-SA-u-ca-islamic-umalqura', { month: 'long' }).format(new Date(0))
  return /\p{Script=Arabic}/u.test(named)
    ? { what: 'language data', state: 'well', found: `ICU ${process.versions.icu ?? ''} with Arabic` }
    : {
        what: 'language data',
        state: 'broken',
        found: 'this Node.js was built without Arabic',
        repair: 'Use a Node.js with full ICU; those from nodejs.org have it.',
      }
}

/** The nearest folder that exists, at or above a path. */
async function existing(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined)
  return found !== undefined || dirname(path) === path ? path : existing(dirname(path))
}

async function checkFolder(dataDir: string): Promise<Finding> {
  const what = 'data folder'
  const at = await existing(dataDir)
  const stats = await stat(at)
  if (!stats.isDirectory())
    return { what, state: 'broken', found: `${at} is a file`, repair: 'Name another folder with --data or ISNAD_DATA.' }
  try {
    await access(at, constants.R_OK | constants.W_OK | constants.X_OK)
    if (at === dataDir) {
      // Rights may be there and the file system read-only all the same: only writing tells.
      const probe = join(dataDir, `.doctor-${process.pid}`)
      await writeFile(probe, '')
      await rm(probe)
    }
  } catch (error) {
    const repair = `Give this user the right to write in ${at} (chown or chmod), or name another folder with --data.`
    return { what, state: 'broken', found: `${at}: ${(error as Error).message}`, repair }
  }
  return at === dataDir
    ? { what, state: 'well', found: dataDir }
    : {
        what,
        state: 'note',
        found: `${dataDir} is not there yet`,
        repair: 'Nothing to do: isnad add or isnad serve makes it.',
      }
}

async function checkSpace(dataDir: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(await existing(dataDir))
  const free = bavail * bsize
  const finding = { what: 'disk', found: `${bytesText(free)} free` }
  if (free > LITTLE_SPACE) return { ...finding, state: 'well' }
  const repair = 'Free some space, or move the data folder to a larger disk. Forty thousand articles take about 1 GB.'
  return { ...finding, state: free < TOO_LITTLE_SPACE ? 'broken' : 'note', repair }
}

async function checkStore(place: Place, terminal: Terminal): Promise<Finding[]> {
  const [{ ANALYSER_VERSION }, { detailOf }] = await Promise.all([import('@isnad/analysis'), import('@isnad/server')])
  try {
    const { desk, address } = await openDesk(place, terminal, { mustExist: true })
    try {
      const { store, versions } = await desk.status()
      const found = `${store.engine}, ${figure(store.articles)} articles, schema ${versions.schema}`
      const findings: Finding[] = [
        {
          what: 'server',
          state: 'well',
          found: address === undefined ? 'none runs on this folder' : `answers at ${address}`,
        },
        { what: 'database', state: 'well', found },
      ]
      const older = store.analysers.filter(({ analyser }) => analyser !== ANALYSER_VERSION)
      if (older.length > 0)
        findings.push({
          what: 'readings',
          state: 'note',
          found: `${older.map((one) => `${figure(one.versions)} by reader ${one.analyser}`).join(', ')}; this one is ${ANALYSER_VERSION}`,
          repair: 'Add the same pages again to have them read by this version.',
        })
      if (store.failures > 0)
        findings.push({
          what: 'failures',
          state: 'note',
          found: `${figure(store.failures)} pages gave no article`,
          repair: 'See isnad status --failures, then isnad retry.',
        })
      return findings
    } finally {
      await desk.close()
    }
  } catch (error) {
    if (!(error instanceof IsnadError)) throw error
    if (error.code === 'NOT_FOUND')
      return [{ what: 'database', state: 'note', found: 'none yet', repair: 'isnad add makes it.' }]
    const found = `${placeName(place)}: ${detailOf(error)} [${error.code}]`
    return [
      { what: 'database', state: 'broken', found, repair: REPAIRS[error.code] ?? 'See docs/errors.md for this code.' },
    ]
  }
}

const REPAIRS: Readonly<Record<string, string>> = {
  STORE_LOCKED: 'Wait for that process, or stop it; then try again.',
  STORE_UNREACHABLE: 'Check DATABASE_URL (host, port, user, password), or restore the data folder from a copy.',
  STORE_UNWRITABLE: 'Give this user the right to write in the data folder.',
  STORE_FULL: 'Free some disk space.',
  STORE_TOO_NEW: 'Use the newer Isnad that wrote this store, or another folder with --data.',
  SERVER_UNREACHABLE: 'The server was stopped the hard way: try again, or remove its lock as docs/errors.md says.',
  UNAUTHORISED: 'Set ISNAD_TOKEN to the token of the server.',
}

async function checkWeb(): Promise<Finding> {
  const { webBuild } = await import('@isnad/server')
  const index = join(webBuild(), 'index.html')
  const found = await stat(index).catch(() => undefined)
  return found === undefined
    ? { what: 'web application', state: 'broken', found: `${index} is missing`, repair: 'npm run build' }
    : { what: 'web application', state: 'well', found: `built ${found.mtime.toISOString().slice(0, 16)}` }
}

const SIGNS: Readonly<Record<Finding['state'], string>> = { well: 'ok  ', note: 'note', broken: 'FAIL' }

export function findingsText(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ what }) => what.length)) + 2
  return findings
    .map(({ what, state, found, repair }) => {
      const line = `${SIGNS[state]}  ${what.padEnd(width)}${found}\n`
      return repair === undefined || state === 'well' ? line : `${line}${' '.repeat(width + 6)}→ ${repair}\n`
    })
    .join('')
}

async function run(input: Arguments, terminal: Terminal): Promise<number> {
  const { ANALYSER_VERSION } = await import('@isnad/analysis')
  const place = placeOf(input, terminal)
  const findings: Finding[] = [
    { what: 'isnad', state: 'well', found: `${await version()}, reader ${ANALYSER_VERSION}` },
    checkNode(process.versions.node),
    checkLanguageData(),
  ]
  if (place.dataDir !== undefined) findings.push(await checkFolder(place.dataDir), await checkSpace(place.dataDir))
  findings.push(...(await checkStore(place, terminal)), await checkWeb())
  terminal.out(input.flag('json') ? `${JSON.stringify(findings)}\n` : findingsText(findings))
  return findings.some(({ state }) => state === 'broken') ? 1 : 0
}

export const doctor: Command = {
  name: 'doctor',
  summary: 'Check that everything Isnad needs is in order',
  arguments: [],
  options: { ...DATA_OPTION, json: { type: 'boolean', help: 'The findings as a JSON array' } },
  about: `Looks at Node.js, its language data, the data folder and its rights, disk space, who has the store open, the database
    and the web build. Each finding that is not well comes with its repair. The exit code is 1 when something is broken.`,
  examples: [
    ['isnad doctor', 'When something does not work'],
    ['isnad doctor --data ~/isnad', 'The same for another store'],
  ],
  run,
}
