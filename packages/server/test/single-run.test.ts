import { expect, test } from 'vitest'
import { SingleRun } from '../src/relations/single-run.js'

test('who comes while work is under way joins it; afterwards it begins anew', async () => {
  const run = new SingleRun()
  let begun = 0
  const work = async () => {
    begun++
    await Promise.resolve()
  }
  await Promise.all([run.join(work), run.join(work)])
  expect(begun).toBe(1)
  await run.join(work)
  expect(begun).toBe(2)
})

test('a failure reaches who waits, troubles nobody else, and does not stay', async () => {
  const run = new SingleRun()
  const failing = () => Promise.reject(new Error('the store is gone'))
  const unheard: unknown[] = []
  const note = (reason: unknown) => unheard.push(reason)
  process.on('unhandledRejection', note)
  void run.join(failing)
  await new Promise((resolve) => setTimeout(resolve, 5))
  process.off('unhandledRejection', note)
  expect(unheard).toEqual([])
  await expect(run.join(failing)).rejects.toThrow('the store is gone')
  await expect(run.join(() => Promise.resolve())).resolves.toBeUndefined()
})
