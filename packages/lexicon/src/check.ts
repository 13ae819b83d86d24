import type { DataSource } from './data-source.js'
import type { Problem } from './invalid.js'

/**
 * Checks every table against its schema and against the others (see `SCHEMA.md`) and lists what is wrong. Loads zod
 * only here, so that reading the lexicon stays cheap. Throws `LEXICON_INVALID` for a file that cannot be read at all.
 */
export async function checkLexicon(source?: DataSource): Promise<readonly Problem[]> {
  const { validateLexicon } = await import('./validate.js')
  return validateLexicon(source)
}
