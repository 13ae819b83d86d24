import { IsnadError } from '@isnad/text'
import { expect, test } from 'vitest'
import { IngestQueue } from '../src/reading/ingest-queue.js'
import { workroom } from '../src/reading/workroom.js'
import { MemoryStore } from './memory-store.js'
import { plainReader } from './plain-reader.js'

const batch = (...texts: string[]) =>
  texts.map((text, at) => ({ capture: { bytes: Buffer.from(text) }, source: '/f', position: at + 1 }))

test('batches are written in the order in which they came, however long each takes', async () => {
  const store = new MemoryStore()
  const queue = new IngestQueue(store, workroom(plainReader))
  store.slowness = 30
  const all = ['أ', 'ب', 'ج', 'د'].map((text) => queue.ingest(batch(`${text}\nنص`)))
  await Promise.all(all)
  const texts = [...store.kept.values()].map(({ entry }) => entry.article.text.value.slice(0, 1))
  expect(texts).toEqual(['أ', 'ب', 'ج', 'د'])
})

test('a batch that is lost stops the checkpoints after it, so that a resumed load comes back to it', async () => {
  const store = new MemoryStore()
  const queue = new IngestQueue(store, workroom(plainReader))
  store.failNext = new IsnadError('STORE_FULL', 'no space left')
  const checkpoint = (position: number) => ({ checkpoint: { source: '/f', position, fingerprint: 'x', done: false } })
  const results = await Promise.allSettled([
    queue.ingest(batch('أ\nنص'), checkpoint(1)),
    queue.ingest(batch('ب\nنص'), checkpoint(2)),
    queue.ingest(batch('ج\nنص'), {}),
  ])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled'])
})

test('counts of what waits and runs come back to nothing, also after errors', async () => {
  const store = new MemoryStore()
  const queue = new IngestQueue(store, workroom(plainReader))
  store.failNext = new Error('broken')
  await Promise.allSettled([queue.ingest(batch('أ\nنص', 'boom')), queue.ingest(batch('', 'ب\nنص'))])
  expect(queue.progress()).toMatchObject({ waiting: 0, running: 0, added: 1, rejected: 1, failed: 0 })
})

test('more than the queue holds is refused', async () => {
  const queue = new IngestQueue(new MemoryStore(), workroom(plainReader))
  const many = batch(...Array.from({ length: 5001 }, (_, at) => `${at}\nنص`))
  await expect(queue.ingest(many)).rejects.toThrow(/^BUSY/)
})

test('after closing nothing more is taken', async () => {
  const queue = new IngestQueue(new MemoryStore(), workroom(plainReader))
  await queue.close()
  await expect(queue.ingest(batch('أ'))).rejects.toThrow(/^BUSY: the server is closing/)
})
