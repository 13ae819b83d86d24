import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { crc32 } from 'node:zlib'
import { ArrayFile } from './array-file.js'

/** Where the build puts the tables that are worked out beforehand: beside the compiled code, never beside the sources. */
export const PREPARED_FILE = new URL('../prepared-tables.bin', import.meta.url)

const PACKAGES = ['@isnad/text', '@isnad/lexicon', '@isnad/entities']

let found: { readonly file: ArrayFile | undefined } | undefined

/**
 * The tables that the build worked out, or `undefined` where there are none or data files, models or code have changed since:
 * whoever asks then makes them from the data files.
 */
export function preparedTables(): ArrayFile | undefined {
  found ??= { file: readPrepared() }
  return found.file
}

function readPrepared(): ArrayFile | undefined {
  if (!existsSync(PREPARED_FILE)) return undefined
  try {
    return arraysOf(readFileSync(PREPARED_FILE), stampOfSources())
  } catch {
    // What cannot be read is no reason to fail: the data files are all there.
    return undefined
  }
}

/** The arrays of a file if it was made from what the stamp says; `undefined` for one of another layout, or cut short, too. */
export function arraysOf(bytes: Uint8Array, stamp: string): ArrayFile | undefined {
  try {
    const file = new ArrayFile(bytes)
    return file.stamp === stamp ? file : undefined
  } catch {
    return undefined
  }
}

/** A checksum (CRC-32) over everything that the tables are made from: data files, models, and what the compiler says of the code. */
export function stampOfSources(): string {
  let crc = 0
  const take = (file: URL): void => {
    crc = crc32(readFileSync(file), crc)
  }
  const takeFolder = (folder: URL): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)))
      if (entry.isDirectory()) takeFolder(new URL(`${entry.name}/`, folder))
      else if (/\.(?:tsv|bin)$/.test(entry.name)) take(new URL(entry.name, folder))
  }
  for (const name of PACKAGES) {
    const dist = new URL('./', import.meta.resolve(name))
    take(new URL('.tsbuildinfo', dist))
    const data = new URL('../data/', dist)
    if (existsSync(fileURLToPath(data))) takeFolder(data)
  }
  return `${process.arch} ${crc.toString(16)}`
}
