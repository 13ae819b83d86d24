import type { Entity, EntityType } from '@isnad/entities'
import type { EventTrigger, FillerClass, FrameChoice, FrameRole } from '@isnad/lexicon'
import type { Filler, NounPhrase } from './noun-phrase.js'

/** Somebody or something in a role: an entity, or words for which one is made when the event is kept. */
export interface Party {
  readonly role: FrameRole
  readonly filler: Filler
  readonly entity?: Entity | undefined
  /** Type of the nameless entity to make. */
  readonly make?: EntityType | undefined
  /** How the slot was read: `subject`, `object`, a preposition, `carried`. */
  readonly slot: string
}

/** The same party in another role, in the shape of all parties. */
export const inRole = ({ filler, slot, entity, make }: Party, role: FrameRole): Party => ({
  role,
  filler,
  slot,
  entity,
  make,
})

const DEFAULT_CLASS: Readonly<Record<FrameRole, FillerClass>> = {
  actor: 'who',
  recipient: 'target',
  attendee: 'who',
  object: 'who',
  beneficiary: 'who',
  place: 'place',
  topic: 'any',
}

const TAKES: Readonly<Record<FillerClass, ReadonlySet<EntityType>>> = {
  who: new Set(['PER', 'ORG', 'GPE']),
  person: new Set(['PER']),
  body: new Set(['ORG', 'GPE']),
  target: new Set(['PER', 'ORG', 'GPE', 'FAC', 'PROD', 'LOC']),
  place: new Set(['GPE', 'LOC', 'FAC']),
  land: new Set(['GPE', 'LOC']),
  site: new Set(['FAC']),
  thing: new Set(['PROD']),
  crowd: new Set(['PER']),
  any: new Set(['PER', 'ORG', 'GPE', 'LOC', 'FAC', 'EVT-NAME', 'PROD']),
}

/** Types whose abstract objects stand for those they belong to: to blame «سياسات الحكومة» is to blame the government. */
const THROUGH_ABSTRACT: ReadonlySet<string> = new Set(['ACCUSE', 'PROTEST', 'SUPPORT'])

/** Deeds done to vehicles: struck, seized. */
const SEIZED: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE'])
/** «حظرت أنشطة الحزب»: what a body does or owns stands for it where that is banned or frozen. */
const OWNED = /^(?:انشطة|نشاط|نشاطات|اموال|اصول|حسابات|عضوية|صادرات|ممتلكات|ارصدة|صفحات|مواقع)$/
const BANNED: ReadonlySet<string> = new Set(['COERCE', 'SANCTION'])

const MADE: Partial<Record<Filler['of'], EntityType>> = {
  person: 'PER',
  group: 'PER',
  number: 'PER',
  quantity: 'PER',
  body: 'ORG',
  site: 'FAC',
  vehicle: 'PROD',
}

const STRIKING = /^(?:طائر|طيران|مقاتل|مروحي|مسير|دباب|مدفع|مدافع|صاروخ|صواريخ|قذيفة|قذائف)/

/** Bodies that travel like people. */
const DELEGATIONS = new Set(['وفد', 'وفود', 'بعثة'])

/** What is called after the city where it was held or signed. */
const CALLED_AFTER =
  /^(?:اعلان|بيان|وثيق[ةت]|ميثاق|مبادر[ةت]|مؤتمر|قم[ةت]|معاهد[ةت]|عملي[ةت]|مسار|مقررات|قرارات|صيغ[ةت]|ندو[ةت]|معرض|مهرجان)$/

/** Finds the entity that a descriptor stands for («الوزير»), or nothing. */
export type Describe = (filler: Filler) => Entity | undefined

