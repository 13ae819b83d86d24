import { textOf, tokenize } from '../src/index.js'

/** Draws a tokenised text: tokens parted by spaces, the pieces of a word by `+`, the article's plain form in place. */
export const drawn = (value: string): string =>
  tokenize(textOf('article', value))
    .map((token) => token.segments.map((s) => s.form).join('+'))
    .join(' ')
