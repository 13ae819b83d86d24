import { ANALYSER_VERSION, annotate, readCapture } from '@isnad/analysis'
import type { Reader } from '@isnad/server'

/**
 * The reading pipeline as the server and the loader want it. It finds itself again in a thread of its own; run from sources
 * there is no module that Node could load there.
 */
export const reader = (): Reader => ({
  analyser: ANALYSER_VERSION,
  read: (capture) => readCapture(capture),
  annotate,
  ...(import.meta.url.endsWith('.js') ? { module: { url: import.meta.url } } : {}),
})
