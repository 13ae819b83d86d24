import type { ListedEntry, Operation } from '@isnad/lexicon'
import { figure } from '../output/words.js'

const list = (cell: string | undefined): string => (cell ?? '').replaceAll('|', '، ')

/** One entry on one line: id, names, variants. */
export function entryText({ table, cells, isUsers }: ListedEntry): string {
  const names = [cells.ar, cells.en].filter((name, i, all) => name && all.indexOf(name) === i).join(' · ')
  const variants = [list(cells.variants_ar), list(cells.variants_en)].filter((names) => names !== '').join(' · ')
  const what = [table, cells.kind, cells.type, cells.country].filter((word) => word).join(', ')
  return `${cells.id}  ${names}${variants === '' ? '' : ` (${variants})`}  [${what}${isUsers ? ', yours' : ''}]\n`
}

/** One operation on one line. */
export function operationText(operation: Operation, stands: boolean): string {
  return `${String(operation.n).padStart(4)}  ${operation.at.slice(0, 16).replace('T', ' ')}  ${deedText(operation)}${stands || operation.do === 'undo' ? '' : '  [undone]'}\n`
}

function deedText(operation: Operation): string {
  const because = (reason: string): string => (reason === '' ? '' : `: ${reason}`)
  switch (operation.do) {
    case 'import':
      return `import ${figure(operation.rows)} from ${operation.from.join(', ')}`
    case 'add':
      return `add ${operation.row.id} ${operation.row.ar}`
    case 'merge':
      return `merge ${operation.from.join(', ')} into ${operation.into}${because(operation.because)}`
    case 'split':
      return `split ${operation.names.join('، ')} from ${operation.of} as ${operation.as}${because(operation.because)}`
    case 'undo':
      return `undo ${operation.of}`
  }
}
