// The embedded PostgreSQL, in a thread of its own. Plain JavaScript, so that the same file runs from src (tests) and from
// dist. PGlite resolves its calls as microtasks: in the main thread a load would let no timer, socket or reader run.
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, types } from '@electric-sql/pglite'

/** @typedef {{ id: number, sql: string, parameters?: unknown[], rows?: Uint8Array, script?: boolean, close?: boolean }} Request */

const BYTEA = 17
const INT8 = 20
const TIMES = [1082, 1114, 1184]
/** bool, bytea, int8, int4, text, json, date, timestamptz, tsvector. */
const BOUND_IN_BINARY = [16, BYTEA, INT8, 23, 25, 114, 1082, 1184, 3614]

/** @param {string} text */
const asIs = (text) => text
/** PostgreSQL's hexadecimal form, `\x6162`. @param {string} hex */
const bytes = (hex) => {
  const own = new Uint8Array((hex.length - 2) / 2)
  Buffer.from(own.buffer).write(hex.slice(2), 'hex')
  return own
}

/**
 * A Uint8Array is bound in binary; the default serializer of bytea writes hexadecimal, one digit pair at a time.
 * @param {number} oid
 */
const serializer = (oid) => {
  const other = types.serializers[oid] ?? String
  return /** @type {(value: any) => any} */ ((value) => (value instanceof Uint8Array ? value : other(value)))
}

/** The last words of the engine before it gave up; they tell a full disk from a defect. @type {string[]} */
const lastWords = []
/** @param {string} text */
const remember = (text) => {
  lastWords.push(text)
  if (lastWords.length > 20) lastWords.shift()
  return false
}

const db = new PGlite({
  dataDir: workerData.folder,
  startParams: [...PGlite.defaultStartParams, ...workerData.settings.flatMap((/** @type {string} */ s) => ['-c', s])],
  ...(workerData.initdb && { initDbStartParams: workerData.initdb }),
  serializers: Object.fromEntries(BOUND_IN_BINARY.map((oid) => [oid, serializer(oid)])),
  parsers: { [BYTEA]: bytes, [INT8]: Number, ...Object.fromEntries(TIMES.map((oid) => [oid, asIs])) },
  onStderr: remember,
  onStdout: () => false,
})

/** @param {unknown} thrown */
const plain = (thrown) => {
  const error = /** @type {{ message?: string, code?: string }} */ (thrown ?? {})
  const engine = lastWords.filter((line) => /PANIC|FATAL|No space/.test(line)).at(-1)
  return { message: [error.message ?? String(thrown), engine].filter(Boolean).join('; '), code: error.code ?? '' }
}

/** @param {Record<string, unknown>[]} rows */
const buffersOf = (rows) =>
  rows.flatMap((row) =>
    Object.values(row).flatMap((v) => (v instanceof Uint8Array ? [/** @type {ArrayBuffer} */ (v.buffer)] : [])),
  )

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort)

/** @param {Request} request */
async function answer({ id, sql, parameters, rows, script, close }) {
  try {
    if (close) {
      await db.close()
      port.postMessage({ id, rows: [] })
    } else if (script) {
      await db.exec(sql)
      port.postMessage({ id, rows: [] })
    } else {
      const options = rows === undefined ? {} : { blob: new Blob([/** @type {any} */ (rows)]) }
      const result = await db.query(sql, parameters, options)
      const answered = /** @type {Record<string, unknown>[]} */ (result.rows)
      port.postMessage({ id, rows: answered }, buffersOf(answered))
    }
  } catch (thrown) {
    port.postMessage({ id, error: plain(thrown) })
  }
}

try {
  await db.waitReady
  port.postMessage({ id: 0, rows: [] })
  port.on('message', answer)
} catch (thrown) {
  port.postMessage({ id: 0, error: plain(thrown) })
}
