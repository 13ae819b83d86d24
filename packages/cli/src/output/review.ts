import type { Judgement, JudgementList, ReviewItem, ReviewList } from '@isnad/server'
import { figure, plural, printable, shortened } from './words.js'

/** The review queue and the judgements as people read them. */

type Side = ReviewItem['a']

const rolesOf = ({ roles }: Side): string =>
  roles.map(({ title, at }) => (at === null ? title.ar : `${title.ar} (${at.ar})`)).join('، ')

const sideText = (letter: string, side: Side): string[] => [
  `   ${letter}  ${printable(side.name.ar)}  [${plural(side.articles, 'article')}${side.from === null ? '' : `, ${side.from}${side.to === null || side.to === side.from ? '' : ` to ${side.to}`}`}]`,
  `      written ${side.variants.map(({ form }) => `«${printable(form)}»`).join(' ')}`,
  ...(side.roles.length === 0 ? [] : [`      ${printable(rolesOf(side))}`]),
  ...side.evidence.slice(0, 1).map(({ sentence }) => `      «${shortened(sentence.text, 160)}»`),
]

export const queueText = ({ items, total, behind }: ReviewList): string =>
  [
    ...(behind === 0 ? [] : [`${plural(behind, 'article')} still to be gathered; ask again later.`, '']),
    ...(items.length === 0 ? ['Nothing waits for a judgement.'] : []),
    ...items.flatMap(({ id, a, b, score, reasons }) => [
      `${id}  ${Math.round(100 * score)}% alike: ${reasons.map(({ en }) => printable(en)).join('; ')}`,
      ...sideText('A', a),
      ...sideText('B', b),
      '',
    ]),
    ...(total > items.length ? [`${figure(total - items.length)} more wait.`, ''] : []),
  ].join('\n')

const WORDS: Readonly<Record<Judgement['verdict'], string>> = {
  same: 'are one',
  different: 'are two',
  unsure: 'may be one or two',
}

export function judgementText({ id, at, verdict, a, b, by, reason, undone }: Judgement): string {
  const names = `${printable(a.name)} (${a.article}) and ${printable(b.name)} (${b.article})`
  const why = reason === '' ? '' : `, because ${printable(reason)}`
  const back = undone === null ? '' : `\n   taken back by ${printable(undone.by)}, ${undone.at}`
  return `${id}  ${names} ${WORDS[verdict]}: ${printable(by)}, ${at}${why}${back}\n`
}

export const judgementsText = ({ items }: JudgementList): string =>
  items.length === 0 ? 'Nothing has been judged yet.\n' : items.map(judgementText).join('')
