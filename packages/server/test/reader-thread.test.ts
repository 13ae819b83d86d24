import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Article } from '@isnad/page'
import { prepareEntry } from '@isnad/store'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Reader } from '../src/reading/reader.js'
import { type EntryRead, type Job, perform, received, type SentArticle, sent } from '../src/reading/reader-jobs.js'
import { ReaderThread } from '../src/reading/reader-thread.js'
import { plainReader } from './plain-reader.js'

let folder: string
let thread: ReaderThread
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'isnad-thread-'))
  thread = new ReaderThread(threadModule(join(folder, 'trace')))
})
afterAll(async () => {
  await thread.close()
  rmSync(folder, { recursive: true, force: true })
})

const threadModule = (trace: string): NonNullable<Reader['module']> => ({
  url: new URL('./thread-reader.ts', import.meta.url).href,
  settings: { trace },
  execArgv: [
    '--conditions=isnad-source',
    '--import',
    fileURLToPath(new URL('./typescript-loader.mjs', import.meta.url)),
  ],
})

const captureOf = (text: string) => ({ bytes: new TextEncoder().encode(text) })
const articleOf = (text: string): Article => {
  const outcome = plainReader.read(captureOf(text))
  if (!outcome.ok) throw new Error('the plain reader refused the page')
  return outcome.value.article
}
const annotating = (text: string): Job & { kind: 'annotate' } => ({ kind: 'annotate', article: sent(articleOf(text)) })

const NEWS = 'لقاء في الوادي\nالتقى سامر الدهان ليلى الصباغ في العراق. وقال سامر الدهان إن الماء ارتفع.'

test('gives the same answers as the reader in place', async () => {
  const jobs: Job[] = [
    { kind: 'read', capture: captureOf(NEWS) },
    { kind: 'read', capture: captureOf('') },
    annotating(NEWS),
    { kind: 'keep', article: sent(articleOf(NEWS)), waiting: { id: 'a', version: 2 } },
  ]
  const answers = await Promise.all(jobs.map((job) => thread.do(job, 'asked')))
  expect(answers).toEqual(jobs.map((job) => perform(plainReader, job)))
})

test('captures read for keeping come back prepared, those that are none with their reason', async () => {
  const captures = [NEWS, '', 'boom'].map((text) => ({ capture: captureOf(text), identity: text }))
  const answers = await thread.do({ kind: 'entries', captures }, 'behind')
  expect(answers).toMatchObject([
    { kind: 'entry' },
    { kind: 'rejected', rejection: { kind: 'empty' } },
    { kind: 'failed', fault: { code: 'INTERNAL', detail: 'the reader broke' } },
  ])
  const [here] = perform(plainReader, { kind: 'entries', captures }) as readonly EntryRead[]
  if (here?.kind !== 'entry' || 'document' in here.entry) throw new Error('in place nothing is prepared')
  expect(answers[0]).toEqual({ kind: 'entry', entry: structuredClone(prepareEntry(here.entry)) })
})

test('an article that crossed over and back still leads to its page', async () => {
  const outcome = await thread.do({ kind: 'read', capture: captureOf(NEWS) }, 'asked')
  const article = received((outcome as { value: { article: SentArticle } }).value.article)
  expect(article.map.toPage({ start: 0, end: 4 })).toEqual(articleOf(NEWS).map.toPage({ start: 0, end: 4 }))
})

test('an error keeps its code and its words', async () => {
  await expect(thread.do(annotating('عنوان\nخطأ بحرف'), 'asked')).rejects.toMatchObject({
    code: 'LEXICON_INVALID',
    message: 'LEXICON_INVALID: a word is missing',
  })
  await expect(thread.do(annotating('عنوان\nكسر التحليل'), 'asked')).rejects.toThrow('INTERNAL: the analysis broke')
})

test('who waits for an answer goes before what gives way, save what is handed over already', async () => {
  const order: string[] = []
  const note = (name: string) => () => order.push(name)
  const behind = ['b1', 'b2', 'b3', 'b4'].map((name) => thread.do(annotating(NEWS), 'behind').then(note(name)))
  const asked = thread.do(annotating(NEWS), 'asked').then(note('asked'))
  await Promise.all([...behind, asked])
  expect(order).toEqual(['b1', 'b2', 'asked', 'b3', 'b4'])
})

test('a thread that ends is replaced, and what it had not answered is done again', async () => {
  const answers = [annotating('عنوان\nاخرج مرة'), annotating(NEWS), annotating(NEWS)].map((job) =>
    thread.do(job, 'behind'),
  )
  const [first, second, third] = await Promise.all(answers)
  expect(first?.entities).toEqual([])
  expect(second?.entities).toHaveLength(3)
  expect(third).toEqual(second)
})

test('an article that ends the thread twice is given up; what came after it is answered', async () => {
  const bad = thread.do(annotating('عنوان\nاخرج'), 'behind')
  const good = thread.do(annotating(NEWS), 'behind')
  await expect(bad).rejects.toThrow('INTERNAL: the reading thread broke down twice over this: exit code 3')
  expect((await good).entities).toHaveLength(3)
})

test('closing rejects what was not answered, and takes nothing more', async () => {
  const closing = new ReaderThread(threadModule(''))
  const settled = Promise.allSettled([closing.do(annotating(NEWS), 'behind'), closing.do(annotating(NEWS), 'behind')])
  await closing.close()
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await expect(closing.do(annotating(NEWS), 'asked')).rejects.toThrow('BUSY: the reader is closing')
})

test('more than may wait is refused', async () => {
  const full = new ReaderThread(threadModule(''))
  const settled = Promise.allSettled(Array.from({ length: 300 }, () => full.do(annotating(NEWS), 'behind')))
  await expect(full.do(annotating(NEWS), 'behind')).rejects.toThrow(/^BUSY: 256 pages wait/)
  await full.close()
  await settled
})
