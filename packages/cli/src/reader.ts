import { ANALYSER_VERSION, annotate, readCapture } from '@isnad/analysis'
import { userCatalog } from '@isnad/lexicon'
import type { Reader } from '@isnad/server'

export interface ReaderSettings {
  /** Where the user's catalog lies; without it the shipped one is all there is. */
  readonly dataDir?: string | undefined
}

/**
 * The reading pipeline as the server and the loader want it, with the user's catalog as it stands when an article is annotated.
 * It finds itself again in a thread of its own; run from sources there is no module that Node could load there.
 */
export const reader = (settings: ReaderSettings = {}): Reader => {
  const { dataDir } = settings
  const catalog = () => (dataDir === undefined ? undefined : userCatalog(dataDir))
  return {
    analyser: ANALYSER_VERSION,
    get annotator() {
      const deeds = catalog()?.operations.length ?? 0
      return deeds === 0 ? ANALYSER_VERSION : `${ANALYSER_VERSION}+catalog.${deeds}`
    },
    catalog: () => catalog()?.source,
    read: (capture) => readCapture(capture),
    annotate(article) {
      const own = catalog()
      return annotate(article, own === undefined ? {} : { catalog: own.source })
    },
    ...(import.meta.url.endsWith('.js') ? { module: { url: import.meta.url, settings } } : {}),
  }
}
