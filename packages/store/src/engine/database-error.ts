import { IsnadError } from '@isnad/text'

interface DriverError {
  readonly message?: string
  readonly code?: string
}

/**
 * Turns what a driver throws into an error that names its repair. The driver's own error is not kept as cause: PGlite's
 * carries the statement's parameters, that is the text of articles.
 */
export function databaseError(thrown: unknown, location: string): Error {
  if (thrown instanceof IsnadError) return thrown
  const { message = String(thrown), code = '' } = (thrown ?? {}) as DriverError
  if (code === '53100' || /no space left|ENOSPC|disk quota/i.test(message)) return storeFull(location)
  if (
    code === '42501' ||
    code === '25006' ||
    /^(EACCES|EROFS|EPERM)$/.test(code) ||
    /read-only file system/i.test(message)
  ) {
    return new IsnadError(
      'STORE_UNWRITABLE',
      `${location} cannot be written (${message}); give this user the right to write there`,
    )
  }
  if (UNREACHABLE.test(code) || /worker|terminated|ECONN|connection|timeout/i.test(message)) {
    return new IsnadError('STORE_UNREACHABLE', `the database at ${location} does not answer (${message || code})`)
  }
  const error = new Error(`the database refused a statement: ${message}${code === '' ? '' : ` (SQLSTATE ${code})`}`)
  return Object.assign(error, { code })
}

/** SQLSTATE classes 08 (connection), 28 (authorisation), 3D (no such database), 57P (shutdown), and what Node's net says. */
const UNREACHABLE =
  /^(08...|28...|3D000|57P..|53300|ECONN\w+|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EAI_AGAIN|EPIPE)$/

export function storeFull(location: string): IsnadError {
  return new IsnadError(
    'STORE_FULL',
    `the disk under ${location} is full; free some space, then go on: what was added so far is kept`,
  )
}
