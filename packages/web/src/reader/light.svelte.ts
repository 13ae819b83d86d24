/** What is lit in the text: a claim with its cue and links, an event with its tellings, an entity with its mentions, or a stretch. */
export type Lit =
  | { readonly kind: 'claim' | 'event' | 'entity'; readonly id: string }
  | { readonly kind: 'stretch'; readonly start: number; readonly end: number }

const isSame = (a: Lit | undefined, b: Lit): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What is pointed at comes before what is held, and gives way to it again. */
export class Light {
  #pointed = $state.raw<Lit>()
  #held = $state.raw<Lit>()

  get current(): Lit | undefined {
    return this.#pointed ?? this.#held
  }

  /** True while this is lit, for whatever reason. */
  isOn(kind: 'claim' | 'event' | 'entity', id: string): boolean {
    const { current } = this
    return current?.kind === kind && current.id === id
  }

  isHeld(lit: Lit): boolean {
    return isSame(this.#held, lit)
  }

  point(lit: Lit | undefined): void {
    if (lit === undefined || !isSame(this.#pointed, lit)) this.#pointed = lit
  }

  /** Keeps it lit until something else is held or it is let go. */
  hold(lit: Lit | undefined): void {
    this.#held = lit
  }
}

/** The stretch of the text that an address points at: `at=120-184`. */
export function stretchIn(query: URLSearchParams): { readonly start: number; readonly end: number } | undefined {
  const match = /^(\d{1,7})-(\d{1,7})$/.exec(query.get('at') ?? '')
  if (match === null) return undefined
  const [start, end] = [Number(match[1]), Number(match[2])]
  return start < end ? { start, end } : undefined
}
