import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { folderOwner, lockFolder } from '../src/engine/folder-lock.js'
import { bootId } from '../src/engine/process-identity.js'
import { openStore, storeOwner } from '../src/index.js'
import { type Child, start } from './processes.js'

let folder: string
const children: Child[] = []
const run = (job: string, ...args: readonly string[]): Child => {
  const child = start(job, ...args)
  children.push(child)
  return child
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isnad-lock-'))
})
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.kill()))
  rmSync(folder, { recursive: true, force: true })
})

/** No process has this number: it is above every system's highest. */
const NOBODY = 2 ** 30
const leaveLock = (dataDir: string, holder: Readonly<Record<string, unknown>>): void => {
  const whole = {
    pid: NOBODY,
    host: hostname(),
    startedAt: '2024-01-01T00:00:00.000Z',
    nonce: 'cafe',
    boot: bootId(),
    processStart: '1',
  }
  writeFileSync(join(dataDir, 'isnad.lock'), JSON.stringify({ ...whole, ...holder }))
}

test('a second holder in the same process is refused, and let in after release', () => {
  const lock = lockFolder(folder)
  expect(() => lockFolder(folder)).toThrow(new RegExp(`^STORE_LOCKED: .*process ${process.pid} on ${hostname()}`))
  lock.release()
  lockFolder(folder).release()
  expect(readdirSync(folder)).toEqual([])
})

test('the owner is told with the address of its server', () => {
  const lock = lockFolder(folder)
  lock.announce('http://127.0.0.1:4711')
  expect(folderOwner(folder)).toMatchObject({ pid: process.pid, host: hostname(), address: 'http://127.0.0.1:4711' })
  expect(() => lockFolder(folder)).toThrow('http://127.0.0.1:4711')
  lock.release()
  expect(folderOwner(folder)).toBeUndefined()
})

test.each([
  ['whose process is gone', {}],
  ['of another boot', { pid: process.pid, boot: 'an earlier one' }],
  ['whose number another process has by now', { pid: process.pid, processStart: '1' }],
])('the lock of a holder %s is taken over', (_name, holder) => {
  leaveLock(folder, holder)
  expect(folderOwner(folder)).toBeUndefined()
  lockFolder(folder).release()
  expect(readdirSync(folder)).toEqual([])
})

test('the lock of another host stands, and the message says what to delete', () => {
  leaveLock(folder, { host: 'elsewhere.example' })
  expect(() => lockFolder(folder)).toThrow(/^STORE_LOCKED.*elsewhere\.example.*delete .*isnad\.lock/)
})

test('a successor that died between winning and taking over is followed too', () => {
  leaveLock(folder, {})
  const dead = JSON.parse(readFileSync(join(folder, 'isnad.lock'), 'utf8'))
  writeFileSync(join(folder, 'isnad.lock.cafe'), JSON.stringify({ ...dead, nonce: 'beef' }))
  lockFolder(folder).release()
  expect(readdirSync(folder)).toEqual([])
})

test('of several processes that find the same dead holder one wins, every time', async () => {
  const folders = Array.from({ length: 25 }, (_, i) => join(folder, String(i)))
  for (const each of folders) {
    mkdirSync(each)
    leaveLock(each, {})
  }
  const signal = join(folder, 'signal')
  const racers = Array.from({ length: 3 }, () => run('race', signal, ...folders))
  await Promise.all(racers.map((racer) => racer.until((line) => line === 'ready')))
  writeFileSync(`${signal}.draft`, String(Date.now() + 200))
  renameSync(`${signal}.draft`, signal)
  await Promise.all(racers.map((racer) => racer.until((line) => line === 'done')))
  const said = racers.flatMap(({ lines }) => lines)
  for (const each of folders) {
    expect(
      said.filter((line) => line === `won ${each}`),
      each,
    ).toHaveLength(1)
    expect(
      said.filter((line) => line === `STORE_LOCKED ${each}`),
      each,
    ).toHaveLength(racers.length - 1)
  }
}, 120_000)

test('a second process is refused while the first has the store open, and let in after kill -9', async () => {
  const first = run('hold', folder, 'http://127.0.0.1:4711')
  await first.until((line) => line === 'open')
  await expect(openStore({ dataDir: folder })).rejects.toThrow(
    `STORE_LOCKED: the store is in use by process ${first.process.pid}`,
  )
  expect(await storeOwner(folder)).toMatchObject({ pid: first.process.pid, address: 'http://127.0.0.1:4711' })
  await first.kill()
  expect(await storeOwner(folder)).toBeUndefined()
  const store = await openStore({ dataDir: folder })
  await store.close()
}, 120_000)
