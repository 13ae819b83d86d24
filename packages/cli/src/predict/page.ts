import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { cover, IsnadError } from '@isnad/text'
import { readingProblem } from '../input/walk.js'
import { beside, exists, firstExisting, isFolder, namesIn, optionalText, readRows, textOfRow } from './gold-set.js'
import type { PredictTask } from './task.js'

interface PageFile {
  readonly id: string
  readonly file: string
  readonly url?: string
}

async function listedPages(gold: string): Promise<PageFile[]> {
  const pages: PageFile[] = []
  for (const [at, row] of (await readRows(gold)).entries()) {
    const id = textOfRow(row, 'id', `${gold}, row ${at + 1}`)
    const named = optionalText(row, 'file')
    const candidates = [
      ...(named ? [beside(gold, named)] : []),
      ...['html.gz', 'html'].map((end) => beside(gold, `html/${id}.${end}`)),
    ]
    const file = await firstExisting(candidates)
    if (file === undefined)
      throw new IsnadError(
        'INPUT_UNREADABLE',
        `${gold}, row ${at + 1}: the page of ${id} is not at ${candidates.join(' or ')}`,
      )
    const url = optionalText(row, 'url')
    pages.push({ id, file, ...(url === undefined ? {} : { url }) })
  }
  return pages
}

const barePages = async (folder: string): Promise<PageFile[]> =>
  [...(await namesIn(folder, '.html')), ...(await namesIn(folder, '.html.gz'))].map((name) => ({
    id: name.replace(/\.html(\.gz)?$/, ''),
    file: join(folder, name),
  }))

async function pagesOf(input: string): Promise<PageFile[]> {
  if (!(await isFolder(input))) return listedPages(input)
  const gold = join(input, 'gold.jsonl')
  if (await exists(gold)) return listedPages(gold)
  const pages = await barePages(input)
  if (pages.length === 0)
    throw new IsnadError('INPUT_INVALID', `${input} holds neither gold.jsonl nor pages ending in .html or .html.gz`)
  return pages
}

async function pageBytes(file: string): Promise<Buffer> {
  try {
    const bytes = await readFile(file)
    return file.endsWith('.gz') ? gunzipSync(bytes) : bytes
  } catch (cause) {
    throw new IsnadError('INPUT_UNREADABLE', `${file}: ${readingProblem(cause)}`, { cause })
  }
}

/** Main text of whole pages, in any language: one JSON object from id to text. */
export const page: PredictTask = {
  input:
    'a gold.jsonl (id, url?, file?) beside its folder html, that folder’s parent, or a folder of .html and .html.gz',
  output: 'one JSON object {id: text}',
  async predict({ input, note }) {
    const { readCapture } = await import('@isnad/analysis')
    const texts: Record<string, string> = {}
    for (const { id, file, url } of await pagesOf(input)) {
      const bytes = await pageBytes(file)
      const read = readCapture({ bytes, ...(url === undefined ? {} : { url }) }, { languages: 'any' })
      if (!read.ok) note(`${id}: ${read.reason.kind}`)
      const article = read.ok ? read.value.article : undefined
      texts[id] = article === undefined ? '' : article.body.map((span) => cover(article.text, span)).join('\n')
    }
    return { text: `${JSON.stringify(texts, null, 1)}\n`, items: Object.keys(texts).length }
  },
}
