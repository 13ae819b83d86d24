// The two widths at which the markup itself changes; the style sheets use the same figures.
const wide = matchMedia('(min-width: 87.5rem)')
const narrow = matchMedia('(max-width: 60rem)')

let isWide = $state(wide.matches)
let isNarrow = $state(narrow.matches)
wide.addEventListener('change', () => {
  isWide = wide.matches
})
narrow.addEventListener('change', () => {
  isNarrow = narrow.matches
})

/** Room for three columns. */
export const hasThreeColumns = (): boolean => isWide

/** Room for one column only. */
export const hasOneColumn = (): boolean => isNarrow