/** Everybody of a phrase in the first role whose class takes the phrase's head. */
export function partiesOf(
  phrase: NounPhrase,
  choices: readonly FrameChoice[],
  slot: string,
  trigger: EventTrigger,
  describe: Describe,
  completes = false,
): readonly Party[] {
  const head = phrase.fillers[0]
  if (head === undefined) return []
  if (completes && head.entity === undefined) {
    for (const { role, accepts } of choices) {
      const takes = TAKES[accepts ?? DEFAULT_CLASS[role]]
      const entity = role === 'topic' ? undefined : head.nested.find(({ type }) => takes.has(type))
      if (entity === undefined) continue
      // «بسجن فلان وفلان»: both are in construct with the completing word.
      const beside = phrase.fillers.slice(1).filter((one) => one.named && takes.has(one.entity?.type ?? 'EVT-NAME'))
      return [
        { role, filler: head, slot, entity, make: undefined },
        ...beside.map((filler): Party => ({ role, filler, slot, entity: filler.entity, make: undefined })),
      ]
    }
    // «طردت فلانة سفير فلانة»: people who complete the trigger fill a role themselves.
    if ((head.of !== 'person' && head.of !== 'group') || head.nested.length === 0) return []
  }
  for (const { role, accepts } of choices) {
    if (role === 'topic') {
      if (head.of === 'other' || head.of === 'event' || head.entity === undefined) return []
      continue
    }
    const wanted = accepts ?? DEFAULT_CLASS[role]
    const parties = phrase.fillers.flatMap((filler): Party[] => {
      const found = fits(filler, wanted, trigger, describe)
      return found === undefined ? [] : [{ role, filler, slot, entity: found.entity, make: found.make }]
    })
    if (parties.some(({ filler }) => filler === head)) return parties
  }
  return []
}

/** «لم يتم القبض على أحد»: nobody. */
const isNobody = ({ headKey, definite, from, to, named }: Filler): boolean =>
  headKey === 'احد' && !definite && !named && to - from === 1

function fits(
  filler: Filler,
  wanted: FillerClass,
  trigger: EventTrigger,
  describe: Describe,
): { readonly entity?: Entity; readonly make?: EntityType } | undefined {
  if (wanted === 'crowd' && !filler.crowd) return undefined
  if (isNobody(filler)) return undefined
  const takes = wanted === 'person' && DELEGATIONS.has(filler.headKey) ? TAKES.who : TAKES[wanted]
  if (filler.entity !== undefined) return takes.has(filler.entity.type) ? { entity: filler.entity } : undefined
  if (filler.of === 'event') return undefined
  if (filler.of === 'placenoun') {
    const place = filler.nested.find(({ type }) => takes.has(type) && TAKES.place.has(type))
    const owner = place ?? filler.nested.find(({ type }) => takes.has(type))
    return owner === undefined ? undefined : { entity: owner }
  }
  if (filler.of === 'transparent' || filler.of === 'vehicle') {
    const inner = filler.nested.find(({ type }) => takes.has(type))
    if (inner !== undefined) return { entity: inner }
    // «هاجموا سفينة»: a vehicle that nobody names is struck all the same.
    if (filler.of === 'transparent' || wanted !== 'target' || !SEIZED.has(trigger.type)) return undefined
    // «قصفت طائرات المنطقة»: aircraft, tanks and missiles are what strikes.
    if (STRIKING.test(filler.headKey) && trigger.id !== 'event.asqat-taira') return undefined
  }
  const make = MADE[filler.of]
  if (make === undefined) {
    const inner =
      THROUGH_ABSTRACT.has(trigger.type) || (BANNED.has(trigger.type) && OWNED.test(filler.headKey))
        ? filler.nested.find(({ type }) => TAKES.who.has(type) && takes.has(type))
        : undefined
    // «رحبت بإعلان الرياض»: a city names the document that was signed there.
    const town = inner?.type === 'GPE' && inner.catalogId?.startsWith('country.') !== true
    return inner === undefined || (town && CALLED_AFTER.test(filler.headKey)) ? undefined : { entity: inner }
  }
  if (!takes.has(make)) return undefined
  // «استنفر الجيش قواته»: its own forces are the army itself.
  if (filler.of === 'body' && filler.pronoun !== undefined && filler.to - filler.from === 1) return undefined
  const described = describe(filler)
  if (described !== undefined) return takes.has(described.type) ? { entity: described } : undefined
  if (filler.definite && filler.of === 'person' && filler.to - filler.from === 1) return undefined
  if ((filler.of === 'quantity' || filler.of === 'number') && wanted !== 'person' && filler.nested.length === 0)
    return undefined
  return { make }
}

/** The place that a phrase names. */
export function placeOf(phrase: NounPhrase): Entity | undefined {
  const head = phrase.fillers[0]
  if (head === undefined) return undefined
  if (head.entity !== undefined) return TAKES.place.has(head.entity.type) ? head.entity : undefined
  if (head.of !== 'placenoun' && head.of !== 'site' && head.of !== 'other') return undefined
  if (head.of === 'other' && head.to - head.from > 3) return undefined
  return head.nested.find(({ type }) => TAKES.place.has(type))
}
