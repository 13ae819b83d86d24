import { existsSync, writeFileSync } from 'node:fs'
import { IsnadError } from '@isnad/text'
import type { Reader } from '../src/reading/reader.js'
import { plainReader } from './plain-reader.js'

interface Settings {
  /** Where the thread leaves word that it has broken down before. */
  readonly trace: string
}

/**
 * The plain reader as a thread finds it. «اخرج» ends the thread, «اخرج مرة» the first time only, «خطأ بحرف» throws an error
 * with a code.
 */
export const reader = ({ trace }: Settings): Reader => ({
  ...plainReader,
  annotate(article) {
    const text = article.text.value
    if (text.includes('اخرج مرة')) {
      if (!existsSync(trace)) {
        writeFileSync(trace, '')
        process.exit(3)
      }
    } else if (text.includes('اخرج')) process.exit(3)
    if (text.includes('خطأ بحرف')) throw new IsnadError('LEXICON_INVALID', 'a word is missing')
    return plainReader.annotate(article)
  },
})
