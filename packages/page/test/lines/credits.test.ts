import { describe, expect, test } from 'vitest'
import { creditNamed, loadCreditNames } from '../../src/lines/credits.js'

describe.each(loadCreditNames().map((name) => [name.id, name] as const))('%s', (id, name) => {
  test.each(name.examples)('is named by «%s»', (piece) => expect(creditNamed(piece).map((n) => n.id)).toContain(id))
  test.each(name.counterExamples ?? [])('is not named by «%s»', (piece) =>
    expect(creditNamed(piece).map((n) => n.id)).not.toContain(id))
})
