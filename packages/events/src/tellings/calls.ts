import type { Telling } from '../clauses/telling.js'
import type { EventStatus } from '../event.js'
import type { Filler, Item, NounPhrase, Prepositional } from '../phrases/noun-phrase.js'
import { inRole, type Party } from '../phrases/parties.js'
import type { PhraseReader } from '../phrases/phrase-reader.js'
import type { Assembler } from './assemble.js'
import type { Referents } from './referents.js'

/** Words between a call and what is called for. */
const LONGEST_CALL = 14
/** Prepositions behind which stands what somebody is called upon to do. */
const CALLED_FOR = new Set(['الي', 'ل', 'علي'])
const REQUESTING = 'event.talab'
const NEED = /^(?:ضرورة|وجوب)$/
/** Masdars whose genitive is who is to do it, where a masdar of another verb may have its object there («ضرورة دعم السكان»). */
const DONE_BY =
  /^(?:التزام|قيام|تحمل|انسحاب|امتناع|استجابة|توقف|تراجع|تخلي|خروج|مغادرة|مشاركة|تدخل|انخراط|عودة|تعاون|احترام|كف|تجاوب)$/

/** A protest that somebody calls for: of those called upon, who are asked to, or of the callers, who plan it. */
export function calledFor(
  filler: Filler,
  preposition: string | undefined,
  found: readonly Telling[],
): { readonly status: EventStatus; readonly parties: readonly Party[] } | undefined {
  if (!CALLED_FOR.has(preposition ?? '')) return undefined
  if (filler.senses?.some(({ trigger }) => trigger.type === 'PROTEST') !== true) return undefined
  const call = found.findLast(
    ({ trigger, part, at }) => trigger.type === 'REQUEST' && part === 'verb' && at < filler.head,
  )
  if (call === undefined || filler.head - call.at > LONGEST_CALL || call.status !== 'asserted') return undefined
  const addressed = call.parties.filter(({ role }) => role === 'recipient')
  if (addressed.length > 0) return { status: 'demanded', parties: addressed.map((party) => inRole(party, 'actor')) }
  const callers = call.parties.filter(({ role, entity }) => role === 'actor' && entity !== undefined)
  return callers.length === 0 ? undefined : { status: 'planned', parties: callers }
}

/** «شدد الوزير على ضرورة أن تلتزم الدولة بالاتفاق»: who says that somebody must do something asks it of him. */
export function urgingTelling(
  item: number,
  items: readonly Item[],
  reader: PhraseReader,
  assembler: Assembler,
  referents: Referents,
): Telling | undefined {
  const need = items[item]
  const trigger = reader.vocabulary.entry(REQUESTING)
  const speaker = referents.sayer
  if (need?.kind !== 'phrase' || trigger === undefined || speaker === undefined) return undefined
  const head = need.phrase.fillers[0]
  const word = reader.words[head?.head ?? -1]
  if (head === undefined || word === undefined || word.article || !NEED.test(word.stem)) return undefined
  const addressed = mustAct(item, head, items, reader)
  const choices = [{ role: 'recipient' as const, accepts: 'who' as const }]
  const recipients = addressed === undefined ? [] : assembler.parties(addressed, choices, 'object', trigger)
  const known = recipients.filter(({ entity }) => entity !== undefined && entity.id !== speaker.fillers[0]?.entity?.id)
  if (known.length === 0) return undefined
  const actors = assembler.parties(speaker, [{ role: 'actor' }], 'carried', trigger)
  if (actors.length === 0) return undefined
  const prepositional: readonly Prepositional[] = []
  return assembler.telling({
    at: item,
    word: head.head,
    trigger,
    part: 'light',
    parties: [...actors, ...known],
    prepositional,
    times: [],
    frame: trigger.frame,
    status: 'asserted',
    passive: false,
    definite: false,
    plural: false,
    from: head.head,
    to: head.head + 1,
  })
}

/** Who must act: the subject of the verb behind «ضرورة أن», or whose the masdar in construct with «ضرورة» is. */
function mustAct(item: number, head: Filler, items: readonly Item[], reader: PhraseReader): NounPhrase | undefined {
  const opener = items[item + 1]
  if (opener?.kind === 'opener' && opener.key === 'ان') {
    const verb = items[item + 2]
    const subject = items[item + 3]
    return verb?.kind === 'verb' && subject?.kind === 'phrase' && subject.preposition === undefined
      ? subject.phrase
      : undefined
  }
  const masdar = head.head + 1
  if (!DONE_BY.test(reader.words[masdar]?.stem ?? '') || reader.words[masdar]?.article === true) return undefined
  return reader.phrase(masdar + 1)
}
