import { isNaming } from '../clauses/clause.js'
import { nounClause } from '../clauses/noun-clause.js'
import type { EventType } from '../event.js'
import type { Filler, Item } from '../phrases/noun-phrase.js'
import type { PhraseReader } from '../phrases/phrase-reader.js'
import type { NounPredicates } from './noun-predicates.js'
import { type Addressed, nameOwner, OF_STATES } from './owners.js'

/** Items behind a verb among which the deed is looked for that is threatened, refused or offered. */
const REACH = 6
/** Deeds of which it is told by these whom the speech is directed at. */
const THREATENED: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'SANCTION'])
const BLAMED: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'SANCTION', 'MOBILIZE', 'REJECT'])
const MEETING: ReadonlySet<EventType> = new Set(['CONSULT'])
const OFFERED: ReadonlySet<EventType> = new Set(['CONSULT', 'AID', 'SUPPORT'])
const DEEDS: ReadonlyMap<EventType, ReadonlySet<EventType>> = new Map([
  ['THREATEN', THREATENED],
  ['REJECT', MEETING],
  ['AGREE', OFFERED],
  ['ACCUSE', BLAMED],
])
/** Prepositions behind which stands what is threatened, refused or offered; none before an object. */
const ABOUT = new Set(['', 'ب', 'ل', 'علي', 'الي', 'عن'])
const BY = new Set(['', 'ب'])
const AVENGED = /^(?:رد|انتقام|ثار|قصاص|حساب)$/
/** What somebody asks for: to refuse or to grant it is to answer him. */
const ASKED =
  /^(?:طلب|عرض|مقترح|مقترحات|اقتراح|دعو[ةت]|دعوات|مبادر[ةت]|طلبات|مطالب|شروط|عروض|وساط[ةت]|اتهامات|انتقادات|تصريح|تصريحات|بيان|قرار|قرارات|موقف|مواقف|مزاعم|ادعاء|ادعاءات|تهديد|تهديدات|ضغوط|تدخل|تدخلات|املاءات|استقال[ةت]|اجراءات|ممارسات|سياس[ةت]|سياسات|محاول[ةت]|محاولات|خط[ةت]|خطط)$/

/**
 * Whom a threat, a refusal or an offer is directed at, where only the deed that it is about names him: «هدد بقصف المدينة», «رفض
 * طلب فلان», «استعداده للقاء فلان».
 */
export function addressedBy(
  type: EventType,
  from: number,
  items: readonly Item[],
  nouns: NounPredicates,
  reader: PhraseReader,
): readonly Addressed[] {
  const wanted = DEEDS.get(type)
  if (wanted === undefined) return []
  // «توعد بالانتقام لمقتل فلان»: what a threat is made for threatens nobody.
  const about = type === 'THREATEN' ? BY : ABOUT
  let deeds = false
  let asked = false
  for (let at = from; at < items.length && at < from + REACH; at++) {
    const item = items[at]
    if (isNaming(items, at, reader)) {
      at++
      continue
    }
    if (item === undefined || /^(?:verb|stop|opener|relative|negation)$/.test(item.kind)) return []
    if (item.kind !== 'phrase' || !about.has(item.preposition ?? '')) continue
    const [head, second] = item.phrase.fillers
    // «ندد بالتحركات غير القانونية لفلانة»
    if (type === 'ACCUSE' && item.preposition === 'ل' && deeds && head?.named === true && head.entity !== undefined)
      return [{ filler: head, entity: head.entity, make: undefined }]
    deeds ||= reader.words.slice(item.phrase.from, item.phrase.to).some(({ stem }) => OF_STATES.test(stem))
    if (head === undefined || second !== undefined) continue
    // «توعد بالرد على فلانة», «بالانتقام من فلان»
    if (type === 'THREATEN' && item.preposition === 'ب' && AVENGED.test(head.headKey)) {
      const whom = items[at + 1]
      const aim = whom?.kind === 'phrase' && /^(?:علي|من|ضد)$/.test(whom.preposition ?? '') ? whom.phrase.fillers : []
      const named = aim.filter(({ entity, named, of }) => named && entity !== undefined && of !== 'event')
      if (named.length > 0 && named.length === aim.length)
        return named.map((one) => ({ filler: one, entity: one.entity, make: undefined }))
    }
    if ((type === 'REJECT' || type === 'AGREE') && head.of !== 'person' && ASKED.test(head.headKey)) {
      // «رفض انتقادات لقرار الحكومة»: whose decision it is that others criticise is not whom the refusal is directed at.
      if (asked) return []
      asked = true
      const owner = ownerOf(head, reader)
      if (owner !== undefined) return owner
    }
    const deed = head.senses?.some(({ trigger }) => wanted.has(trigger.type as EventType)) === true
    if (head.of !== 'event' || !deed || reader.words[head.head]?.conjunction === true) continue
    const { prepositional, bare } = nounClause(items, at, reader)
    const telling = nouns
      .tellings(head, at, 'light', 'hypothetical', prepositional, bare, [], head.head)
      .find(({ trigger, parties }) => wanted.has(trigger.type as EventType) && parties.length > 0)
    // «ندد بقصف الجيش للمدينة»: to condemn a deed is to condemn who did it.
    if (type === 'ACCUSE') return telling?.parties.filter(({ role }) => role === 'actor') ?? []
    const sides = telling?.parties.filter(
      ({ role, slot }) => role === 'recipient' || (type === 'REJECT' && slot === 'genitive'),
    )
    return sides ?? []
  }
  return []
}

/** «طلب فلان», «دعوة الحكومة», «بيان نظيرتها»: whose request or word it is. */
function ownerOf(filler: Filler, reader: PhraseReader): readonly Addressed[] | undefined {
  if (filler.entity !== undefined || filler.pronoun !== undefined) return undefined
  const [owner, other] = filler.nested
  if (owner !== undefined) return other === undefined ? [{ filler, entity: owner, make: undefined }] : undefined
  return nameOwner(filler, reader)
}
