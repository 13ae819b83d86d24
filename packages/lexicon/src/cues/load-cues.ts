import { type DataSource, oncePerSource } from '../data-source.js'
import { readJsonData } from '../json-data.js'
import { type CueEntry, CueFile, type SourceNoun, SourceNounFile } from './cue-file.js'

export const CUE_FOLDER = 'cues'
const SOURCE_NOUNS = `${CUE_FOLDER}/source-nouns.json`

/** Words and phrases that credit a statement to somebody, in the order of their files. */
export const loadCues: (source?: DataSource) => readonly CueEntry[] = oncePerSource((source) =>
  source
    .list(CUE_FOLDER)
    .filter((name) => name.endsWith('.json') && name !== SOURCE_NOUNS)
    .flatMap((name) => readJsonData(name, CueFile, source).entries),
)

/** Nouns that head a source without a name: «مصدر», «متحدث», «بيان», «تغريدة». */
export const loadSourceNouns: (source?: DataSource) => readonly SourceNoun[] = oncePerSource(
  (source) => readJsonData(SOURCE_NOUNS, SourceNounFile, source).entries,
)
