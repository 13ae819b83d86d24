// What the tests of several processes run in the others. Every answer is a line on standard output.
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { IsnadError } from '@isnad/text'
import { lockFolder } from '../src/engine/folder-lock.js'

// Loaded when needed: a racer needs neither the database nor the reader.
const storing = () => import('../src/index.js')
const samples = () => import('./sample.js')

const say = (line: string): boolean => process.stdout.write(`${line}\n`)
const codeOf = (error: unknown): string => (error instanceof IsnadError ? error.code : String(error))

const jobs: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  /** Opens a store and keeps it open. */
  async hold([dataDir = '', address = '']) {
    const { openStore } = await storing()
    const store = await openStore({ dataDir })
    if (address !== '') await store.announce(address)
    say('open')
    await setTimeout(600_000)
  },

  /** Loads numbered articles, ten a batch, with checkpoints, and tells of each batch that is safe. */
  async load([dataDir = '', total = '0']) {
    const [{ openStore }, { numbered }] = [await storing(), await samples()]
    const store = await openStore({ dataDir })
    for (let at = 0; at < Number(total); at += 10) {
      await store.add(
        Array.from({ length: 10 }, (_, i) => numbered(at + i)),
        { checkpoint: { source: 'numbers', position: at + 10, fingerprint: total, done: false } },
      )
      say(String(at + 10))
    }
  },

  /** From the moment that stands in a file on, tries to lock one folder after the other, and keeps what it got. */
  async race([signal = '', ...folders]) {
    say('ready')
    while (!existsSync(signal)) await setTimeout(5)
    const start = Number(readFileSync(signal, 'utf8'))
    for (const [round, folder] of folders.entries()) {
      await setTimeout(start + round * 20 - Date.now())
      try {
        lockFolder(folder)
        say(`won ${folder}`)
      } catch (error) {
        say(`${codeOf(error)} ${folder}`)
      }
    }
    say('done')
    await setTimeout(600_000)
  },
}

const [job = '', ...args] = process.argv.slice(2)
await jobs[job]?.(args).catch((error: unknown) => {
  say(codeOf(error))
  process.exitCode = 1
})
