// The people of this project's own catalog (CC0), for the training of names.
import { readdirSync, readFileSync } from 'node:fs'
import { prepareName } from '../../dist/names/name-parts.js'
import { distance } from './pairs.mjs'

const FOLDER = new URL('../../../lexicon/data/catalog/people/', import.meta.url)

const listed = (cell) => (cell ?? '').split('|').filter((name) => name !== '')

/** Rows of `ar, en, variantsAr, country`. */
export function readCatalog() {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, FOLDER), 'utf8').split('\n'))
    .filter((line) => line.startsWith('person.'))
    .map((line) => {
      const [, ar = '', en = '', variantsAr, , country = ''] = line.split('\t')
      return { ar, en, variantsAr: listed(variantsAr), country }
    })
}

const formOf = ({ folded, bare }) => (bare === undefined ? folded : folded.slice(2))

/**
 * Two spellings `a` and `b` of one part of a name, as rows that `partOf` takes: no more than a third of the letters apart: parts at one place of names of one length.
 */
export function catalogVariants(people) {
  const found = new Map()
  for (const { ar, variantsAr } of people) {
    const names = [ar, ...variantsAr].map((name) => prepareName(name).parts.map(formOf))
    for (const [i, mine] of names.entries()) {
      for (const theirs of names.slice(i + 1)) {
        if (mine.length !== theirs.length) continue
        for (const [at, a] of mine.entries()) {
          const b = theirs[at]
          if (a === b || a.length < 2 || b.length < 2) continue
          if (distance(a, b) / Math.max(a.length, b.length) <= 0.34)
            found.set([a, b].sort().join('\t'), { a, b, ar: a, latin: b })
        }
      }
    }
  }
  return [...found.values()]
}
