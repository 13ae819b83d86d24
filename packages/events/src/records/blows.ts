import { changedTelling, type Telling } from '../clauses/telling.js'
import { INJURING } from '../forms/function-words.js'
import type { Word } from '../forms/words.js'
import { inRole, type Party } from '../phrases/parties.js'

const BY_WAY_OF = new Set('في ب بسبب اثر جراء نتيجة خلال عقب'.split(' '))
/** Verbs that say what a blow led to: «أسفر عن مقتل», «أودى بحياة», «أوقع قتلى». */
const LED_TO =
  /^(?:[يت]?(?:ا?سفر|ودي|تسبب|خلف|وقع|وقعت)(?:ت)?|ا(?:سفر|دي|ودي|وقع)(?:ت)?|راحت?|ادت|[يت]ؤدي|مخلفا|مخلفة|مسفرا|مسفرة)$/
/** Such a verb in front of the blow. */
const LEADS = /^[يت](?:سفر|ودي|ؤدي|تسبب|خلف)$|^ا(?:سفر|دي|ودي|وقع)ت?$|^(?:ادت|خلفت?|تسببت?)$/
/** How far behind a blow its dead may stand, in words. */
const FARTHEST = 24

/** Joins what one sentence tells of one blow: the hurt beside the dead, the dead and the attack in which they died. */
export function withHurt(tellings: readonly Telling[], words: readonly Word[]): Telling[] {
  const joined: Telling[] = []
  for (const telling of tellings) {
    const hurt = telling.trigger.type === 'ASSAULT' && INJURING.has(words[telling.at]?.stem ?? '')
    const at = hurt
      ? joined.findLastIndex((one) => one.trigger.type === 'ASSAULT' && one.status === telling.status)
      : -1
    const blow = joined[at]
    const last = joined.at(-1)
    if (last !== undefined && (strikes(last, telling, words) || ledTo(last, telling, words))) {
      // «قتل ثلاثة في هجوم شنه مسلحون»: the attack is what killed them.
      joined[joined.length - 1] = changedTelling(last, {
        parties: [...byWhom(last), ...byWhom(telling)],
        place: last.place ?? telling.place,
        times: last.times.length > 0 ? last.times : telling.times,
      })
      continue
    }
    if (blow !== undefined && (telling.parties.every(isRecipient) || hurtTogether(blow, telling, words)))
      joined[at] = changedTelling(blow, { parties: [...blow.parties, ...telling.parties] })
    else joined.push(telling)
  }
  return joined
}

const isRecipient = ({ role }: Party): boolean => role === 'recipient'

/** «قتل حارس وأصيب اثنان برصاص مسلح»: whoever hurt the one killed the other. */
const hurtTogether = (dead: Telling, hurt: Telling, words: readonly Word[]): boolean =>
  words[hurt.at]?.conjunction === true &&
  dead.part === hurt.part &&
  dead.parties.length > 0 &&
  dead.parties.every(isRecipient) &&
  !words.slice(dead.at, hurt.at).some(({ token }) => token.kind === 'punctuation')

/**
 * «قتل ثلاثة في معارك ضد الحركة», «قتل رجل في قصف قوات الحكومة»: whom the dead fought against dealt the blow, and so did the body in construct
 * with the noun of a blow that others died of.
 */
function byWhom({ part, parties, trigger }: Telling): readonly Party[] {
  if (parties.some(({ role }) => role === 'actor')) return parties
  const owns = ({ slot, entity, filler }: Party): boolean =>
    part !== 'verb' &&
    trigger.id === 'event.qasaf' &&
    (slot === 'genitive' || slot === 'ل') &&
    (filler.of === 'body' || (filler.named && entity?.type === 'ORG'))
  return parties.map((party) =>
    party.role === 'recipient' && (party.slot === 'ضد' || owns(party)) ? inRole(party, 'actor') : party,
  )
}

/** True when the second telling is the blow in which those of the first died: a noun behind «في», «جراء», no stop between. */
function strikes(dead: Telling, blow: Telling, words: readonly Word[]): boolean {
  if (dead.trigger.type !== 'ASSAULT' || blow.trigger.type !== 'ASSAULT' || dead.status !== blow.status) return false
  // «أودى تفجير بحياة ثلاثة»
  if (dead.trigger.id === 'event.awda-hayat' && blow.at - dead.at === 1) return true
  if (blow.part === 'verb' || blow.at - dead.at > 14) return false
  if (dead.parties.some(({ role }) => role !== 'recipient') || dead.parties.length === 0) return false
  const noun = words[blow.at]
  const before = words[blow.at - 1]
  if (noun?.preposition !== 'ب' && !BY_WAY_OF.has(before?.whole ?? '')) return false
  return !parted(dead, blow, words)
}

/** «هجوم شنه مسلحون أسفر عن مقتل ثلاثة»: the dead behind a verb of outcome are the blow's. */
function ledTo(blow: Telling, dead: Telling, words: readonly Word[]): boolean {
  if (blow.trigger.type !== 'ASSAULT' || dead.trigger.type !== 'ASSAULT' || dead.status !== blow.status) return false
  if (dead.parties.length === 0 || dead.parties.some(({ role }) => role !== 'recipient')) return false
  // «أسفرت المواجهات عن مقتل ثلاثة»: what needs its doers and has none tells less than the deaths.
  if (blow.parties.length === 0 && blow.trigger.needs.includes('actor')) return false
  if (dead.at - blow.at > FARTHEST || parted(blow, dead, words)) return false
  // «أسفر هجوم الحركة عن مقتل ثلاثة»: the verb of outcome may stand before its subject.
  const fronted = LED_TO.test(words[blow.at - 1]?.whole ?? '') && blow.parties.some(({ role }) => role === 'actor')
  const from = fronted ? blow.at - 1 : blow.at + 1
  if (blow.parties.length > 0 && LEADS.test(words[blow.at - 1]?.whole ?? '')) return true
  return words.slice(from, dead.at).some(({ whole }) => LED_TO.test(whole))
}

const parted = (first: Telling, second: Telling, words: readonly Word[]): boolean =>
  words.slice(first.at, second.at).some(({ token }) => /^[.؛؟!]$/.test(token.text))
