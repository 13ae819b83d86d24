import { fileURLToPath } from 'node:url'
import type { Desk } from '@isnad/server'
import { fileInputs } from './input/inputs.js'
import { walk } from './input/walk.js'
import { type Account, Loader } from './load.js'

/** Where the sample pages lie in this repository. */
export const sampleFolder = (): string => fileURLToPath(new URL('../../../sample/pages', import.meta.url))

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
