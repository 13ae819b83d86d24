import type { Stats } from 'node:fs'
import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** From paths to the files under them, in an order that is the same on every run. */

export type Found =
  | { readonly kind: 'file'; readonly path: string; readonly bytes: number; readonly modified: number }
  | { readonly kind: 'unreadable'; readonly path: string; readonly detail: string }
  /** Lies in a folder beside pages and is none: a picture, a style sheet. Sidecars are read with their pages. */
  | { readonly kind: 'passed-over'; readonly path: string }

/** Extensions that hold pages, without `.gz`; a file with none of these is passed over inside a folder. */
const PAGES = /\.(?:html?|xhtml|shtml|txt|text|md|jsonl|ndjson|xml|rss|atom)(?:\.gz)?$/i
const SIDECAR = /(?:\.meta|(?:^|\/)capture)\.json$/i
/** Extensions that surely are no pages. Everything else may be one that was saved without a name worth the word. */
const OTHERS =
  /\.(?:png|jpe?g|gif|webp|svg|ico|bmp|tiff?|css|m?js|ts|map|json|ya?ml|toml|lock|woff2?|ttf|otf|pdf|docx?|xlsx?|pptx?|zip|tar|tgz|bz2|xz|7z|mp[34]|m4a|avi|mov|mkv|webm|wav|ogg|exe|so|dll|bin|db|sqlite|wasm|csv|tsv|log|py|sh)$/i

const reasonOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException
  switch (code) {
    case 'ENOENT':
      return 'there is no such file'
    case 'EACCES':
    case 'EPERM':
      return 'you may not read it'
    case 'ELOOP':
      return 'its links lead in a circle'
    case 'EISDIR':
      return 'it is a folder'
    case 'ENAMETOOLONG':
      return 'its name is too long'
    case 'EIO':
      return 'the disk reports an error'
    default:
      return message
  }
}

/** Why a file could not be read, in words. */
export const readingProblem = reasonOf

const kindName = (stats: Stats): string | undefined => {
  if (stats.isSocket()) return 'a socket, not a file'
  if (stats.isFIFO()) return 'a named pipe, not a file'
  if (stats.isCharacterDevice() || stats.isBlockDevice()) return 'a device, not a file'
  return undefined
}

async function* look(path: string, inFolder: boolean, above: ReadonlySet<string>): AsyncGenerator<Found> {
  let stats: Stats
  try {
    stats = await stat(path)
  } catch (error) {
    const isLink = await lstat(path).then(
      (own) => own.isSymbolicLink(),
      () => false,
    )
    const detail =
      isLink && (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'a link that leads nowhere' : reasonOf(error)
    yield { kind: 'unreadable', path, detail }
    return
  }
  const odd = kindName(stats)
  if (odd !== undefined) {
    yield { kind: 'unreadable', path, detail: odd }
  } else if (stats.isDirectory()) {
    yield* folder(path, above)
  } else if (inFolder && SIDECAR.test(path)) {
    return
  } else if (inFolder && !PAGES.test(path) && OTHERS.test(path)) {
    yield { kind: 'passed-over', path }
  } else {
    yield { kind: 'file', path, bytes: stats.size, modified: stats.mtimeMs }
  }
}

async function* folder(path: string, above: ReadonlySet<string>): AsyncGenerator<Found> {
  let names: string[]
  let real: string
  try {
    real = await realpath(path)
    names = await readdir(path)
  } catch (error) {
    yield { kind: 'unreadable', path, detail: reasonOf(error) }
    return
  }
  // A link to a folder above would lead round in a circle.
  if (above.has(real)) return
  const within = new Set(above).add(real)
  for (const name of names.sort()) {
    if (name.startsWith('.')) continue
    yield* look(join(path, name), true, within)
  }
}

/** What lies at the paths and in the folders among them. Hidden files and folders are left alone. */
export async function* walk(paths: readonly string[]): AsyncGenerator<Found> {
  for (const path of paths) yield* look(path, false, new Set())
}
