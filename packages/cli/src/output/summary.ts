import { relative } from 'node:path'
import type { Account, NotAdded } from '../load.js'
import { durationText, figure, plural, shortened } from './words.js'

const LISTED = 20

/** A path as the user would type it, from where he stands. */
export const shownPath = (source: string, cwd: string): string => {
  if (!source.startsWith('/')) return source
  const near = relative(cwd, source)
  return near === '' || near.startsWith('../../') ? source : near
}

const place = ({ source, position }: NotAdded, cwd: string): string =>
  `${source === '-' ? 'standard input' : shownPath(source, cwd)}${position === undefined ? '' : `:${position}`}`

/** What a load came to: figures, then what was not added and why, then how to go on. */
export function summary(account: Account, milliseconds: number, cwd: string): string {
  const captures = account.added + account.known + account.removed + account.rejected + account.failed
  const parts = [
    `${figure(account.added)} added`,
    ...(account.known > 0 ? [`${figure(account.known)} known already`] : []),
    ...(account.removed > 0
      ? [`${figure(account.removed)} deleted before and left out (--restore takes them back in)`]
      : []),
    ...(account.rejected > 0 ? [`${figure(account.rejected)} without an article`] : []),
    ...(account.failed > 0 ? [`${figure(account.failed)} failed`] : []),
  ]
  const rate = milliseconds > 1000 ? `, ${figure(Math.round(captures / (milliseconds / 1000)))}/s` : ''
  const lines = [`${plural(captures, 'page')}: ${parts.join(', ')} (${durationText(milliseconds)}${rate})`]
  if (account.notAdded.length > 0) {
    lines.push('', 'Not added:')
    for (const entry of account.notAdded.slice(0, LISTED))
      lines.push(`  ${place(entry, cwd)}: ${shortened(entry.detail, 160)} [${entry.reason}]`)
    const more = account.rejected + account.failed - Math.min(LISTED, account.notAdded.length)
    if (more > 0) lines.push(`  … and ${figure(more)} more: isnad status --failures`)
    lines.push('', 'They are kept in the list of failures; when their cause is gone: isnad retry')
  }
  return `${lines.join('\n')}\n`
}

/** 1 when something failed, or when nothing at all became an article. */
export const exitCode = ({ added, known, removed, rejected, failed }: Account): number =>
  failed > 0 || (rejected > 0 && added + known + removed === 0) ? 1 : 0
