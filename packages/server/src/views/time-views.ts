import { timesIn } from '@isnad/analysis'
import type { Article } from '@isnad/page'
import { describeItem, type TemporalItem, type TimeItem } from '@isnad/time'
import type { TimeMention } from '../contract/api-types.js'
import { TIME_KINDS } from '../contract/time-contract.js'

const KINDS: ReadonlySet<string> = new Set(TIME_KINDS)

/** Figures stand beside times in what the finder gives; here they are passed over. */
const isTime = (item: TimeItem): item is TemporalItem => KINDS.has(item.kind)

const keyOf = ({ start, end, value, local }: TemporalItem): string =>
  `${start}-${end} ${value} ${local?.start} ${local?.end}`

/**
 * The times that an article names, in reading order. Those that the text alone does not settle count from the publication:
 * the text is read once without it to tell them, which costs less than keeping it.
 */
export function timesView(article: Article, found: readonly TimeItem[] = timesIn(article)): TimeMention[] {
  const { published, ...undated } = article.metadata
  const times = found.filter(isTime)
  if (published === undefined) return times.map((item) => mention(item, false))
  const settled = timesIn({ ...article, metadata: undated }).filter(isTime)
  const absolute = new Set(settled.map(keyOf))
  return times.map((item) => mention(item, item.certainty !== 'unanchored' && !absolute.has(keyOf(item))))
}

const mention = (item: TemporalItem, fromPublication: boolean): TimeMention => ({
  start: item.start,
  end: item.end,
  text: item.text,
  kind: item.kind,
  value: item.value,
  certainty: item.certainty,
  ...(item.local === undefined ? {} : { from: item.local.start, to: item.local.end }),
  fromPublication,
  describe: { ar: describeItem(item, 'ar'), en: describeItem(item, 'en') },
})
