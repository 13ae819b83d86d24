import { shippedData } from '@isnad/lexicon'
import { CatalogNames } from '../gazetteer/catalog-names.js'
import { latinArrays, listedWords, wordsOfPeople } from '../linking/latin.js'
import { wordsOfNames } from '../mentions/tables.js'
import { attestedArrays } from '../names/catalog-words.js'
import { nameArrays } from '../names/model-files.js'
import { classArrays } from '../tagger/classes.js'
import { buildGazetteer } from '../tagger/gazetteer.js'
import { modelArrays } from '../tagger/model.js'
import { dataFile } from '../tagger/tag-names.js'
import { packArrays } from './array-file.js'
import { WordTable } from './word-table.js'

/** All tables that finding entities needs, worked out from data files and models, as one file of arrays. */
export function prepareTables(stamp: string): Uint8Array {
  const { given, family } = wordsOfNames()
  return packArrays(stamp, {
    ...buildGazetteer().arrays(),
    ...CatalogNames.of(shippedData()).arrays(),
    ...modelArrays(dataFile('news.bin')),
    ...classArrays(dataFile('classes.bin')),
    ...latinArrays('latin.people', wordsOfPeople()),
    ...latinArrays('latin.listed', listedWords()),
    ...nameArrays(),
    ...attestedArrays(),
    ...WordTable.of([...given]).arrays('names.given'),
    ...WordTable.of([...family]).arrays('names.family'),
  })
}
