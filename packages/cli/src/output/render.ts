import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { type AnnotateOptions, annotate, type Reading, toGold } from '@isnad/analysis'
import { annotationsView, type CatalogNames, catalogNames, timesView } from '@isnad/server'
import { cover } from '@isnad/text'
import { annotationLines } from './annotations.js'
import { gdeltRows, ploverLines } from './events.js'
import { readingText, removalsText, timesText } from './reading.js'

/** Everything that was read, as one JSON object. Spans are cut from `text`, spans under `page` from the decoded page. */
function readingJson(
  { article, page, analyser }: Reading,
  source: string,
  position: number | undefined,
  options: AnnotateOptions,
) {
  const annotations = annotate(article, options)
  return {
    source,
    position,
    analyser,
    title: article.title === undefined ? (page.given?.title ?? null) : cover(article.text, article.title),
    metadata: article.metadata,
    text: article.text.value,
    body: article.body.map((span) => ({ ...span, text: cover(article.text, span) })),
    times: timesView(article, annotations.times),
    ...annotationsView(article.text, annotations, namesIn(options)),
    removals: article.removals,
    page: { kind: page.kind, encoding: page.encoding, encodingFrom: page.encodingFrom },
  }
}

const namesIn = ({ catalog }: AnnotateOptions): CatalogNames => catalogNames(() => catalog)

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** In which form a reading is printed. */
export type Format = 'text' | 'removed' | 'times' | 'json' | 'gold' | 'plover' | 'gdelt'

/** Where a reading comes from. */
export interface Origin {
  readonly name: string
  readonly id: string
  readonly bytes: Uint8Array
  readonly position: number | undefined
}

/** A reading in the form that was asked for. */
export function render(
  reading: Reading,
  format: Format,
  { name, id, bytes, position }: Origin,
  options: AnnotateOptions = {},
): string {
  switch (format) {
    case 'text':
      return readingText(
        reading.article,
        reading.page,
        annotationLines(annotationsView(reading.article.text, annotate(reading.article, options), namesIn(options))),
      )
    case 'removed':
      return removalsText(reading.article)
    case 'times':
      return timesText(timesView(reading.article))
    case 'json':
      return `${JSON.stringify(readingJson(reading, name, position, options))}\n`
    case 'plover':
      return ploverLines(id, reading.article, options)
    case 'gdelt':
      return gdeltRows(id, reading.article, options)
    case 'gold':
      return `${JSON.stringify(toGold(reading, { id, textFile: basename(name), sha256: sha256(bytes) }, annotate(reading.article, options)), null, 1)}\n`
  }
}
