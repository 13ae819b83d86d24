import type { ArticleMetadata, PublicationTime } from '@isnad/page'
import { IsnadError } from '@isnad/text'
import type { CorrectableField } from '../records.js'

export type Corrections = ReadonlyMap<CorrectableField, string>

/** The metadata with hand-made values over what was read; such a value comes from `given`. */
export function corrected(metadata: ArticleMetadata, corrections: Corrections): ArticleMetadata {
  if (corrections.size === 0) return metadata
  const outlet = corrections.get('outlet')
  const byline = corrections.get('byline')
  const published = corrections.get('published')
  return {
    ...metadata,
    ...(outlet !== undefined && { outlet: { value: outlet, from: 'given' } }),
    ...(byline !== undefined && { byline: { value: byline, from: 'given' } }),
    ...(published !== undefined && { published: { value: publicationTime(published), from: 'given' } }),
  }
}

/** Reads ISO 8601: a day, or a time with or without offset. Throws `INPUT_INVALID` for anything else. */
export function publicationTime(value: string): PublicationTime {
  const match = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(value)
  if (match === null || Number.isNaN(Date.parse(value))) {
    throw new IsnadError(
      'INPUT_INVALID',
      `${value} is no time of publication; write 2020-11-22 or 2020-11-22T17:15+02:00`,
    )
  }
  if (!value.includes('T')) return { local: value, grain: 'day' }
  return {
    local: value,
    grain: match[1] === undefined ? 'minute' : 'second',
    ...(match[2] !== undefined && { instant: new Date(value).toISOString() }),
  }
}
