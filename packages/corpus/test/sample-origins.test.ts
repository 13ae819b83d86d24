import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { readCapture } from '@isnad/analysis'
import { captureOfRecord } from '@isnad/page'
import { describe, expect, test } from 'vitest'
import { countOrigins, type OriginArticle, originArticleOf } from '../src/index.js'

const SAMPLE = new URL('../../../sample/', import.meta.url)

interface Expected {
  readonly affair: string
  readonly happening: string
  readonly articles: readonly string[]
  readonly origins: readonly { readonly id: string; readonly articles: readonly string[] }[]
  readonly at_least: number
  readonly at_most: number
}

const FILES = /^(?:page\.(?:html|txt|html\.gz)|articles\.jsonl)$/

function articleOf(id: string): OriginArticle {
  const [folder, entry] = id.split('#')
  const at = new URL(`pages/${folder}/`, SAMPLE)
  const given = JSON.parse(readFileSync(new URL('capture.json', at), 'utf8'))
  const file = readdirSync(at).find((name) => FILES.test(name)) ?? ''
  const stored = readFileSync(new URL(file, at))
  const bytes = file.endsWith('.gz') ? gunzipSync(stored) : stored
  const stated = given.outlet === undefined ? {} : { given: { outlet: given.outlet } }
  const read = readCapture(entry === undefined ? { url: given.url, bytes, ...stated } : lineOf(bytes.toString(), entry))
  if (!read.ok) throw new Error(`${id}: ${read.reason.kind}`)
  return originArticleOf(id, read.value.article)
}

function lineOf(lines: string, id: string) {
  for (const line of lines.split('\n'))
    if (line !== '' && JSON.parse(line).id === id) {
      const record = captureOfRecord(JSON.parse(line))
      if (record.ok) return record.value.capture
    }
  throw new Error(`no line ${id}`)
}

const { affairs }: { affairs: Expected[] } = JSON.parse(readFileSync(new URL('expected-lineage.json', SAMPLE), 'utf8'))

/** The ministries of two countries have one name, and no page says of which country its own is. */
const UNTOLD = new Set(['visit'])

describe('the sample', () => {
  test.each(affairs.filter(({ happening }) => !UNTOLD.has(happening)))('$affair: $happening', (expected) => {
    const count = countOrigins(expected.articles.map(articleOf), { allReport: true })
    expect([count.atLeast, count.atMost]).toEqual([expected.at_least, expected.at_most])
  })
})
