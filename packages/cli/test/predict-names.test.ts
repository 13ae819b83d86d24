import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isnad, type Outcome } from './terminal.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isnad-names-'))
  await mkdir(join(folder, 'pairs'))
  await writeFile(
    join(folder, 'pairs', 'dev.tsv'),
    'ar_a\tar_b\tsame\nطرزوان\tطرظوان\t1\nطرزوان\tكلمبادي\t0\n\nسامر الدلبي\tسامر الدلبي\t1\n',
  )
  await writeFile(join(folder, 'ar-latin.tsv'), 'ar\tlatin\tcount\nسامر\tsamer\t2\nسامر\tsamir\t1\nماريا\tmaria\t9\n')
  await writeFile(join(folder, 'latin-ar.tsv'), 'latin\tar\nmaria\tماريا\n')
  await writeFile(join(folder, 'hole.tsv'), 'ar\tlatin\nسامر\tsamer\n\tsamir\n')
  await writeFile(join(folder, 'other.tsv'), 'name\tscore\nسامر\t1\n')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const run = (input: string): Promise<Outcome> => isnad(['predict', 'names', input], { cwd: folder })
const table = ({ out }: Outcome): string[][] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))

test.each(['pairs', 'pairs/dev.tsv'])('pairs get a score, higher for likelier the same: %s', async (input) => {
  const rows = table(await run(input))
  expect(rows.map(([a, b]) => [a, b])).toEqual([
    ['طرزوان', 'طرظوان'],
    ['طرزوان', 'كلمبادي'],
    ['سامر الدلبي', 'سامر الدلبي'],
  ])
  const [near = 0, far = 0, equal = 0] = rows.map(([, , score]) => Number(score))
  expect([near > far, equal]).toEqual([true, 1])
})

test('each distinct source is spelled in the other script once, the first column being the source', async () => {
  const toLatin = table(await run('ar-latin.tsv'))
  expect(toLatin.map(([source]) => source)).toEqual(['سامر', 'ماريا'])
  expect(toLatin[1]?.[1]?.split('|')).toContain('maria')
  const [[source, candidates = ''] = []] = table(await run('latin-ar.tsv'))
  expect([source, candidates.split('|')[0]]).toEqual(['maria', 'ماريا'])
})

test.each([
  ['hole.tsv', /^INPUT_INVALID: .*hole\.tsv, row 2: the column ar is empty/],
  ['other.tsv', /^INPUT_INVALID: .*other\.tsv: the header names neither/],
])('%s is turned away', async (input, said) => {
  const { code, err } = await run(input)
  expect([code, err]).toEqual([1, expect.stringMatching(said)])
})
