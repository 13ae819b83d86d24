import type {
  ArticleSummary,
  Comparison,
  LineageDocument,
  Origins,
  StoryDocument,
  StoryList,
  Wording,
} from '@isnad/server'
import { figure, plural, printable, shortened } from './words.js'

/** What stands across articles, as a person wants to see it in a terminal. */

const percent = (share: number): string => `${Math.round(share * 100)}%`

export const aboutArticle = ({ outlet, published, id }: ArticleSummary): string =>
  printable([outlet?.name, published?.local, id].filter((piece) => piece != null).join(' · '))

export const titleOf = ({ title }: ArticleSummary): string =>
  title === null || title === '' ? '(no title)' : shortened(title, 90)

const reasonsText = (reasons: readonly Wording[]): string => reasons.map(({ en }) => printable(en)).join('; ')

const behindText = (behind: number): string[] =>
  behind === 0 ? [] : [`${plural(behind, 'article')} still to be compared; ask again later.`, '']

/** The count with its bounds and its list, each origin with the words that it rests on. */
export function originsText({ atLeast, atMost, counted, origins }: Origins, articles: number): string[] {
  const bounds = atLeast === atMost ? figure(atMost) : `at least ${figure(atLeast)}, at most ${figure(atMost)}`
  const over = counted < articles ? ` (over ${figure(counted)} of ${plural(articles, 'article')})` : ''
  return [
    `Independent origins: ${bounds}${over}`,
    ...origins.flatMap(({ kindName, name, articles: carriers, evidence, mayEqual, reasons }) => [
      `  ${kindName.en}: ${printable(name)}  [${plural(carriers.length, 'article')}]${mayEqual === undefined ? '' : ' – may be one of the others'}`,
      ...(evidence[0] === undefined ? [] : [`      «${shortened(evidence[0].quote, 140)}»`]),
      ...(reasons.length === 0 ? [] : [`      ${reasonsText(reasons)}`]),
    ]),
  ]
}

export const storiesText = ({ items, behind }: StoryList): string =>
  [
    ...behindText(behind),
    ...(items.length === 0 ? ['No two articles tell of one affair.'] : []),
    ...items.map(({ id, name, from, to, chapters, articles }) => {
      const days = from === null ? 'undated' : from === to || to === null ? from : `${from} to ${to}`
      return `${shortened(name, 100)}\n   ${days} · ${plural(chapters, 'chapter')}, ${plural(articles, 'article')} · ${id}`
    }),
    '',
  ].join('\n')

export const storyText = ({ name, from, to, chapters, behind }: StoryDocument): string =>
  [
    printable(name),
    ...(from === null ? [] : [`${from}${to === null || to === from ? '' : ` to ${to}`}`]),
    '',
    ...behindText(behind),
    ...chapters.flatMap(({ name: chapter, day, articles, origins }) => [
      `── ${day ?? 'undated'}  ${shortened(chapter, 90)}`,
      ...articles.map((article) => `   ${titleOf(article)}\n      ${aboutArticle(article)}`),
      ...originsText(origins, articles.length).map((line) => `   ${line}`),
      '',
    ]),
  ].join('\n')

export function lineageText({
  parents,
  roots,
  neighbours,
  story,
  chapter,
  origins,
  behind,
  id,
}: LineageDocument): string {
  const own = roots.every((root) => root.id === id)
  return [
    ...behindText(behind),
    own ? 'Its wording enters the record here.' : 'Its wording enters the record with:',
    ...(own ? [] : roots.map((root) => `  ${titleOf(root)}\n     ${aboutArticle(root)}`)),
    ...(parents.length === 0 ? [] : ['', 'Made from:']),
    ...parents.map(
      ({ article, relation, share, reasons }) =>
        `  ${relation}, ${percent(share)} of it: ${titleOf(article)}\n     ${aboutArticle(article)}\n     ${reasonsText(reasons)}`,
    ),
    ...(neighbours.length === 0 ? [] : ['', 'Shares wording with:']),
    ...neighbours.map(
      ({ article, relation, shareOfThis, shareOfOther, passageWords }) =>
        `  ${relation}, ${percent(shareOfThis)} of it and ${percent(shareOfOther)} of the other, ${figure(passageWords)} words in a row: ${titleOf(article)}\n     ${aboutArticle(article)}`,
    ),
    '',
    ...(story === null ? [] : [`Story: ${shortened(story.name, 90)} (${story.id})`, '']),
    ...originsText(origins, chapter.length),
    '',
  ].join('\n')
}

/** The passages that two articles share, in both wordings where these differ. */
export function comparisonText({ a, b, relation, shareOfA, shareOfB, passages, reasons }: Comparison): string {
  const cut = (text: string, { start, end }: { start: number; end: number }): string =>
    shortened(text.slice(start, end), 300)
  return [
    `A  ${titleOf(a.article)}\n   ${aboutArticle(a.article)}`,
    `B  ${titleOf(b.article)}\n   ${aboutArticle(b.article)}`,
    '',
    `${relation}: ${percent(shareOfA)} of A and ${percent(shareOfB)} of B are shared; ${reasonsText(reasons)}`,
    ...passages.flatMap((passage) => {
      const [left, right] = [cut(a.text, passage.a), cut(b.text, passage.b)]
      return [
        '',
        `${plural(passage.words, 'word')}:`,
        ...(left === right ? [`   ${left}`] : [`A  ${left}`, `B  ${right}`]),
      ]
    }),
    '',
  ].join('\n')
}
