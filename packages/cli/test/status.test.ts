import type { Status } from '@isnad/server'
import { describe, expect, test } from 'vitest'
import { statusText } from '../src/commands/status.js'

const STATUS: Status = {
  versions: { isnad: '0.1.0', analyser: 'isnad/1', schema: 3, node: '20.0.0' },
  store: {
    backend: 'pglite',
    engine: 'PostgreSQL 18',
    location: 'data',
    articles: 62,
    versions: 62,
    outlets: 9,
    failures: 0,
    removed: 0,
    waiting: 0,
    bytes: { total: 0, captures: 0, index: 0 },
    firstPublished: null,
    lastPublished: null,
    lastAdded: null,
    analysers: [],
  },
  queue: { waiting: 0, running: 0, added: 0, known: 0, rejected: 0, failed: 0, perSecond: 0 },
  across: { compared: 0, gathered: 0 },
  startedAt: '2024-03-13T07:58:00Z',
}

describe('the status in words', () => {
  test('says nothing of work across articles where none has begun', () => {
    expect(statusText(STATUS, undefined)).not.toMatch(/across|to analyse/)
  })

  test('says how far analysis and comparison are', () => {
    const behind = { ...STATUS, store: { ...STATUS.store, waiting: 4 }, across: { compared: 62, gathered: 58 } }
    const text = statusText(behind, 'http://127.0.0.1:8471')
    expect(text).toContain('4 articles not read for names and events yet')
    expect(text).toContain('62 compared by their text, 58 gathered by what they tell')
  })
})
