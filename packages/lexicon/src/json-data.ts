import { type DataSource, shippedData } from './data-source.js'
import { invalid } from './invalid.js'
import { letterFault } from './letters.js'

/** The part of a zod schema that reading needs, so that a program which never reads JSON data never loads zod. */
export interface JsonSchema<T> {
  safeParse(value: unknown):
    | { readonly success: true; readonly data: T }
    | {
        readonly success: false
        readonly error: {
          readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]
        }
      }
}

const memo = new WeakMap<JsonSchema<unknown>, WeakMap<DataSource, Map<string, unknown>>>()

/**
 * Reads one JSON data file of the form `{ "meta": {…}, "entries": […] }` and checks it against a zod schema; read once
 * for each source and schema. Throws `LEXICON_INVALID` with file, entry and repair.
 */
export function readJsonData<T>(name: string, schema: JsonSchema<T>, source: DataSource = shippedData()): T {
  const bySource = memo.get(schema) ?? new WeakMap<DataSource, Map<string, unknown>>()
  memo.set(schema, bySource)
  const byName = bySource.get(source) ?? new Map<string, unknown>()
  bySource.set(source, byName)
  if (!byName.has(name)) byName.set(name, parseJsonData(name, schema, source))
  return byName.get(name) as T
}

function parseJsonData<T>(file: string, schema: JsonSchema<T>, source: DataSource): T {
  const text = source.read(file)
  const fault = letterFault(text)
  if (fault !== undefined) {
    const line = text.split('\n').findIndex((l) => letterFault(l) !== undefined) + 1
    throw invalid({ file, line: line || undefined, entry: undefined, ...fault })
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    const detail = `is not JSON (${(cause as Error).message})`
    throw invalid({ file, line: undefined, entry: undefined, detail, repair: 'mend the syntax' }, { cause })
  }
  for (const key of ['id', 'revision', 'license', 'provenance']) {
    if ((value as { meta?: Record<string, unknown> } | null)?.meta?.[key] === undefined) {
      const repair = 'open the file with "meta": { "id", "revision", "license", "provenance" }'
      throw invalid({ file, line: undefined, entry: undefined, detail: `meta has no ${key}`, repair })
    }
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw invalid({
    file,
    line: undefined,
    entry: entryAt(value, issue?.path ?? []),
    detail: `${(issue?.path ?? []).map(String).join('.') || 'the file'} does not fit its schema`,
    repair: issue?.message ?? 'compare it with the schema',
  })
}

/** The id of the entry an issue lies in: the deepest object on its path that has one. */
function entryAt(value: unknown, path: readonly PropertyKey[]): string | undefined {
  let id: string | undefined
  let here = value
  for (const step of path) {
    here = (here as Record<PropertyKey, unknown> | undefined)?.[step]
    const named = (here as { id?: unknown } | undefined)?.id
    if (typeof named === 'string') id = named
  }
  return id
}
