import type { Capture, GivenMetadata } from '@isnad/page'

/** Fields that come beside a page, in a file of their own. */

const textField = (record: Readonly<Record<string, unknown>>, ...names: readonly string[]): string | undefined => {
  for (const name of names) {
    const value = record[name]
    if (typeof value === 'string' && value.trim() !== '') return value
    if (typeof value === 'number') return String(value)
  }
  return undefined
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The metadata among the fields, under the names that corpora use for them. */
function givenOf(record: Readonly<Record<string, unknown>>): GivenMetadata {
  const fields: Readonly<Record<keyof GivenMetadata, string | undefined>> = {
    title: textField(record, 'title', 'headline'),
    outlet: textField(record, 'outlet', 'site', 'publisher'),
    byline: textField(record, 'byline', 'author'),
    published: textField(record, 'published', 'date', 'publishedAt', 'date_published'),
    modified: textField(record, 'modified', 'updated', 'date_modified'),
    url: textField(record, 'url', 'link'),
    language: textField(record, 'language', 'lang'),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** When the page was fetched, as an instant. A time without a zone is taken as UTC. */
export function capturedAtOf(record: Readonly<Record<string, unknown>>): string | undefined {
  const value = textField(record, 'capturedAt', 'captured_at', 'fetched', 'fetchedAt', 'fetched_at')
  if (value === undefined) return undefined
  const iso = value.trim().replace(' ', 'T')
  const dated = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? `${iso}T00:00:00` : iso
  const date = new Date(/(?:Z|[+-]\d{2}:?\d{2})$/.test(dated) ? dated : `${dated}Z`)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}

/** A capture with what came beside it. */
export const withGiven = (capture: Capture, record: Readonly<Record<string, unknown>>): Capture => {
  const given = givenOf(record)
  const capturedAt = capturedAtOf(record)
  return {
    ...capture,
    ...(given.url === undefined ? {} : { url: given.url }),
    ...(capturedAt === undefined ? {} : { capturedAt }),
    ...(Object.keys(given).length === 0 ? {} : { given }),
  }
}

/** What the fetcher knew of a page, as a file `capture.json` beside it tells: `{url, capturedAt, headers?, outlet?}`. */
export const withFetch = (capture: Capture, record: Readonly<Record<string, unknown>>): Capture => {
  const url = textField(record, 'url')
  const capturedAt = capturedAtOf(record)
  const outlet = textField(record, 'outlet')
  const headers = isRecord(record.headers)
    ? Object.fromEntries(Object.entries(record.headers).map(([name, value]) => [name.toLowerCase(), String(value)]))
    : undefined
  return {
    ...capture,
    ...(url === undefined ? {} : { url }),
    ...(capturedAt === undefined ? {} : { capturedAt }),
    ...(headers === undefined ? {} : { headers }),
    ...(outlet === undefined ? {} : { given: { ...capture.given, outlet } }),
  }
}
