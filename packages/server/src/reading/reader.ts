import type { Annotations } from '@isnad/analysis'
import type { DataSource } from '@isnad/lexicon'
import type { Article, Capture, Page, Rejection } from '@isnad/page'
import type { Outcome } from '@isnad/text'

/** How a capture is read and its article annotated, and by which version. */
export interface Reader {
  readonly analyser: string
  /** The version that annotates, where it tells more than `analyser`: what another one annotated is annotated anew at the start. */
  readonly annotator?: string
  read(capture: Capture): Outcome<{ readonly article: Article; readonly page: Page }, Rejection>
  annotate(article: Article): Annotations
  /** The data that names are looked up in, where the user has a catalog over the shipped one. */
  catalog?(): DataSource | undefined
  /** Where a thread of its own finds the same reader; without it everything is read where it is asked for. */
  readonly module?: ReaderModule
}

/** A module that exports `reader(settings)`. */
export interface ReaderModule {
  /** `file:` URL. */
  readonly url: string
  /** Handed to `reader` as they are; whatever structured cloning carries over. */
  readonly settings?: unknown
  /** Options of Node for the thread, such as a loader of sources; those of this process unless told. */
  readonly execArgv?: readonly string[]
}
