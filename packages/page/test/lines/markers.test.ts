import { describe, expect, test } from 'vitest'
import { findMarker, loadMarkers } from '../../src/lines/markers.js'
import { wordsOf } from '../../src/lines/words.js'

const markerOf = (line: string): string | undefined => findMarker(wordsOf(line))?.marker.id

describe.each(loadMarkers().map((marker) => [marker.id, marker] as const))('%s', (id, marker) => {
  test.each(marker.examples)('fires on «%s»', (line) =>
    expect(findMarker(wordsOf(line))?.marker.rule).toBe(marker.rule))
  test.each(marker.counterExamples ?? [])('leaves «%s» alone', (line) => expect(markerOf(line)).not.toBe(id))
})

test('a line of ordinary news has no marker', () => {
  expect(markerOf('قالت وزارة الري إن منسوب النهر ارتفع نصف متر خلال يومين.')).toBeUndefined()
})
