import { sql as record } from './0001-record.js'
import { sql as annotations } from './0002-annotations.js'
import { sql as judgements } from './0003-judgements.js'

/** In order; entry 0 leads to schema 1. Entries are only ever added. */
export const MIGRATIONS: readonly string[] = [record, annotations, judgements]
