import { afterEach, describe, expect, test } from 'vitest'
import { localDesk } from '../src/desk/desk.js'
import { remoteDesk } from '../src/desk/remote-desk.js'
import { type ListenOptions, listen, type RunningServer } from '../src/http/listen.js'
import { MemoryStore } from './memory-store.js'
import { plainReader } from './plain-reader.js'

let server: RunningServer | undefined
afterEach(() => server?.close())

async function start(store: MemoryStore, options: Partial<ListenOptions> = {}): Promise<RunningServer> {
  const desk = localDesk(store, plainReader, { isnad: '0.1.0' })
  server = await listen(desk, { port: 0, version: '0.1.0', ...options })
  return server
}

const capture = (text: string) => ({ capture: { bytes: Buffer.from(text) }, source: '/page.txt' })

test('a desk over HTTP answers as the desk behind it', async () => {
  const store = new MemoryStore()
  const { address, token } = await start(store, { ownerToken: 'the-owners-own-token' })
  expect(token).toBeUndefined()
  const desk = remoteDesk({ address, token: 'the-owners-own-token' })
  const report = await desk.ingest([capture('عنوان\nنص'), capture('')])
  expect(report.counts).toEqual({ added: 1, known: 0, rejected: 1, failed: 0 })
  const id = report.results[0]?.articleId ?? ''
  expect((await desk.article(id)).title?.text).toBe('عنوان')
  expect((await desk.page(id)).segments).toHaveLength(2)
  expect((await desk.articles({ limit: 5 })).items).toHaveLength(1)
  expect((await desk.search({ q: 'نص' })).hits).toHaveLength(1)
  expect((await desk.failures({})).items[0]?.source).toBe('/page.txt')
  expect((await desk.outlets()).items).toHaveLength(1)
  expect((await desk.attempt({ bytes: Buffer.from('عنوان\nنص') })).ok).toBe(true)
  await desk.remove(id, { reason: 'تجربة', by: 'test' })
  await expect(desk.article(id)).rejects.toThrow(/^NOT_FOUND: no article has the id/)
  expect((await desk.log({})).items).toHaveLength(1)
})

test('bytes arrive as they were sent, whatever their encoding', async () => {
  const store = new MemoryStore()
  const { address } = await start(store)
  const bytes = Buffer.from([0xe3, 0xd1, 0xcd, 0xc8, 0xc7, 0x00, 0xff]) // windows-1256, then bytes that are no text
  await remoteDesk({ address }).ingest([{ capture: { bytes } }])
  expect(Buffer.from([...store.kept.values()][0]?.entry.capture.bytes ?? [])).toEqual(bytes)
})

describe('off loopback', () => {
  test('a token is made and asked for', async () => {
    const { address, token } = await start(new MemoryStore(), { host: '0.0.0.0' })
    expect(token).toMatch(/^[\w-]{32}$/)
    expect((await fetch(`${address}/api/v1/status`)).status).toBe(401)
    const status = await remoteDesk({ address, token }).status()
    expect(status.versions.isnad).toBe('0.1.0')
  })

  test('a short token is refused before anything is opened', async () => {
    await expect(start(new MemoryStore(), { host: '0.0.0.0', token: 'short' })).rejects.toThrow(/USAGE.*at least 16/)
  })
})

test('a taken port is told with its repair', async () => {
  const { address } = await start(new MemoryStore())
  const port = Number(new URL(address).port)
  const desk = localDesk(new MemoryStore(), plainReader, { isnad: '0.1.0' })
  await expect(listen(desk, { port, version: '0.1.0' })).rejects.toThrow(
    /port \d+ on 127.0.0.1 is taken; choose another/,
  )
})

test('closing finishes what is under way, then closes the store', async () => {
  const store = new MemoryStore()
  store.slowness = 300
  const running = await start(store)
  const work = remoteDesk({ address: running.address }).ingest([capture('عنوان\nنص')])
  await new Promise((resolve) => setTimeout(resolve, 100))
  await running.close()
  expect((await work).counts.added).toBe(1)
  expect(store.closed).toBe(true)
})

test('no answer is told as such', async () => {
  const desk = remoteDesk({ address: 'http://127.0.0.1:9' })
  await expect(desk.status()).rejects.toThrow(/^SERVER_UNREACHABLE: no answer from http:\/\/127.0.0.1:9/)
})
