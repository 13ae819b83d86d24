import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The boot this machine is in; a process number means nothing after another one. Empty where the system does not tell. */
export function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return ''
  }
}

/**
 * When a process started, in the words of this system: process numbers are used again, a number with its start is not.
 * `undefined` when there is no such process, empty when the system does not tell its start.
 */
export function processStart(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined
  if (process.platform === 'linux') {
    try {
      // Field 22 of proc(5) stat, counted after the command, which may itself hold spaces and brackets.
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      if (fields[0] === 'Z' || fields[0] === 'X') return undefined // dead, but nobody has collected it yet
      return fields[19] ?? ''
    } catch {
      return isAlive(pid) ? '' : undefined
    }
  }
  if (process.platform === 'win32') return ''
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' // somebody else's, but alive
  }
}
