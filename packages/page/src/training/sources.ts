import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** One article of a training corpus, its text cut into lines. */
export interface Source {
  readonly id: string
  readonly outlet: string
  readonly title: string
  readonly lines: readonly string[]
}

/** Reads a JSONL of articles (fields id, outlet, title, text), gzipped or not; rows without text are left out. */
export function readSources(path: string): readonly Source[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text.split('\n').flatMap((row) => {
    if (row === '') return []
    const { id, outlet, title, text: body } = JSON.parse(row) as Record<string, string | undefined>
    if (id === undefined || outlet === undefined || title === undefined || body === undefined) return []
    const lines = body
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    return lines.length < 3 ? [] : [{ id, outlet, title, lines }]
  })
}

export function byOutlet(sources: readonly Source[]): ReadonlyMap<string, readonly Source[]> {
  const groups = new Map<string, Source[]>()
  for (const source of sources) {
    const group = groups.get(source.outlet)
    if (group === undefined) groups.set(source.outlet, [source])
    else group.push(source)
  }
  return groups
}
