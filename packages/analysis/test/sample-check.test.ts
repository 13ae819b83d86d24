import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const script = fileURLToPath(new URL('../../../sample/check.mjs', import.meta.url))

test('the sample is consistent with itself', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
  expect(`${stdout}${stderr}`).toContain(' 0 problems')
  expect(status).toBe(0)
}, 30_000)
