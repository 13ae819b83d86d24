import type { Telling } from '../clauses/telling.js'
import { bareKey, type Vocabulary } from '../forms/vocabulary.js'
import type { WordForm } from '../forms/word-form.js'
import type { Word } from '../forms/words.js'
import { namesWeapon } from './accidents.js'

const VERBAL: ReadonlySet<string> = new Set(['CONSULT', 'AGREE', 'SUPPORT', 'REQUEST', 'ACCUSE', 'REJECT', 'SANCTION'])

/** Triggers with which one man with a name attacks in words: «هاجم فلان الحكومة», «شن فلان هجوما على الصحافة». */
const ATTACKS_IN_WORDS: ReadonlySet<string> = new Set(['event.hajam', 'event.harb', 'event.istahdaf'])

const ARMED = /^(?:مسلح|مسلحون|مسلحين|انتحاري|مفخخة|قنبلة|رصاص|سلاح|سكين|قتل|مقتل|جرح|اصيب|اصابة|عبوة|صاروخ)$/

/** An article is of a domain when this many of its words, and this share of them, are the domain's. */
const FEWEST_WORDS = 2
const SMALLEST_SHARE = 0.02

/** What an article is about besides politics, by how many of its words mark a domain: `sport`, `culture`. */
export function domainsOf(forms: readonly WordForm[], vocabulary: Vocabulary): ReadonlySet<string> {
  const counts = new Map<string, number>()
  let words = 0
  for (const form of forms) {
    if (!form.isWord) continue
    words++
    const { domains } = form.in(vocabulary)
    for (let i = 0; i < domains.length; i++) {
      const domain = domains[i] as string
      counts.set(domain, (counts.get(domain) ?? 0) + 1)
    }
  }
  return new Set(
    [...counts]
      .filter(([, count]) => count >= FEWEST_WORDS && count >= SMALLEST_SHARE * words)
      .map(([domain]) => domain),
  )
}

/** Papers, channels and sites, with whom one talks to be heard. */
const OUTLETS = /^(?:قناة|صحيفة|جريدة|وكالة|اذاعة|راديو|تلفزيون|مجلة|برنامج|موقع|فضائية|صحف|قنوات)$/
const isOutlet = ({ entity, filler }: Telling['parties'][number]): boolean =>
  entity?.type === 'ORG' &&
  (entity.catalogId?.startsWith('outlet.') === true ||
    OUTLETS.test(filler.headKey) ||
    OUTLETS.test(bareKey(entity.nameAr.split(' ')[0] ?? '')))

const ACCIDENTS = 'veto.nature'
const TEAMS = /^(?:منتخب|نادي|فريق|فريقا|فريقان|منتخبا|منتخبان|ناديا)$/
const isTeam = ({ role, filler }: Telling['parties'][number]): boolean => role === 'actor' && TEAMS.test(filler.headKey)

/** What attacks in words only. */
const MEDIA = /^(?:اعلام|صحف|صحافة|صحيفة|وسائل|كتاب|مغردون|مغردين|نقاد)$/
/** A named man: more than one word, the first no plural or count («عشرات العمال»). */
const MINISTRY = /^(?:وزارة|خارجية|سفارة|رئاسة)$/
const isOneMan = ({ role, entity, filler }: Telling['parties'][number]): boolean =>
  role !== 'actor' ||
  (entity?.type === 'PER' &&
    entity.group !== true &&
    filler.named &&
    / /.test(entity.nameAr) &&
    !/^\S+(?:ون|ين|ات|لاف)(?= )/.test(entity.nameAr))

/** True when the words around a trigger tell of something else: a match, a market, an illness, an interview. */
export function vetoed(
  { at, trigger, part, parties }: Telling,
  words: readonly Word[],
  vocabulary: Vocabulary,
): boolean {
  // «في حوار مع الصحيفة», «في اتصال مع القناة»: who talks with an outlet is interviewed.
  if (trigger.type === 'CONSULT' && trigger.mode !== 'visit' && parties.some(isOutlet)) return true
  const { vetoes } = vocabulary
  // «انتفض المنتخب», «هدد النادي مرمى ضيفه»: teams strike and rise on the field.
  if ((!VERBAL.has(trigger.type) || trigger.type === 'CONSULT') && parties.some(isTeam)) return true
  // «الهجوم على فلان» without doer and weapon: one man with a name is attacked in words.
  const inWords = trigger.id === 'event.hajam' && part === 'noun' && !words.some(({ stem }) => ARMED.test(stem))
  if (inWords && parties.every(({ entity, filler }) => entity?.type === 'PER' && entity.group !== true && filler.named))
    return true
  // One man who objects is no crowd.
  const crowd = trigger.type !== 'PROTEST' || /^(?:strike|hunger)$/.test(trigger.mode ?? '')
  const states = parties.filter(({ role }) => role === 'actor')
  // «احتجت الدولة لدى السفير»: a state complains and does not march.
  if (
    !crowd &&
    states.length > 0 &&
    states.every(({ entity, filler }) =>
      entity?.type === 'ORG'
        ? MINISTRY.test(filler.headKey)
        : entity?.type === 'GPE' && entity.catalogId?.startsWith('country.') === true,
    )
  )
    return true
  if (!crowd && parties.some(({ role }) => role === 'actor') && parties.every(isOneMan)) return true
  if (
    trigger.id === 'event.hajam' &&
    parties.some(({ role, filler }) => role === 'actor' && MEDIA.test(filler.headKey))
  )
    return true
  const alone = parties.filter(({ role }) => role === 'actor')
  if (ATTACKS_IN_WORDS.has(trigger.id) && part !== 'phrase' && alone.length > 0) {
    if (alone.every(({ entity, filler }) => entity?.type === 'PER' && entity.group !== true && filler.named))
      return true
  }
  // A head of state may call another about a match: between people and countries talk stays talk.
  if (VERBAL.has(trigger.type) && parties.some(({ entity }) => entity?.type === 'PER' || entity?.type === 'GPE'))
    return false
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word
    const places = word.form.in(vocabulary).vetoes
    if (places.length === 0 || i === at || word.token.kind !== 'word') continue
    const competition = word.mention?.entity.type === 'EVT-NAME'
    if ((word.mention?.named === true && !competition) || word.inside) continue
    for (const place of places) {
      const veto = vetoes[place]
      // «في تحطم مروحيته بعد استهدافها»: a weapon makes it no accident.
      if (veto?.id === ACCIDENTS && namesWeapon(words)) continue
      if (veto === undefined || (veto.types !== undefined && !veto.types.includes(trigger.type))) continue
      if (veto.near === 0 || Math.abs(i - at) <= veto.near) return true
    }
  }
  return false
}
