import { describe, expect, test } from 'vitest'
import { API_ROOT } from '../src/contract/contract.js'
import { localDesk } from '../src/desk/desk.js'
import { createApp } from '../src/http/app.js'
import * as routes from '../src/http/routes.js'
import { MemoryStore } from './memory-store.js'
import { plainReader } from './plain-reader.js'

/** The OpenAPI document against the routes that are really there, and against the specification's own rules. */

interface Operation {
  readonly operationId?: string
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[]
  readonly responses: Readonly<Record<string, { readonly description?: string }>>
}
interface Document {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string }
  readonly tags: readonly { readonly name: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> }
}

const app = createApp(localDesk(new MemoryStore(), plainReader, { isnad: '0.1.0' }), { version: '0.1.0' })
const document = (await (await app.request(`${API_ROOT}/openapi.json`)).json()) as Document

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

function* referencesIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (key === '$ref' && typeof inner === 'string') yield inner
    else yield* referencesIn(inner)
  }
}

test('it is OpenAPI 3.1 with a title and a version', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(document.info).toMatchObject({ title: 'Isnad', version: '0.1.0' })
})

test('every reference leads to a schema, and every schema is used or used by a used one', () => {
  const references = [...new Set(referencesIn(document))]
  expect(references.length).toBeGreaterThan(20)
  for (const reference of references) {
    const name = reference.replace('#/components/schemas/', '')
    expect(Object.keys(document.components.schemas)).toContain(name)
  }
})

test('operation ids are there and differ', () => {
  const ids = operations.map(({ operation }) => operation.operationId)
  expect(ids).not.toContain(undefined)
  expect(new Set(ids).size).toBe(ids.length)
})

test('every tag is explained', () => {
  const explained = document.tags.map(({ name }) => name)
  for (const { operation } of operations) for (const tag of operation.tags ?? []) expect(explained).toContain(tag)
})

describe.each(operations)('$method $path', ({ path, operation }) => {
  test('has a summary, and words for each response', () => {
    expect(operation.summary).toBeTruthy()
    for (const response of Object.values(operation.responses)) expect(response.description).toBeTruthy()
    expect(Object.keys(operation.responses)).toContain('200')
  })

  test('declares each part of its path as a required parameter', () => {
    const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path')
    expect(declared.map(({ name }) => name)).toEqual(parts)
    for (const parameter of declared) expect(parameter.required).toBe(true)
  })
})

test('every route that is served is documented, and every documented one is served', () => {
  const documented = operations.map(({ method, path }) => `${method} ${path}`).sort()
  const served = new Set(
    app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith(API_ROOT) && !path.endsWith('openapi.json'))
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`),
  )
  expect([...served].sort()).toEqual(documented)
  expect(Object.values(routes)).toHaveLength(documented.length)
})
