import type { HappeningDocument, HappeningList, HappeningSummary } from '@isnad/server'
import { aboutArticle, originsText, titleOf } from './relations.js'
import { plural, printable, shortened } from './words.js'

/** Happenings as people read them. */

const gathered = (behind: number): string[] =>
  behind === 0 ? [] : [`${plural(behind, 'article')} still to be gathered; ask again later.`, '']

function headText({ sentence, day, place, statuses, articles, asFact, id }: HappeningSummary): string {
  const facts = [
    day ?? 'undated',
    ...(place === null ? [] : [printable(place.ar)]),
    statuses.join(' / '),
    plural(articles, 'article'),
    ...(asFact ? [] : ['for review']),
    id,
  ]
  return `${printable(sentence.ar)}\n   ${facts.join(' · ')}`
}

export const happeningsText = ({ items, behind }: HappeningList): string =>
  [
    ...gathered(behind),
    ...(items.length === 0 ? ['No two articles tell of one occurrence.'] : []),
    ...items.map(headText),
    '',
  ].join('\n')

export function happeningText(happening: HappeningDocument): string {
  const { accounts, compared, origins, behind } = happening
  const articles = new Map(accounts.map(({ article }) => [article.id, article]))
  const outletOf = (id: string): string => articles.get(id)?.outlet?.name ?? id
  return [
    headText(happening),
    '',
    ...gathered(behind),
    ...compared.flatMap(({ attribute, about, verdict, values }) => [
      `${attribute}${about === null ? '' : ` (${printable(about.ar)})`}: ${verdict}`,
      ...values.map(
        ({ value, label, articles: tellers }) =>
          `   ${printable(label?.en ?? value)}  — ${tellers.map((id) => printable(outletOf(id))).join('، ')}`,
      ),
    ]),
    ...(compared.length === 0 ? [] : ['']),
    ...accounts.flatMap(({ article, status, evidence, chains, reasons }) => [
      `── ${status}  ${titleOf(article)}\n   ${aboutArticle(article)}`,
      ...evidence.slice(0, 1).map(({ text }) => `   «${shortened(text, 200)}»`),
      ...chains.map(({ links }) => `   ${links.map(({ name }) => printable(name.ar)).join(' ← ')}`),
      `   ${reasons.map(({ en }) => printable(en)).join('; ')}`,
      '',
    ]),
    ...originsText(origins, articles.size),
    '',
  ].join('\n')
}
