import { type Article, type ArticleMetadata, type Page, ruleOf, type Stated } from '@isnad/page'
import type { TimeMention } from '@isnad/server'
import { cover } from '@isnad/text'
import { plural, printable, shortened } from './words.js'

/** A reading as a person wants to see it in a terminal. */

const PLACES: Readonly<Record<Stated<unknown>['from'], string>> = {
  given: 'given with the page',
  'json-ld': 'in the JSON-LD',
  meta: 'in a meta element',
  microdata: 'in the microdata',
  'time-element': 'in a time element',
  text: 'printed on the page',
  url: 'in the address',
  link: 'in a link element',
  'title-element': 'in the title element',
}

const printedWords = (stated: Stated<unknown>, page: Page): string => {
  if (stated.page === undefined) return PLACES[stated.from]
  return `${PLACES[stated.from]}: «${shortened(cover(page.text, stated.page), 60)}»`
}

function metadataRows(metadata: ArticleMetadata, page: Page): [string, string][] {
  const rows: [string, string][] = []
  const text = (name: string, stated: Stated<string> | undefined): void => {
    if (stated !== undefined) rows.push([name, `${shortened(stated.value, 120)}  (${printedWords(stated, page)})`])
  }
  const time = (name: string, stated: ArticleMetadata['published']): void => {
    if (stated === undefined) return
    const { local, zone } = stated.value
    rows.push([name, `${local}${zone === undefined ? '' : ` ${zone}`}  (${printedWords(stated, page)})`])
  }
  text('outlet', metadata.outlet)
  time('published', metadata.published)
  time('modified', metadata.modified)
  text('byline', metadata.byline)
  text('dateline', metadata.dateline)
  text('section', metadata.section)
  text('address', metadata.canonicalUrl)
  for (const credit of metadata.credits)
    rows.push([
      'credit',
      `${credit.kind}${credit.name === undefined ? '' : ` ${printable(credit.name)}`}  («${shortened(credit.text, 80)}»)`,
    ])
  rows.push(['language', `${metadata.language}, ${metadata.direction === 'rtl' ? 'right to left' : 'left to right'}`])
  rows.push(['encoding', `${page.encoding}, told by ${page.encodingFrom}`])
  return rows
}

/** What was taken out: every block of the page that the article does not hold, in page order. */
const removedBlocks = (article: Article) =>
  article.blocks.filter((block) => block.article === undefined).sort((a, b) => a.page.start - b.page.start)

const reasonOf = (rule: string): string => ruleOf(rule)?.en ?? rule

/** Removals in full, each with its reason. */
export const removalsText = (article: Article): string =>
  removedBlocks(article)
    .map(({ label, rule, text, page }) => {
      const words = label === 'privacy-token' ? '(personal data, never shown or stored)' : printable(text)
      return `${label}  ${reasonOf(rule)} [${rule}] at ${page.start}–${page.end}\n    ${words}\n`
    })
    .join('')

/** The stretch that a time covers, up to its end; an open side is a dot row. */
const stretchOf = ({ from, to }: TimeMention): string => (from === undefined ? '' : `  [${from ?? '…'}, ${to ?? '…'})`)

/** Each time with its place in the article's text, what it means, the stretch it covers, and what it counts from. */
export const timesText = (times: readonly TimeMention[]): string =>
  times.length === 0
    ? 'The article names no time.\n'
    : times
        .map((time) => {
          const counted = time.fromPublication ? '  counted from the publication' : ''
          const words = shortened(time.text, 60)
          return `${time.start}–${time.end}  «${words}»  ${time.describe.en}${stretchOf(time)}${counted}\n`
        })
        .join('')

const MOST_REMOVALS = 30

/** A reading in full; `annotated` are the lines of what was found in it. */
export function readingText(article: Article, page: Page, annotated: readonly string[]): string {
  const rows = metadataRows(article.metadata, page)
  const width = Math.max(...rows.map(([name]) => name.length)) + 2
  const removed = removedBlocks(article)
  const printed = article.title === undefined ? undefined : printable(cover(article.text, article.title))
  const title =
    printed ??
    (page.given?.title === undefined ? '(no title)' : `${printable(page.given.title)}  (given with the page)`)
  return [
    title,
    '',
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}${value}`),
    '',
    ...article.body.flatMap((span) => [printable(cover(article.text, span)), '']),
    ...annotated,
    removed.length === 0 ? 'Nothing was removed.' : `Removed: ${plural(removed.length, 'piece')}`,
    ...removed.slice(0, MOST_REMOVALS).map(({ label, rule, text }) => {
      const words = label === 'privacy-token' ? '(personal data)' : `«${shortened(text, 60)}»`
      return `  ${label.padEnd(14)}${reasonOf(rule)}: ${words}`
    }),
    ...(removed.length > MOST_REMOVALS
      ? [`  … and ${removed.length - MOST_REMOVALS} more: --removed shows all in full`]
      : []),
    '',
  ].join('\n')
}
