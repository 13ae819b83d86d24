import { tick } from 'svelte'
import { type Route, routeOf } from './routes.js'

interface Place {
  readonly path: string
  readonly query: URLSearchParams
  readonly route: Route
  /** True when this place was come back to, so that it should look as it was left. */
  readonly returned: boolean
}

interface HistoryState {
  readonly scroll?: number
}

const here = (returned: boolean): Place => ({
  path: location.pathname,
  query: new URLSearchParams(location.search),
  route: routeOf(location.pathname),
  returned,
})

let place = $state.raw<Place>(here(false))

/** Where the application is; reading it inside a component or effect follows navigation. */
export const currentPlace = (): Place => place

const rememberScroll = (): void => {
  history.replaceState({ ...(history.state as HistoryState | null), scroll: scrollY }, '')
}

/** Goes to an address of the application. `replace` leaves no step to come back to: filters, tabs, a query being typed. */
export async function navigate(to: string, options: { replace?: boolean; keepScroll?: boolean } = {}): Promise<void> {
  if (options.replace) history.replaceState(history.state, '', to)
  else {
    rememberScroll()
    history.pushState({}, '', to)
  }
  const before = place.route
  place = here(false)
  await tick()
  if (options.keepScroll || options.replace) return
  scrollTo({ top: 0 })
  // A reader who works by ear or keyboard goes on at the new screen's heading, not at the link that was followed.
  if (before.screen !== place.route.screen)
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
}

/** Follows history and takes over plain clicks on links inside the application. Returns how to stop. */
export function startRouter(): () => void {
  history.scrollRestoration = 'manual'
  const onPop = async (event: PopStateEvent): Promise<void> => {
    place = here(true)
    await tick()
    requestAnimationFrame(() => scrollTo({ top: (event.state as HistoryState | null)?.scroll ?? 0 }))
  }
  const onClick = (event: MouseEvent): void => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link === null || link.target !== '' || link.hasAttribute('download') || link.origin !== location.origin) return
    if (link.pathname.startsWith('/api/') || link.hasAttribute('data-outside')) return
    if (link.hash !== '' && link.pathname === location.pathname) return
    event.preventDefault()
    void navigate(link.pathname + link.search, { keepScroll: link.hasAttribute('data-keep-scroll') })
  }
  addEventListener('popstate', onPop)
  addEventListener('pagehide', rememberScroll)
  document.addEventListener('click', onClick)
  return () => {
    removeEventListener('popstate', onPop)
    removeEventListener('pagehide', rememberScroll)
    document.removeEventListener('click', onClick)
  }
}
