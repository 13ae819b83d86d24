import { fileURLToPath } from 'node:url'
import type { Desk } from '@isnad/server'
import { fileInputs } from './input/inputs.js'
import { walk } from './input/walk.js'
import { type Account, Loader } from './load.js'

const inSample = (name: string): string => fileURLToPath(new URL(`../../../sample/${name}`, import.meta.url))

/** Where the sample pages lie in this repository. */
export const sampleFolder = (): string => inSample('pages')

/**
 * Lays the invented people, bodies and places of the sample into the catalog of a data folder, as `isnad catalog import` does: the
 * tagger has never met their countries. Names that are words of the language are not among them. A folder with a catalog of its own
 * is left alone; `isnad catalog undo` takes the sample's out again.
 */
export async function importSampleCatalog(dataDir: string): Promise<void> {
  const { importFiles, readCatalogLog } = await import('@isnad/lexicon')
  if (readCatalogLog(dataDir).length > 0) return
  await importFiles(dataDir, [inSample('catalog.csv')], { license: 'CC0-1.0' })
}

/** Loads the sample pages, each with the `capture.json` beside it. Loading twice keeps one copy. */
export async function loadSample(desk: Desk, folder: string = sampleFolder()): Promise<Account> {
  const loader = new Loader(desk)
  for await (const found of walk([folder])) {
    if (found.kind !== 'file') continue
    // What a sample page shows on purpose (no article, another language) is no failure to be kept.
    for await (const input of fileInputs(found)) if (input.kind === 'capture') await loader.take(unnamed(input))
  }
  return loader.finish()
}

/** Without a source, what gives no article is not kept in the list of failures. */
const unnamed = (input: Extract<Parameters<Loader['take']>[0], { kind: 'capture' }>) => {
  const { source: _, position: __, ...submission } = input.submission
  return { ...input, submission }
}
