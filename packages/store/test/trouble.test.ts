import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { databaseError } from '../src/engine/database-error.js'
import { openStore } from '../src/index.js'
import { entryOf } from './sample.js'

let folder: string
let mounted = false
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isnad-trouble-'))
})
afterEach(() => {
  if (mounted) spawnSync('umount', ['-l', folder])
  mounted = false
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true, force: true })
})

/** A small file system of its own over `folder`; false where we may not mount. */
function mount(...options: readonly string[]): boolean {
  mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', options.join(','), 'tmpfs', folder]).status === 0
  return mounted
}

test('a folder that cannot be written is refused with STORE_UNWRITABLE', async ({ skip }) => {
  if (process.getuid?.() === 0) {
    if (!mount('ro', 'size=1m')) skip('root writes everywhere, and a read-only file system could not be mounted here')
  } else {
    chmodSync(folder, 0o500)
  }
  await expect(openStore({ dataDir: folder })).rejects.toThrow(/^STORE_UNWRITABLE: .*right to write/)
  await expect(openStore({ dataDir: join(folder, 'deeper') })).rejects.toThrow(/^STORE_UNWRITABLE/)
})

test('a file in the place of the folder is refused with STORE_UNWRITABLE', async () => {
  writeFileSync(join(folder, 'data'), 'not a folder')
  await expect(openStore({ dataDir: join(folder, 'data') })).rejects.toThrow(/^STORE_UNWRITABLE/)
})

test('a disk too small for the first start is refused with STORE_FULL and left clean', async ({ skip }) => {
  if (!mount('size=8m')) skip('no file system could be mounted here')
  await expect(openStore({ dataDir: folder })).rejects.toThrow(/^STORE_FULL/)
  expect(readdirSync(folder)).toEqual([])
})

test('a disk that fills up stops the load with STORE_FULL; what was added is kept and can be read', async ({
  skip,
}) => {
  if (!mount('size=72m')) skip('no file system could be mounted here')
  const store = await openStore({ dataDir: folder })
  let kept = 0
  const fill = async (): Promise<void> => {
    for (let n = 0; n < 10_000; n++) {
      const noise = Array.from({ length: 6000 }, (_, i) => ((i * 2654435761 + n * 40503) >>> 0).toString(36)).join(' ')
      const entry = entryOf(
        `قالت وزارة الموانئ في بيانها رقم ${n} إن الميناء استأنف العمل صباح الثلاثاء بعد توقف دام ثلاثة أيام.\nوأضافت الوزارة أن السفن دخلت الحوض الجنوبي وأن تفريغ حمولتها سيستغرق أسبوعا.\n`,
        { url: `https://sada.example/${n}` },
      )
      await store.add([{ ...entry, capture: { ...entry.capture, bytes: Buffer.from(noise) } }])
      kept++
    }
  }
  await expect(fill()).rejects.toThrow(/^STORE_FULL: .*free some space/)
  expect(kept).toBeGreaterThan(10)
  expect((await store.status()).articles).toBe(kept)
  await store.close()
  const again = await openStore({ dataDir: folder })
  expect((await again.search({ query: 'الموانئ' })).count?.value).toBe(Math.min(1000, kept))
  await again.close()
}, 180_000)

test.each([
  [{ code: '53100', message: 'could not extend file: No space left on device' }, 'STORE_FULL'],
  [{ code: '', message: 'PANIC: could not write to file "pg_wal/xlogtemp.42": No space left on device' }, 'STORE_FULL'],
  [{ code: '42501', message: 'permission denied for schema public' }, 'STORE_UNWRITABLE'],
  [{ code: '25006', message: 'cannot execute INSERT in a read-only transaction' }, 'STORE_UNWRITABLE'],
  [{ code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:5432' }, 'STORE_UNREACHABLE'],
  [{ code: '28P01', message: 'password authentication failed for user "isnad"' }, 'STORE_UNREACHABLE'],
  [{ code: '3D000', message: 'database "isnad" does not exist' }, 'STORE_UNREACHABLE'],
])('%j becomes %s', (thrown, code) =>
  expect(databaseError(thrown, 'the place').message).toMatch(new RegExp(`^${code}: `)))

test('a statement in error is a defect of ours: no code, and nothing of what was to be stored', () => {
  const thrown = { code: '42601', message: 'syntax error', params: ['the text of an article'] }
  const error = databaseError(thrown, 'the place')
  expect(error.message).toBe('the database refused a statement: syntax error (SQLSTATE 42601)')
  expect(JSON.stringify({ ...error, cause: error.cause })).not.toContain('article')
})

test('a server that does not answer is STORE_UNREACHABLE, and the password stays out of the message', async () => {
  const opening = openStore({ databaseUrl: 'postgresql://isnad:secret@127.0.0.1:9/isnad' })
  await expect(opening).rejects.toThrow(/^STORE_UNREACHABLE: the database at 127\.0\.0\.1:9\/isnad/)
  await expect(opening).rejects.not.toThrow(/secret/)
})
