import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { IsnadError } from '@isnad/text'
import { fileInputs } from '../input/inputs.js'
import { walk } from '../input/walk.js'
import { firstExisting, isFolder, namesIn, readText } from './gold-set.js'
import type { PredictTask } from './task.js'

interface TextFile {
  readonly id: string
  readonly path: string
}

/** Texts as they lie: a text file, a folder of them, or a folder of annotations whose `text_file` lies near by. */
async function textFiles(input: string, texts: string | undefined): Promise<TextFile[]> {
  if (!(await isFolder(input))) return [{ id: basename(input).replace(/\.txt$/, ''), path: input }]
  const names = await namesIn(input, '.txt')
  if (names.length > 0) return names.map((name) => ({ id: name.replace(/\.txt$/, ''), path: join(input, name) }))
  const annotated = (await namesIn(input, '.json')).filter((name) => !name.endsWith('.meta.json'))
  // The texts of `gold/seeds` lie in `seeds`, a folder beside `gold`; other sets keep theirs in `texts`.
  const folders =
    texts !== undefined ? [texts] : [join(input, 'texts'), input, join(dirname(dirname(input)), basename(input))]
  const files: TextFile[] = []
  for (const name of annotated) {
    const id = name.replace(/\.json$/, '')
    const path = await firstExisting(folders.map((folder) => join(folder, `${id}.txt`)))
    if (path === undefined)
      throw new IsnadError(
        'INPUT_UNREADABLE',
        `${id}.txt is not in ${folders.join(' or ')}; say where with --texts FOLDER`,
      )
    files.push({ id, path })
  }
  if (files.length === 0) throw new IsnadError('INPUT_INVALID', `${input} holds no texts ending in .txt`)
  return files
}

/** Everything the analysis says of flattened pages, in the annotation format: one JSON file a page. */
export const read: PredictTask = {
  input:
    'a folder of .txt pages (each with .meta.json where there is one), or a folder of annotations beside their texts',
  output: 'a folder of isnad-gold/1 files',
  async predict({ input, texts, note }) {
    const { readCapture, toGold } = await import('@isnad/analysis')
    const files = new Map<string, string>()
    for (const { id, path } of await textFiles(input, texts)) {
      for await (const found of walk([path])) {
        if (found.kind !== 'file') continue
        for await (const one of fileInputs(found)) {
          if (one.kind === 'unreadable') {
            note(`${id}: ${one.failure.detail}`)
            continue
          }
          const outcome = readCapture(one.submission.capture)
          if (!outcome.ok) {
            note(`${id}: ${outcome.reason.kind}`)
            continue
          }
          const sha256 = createHash('sha256')
            .update(await readText(path))
            .digest('hex')
          const gold = toGold(outcome.value, { id, textFile: `${id}.txt`, sha256 })
          files.set(`${id}.json`, `${JSON.stringify(gold, null, 1)}\n`)
        }
      }
    }
    return { files, items: files.size }
  },
}
