import type { Entity } from '@isnad/entities'
import type { Span } from '@isnad/text'
import type { LinkKind } from './attribution.js'
import { ADJUNCTS, ADVERBS, PREPOSITIONS, THAT, TIME_WORDS } from './grammar.js'
import { isBodyAgency, isPlatform, type MediaKind, mediaKind } from './media.js'
import { definite, ends, isMediaAt, MADE, nounAt, occasionFollows, phraseEnd, wordAfter } from './noun-phrase.js'
import { relayerAt } from './passed-on.js'
import type { Body } from './reading/body.js'
import type { Place } from './reading/mentions.js'
import { type Word, withoutArticle, withoutPronoun } from './reading/words.js'
import { type NounReading, sourceNoun } from './source-nouns.js'
import { changedPhrase, type SourcePhrase } from './source-phrase.js'
import { outletSpokenTo } from './spoken-outlet.js'

const MAX_WORDS = 28
/** People take plural verbs and participles; «مصادر» and «تقارير» take the feminine singular. */
const isHuman = (id: string): boolean =>
  !/^source\.(?:source|circles|reports|leak|information|news|body|body-m|statement|letter|study|report|footage)$/.test(
    id,
  )

/**
 * Reads the noun phrase that begins at a word as a speaker, or nothing when it cannot be one. `until` is a word that does
 * not belong to it any more.
 */
export function readSource(
  body: Body,
  start: number,
  until: number,
  options: { readonly cutLam?: boolean } = {},
): SourcePhrase | undefined {
  const { words } = body
  const at = options.cutLam === true ? start : headOf(body, start, until)
  if (at === undefined) return undefined
  const first = words[at]
  if (first === undefined || at >= until) return undefined
  const limit = Math.min(until, at + MAX_WORDS)
  const role = body.mentions.roleAt(first)
  const place = body.mentions.at(first)
  const noun = nounAt(first, options.cutLam === true)
  const titled = role !== undefined && role.entity.type === 'PER' && place?.kind !== 'name'
  // «وثائق قضائية» taken for somebody
  const isPaper = noun?.noun.kind === 'document' && noun.plural && place?.entity.type === 'PER'
  const faceless =
    place?.kind === 'nominal' &&
    noun !== undefined &&
    !/^(?:official|occasion)$/.test(noun.noun.kind) &&
    !place.entity.mentions.some((m) => m.kind === 'name')
  if (
    place !== undefined &&
    !titled &&
    !faceless &&
    !isPaper &&
    !(role !== undefined && role.role.span.end > place.end)
  ) {
    const holder =
      role === undefined && noun !== undefined
        ? appositive(body, wordAfter(body, at, place.end), limit, place)
        : undefined
    if (holder === undefined || place.entity.type === 'PER' || place.kind === 'name') return ofPlace(body, at, place)
    return ofPlace(body, at, holder)
  }
  if (role !== undefined && role.entity.type === 'PER') {
    const named = body.mentions
      .within({ start: role.role.span.end, end: words[limit - 1]?.end ?? role.role.span.end })
      .find((p) => p.entity === role.entity)
    if (named !== undefined) return changedPhrase(ofPlace(body, at, named), { from: at })
    if (role.entity.mentions.some((m) => m.kind === 'name'))
      return ofPlace(body, at, { ...role.role.span, entity: role.entity, kind: 'nominal' })
  }
  if (noun !== undefined) return ofNoun(body, at, limit, noun, options.cutLam === true)
  // «علي العمير» is printed with ي, the preposition with ى.
  const isAli = first.key === 'علي' && body.value.charAt(first.end - 1) === 'ي' && words[at + 1]?.kind === 'word'
  if (/^و(?:هو|هي|هم)$/.test(first.key)) return undefined
  if (withoutPronoun(first.key).some((stem) => PREPOSITIONS.has(stem)) || CONNECTIVES.has(first.key)) return undefined
  if (first.key.startsWith('با') && first.key.length > 4) return undefined
  if (
    (PREPOSITIONS.has(first.key) && !isAli) ||
    TIME_WORDS.has(first.key) ||
    first.kind === 'punctuation' ||
    first.kind === 'symbol'
  )
    return undefined
  return ofUnknown(body, at, limit)
}

