/** What the letters of a printed word tell, its clitics parted from it. */
export interface Letters {
  /** Key of the token without its conjunction, every other clitic kept. */
  readonly whole: string
  /** Key of the stem without ال and pronoun. */
  readonly stem: string
  readonly conjunction: boolean
  /** ب, ل or ك attached in front. */
  readonly preposition: string | undefined
  readonly future: boolean
  readonly article: boolean
  readonly pronoun: string | undefined
}
