import { onCommand } from '../keyboard/commands.svelte.js'

const reachOf = (row: HTMLElement): HTMLElement => row.querySelector<HTMLElement>('[data-row-target]') ?? row

/** Lets `j` and `k` walk over the elements with `data-row` inside a container, and `o` follow the link of the current one. */
export function walkRows(container: () => HTMLElement | undefined): void {
  const move = (step: 1 | -1): void => {
    const rows = [...(container()?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    if (rows.length === 0) return
    const at = rows.findIndex((row) => row.contains(document.activeElement))
    const inView = rows.findIndex((row) => row.getBoundingClientRect().bottom > 0)
    const to = at === -1 ? Math.max(inView, 0) : Math.min(Math.max(at + step, 0), rows.length - 1)
    const row = rows[to]
    if (row === undefined) return
    reachOf(row).focus({ preventScroll: true })
    row.scrollIntoView({ block: 'nearest' })
  }
  onCommand('next', () => move(1))
  onCommand('previous', () => move(-1))
  onCommand('open', () => {
    const row = document.activeElement?.closest<HTMLElement>('[data-row]')
    row?.querySelector<HTMLAnchorElement>('a[data-row-target]')?.click()
  })
}
