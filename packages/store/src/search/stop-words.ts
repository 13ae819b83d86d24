import { searchTerms } from '@isnad/text'

/** Words that stand in nearly every article. They are indexed, and matter in phrases; alone they narrow nothing. */
const PRINTED =
  'في من على إلى عن مع أن إن أنّ إنّ ما لا لم لن قد هو هي هم هذا هذه ذلك تلك التي الذي الذين بين بعد قبل كان كانت كما أو و ثم حتى عند منذ كل بل إذا لكن غير أي the a an of in on at to and or is was for by with from as that this it'

let words: ReadonlySet<string> | undefined

export function isStopWord(exact: string): boolean {
  words ??= new Set(searchTerms(PRINTED).map((term) => term.exact))
  return words.has(exact)
}
