import { expect, test } from 'vitest'
import { Annotator } from '../src/reading/annotator.js'
import { readKept } from '../src/reading/kept-annotations.js'
import type { Workroom } from '../src/reading/workroom.js'
import { workroom } from '../src/reading/workroom.js'
import { MemoryStore } from './memory-store.js'
import { plainReader } from './plain-reader.js'

const NEWS = 'التقى سامر الدهان ليلى الصباغ في العراق.'

async function storeOf(...texts: readonly string[]): Promise<MemoryStore> {
  const store = new MemoryStore()
  const entries = texts.flatMap((text) => {
    const capture = { bytes: new TextEncoder().encode(text) }
    const outcome = plainReader.read(capture)
    return outcome.ok ? [{ capture, analyser: '0.1.0', ...outcome.value }] : []
  })
  await store.add(entries)
  return store
}

const numbered = (count: number): string[] => Array.from({ length: count }, (_, at) => `عنوان ${at}\n${NEWS}`)

test('everything that waits is annotated, kept, and told of once it is kept', async () => {
  const store = await storeOf(...numbered(45))
  const annotator = new Annotator(store, workroom(plainReader))
  const told: string[][] = []
  annotator.onAnnotated = (batch) => {
    for (const { kept } of batch) expect(store.annotations.get(kept.id)).toBe(kept)
    told.push(batch.map(({ article }) => article.text.value.split('\n')[0] ?? ''))
  }
  await annotator.wake()
  expect(store.annotations.size).toBe(45)
  expect(told.map(({ length }) => length)).toEqual([20, 20, 5])
  expect(told.flat()).toEqual(numbered(45).map((text) => text.split('\n')[0]))
  expect([...store.annotations.values()].map(({ document }) => readKept(document).events.length)).toEqual(
    Array.from({ length: 45 }, () => 1),
  )
})

test('an article that breaks the analysis is kept without annotations, and told of', async () => {
  const store = await storeOf(`عنوان\nكسر التحليل. ${NEWS}`, `عنوان\n${NEWS}`)
  const annotator = new Annotator(store, workroom(plainReader))
  const errors: unknown[] = []
  annotator.onError = (error) => errors.push(error)
  await annotator.wake()
  expect([...store.annotations.values()].map(({ entities }) => entities.length)).toEqual([0, 3])
  expect(errors).toHaveLength(1)
})

test('closing keeps what is annotated and leaves the rest waiting', async () => {
  const store = await storeOf(...numbered(45))
  const annotator = new Annotator(store, workroom(plainReader))
  annotator.onAnnotated = () => void annotator.close()
  await annotator.wake()
  expect(store.annotations.size).toBe(20)
  await annotator.wake()
  expect(store.annotations.size).toBe(20)
})

test('while a load is under way nothing is begun', async () => {
  const store = await storeOf(...numbered(3))
  let isLoading = true
  const annotator = new Annotator(store, workroom(plainReader), () => isLoading)
  const round = annotator.wake()
  await new Promise((resolve) => setTimeout(resolve, 120))
  expect(store.annotations.size).toBe(0)
  isLoading = false
  await round
  expect(store.annotations.size).toBe(3)
})

test('never more than two articles are in the workroom', async () => {
  const plain = workroom(plainReader)
  let inside = 0
  let most = 0
  const counting: Workroom = {
    ...plain,
    async do(job, urgency) {
      most = Math.max(most, ++inside)
      await new Promise((resolve) => setTimeout(resolve, 2))
      return plain.do(job, urgency).finally(() => inside--)
    },
  }
  await new Annotator(await storeOf(...numbered(30)), counting).wake()
  expect(most).toBe(2)
})
