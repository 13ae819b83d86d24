import type { Verdict } from './alone.js'
import type { Core } from './core.js'
import { contentStems, type Line } from './line.js'

/** No story that we have seen was followed by more openings than this. */
const MOST_TEASERS = 8
/** Longer than the cut openings that corpora and sites keep. */
const LONGEST = 340

/**
 * Openings of other stories printed after the article's end with no mark: the longest run of closing lines, two at least, of
 * which none goes on with a text, most open with a report's verb and few of the words were said before. Their indices.
 */
export function findTeasers(
  lines: readonly Line[],
  judged: readonly (Verdict | undefined)[],
  core: Core,
  title: number | undefined,
): readonly number[] {
  let start = core.end
  while (
    start > core.start + 2 &&
    core.end - start < MOST_TEASERS &&
    couldBeTeaser(lines[start - 1], judged[start - 1])
  )
    start--
  for (let from = start; from <= core.end - 2; from++) {
    const run = lines.slice(from, core.end)
    const leads = run.filter(({ opening }) => opening === 'leads').length
    if (leads * 2 < run.length) continue
    const said = new Set(lines.slice(title ?? core.start, from).flatMap(({ words }) => contentStems(words)))
    const stems = run.flatMap(({ words }) => contentStems(words))
    const fresh = stems.filter((stem) => !said.has(stem)).length
    if (fresh >= stems.length * 0.6) return run.map((_, i) => from + i)
  }
  return []
}

const couldBeTeaser = (line: Line | undefined, judged: Verdict | undefined): boolean =>
  line !== undefined &&
  judged === undefined &&
  line.opening !== 'joins' &&
  line.opening !== 'bullet' &&
  line.count >= 12 &&
  line.text.length <= LONGEST
