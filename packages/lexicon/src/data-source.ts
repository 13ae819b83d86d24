import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { IsnadError } from '@isnad/text'

/** Where the data files come from: a folder on disk, or whatever a test or another platform puts in its place. */
export interface DataSource {
  /** Names of the files in a folder (`catalog/people`), each with its folder, sorted; none when there is no folder. */
  list(folder: string): readonly string[]
  /** The text of one file. Throws `LEXICON_INVALID` when it cannot be read. */
  read(name: string): string
}

/** Reads data files below a folder, each time it is asked. */
export function folderSource(root: string): DataSource {
  return {
    list(folder) {
      try {
        return readdirSync(`${root}/${folder}`, { withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => `${folder}/${entry.name}`)
          .sort()
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
        throw unreadable(`${folder}/`, cause)
      }
    },
    read(name) {
      try {
        return readFileSync(`${root}/${name}`, 'utf8')
      } catch (cause) {
        throw unreadable(name, cause)
      }
    },
  }
}

const unreadable = (name: string, cause: unknown): IsnadError =>
  new IsnadError('LEXICON_INVALID', `${name}: cannot be read; reinstall the package or restore the file`, { cause })

/** Files held in memory, by name: for tests and for data that a program brings along. */
export function memorySource(files: Readonly<Record<string, string>>): DataSource {
  return {
    list: (folder) =>
      Object.keys(files)
        .filter((name) => name.startsWith(`${folder}/`) && !name.slice(folder.length + 1).includes('/'))
        .sort(),
    read(name) {
      const text = files[name]
      if (text === undefined) throw unreadable(name, undefined)
      return text
    },
  }
}

let shipped: DataSource | undefined

/** The files this package ships in `data/`. */
export function shippedData(): DataSource {
  shipped ??= folderSource(fileURLToPath(new URL('../data', import.meta.url)))
  return shipped
}

/** Builds once for each source and hands the same answer out afterwards; a build that throws is tried again. */
export function oncePerSource<T>(build: (source: DataSource) => T): (source?: DataSource) => T {
  const built = new WeakMap<DataSource, { readonly value: T }>()
  return (source = shippedData()) => {
    let hit = built.get(source)
    if (hit === undefined) {
      hit = { value: build(source) }
      built.set(source, hit)
    }
    return hit.value
  }
}
