import type { EntityRegister } from '@isnad/entities'
import type { Passage, Span } from '@isnad/text'
import type { Attribution, AttributionContext, Hedge } from './attribution.js'
import { ChainBuilder } from './chains.js'
import { findCues } from './cues/find-cues.js'
import { creditedIn } from './extents.js'
import { quoteOf } from './quote-kind.js'
import { bodyOf } from './reading/body.js'

/** Every attribution of an article's body, in text order. Speakers without a name are added to the register. */
export function findAttributions(
  passage: Passage,
  entities: EntityRegister,
  context: AttributionContext = {},
): readonly Attribution[] {
  const body = bodyOf(passage, entities)
  const chains = new ChainBuilder(body, entities, context)
  const found: Omit<Attribution, 'id'>[] = []
  for (const unit of body.units) {
    const { cues, voices } = findCues(body, unit)
    const credited = creditedIn(body, unit, cues)
    for (const { cue, claims, chain, stance, hedge } of chains.build(unit, credited, voices)) {
      if (chain.length === 0) continue
      found.push({
        ...(cue.span === undefined ? {} : { cue: cue.span }),
        rule: cue.rule,
        claims,
        chain,
        stance,
        quote: quoteOf(body, claims, body.words[cue.at]?.start ?? 0),
        ...hedged(hedge ?? hedgeOf(passage.text.value, claims)),
      })
    }
  }
  const place = ({ cue, claims }: Omit<Attribution, 'id'>): number => cue?.start ?? claims[0]?.start ?? 0
  return found
    .sort((a, b) => place(a) - place(b))
    .map((attribution, index) => ({ id: `a${index + 1}`, ...attribution }))
}

const hedged = (hedge: Hedge | undefined): { readonly hedge?: Hedge } => (hedge === undefined ? {} : { hedge })

const POSSIBLE = /^(?:قد|ربما|لعل|يمكن|من الممكن|من المحتمل)(?![\p{L}\p{M}])/u
const LIKELY = /^(?:من المرجح|من المتوقع|على الأرجح|الأرجح)(?![\p{L}\p{M}])/u

/** «ما سماه», «ما وصفته بـ», «ما يسمى»: the outlet says that the word is not its own. */
const NAMED_SO =
  /(?<![\p{L}\p{M}])[وفبل]?(?:ما|عما|مما|بما|لما|فيما)\s+(?:أسما|سما|أسمت|سمت|يسم[ىي]|تسم[ىي]|يسمي|تسمي|سمي|وصف|يصف|تصف|اعتبر)(?:ه|ها|هم|ته|تها|ت|وه|وها|ونه|ونها|اه|اها)?(?![\p{L}\p{M}])/u
/** «المزعوم», «المزعومة» behind a noun. */
const ALLEGED = /(?<![\p{L}\p{M}])(?:ال)?مزعوم(?:ة|ين|ون|ات)?(?![\p{L}\p{M}])/u

/** How sure the speaker himself is, by the first words of his claim; or how far the outlet keeps from its words. */
function hedgeOf(value: string, claims: readonly Span[]): Hedge | undefined {
  const said = claims.map(({ start, end }) => value.slice(start, end)).join(' ')
  if (NAMED_SO.test(said) || ALLEGED.test(said)) return 'distancing'
  const first = claims[0] === undefined ? '' : value.slice(claims[0].start, claims[0].start + 24)
  return POSSIBLE.test(first) ? 'possible' : LIKELY.test(first) ? 'likely' : undefined
}
