// Where the development sets lie, and how the scorers there are called.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root } from '../steps.mjs'

export const shared = process.env.ISNAD_SHARED ?? join(root, '..', 'shared')
export const work = join(root, '.cache', 'eval')

export function requireShared() {
  if (!existsSync(join(shared, 'tools'))) {
    console.error(
      `The development sets are not at ${shared}. Set ISNAD_SHARED to the folder that holds data/, gold/ and tools/.`,
    )
    process.exit(2)
  }
  mkdirSync(work, { recursive: true })
}

/** A path in the development sets; one that is absolute stays. */
const sharedPath = (path) => resolve(shared, path)

/** `isnad predict TASK INPUT --out FILE` as a user would call it. */
export function predict(task, input, out) {
  const bin = join(root, 'packages', 'cli', 'bin', 'isnad.js')
  const { status } = spawnSync(process.execPath, [bin, 'predict', task, sharedPath(input), '--out', out], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error(`isnad predict ${task} ended with status ${status}`)
}

/** Runs a scorer with --json and answers the object it prints. */
export function score(name, args) {
  const tool = sharedPath(join('tools', `score-${name}.mjs`))
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...args, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(`score-${name} ended with status ${status}: ${stderr}`)
  return JSON.parse(stdout)
}

export { sharedPath }
