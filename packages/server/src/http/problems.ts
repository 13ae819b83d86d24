import { IsnadError } from '@isnad/text'
import type { Problem } from '../contract/api-types.js'
import { CODE_MEANINGS } from '../views/wording.js'

/** The message of an error without the code that stands before it. */
export const detailOf = (error: IsnadError): string =>
  error.message.startsWith(`${error.code}: `) ? error.message.slice(error.code.length + 2) : error.message

/** RFC 9457: an error as a document that a program and a person can read. */
export function problemOf(error: unknown, fields?: Problem['fields']): Problem {
  const known = error instanceof IsnadError ? error : new IsnadError('INTERNAL', 'the server says more in its own log')
  const { status, title, repair } = CODE_MEANINGS[known.code]
  return {
    type: `urn:isnad:error:${known.code}`,
    title,
    status,
    code: known.code,
    detail: detailOf(known),
    repair,
    ...(fields === undefined ? {} : { fields }),
  }
}

/** The way back, for a client: a problem document as the error it was made from. */
export const errorOf = (problem: Problem): IsnadError => new IsnadError(problem.code, problem.detail)
