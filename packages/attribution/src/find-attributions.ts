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
  const found: Found[] = []
  for (const unit of body.units) {
    const { cues, voices } = findCues(body, unit)
    const credited = creditedIn(body, unit, cues)
    for (const { cue, claims, chain, stance, hedge } of chains.build(unit, credited, voices)) {
      if (chain.length === 0) continue
      found.push({
        cue: cue.span,
        rule: cue.rule,
        claims,
        chain,
        stance,
        quote: quoteOf(body, claims, body.words[cue.at]?.start ?? 0),
        hedge: hedge ?? hedgeOf(passage.text.value, claims, entities),
      })
    }
  }
  const place = ({ cue, claims }: Found): number => cue?.start ?? claims[0]?.start ?? 0
  return found
    .sort((a, b) => place(a) - place(b))
    .map(({ cue, rule, claims, chain, stance, quote, hedge }, index) => ({
      id: `a${index + 1}`,
      cue,
      rule,
      claims,
      chain,
      stance,
      quote,
      hedge,
    }))
}

type Found = Omit<Attribution, 'id'>

const POSSIBLE = /^(?:قد|ربما|لعل|يمكن|من الممكن|من المحتمل)(?![\p{L}\p{M}])/u
const LIKELY = /^(?:من المرجح|من المتوقع|على الأرجح|الأرجح)(?![\p{L}\p{M}])/u

/** «ما سماه», «ما وصفته بـ», «ما يسمى»: the outlet says that the word is not its own. */
const NAMED_SO =
  /(?<![\p{L}\p{M}])[وفبل]?(?:ما|عما|مما|بما|لما|فيما)\s+(?:أسما|سما|أسمت|سمت|يسم[ىي]|تسم[ىي]|يسمي|تسمي|سمي|وصف|يصف|تصف|اعتبر)(?:ه|ها|هم|ته|تها|ت|وه|وها|ونه|ونها|اه|اها)?(?![\p{L}\p{M}])/u
/** «المزعوم», «المزعومة» behind a noun. */
const ALLEGED = /(?<![\p{L}\p{M}])(?:ال)?مزعوم(?:ة|ين|ون|ات)?(?![\p{L}\p{M}])/u

const OPENING_MARK = /["«“]/
/** One to three words between quotation marks. */
const QUOTED_WORDS = /["«“]\s*((?:[\p{L}\p{M}]+\s*){1,3})["»”]/gu

/**
 * Words that take a side. Titles of books and songs, terms and nicknames stand between the same marks and are far more frequent, so
 * only these are told.
 */
const LOADED =
  /^["«“]\s*[وبلف]?(?:ال)?(?:[إا]رهاب|متمرد|تمرد|انقلاب|عدو|أعداء|عميل|عملاء|خائن|خون|مؤامر|مقاوم|شهيد|شهداء|تحرير|محرر|انتصار|مرتزق|استفزاز|عدوان|احتلال|غزو|غزاة|مجاهد|جهاد|ثوار|شرعي|كفار|مرتد|صليبي|صهيوني|خلافة|معتدل|متشدد|مخرب|بلطجي|إصلاح|ديمقراطي)/u

/** Marks around a word or two that name nobody, «قتل "إرهابيين"»: the word is the speaker's, not the outlet's. */
function isScared(value: string, claim: Span, entities: EntityRegister): boolean {
  const said = value.slice(claim.start, claim.end)
  if (!OPENING_MARK.test(said)) return false
  for (const { 0: printed, index } of said.matchAll(QUOTED_WORDS)) {
    const at = { start: claim.start + index, end: claim.start + index + printed.length }
    // What is quoted whole is the speaker's sentence, and a name is quoted as a name.
    if (printed.length > said.length / 2 || !/\p{L}/u.test(value.charAt(at.start - 2))) continue
    if (LOADED.test(printed) && entities.within(at).length === 0) return true
  }
  return false
}

/** How sure the speaker himself is, by the first words of his claim; or how far the outlet keeps from its words. */
function hedgeOf(value: string, claims: readonly Span[], entities: EntityRegister): Hedge | undefined {
  const said = claims.map(({ start, end }) => value.slice(start, end)).join(' ')
  const distant = (said.includes('ما') && NAMED_SO.test(said)) || (said.includes('مزعوم') && ALLEGED.test(said))
  if (distant || claims.some((claim) => isScared(value, claim, entities))) {
    return 'distancing'
  }
  const first = claims[0] === undefined ? '' : value.slice(claims[0].start, claims[0].start + 24)
  return POSSIBLE.test(first) ? 'possible' : LIKELY.test(first) ? 'likely' : undefined
}
