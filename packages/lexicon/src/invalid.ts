import { IsnadError } from '@isnad/text'

/** Where in the data files something is wrong, and what would mend it. */
export interface Problem {
  /** Path under `data/`, with forward slashes. */
  readonly file: string
  /** 1-based; `undefined` where the trouble is the whole file. */
  readonly line: number | undefined
  /** Id of the entry, when it has one. */
  readonly entry: string | undefined
  readonly detail: string
  readonly repair: string
}

/** One line a person can act on: `catalog/outlets/gulf.tsv:12, entry outlet.x: kind is "telly"; write one of …`. */
export function problemText({ file, line, entry, detail, repair }: Problem): string {
  const where = line === undefined ? file : `${file}:${line}`
  return `${where}${entry === undefined || entry === '' ? '' : `, entry ${entry}`}: ${detail}; ${repair}`
}

export const invalid = (problem: Problem, options?: ErrorOptions): IsnadError =>
  new IsnadError('LEXICON_INVALID', problemText(problem), options)
