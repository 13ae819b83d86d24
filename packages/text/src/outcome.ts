interface Success<T> {
  readonly ok: true
  readonly value: T
}

interface Refusal<Reason> {
  readonly ok: false
  readonly reason: Reason
}

/** What a function returns whose "no" is expected and carries a reason. */
export type Outcome<T, Reason> = Success<T> | Refusal<Reason>

export const yes = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })
export const no = <Reason>(reason: Reason): { readonly ok: false; readonly reason: Reason } => ({ ok: false, reason })

/** Each has a heading in docs/errors.md; a test holds the two lists against each other. */
export type ErrorCode =
  | 'LEXICON_INVALID'
  | 'INPUT_UNREADABLE'
  | 'INPUT_INVALID'
  | 'STORE_LOCKED'
  | 'STORE_UNREACHABLE'
  | 'STORE_UNWRITABLE'
  | 'STORE_FULL'
  | 'STORE_TOO_NEW'
  | 'SERVER_UNREACHABLE'
  | 'USAGE'
  | 'NOT_FOUND'
  | 'UNAUTHORISED'
  | 'FORBIDDEN'
  | 'TOO_LARGE'
  | 'BUSY'
  | 'INTERNAL'

/** A surprise, as against a "no": what happened, where, and how to repair it. */
export class IsnadError extends Error {
  override readonly name = 'IsnadError'
  constructor(
    readonly code: ErrorCode,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${detail}`, options)
  }
}
