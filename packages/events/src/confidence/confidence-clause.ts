import type { Telling } from '../clauses/telling.js'
import { vocabulary } from '../forms/vocabulary.js'
import type { Word } from '../forms/words.js'
import type { Party } from '../phrases/parties.js'

/** Words of supposing, wishing, trying and denying right before a trigger, by key or stem. */
const NEAR = 4
const UNREAL: readonly (readonly [string, RegExp])[] = [
  ['near.condition', /^(?:اذا|لو|حال|بمجرد|لولا|شرط|بشرط|مهما)$/],
  [
    'near.wish',
    /^(?:رغب|رغبت|استعداد|مستعد|مستعدة|مستعدون|[يتن]ريد|[يت]سعي|سعي|[يت]امل|امل|[يت]نوي|[يت]خطط|تخطيط|مخطط|خطة|نية|عزم|[يت]عتزم|قررت?|[يت]درس|امكانية|احتمال|احتمالات|محتمل|محتملة|متوقع|يتوقع|توقعت?|مرتقب|مرتقبة|وعد|وعود)$/,
  ],
  ['near.attempt', /^(?:حاولت?|حاولوا|[يت]حاول|يحاولون|محاولة|محاولات|محاول|تدبير|احباط)$/],
  [
    'near.denial',
    /^(?:لم|لن|لا|ليس|ليست|عدم|دون|بدون|غير|نفي|نفت|[يت]نفي|نافيا|نافية|انكر|رفضت?|وقف|منع|الغاء|الغي|تعليق)$/,
  ],
  ['near.possible', /^(?:يجب|ضرورة|ينبغي|لابد|يمكن|قد|ربما|سوف|مقرر|مقررة|مرجح|حق|بهدف|اجل|كي|حتي|هدف|بغية)$/],
  [
    'near.case',
    /^(?:اتهمت?|ب?تهمة|تهم|اتهام|اتهامات|زعم|ادعي|مزاعم|شائعات|انباء|مشتبه|اشتباه|قضية|ملف|ذكري|تقرير|فيلم|كتاب)$/,
  ],
]
const PREPOSITION = /^(?:في|من|الي|علي|عن|مع|بعد|قبل|خلال|ضد|منذ)$/
const RELATIVE = /^(?:الذي|التي|الذين)$/
const CLOSING_QUOTE = /^["»”]$/
/** From so many verbs before it on, a telling stands as deep in its sentence as it can. */
const MANY_VERBS = 4
/** Words of an entity's name that make it a long one, and mentions that make it one that the article is about. */
const LONG_NAME = 4
const OFTEN = [5, 3]

/** Signs of how a telling's clause was read: which entry fired, how each role was filled, by whom, and whether the phrases are whole. */
export function clauseSigns(telling: Telling, words: readonly Word[]): string[] {
  const { trigger, part, parties, at, from } = telling
  const { type } = trigger
  const signs = [`${type}+${part}`]
  if ((part === 'noun' || part === 'light') && telling.definite) signs.push(`${type}+definite`)
  const actor = parties.find(({ role }) => role === 'actor')
  if (actor !== undefined) signs.push(`${type}:${kindOf(actor)}`)
  signs.push(...roleSigns(telling))
  for (const party of parties) {
    const { slot, filler } = party
    if (slot === 'carried' || slot === 'pronoun' || filler.to <= filler.from) continue
    signs.push(...phraseSigns(party, at, words), ...listSigns(party, parties, words))
  }
  const before = words.slice(Math.max(0, from - NEAR), from)
  for (const [sign, pattern] of UNREAL)
    if (before.some(({ whole, stem }) => pattern.test(whole) || pattern.test(stem))) signs.push(sign)
  if (before.some(({ token }) => /^[وف]?إن$/.test(token.text)) && !signs.includes('near.condition'))
    signs.push('near.condition')
  signs.push(`verbs-before.${Math.min(MANY_VERBS, verbsBefore(words)[from] ?? 0)}`)
  return [...new Set(signs)]
}

const sums = new WeakMap<readonly Word[], readonly number[]>()

/** For each word of a sentence, the verbs before it. */
function verbsBefore(words: readonly Word[]): readonly number[] {
  const known = sums.get(words)
  if (known !== undefined) return known
  const found = [0]
  for (const word of words) found.push((found.at(-1) ?? 0) + (isVerb(word) ? 1 : 0))
  sums.set(words, found)
  return found
}

const isVerb = ({ token, form, mention, inside }: Word): boolean =>
  token.kind === 'word' && mention === undefined && !inside && form.in(vocabulary()).isVerb

/** Where the first of each role stands, and how it came there. */
function roleSigns({ parties, at }: Telling): string[] {
  const signs: string[] = []
  for (const role of ['actor', 'recipient', 'object', 'attendee'] as const) {
    const first = parties.find((party) => party.role === role)
    if (first === undefined) continue
    const { slot, filler } = first
    signs.push(`by.${role}-${slot === 'subject' ? (filler.head < at ? 'subject-before' : 'subject-after') : slot}`)
    if (slot === 'carried' || slot === 'pronoun') continue
    const gap = filler.from > at ? filler.from - at - 1 : at - filler.to
    signs.push(`gap.${role}-${gap <= 0 ? 0 : gap <= 2 ? 2 : gap <= 5 ? 5 : gap <= 9 ? 9 : 'far'}`)
  }
  return signs
}

function kindOf({ entity, filler }: Party): string {
  if (entity === undefined) return `new-${filler.of}`
  return `${entity.unnamed === true ? 'nameless-' : ''}${entity.type}${entity.group === true ? '-group' : ''}`
}

/** Whether a party's words look like a whole phrase, and how well its name is known in the article. */
function phraseSigns({ filler, entity }: Party, at: number, words: readonly Word[]): string[] {
  const signs: string[] = []
  const next = words[filler.to]
  const kind = filler.named ? 'name' : 'phrase'
  if (next === undefined || next.token.kind === 'punctuation') signs.push(`${kind}.then-mark`)
  else if (filler.to !== at && next.token.kind === 'word' && !next.conjunction)
    signs.push(`${kind}.${continuation(next, words[filler.to - 1])}`)
  if (filler.named) {
    if (entity === undefined) return signs
    const { nameAr, type, catalogId, mentions } = entity
    const length = nameAr.split(' ').length
    if (length === 1 && type === 'PER') signs.push('name.one-word')
    if (length >= LONG_NAME) signs.push('name.long')
    if (catalogId === undefined) signs.push(`name.unknown-${type}`)
    signs.push(`name.told-${OFTEN.find((often) => mentions.length >= often) ?? mentions.length}`)
    return signs
  }
  const own = words.slice(filler.from, filler.to)
  if (own.some(({ time }) => time !== undefined)) signs.push('phrase.holds-time')
  if (own.some(({ token }) => token.kind === 'punctuation')) signs.push('phrase.holds-mark')
  if (own.length === 1) signs.push(`phrase.one-word-${filler.of}`)
  if (own.some((word, i) => i > 0 && isVerb(word))) signs.push('phrase.holds-verb')
  if (filler.definite && entity === undefined) signs.push('phrase.definite-new')
  if (entity !== undefined && entity.nameAr.split(' ').length > own.length + 1) signs.push('phrase.named-at-length')
  return signs
}

/** What follows a phrase: «مركز إعادة | تأهيل» goes on, «رئيس الوفد | في بغداد» does not. */
function continuation(next: Word, last: Word | undefined): string {
  if (next.time !== undefined) return 'then-time'
  if (isVerb(next)) return 'then-verb'
  if (next.preposition !== undefined || PREPOSITION.test(next.whole)) return 'then-preposition'
  if (RELATIVE.test(next.whole)) return 'then-relative'
  if (next.mention !== undefined) return 'then-name'
  if (next.article) return last?.article === false ? 'cut' : 'then-the'
  return 'then-word'
}

/** Whether a list was read to its end and from its beginning: «كانت باريس وروما و| برلين | طلبت». */
function listSigns({ filler, role }: Party, parties: readonly Party[], words: readonly Word[]): string[] {
  const signs: string[] = []
  const inParty = (i: number): boolean => parties.some((one) => i >= one.filler.from && i < one.filler.to)
  const after = words[filler.to]
  const next = CLOSING_QUOTE.test(after?.token.text ?? '') ? words[filler.to + 1] : after
  if (next?.conjunction === true && !inParty(filler.to) && (next.mention !== undefined || next.article))
    signs.push('list.goes-on', `list.goes-on-${role}`)
  const back = words[filler.from - 1]?.token.text ?? ''
  if (words[filler.from]?.conjunction === true && !inParty(filler.from - 1)) signs.push('list.began-before')
  else if (/^[،,]$/.test(back) && !inParty(filler.from - 2)) signs.push('list.behind-comma')
  return signs
}
