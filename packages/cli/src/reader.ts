import { ANALYSER_VERSION, annotate, readCapture } from '@isnad/analysis'
import type { Reader } from '@isnad/server'

/** The reading pipeline as the server and the loader want it. */
export const reader = (): Reader => ({ analyser: ANALYSER_VERSION, read: (capture) => readCapture(capture), annotate })