/** «لهذا حذر», «لذلك قال»: why, not who. */
const CONNECTIVES = new Set('لهذا لذلك لذا بذلك بهذا هكذا كذا عليه ولهذا ولذلك نقلا استنادا وفقا طبقا'.split(' '))

const skipped = (word: Word): boolean =>
  ADVERBS.has(word.key) ||
  TIME_WORDS.has(word.key) ||
  /^[،"«»“”(]$/.test(word.key) ||
  word.kind === 'number' ||
  word.key === '#'

/** The word at which a subject begins, behind adverbs, times and the ones spoken to («لوكالة …»، «للصحفيين»). */
function headOf(body: Body, start: number, until: number): number | undefined {
  let at = start
  for (let guard = 0; guard < 12 && at < until; guard++) {
    const word = body.words[at] as Word
    if (isParticiple(word.key)) return undefined
    if (skipped(word)) {
      at++
      continue
    }
    // «ثماني نقابات»
    if (NUMERAL.test(word.key) && nounAt(body.words[at + 1] as Word)?.plural === true) {
      at++
      continue
    }
    // «كل من تركيا وروسيا»
    if (word.key === 'كل' && body.words[at + 1]?.key === 'من') {
      at += 2
      continue
    }
    const to = addresseeEnd(body, at, until)
    if (to === undefined) return at
    at = to
  }
  return at < until ? at : undefined
}

const NUMERAL = /^(?:ثلاث|اربع|خمس|ست|سبع|ثماني|تسع|عشر)ه?$/

const isParticiple = (key: string): boolean =>
  /^(?:مخاطبا|متوجها|ردا|تعليقا|موجها|ساخرا|مازحا|مضيفا|قائلا|موكدا|مشيرا|مشددا|معلقا|متحدثا|قائله|موكده|مضيفه)$/.test(
    key,
  )

/** Behind «للأسد», «لوكالة المدار» or «لـ«النبراس»»; nothing where the word's ل is its own. */
function addresseeEnd(body: Body, at: number, until: number): number | undefined {
  const word = body.words[at] as Word
  if (!word.key.startsWith('ل') || (!word.key.startsWith('لل') && nounAt(word) !== undefined)) return undefined
  const spoken = outletSpokenTo(body, at)
  if (spoken !== undefined) return spoken.to
  const place = body.mentions.at(word)
  if (place !== undefined && place.start === word.start) return undefined
  const apart = word.key === 'ل'
  const known = place !== undefined || nounAt(word, true) !== undefined
  if (!apart && !known && !word.key.startsWith('لل')) return undefined
  const marked = apart && /^["«»“”(]$/.test(body.words[at + 1]?.key ?? '')
  const inner = readSource(body, marked ? at + 2 : apart ? at + 1 : at, until, { cutLam: true })
  return Math.max(at + 1, inner?.to ?? at + 1)
}

function ofPlace(body: Body, at: number, place: Place): SourcePhrase {
  const { entity } = place
  let to = wordAfter(body, at, place.end)
  // «علي العمير وزير النفط الكويتي»: the office behind the name.
  const after = body.words[to]
  const office = after === undefined ? undefined : body.mentions.roleAt(after)
  if (office !== undefined && office.entity === entity && place.kind === 'name')
    to = wordAfter(body, to, office.role.span.end)
  // A second name in brackets, and the mark that closes the name's quotation.
  if (/^["»”“]$/.test(body.words[to]?.key ?? '')) to++
  if (body.words[to]?.key === '(') {
    let closing = to
    while (closing < to + 8 && body.words[closing]?.key !== ')') closing++
    if (body.words[closing]?.key === ')') to = closing + 1
  }
  const nominal = place.kind === 'nominal' ? nounAt(body.words[at] as Word, true)?.noun.kind : undefined
  const media =
    mediaKind(entity) ??
    mediaByClassifier(body, at, place) ??
    (nominal === 'outlet' || nominal === 'agency' ? nominal : undefined)
  const named = entity.mentions.some((m) => m.kind === 'name')
  const head = withoutArticle(body.words[at]?.key ?? '')
  const noun = sourceNoun(head)
  const hides = place.kind === 'nominal' && !named && !definite(body.words[at]?.key ?? '') && hidesItself(body, to)
  const kind: LinkKind = hides
    ? 'anonymous'
    : entity.type === 'PER'
      ? entity.group !== true && noun?.plural !== true && (named || entity.unnamed !== true)
        ? 'person'
        : 'official'
      : (media ?? 'official')
  return {
    kind,
    entity,
    outlet: undefined,
    span: { start: place.start, end: place.end },
    from: at,
    to,
    gender: genderOf(entity, head, noun),
    plural: entity.group === true || noun?.plural === true,
    head,
    bare: place.kind === 'nominal',
    sure: true,
  }
}

function mediaByClassifier(body: Body, at: number, place: Place): MediaKind | undefined {
  if (place.entity.type === 'PER' || place.entity.type === 'GPE') return undefined
  const before = body.words[at - 1]?.kind === 'punctuation' ? body.words[at - 2] : body.words[at - 1]
  const noun = before === undefined ? undefined : nounAt(before, true)
  return noun?.noun.kind === 'agency' || noun?.noun.kind === 'outlet' ? noun.noun.kind : undefined
}

const MASCULINE_COUNTRIES = new Set(['العراق', 'لبنان', 'السودان', 'المغرب', 'الاردن', 'اليمن'])

function genderOf(entity: Entity, head: string, noun: NounReading | undefined): 'm' | 'f' | undefined {
  if (entity.type === 'PER') return noun?.noun.gender
  if (entity.type === 'GPE') return MASCULINE_COUNTRIES.has(head) ? 'm' : 'f'
  if (noun !== undefined) return noun.plural ? 'f' : noun.noun.gender
  return head.endsWith('ه') ? 'f' : undefined
}

/** A person named in apposition to a descriptor: «المتحدث باسم الجيش سالم البحيري», «الناطق، سالم البحيري،». */
function appositive(body: Body, from: number, limit: number, after: Span): Place | undefined {
  let commas = 0
  for (let at = from; at < limit; at++) {
    const word = body.words[at]
    if (word === undefined) break
    if (word.key === '،' || word.key === ',' || word.key === '"' || word.key === '-') {
      if (word.key !== '"' && ++commas > 2) return undefined
      continue
    }
    if (ends(body, at)) return undefined
    const place = word.start >= after.end ? body.mentions.at(word) : undefined
    const before = body.words[at - 1]
    const governed =
      before !== undefined && (before.key === 'باسم' || /^(?:من|عن|علي|في|الي|مع|لدي|ضد|بين|ل|ب)$/.test(before.key))
    const attached = place !== undefined && place.start > word.start && /^[لبك]/.test(word.key)
    if (place !== undefined && place.entity.type === 'PER' && place.entity.group !== true && place.kind === 'name') {
      if (!governed && !attached) return place
      at = wordAfter(body, at, place.end) - 1
      continue
    }
    if (place !== undefined) {
      at = Math.max(at, wordAfter(body, at, place.end) - 1)
      continue
    }
    if (
      commas > 0 &&
      !definite(word.key) &&
      nounAt(word) === undefined &&
      body.mentions.roleAt(word) === undefined &&
      !isHonorific(word)
    )
      return undefined
    if (ADJUNCTS.has(word.key) && !/^(?:في|عن|من|لدي|علي|الي)$/.test(word.key)) return undefined
    if ((word.key === 'في' || word.key === 'علي' || word.key === 'عن') && occasionFollows(body, at)) return undefined
  }
  return undefined
}

const isHonorific = ({ key }: Word): boolean =>
  /^(?:د|دكتور|الدكتور|السيد|السيده|الاستاذ|المهندس|اللواء|العميد|العقيد|الفريق|الشيخ|الامير)$/.test(key)

function ofNoun(
  body: Body,
  at: number,
  limit: number,
  reading: NounReading & { readonly head: string },
  cutLam: boolean,
): SourcePhrase | undefined {
  const { words } = body
  const first = words[at] as Word
  const { noun, plural, head } = reading
  if (noun.kind === 'occasion') return undefined
  const to = phraseEnd(body, at, limit, first.key)
  const start = cutLam && /^[لب]/.test(first.key) && sourceNoun(first.key) === undefined ? first.start + 1 : first.bare
  const span = { start, end: words[to - 1]?.end ?? first.end }
  const gender = plural && noun.gender === 'm' && isHuman(noun.id) ? 'm' : plural ? 'f' : noun.gender
  const isDefinite = definite(first.key) || (cutLam && first.key.startsWith('لل'))
  const many = (plural && isHuman(noun.id)) || /^(?:بعض|كثير)$/.test(head)
  const common: SourcePhrase = {
    kind: 'official',
    entity: undefined,
    outlet: undefined,
    span,
    from: at,
    to,
    gender,
    plural: many,
    head,
    bare: isDefinite && to === at + 1,
    sure: true,
  }
  if (head === 'ام' && first.bare === first.start && isKunya(body, at))
    return changedPhrase(common, { kind: 'person', bare: false })
  if (noun.kind === 'anonymous') {
    const behind = /^(?:تقارير|تقرير|معلومات|انباء)$/.test(head) ? mediaInside(body, at, to) : undefined
    if (behind !== undefined)
      return changedPhrase(common, { kind: behind.kind, entity: behind.place.entity, bare: false })
    const holder = appositive(body, at + 1, limit, first)
    const isKnown = isDefinite || withoutPronoun(first.key).includes(head)
    if (holder !== undefined && !plural && isKnown) return changedPhrase(ofPlace(body, at, holder), { from: at })
    const hidden = !isDefinite || plural || /^(?:مصدر|شاهد|بعض|احد|احدي|شقيق|والد)$/.test(head)
    return changedPhrase(common, { kind: hidden ? 'anonymous' : 'official', bare: isDefinite })
  }
  if (noun.kind === 'official') {
    const holder = appositive(body, at + 1, limit, first)
    if (holder !== undefined && !plural) return changedPhrase(ofPlace(body, at, holder), { from: at })
    const hidden = isFaceless(body, at, to, noun.id, isDefinite, plural) || (!isDefinite && hidesItself(body, to))
    return changedPhrase(common, { kind: hidden ? 'anonymous' : 'official', bare: isDefinite })
  }
  if (noun.kind === 'outlet' || noun.kind === 'agency') {
    if (!isDefinite && NEEDS_NEWS.test(head) && !newsFollows(body, at)) return undefined
    const inside = body.mentions.within({
      start: first.start,
      end: words[Math.min(limit, at + 8) - 1]?.end ?? first.end,
    })[0]
    const near = inside !== undefined && wordAfter(body, at, inside.start) - at <= 3 ? inside : undefined
    if (near !== undefined && near.entity.type !== 'PER' && near.entity.type !== 'GPE' && near.entity.type !== 'LOC') {
      const media = mediaKind(near.entity)
      const next = sourceNoun(withoutArticle(words[at + 1]?.key ?? ''))
      const itself = head === 'موقع' && media === undefined && next?.noun.kind === 'official'
      const kind: LinkKind =
        itself || isPlatform(near.entity) ? 'official' : noun.kind === 'agency' ? 'agency' : (media ?? noun.kind)
      const named = ofPlace(body, at, near)
      const whole = { start, end: near.end }
      return changedPhrase(named, { kind, from: at, gender: noun.gender, head, bare: false, span: whole })
    }
    if (noun.kind === 'agency' && !isDefinite && isBodyAgency(words[at + 1]?.key ?? ''))
      return changedPhrase(common, { kind: 'official', bare: false })
    return changedPhrase(common, { kind: noun.kind, bare: isDefinite })
  }
  if (head === 'تقرير' && /^(?:اخباري|صحفي|صحافي|اعلامي)$/.test(words[at + 1]?.key ?? ''))
    return changedPhrase(common, { kind: 'anonymous' })
  const issuer = noun.kind === 'document' || noun.kind === 'social' ? issuerOf(body, at, to, limit) : undefined
  const past = isDefinite ? to : madeByEnd(body, to, limit)
  const kind = noun.kind === 'social' ? 'social' : 'document'
  if (issuer === undefined)
    return changedPhrase(common, { kind, to: past, bare: isDefinite || withoutPronoun(first.key).includes(head) })
  return changedPhrase(common, {
    kind,
    entity: issuer.entity,
    bare: false,
    to: Math.max(past, wordAfter(body, at, issuer.end)),
    span: { start: span.start, end: Math.max(span.end, issuer.end) },
  })
}

function mediaInside(
  body: Body,
  from: number,
  to: number,
): { readonly kind: MediaKind; readonly place: Place } | undefined {
  const span = { start: body.words[from]?.start ?? 0, end: body.words[to - 1]?.end ?? 0 }
  for (const place of body.mentions.within(span)) {
    const kind = mediaKind(place.entity)
    if (kind !== undefined) return { kind, place }
  }
  return undefined
}

/** Behind «نشره ناشطون», a relative clause without الذي. */
function madeByEnd(body: Body, from: number, limit: number): number {
  if (from >= limit || !MADE.test(body.words[from]?.key ?? '')) return from
  const maker = readSource(body, from + 1, limit)
  return maker?.from === from + 1 && (maker.sure || maker.to < limit) ? maker.to : from + 1
}

/** Who a document comes from: «بيان وزارة الدفاع», «رسالة من الحركة», «بلاغ أصدرته النقابة». */
function issuerOf(body: Body, at: number, to: number, limit: number): Place | undefined {
  if (/.{3}(?:ه|ها|هم)$/.test(body.words[at]?.key ?? '') && sourceNoun(body.words[at]?.key ?? '') === undefined)
    return undefined
  for (let next = at + 1; next < Math.min(limit, Math.max(to + 4, at + 5)); next++) {
    const word = body.words[next]
    if (word === undefined || (word.kind === 'punctuation' && !/^["«»“”]$/.test(word.key))) return undefined
    if (THAT.has(word.key) || /^(?:في|علي|الي|حول|بشان|عن|عبر|مع|ضد|بعد|قبل|خلال)$/.test(word.key)) return undefined
    // «نتائج أولية فوز الحزب»: behind its adjective the paper has no genitive
    const before = body.words[next - 1]?.key ?? ''
    const isObject = next > at + 1 && !definite(word.key) && !/^[اتبلم]|(?:ه|ها|ت)$/.test(word.key)
    if (isObject && /(?:ي|يه)$/.test(before) && body.mentions.at(word) === undefined) return undefined
    const relayer = relayerAt(body, next)
    if (relayer !== undefined && isMediaAt(body, relayer)) return undefined
    if (/^(?:مصور|مسرب|مسجل|صوتي|متداول)ه?$/.test(word.key)) continue
    const place = body.mentions.at(word)
    if (place !== undefined && /^(?:PER|ORG|GPE)$/.test(place.entity.type)) return place
  }
  return undefined
}

/** The issuer of a document that has no name: «بيان لقادة الأركان». */
export function unnamedIssuer(body: Body, { kind, from, to, entity }: SourcePhrase): SourcePhrase | undefined {
  if ((kind !== 'document' && kind !== 'social') || entity !== undefined) return undefined
  const next = body.words[from + 1]
  if (next === undefined || from + 1 >= to) return undefined
  const lam = /^ل/.test(next.key)
  if (!lam && next.key !== 'من') return undefined
  const source = readSource(body, next.key === 'من' ? from + 2 : from + 1, Math.max(to, from + 6), { cutLam: lam })
  return source?.sure === true && source.kind === 'official' ? source : undefined
}

/** «أم محمد»: called by her son, not the mother of somebody. */
const isKunya = ({ words }: Body, at: number): boolean => {
  const next = words[at + 1]
  return (
    next?.kind === 'word' && !definite(next.key) && !PREPOSITIONS.has(next.key) && sourceNoun(next.key) === undefined
  )
}

/** «باحث سابق», «نائب»: one of many, of no body that the article names. */
function isFaceless(body: Body, from: number, to: number, id: string, isDefinite: boolean, plural: boolean): boolean {
  if (isDefinite || plural || !/^source\.(?:head|head-f|politician|lawyer)$/.test(id)) return false
  for (let at = from; at < to; at++) {
    const word = body.words[at] as Word
    if (definite(word.key) || body.mentions.at(word)?.kind === 'name') return false
  }
  return true
}

/** «طلب عدم ذكر اسمه», «رفض الكشف عن هويته»: one who speaks and will not be named. */
function hidesItself({ words }: Body, from: number): boolean {
  for (let at = from; at < from + 6; at++)
    if (/^(?:طلبت?|فضلت?|رفضت?|اشترطت?|شريطه|شرط|بشرط|طالبا|رافضا|مفضلا|مشترطا)$/.test(words[at]?.key ?? ''))
      return /^(?:عدم|الكشف|كشف|الافصاح|ذكر|نشر)$/.test(words[at + 1]?.key ?? '')
  return false
}

/** Nouns that are an outlet only when something says so: «مواقع إخبارية», not «مواقع عسكرية». */
const NEEDS_NEWS = /^(?:موقع|مواقع|شبكه|شبكات|محطه|محطات|منصات|برنامج|برامج|وسائل|اعلام)$/

function newsFollows(body: Body, at: number): boolean {
  const next = body.words[at + 1]
  if (next === undefined) return false
  if (next.kind !== 'word') return /^["«“”]$/.test(next.key)
  return (
    body.mentions.at(next) !== undefined ||
    /^(?:ال)?(?:اخباري|اعلام|تواصل|الكتروني|تلفزيون|فضائي|اذاع|صحفي|صحافي|رسمي)/.test(next.key)
  )
}

/** Words of number and extent that several speak under: «عدة مجموعات», «معظم الحاضرين». */
const MANY = new Set(
  'عده جميع كل معظم غالبيه اغلب العديد عديد ملايين الاف مءات مييات عشرات كلا كلتا كافه ساير نسبه نصف ثلث ربع اكثر اكثريه اقليه'.split(
    ' ',
  ),
)

/** «مستشارو القصر», «مراقبو المجلس»: a sound plural before its genitive, which «عمرو خالد» is not. */
const isConstructPlural = ({ words }: Body, at: number, to: number): boolean =>
  /^.{3,}و$/.test(words[at]?.key ?? '') && to > at + 1 && definite(words[at + 1]?.key ?? '')

/** Words that stand where a speaker stands but that neither the register nor the lexicon knows. */
function ofUnknown(body: Body, at: number, limit: number): SourcePhrase {
  const { words } = body
  const first = words[at] as Word
  for (let next = at + 1; next < Math.min(limit, at + 6); next++) {
    const word = words[next] as Word
    if (ends(body, next) || ADJUNCTS.has(word.key)) break
    const place = body.mentions.at(word)
    if (place !== undefined && place.entity.type === 'PER' && place.entity.group !== true)
      return changedPhrase(ofPlace(body, at, place), { from: at })
  }
  let to = at + 1
  while (
    to < limit &&
    to < at + 5 &&
    !ends(body, to) &&
    words[to]?.kind === 'word' &&
    !/^(?:وهو|وهي|وهم)$/.test(words[to]?.key ?? '') &&
    !PREPOSITIONS.has(words[to]?.key ?? '') &&
    !TIME_WORDS.has(words[to]?.key ?? '')
  )
    to++
  // «الإيرانيون»، «السويسريين»: a people or group named by its nisba.
  if (/^ال.+(?:يون|يين)$/.test(first.key))
    return {
      kind: 'official',
      entity: undefined,
      outlet: undefined,
      span: { start: first.start, end: first.end },
      from: at,
      to: at + 1,
      gender: 'm',
      plural: true,
      head: withoutArticle(first.key),
      bare: false,
      sure: true,
    }
  const many = MANY.has(withoutArticle(first.key)) || isConstructPlural(body, at, to)
  return {
    kind: definite(first.key) || many ? 'official' : 'person',
    entity: undefined,
    outlet: undefined,
    span: { start: first.start, end: words[to - 1]?.end ?? first.end },
    from: at,
    to,
    gender: undefined,
    plural: many || /(?:ون|ين)$/.test(first.key),
    head: withoutArticle(first.key),
    bare: false,
    sure: false,
  }
}
