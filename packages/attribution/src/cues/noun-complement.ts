import { foldKey } from '@isnad/text'
import { ADVERBS, PREPOSITIONS, RELATIVES, THAT, TIME_WORDS } from '../grammar.js'
import { isAddressee, isMediaAt, nounAt, wordAfter } from '../noun-phrase.js'
import { relayerAt } from '../passed-on.js'
import type { Body } from '../reading/body.js'
import { afterLetters, type Word, withoutArticle, withoutPronoun } from '../reading/words.js'
import { readSource } from '../source.js'
import { sourceNoun } from '../source-nouns.js'
import type { SourcePhrase } from '../source-phrase.js'
import { type Complement, quotationAt, wordAt } from './claim-start.js'
import type { Hit } from './hits.js'

const MAX_BEFORE_PREPOSITION = 8

/** A claim that is a noun phrase: «أعلن الحزب وفاة أمينه», «أعرب عن قلقه», «اتهم فلانا بالكذب». */
export function nounComplement(
  body: Body,
  hit: Hit,
  end: number,
  preposition: number | undefined,
  attached: number | undefined,
): Complement | undefined {
  const { words } = body
  const { entry } = hit.form
  const takes: ReadonlySet<string> = new Set(entry.takes)
  const speaker = readSource(body, hit.at + 1, preposition ?? attached ?? end)
  if (speaker !== undefined && !speaker.sure && !speaker.bare && takes.has('noun'))
    if (speaker.to !== preposition || /.{4}(?:ه|ها|هم)$/.test(words[speaker.from]?.key ?? ''))
      // «أعلن مسؤوليته عن الهجوم»: with its pronoun the word is what he speaks of
      preposition = undefined
  const near = (speaker?.sure === true ? speaker.to : hit.at + 1) + MAX_BEFORE_PREPOSITION
  if (
    preposition !== undefined &&
    preposition <= near &&
    !objectBetween(body, speaker, preposition, takes.has('noun'))
  ) {
    const next = words[preposition + 1]
    if (next !== undefined && preposition + 1 < end && !pointsAt(body, entry.lemma, preposition + 1))
      return startAt(body, preposition + 1, preposition, end)
  }
  if (
    attached !== undefined &&
    attached <= near + MAX_BEFORE_PREPOSITION &&
    (speaker === undefined || speaker.sure || takes.has('accusation'))
  ) {
    const word = words[attached] as Word
    if (word.key === 'ب') return fitting(body, entry.objects, startAt(body, attached + 1, attached, end))
    const cut = word.key.startsWith('ب') ? 1 : 0
    if (entry.objects !== undefined && !objectFits(body, attached, entry.objects, cut)) return undefined
    return startAt(body, attached, attached, end, cut)
  }
  if (takes.has('predicate')) {
    const found = predicate(body, hit, end)
    if (found !== undefined) return found
  }
  if (!takes.has('noun') || hit.pronoun) return undefined
  const first = words[hit.at + 1]
  if (
    entry.objects === undefined &&
    /^(?:ذلك|الامر|النبا|الخبر)$/.test(first?.key ?? '') &&
    namedBehind(body, hit.at + 2, end)
  )
    return startAt(body, hit.at + 1, hit.at + 1, end)
  const subject = readSource(body, hit.at + 1, end)
  if (entry.objects !== undefined)
    return listedObject(body, hit.at + 1, subject?.sure === true ? subject.to : hit.at + 1, end, entry.objects)
  const own = subject?.sure === true ? subject : undefined
  if (entry.shows && own?.kind !== 'document') return undefined
  const past = own === undefined ? hit.at + 1 : apposedEnd(body, own, end)
  // «نفت الشركة ذلك»: what was said before is what is denied
  const pointsBack =
    entry.stance === 'denies' &&
    /^(?:ذلك|هذا)$/.test(words[past]?.key ?? '') &&
    (own !== undefined || past + 1 >= end || words[past + 1]?.kind !== 'word')
  const at = pointsBack ? past : skipAdjuncts(body, past, end)
  const object = words[at]
  // «نفت الوزارة ما نشر عن لقاء»: what somebody said is what is denied.
  const told =
    (entry.stance === 'denies' || (entry.stance === 'questions' && /^ايه?$/.test(object?.key ?? ''))) &&
    /^(?:ما|اي|ايه|ذلك|هذا|هذه|تلك)$/.test(object?.key ?? '') &&
    (own !== undefined || pointsBack)
  if (object === undefined || at >= end || (!told && !nounlike(body, at))) return undefined
  if (entry.lemma === 'استبعد' && (/(?:ين|ون)$/.test(object.key) || body.mentions.at(object)?.entity.type === 'PER'))
    return undefined
  const inPaper = /^(?:فيه|فيها)$/.test(words[hit.at + 1]?.key ?? '')
  const isAgainst = pointsBack || [2, 3].some((back) => words[hit.at - back]?.core === 'لكن')
  if (own === undefined && hit.form.shape === 'present' && !hit.coordinated && !inPaper && !isAgainst) return undefined
  return startAt(body, at, at, end)
}

/** Behind «سالم البحيري، رئيس القسم في المستشفى،»: who he is, between commas. */
function apposedEnd(body: Body, { kind, to }: SourcePhrase, end: number): number {
  const next = body.words[to + 1]
  if (kind !== 'person' || next === undefined || !/^[،,]$/.test(body.words[to]?.key ?? '')) return to
  if (!/^(?:official|anonymous)$/.test(nounAt(next)?.noun.kind ?? '') && body.mentions.roleAt(next) === undefined)
    return to
  return nextComma(body, to + 1, Math.min(end, to + 16)) ?? to
}

/** «أكد ذلك مصدر»: the speaker stands behind the object. */
function namedBehind(body: Body, at: number, end: number): boolean {
  const source = at < end && body.words[at]?.kind === 'word' ? readSource(body, at, end) : undefined
  return source?.sure === true && source.from === at
}

/** The first word from the subject on that is one of the nouns a verb needs, its subject's own words included. */
function listedObject(
  body: Body,
  from: number,
  past: number,
  end: number,
  objects: readonly string[],
): Complement | undefined {
  for (let at = from; at < Math.min(end, past + 5); at++) {
    const word = body.words[at] as Word
    if (/^[.؛:]$/.test(word.key)) return undefined
    const before = body.words[at - 1]?.key ?? ''
    if (objectFits(body, at, objects) && !/^(?:في|من|عن|علي|الي|مع)$/.test(before)) return startAt(body, at, at, end)
  }
  return undefined
}

const fitting = (
  body: Body,
  objects: readonly string[] | undefined,
  found: Complement | undefined,
): Complement | undefined =>
  found === undefined || objects === undefined || objectFits(body, found.word, objects) ? found : undefined

/** «أشار الشرطي إلى السائق» is a gesture. */
function pointsAt(body: Body, lemma: string, at: number): boolean {
  if (!/^(?:أشار|لفت|ألمح)$/.test(lemma)) return false
  const word = body.words[at] as Word
  const noun = nounAt(word)
  if (noun !== undefined) return /^source\.(?:worker|worker-f|citizen|citizen-f|officer)$/.test(noun.noun.id)
  const place = body.mentions.at(word)
  return place?.entity.type === 'PER' && place.kind === 'name'
}

/** A noun between subject and preposition: «شدد الجيش الحصار على المدينة» says nothing. */
function objectBetween(
  body: Body,
  speaker: SourcePhrase | undefined,
  preposition: number,
  takesNoun: boolean,
): boolean {
  if (speaker?.sure !== true || (speaker.entity !== undefined && !takesNoun)) return false
  const at = skipAdjuncts(body, speaker.to, preposition)
  // behind a name a definite word may still tell what he is, and one in ل whom he told
  if (speaker.entity !== undefined && /^(?:ال|ل)/.test(body.words[at]?.key ?? '')) return false
  return (
    at < preposition &&
    nounlike(body, at) &&
    !/^(?:الضوء|الاضواء)$/.test(body.words[at]?.key ?? '') &&
    nounAt(body.words[at] as Word) === undefined &&
    body.mentions.at(body.words[at] as Word) === undefined
  )
}

function startAt(body: Body, at: number, zoneEnd: number, end: number, letters = 0): Complement | undefined {
  const word = body.words[at]
  if (word === undefined || at >= end) return undefined
  const quotation = quotationAt(body, word)
  if (quotation !== undefined) {
    const inside = wordAt(body, at + 1, quotation.start)
    return { zoneEnd, word: inside, start: body.words[inside]?.start ?? quotation.start, noun: true }
  }
  if (word.kind === 'punctuation' || word.kind === 'symbol') return undefined
  return {
    zoneEnd,
    word: at,
    start: letters === 0 ? word.start : afterLetters(body.value, word.start, letters),
    noun: true,
  }
}

/** «اعتبر الوزير القرار خطأ», «تعتبرها إسرائيل "عاصمتها"»: an object, and what is said of it. */
function predicate(body: Body, hit: Hit, end: number): Complement | undefined {
  const subject = readSource(body, hit.at + 1, end)
  if (!hit.pronoun && hit.form.entry.lemma !== 'اعتبر') return undefined
  if (hit.pronoun) {
    const at = subject?.sure === true ? subject.to : hit.at + 1
    const word = body.words[at]
    if (word === undefined || PREPOSITIONS.has(word.key) || !nounlike(body, at)) return undefined
    return startAt(body, at, at, end)
  }
  if (hit.form.shape === 'present' || subject?.sure !== true) {
    // «اعتبرت المهرجان محطة»: a dropped subject shows by the definite object alone.
    if (hit.form.shape !== 'past' || !(hit.coordinated || subject === undefined || !subject.sure)) return undefined
    const word = body.words[hit.at + 1]
    return word?.key.startsWith('ال') === true ? startAt(body, hit.at + 1, hit.at + 1, end) : undefined
  }
  const at = skipAdjuncts(body, subject.to, end)
  const object = body.words[at]
  if (object === undefined || at >= end || !nounlike(body, at)) return undefined
  return startAt(body, at, at, end)
}

const NOT_BA = new Set(
  foldKey(
    'بين بعد بعض بعيد بدور بدوره بدورها بيان بيانا بحث بحثا برنامج بلاد بلاده بلادها بلد بلده بنك بنوك باسم بارز بارزة برلمان بحسب بيروت بغداد باريس بريطانيا برلين بشار بهدف بسبب بشأن بعدما بدون بوش بايدن بوتين بحضور بشكل بصورة بمناسبة بعضهم بعضها بلدة بوابة بداية بيت بئر بحر برج بضع بضعة بالتالي بالطبع بالفعل بالتزامن بالتوازي بالإضافة بالنسبة بينها بينهم بينما بيد بل بلا بقوة بصفته بصفتها بمشاركة برفقة بعنوان بهذا بذلك بموجب بفضل بنفسه بنفسها بتاريخ باهظ بكين بولندا بلجيكا البحرين باكستان بشدة بعثة بعثت بقي بات باتت بلغ بلغت بدأ بدأت بشري بشرية بطل بطولة بند بنود بدل بدلا برئاسة بقيادة بطلب بدعوة بمقر بمدينة بمحافظة بولاية',
  ).split(' '),
)

/** A word behind an attached ب, as far as its letters tell. */
export function attachedBa(body: Body, at: number): boolean {
  const word = body.words[at]
  if (word === undefined || word.kind !== 'word' || !word.key.startsWith('ب')) return false
  if (/^(?:ب|برد|بحل)$/.test(word.key)) return true
  if (word.key.length < 4 || NOT_BA.has(word.key)) return false
  const place = body.mentions.at(word)
  return place === undefined || place.start > word.start
}

/** Passes over times, adverbs and «في بيان …،» between subject and object. */
export function skipAdjuncts(body: Body, from: number, end: number): number {
  const { words } = body
  let at = from
  for (let guard = 0; guard < 8 && at < end; guard++) {
    const word = words[at] as Word
    if (/^[،,]$/.test(word.key) || TIME_WORDS.has(word.key) || ADVERBS.has(word.key)) {
      at++
      continue
    }
    // «أعلن الرئيس، وفق بيان للقصر، حالة الطوارئ»
    if (at > from && /^(?:وفق|وفقا|بحسب|حسب|طبقا)$/.test(word.key) && /^[،,]$/.test(words[at - 1]?.key ?? '')) {
      const past = nextComma(body, at, Math.min(end, at + 16))
      if (past === undefined) return at
      at = past + 1
      continue
    }
    const spoken = spokenToEnd(body, at, end)
    if (spoken !== undefined) {
      at = spoken
      continue
    }
    if (!/^(?:في|خلال|عبر|علي)$/.test(word.key)) break
    if (word.key === 'علي' && words[at + 1]?.key === 'لسان') {
      at = readSource(body, at + 2, end)?.to ?? at + 2
      continue
    }
    const inside = word.key === 'في' ? officeEnd(body, at + 1, end) : undefined
    if (inside !== undefined) {
      at = inside
      continue
    }
    const noun = words[at + 1] === undefined ? undefined : nounAt(words[at + 1] as Word)
    const isMeeting = MEETING.test(words[at + 1]?.key ?? '')
    if (!isMeeting && (noun === undefined || !/^(?:occasion|document|social)$/.test(noun.noun.kind))) return at
    const apart = /^[،,]$/.test(words[at - 1]?.key ?? '') ? nextComma(body, at, Math.min(end, at + 16)) : undefined
    at = apart === undefined ? adjunctEnd(body, at, end) : apart + 1
  }
  return at
}

/** Behind the one spoken to: «لنظيره الفرنسي», «للوفد», «لسالم البحيري». */
function spokenToEnd(body: Body, at: number, end: number): number | undefined {
  const word = body.words[at]
  if (word === undefined || !word.key.startsWith('ل')) return undefined
  const place = body.mentions.at(word)
  const isPerson = place !== undefined && place.start > word.start && place.entity.type === 'PER'
  const isCalled = word.key.startsWith('لل') && /^(?:anonymous|official)$/.test(nounAt(word, true)?.noun.kind ?? '')
  if (!isPerson && !isCalled && !isAddressee(body, at)) return undefined
  let to = isPerson ? wordAfter(body, at, place.end) : at + 1
  while (to < end && isNisba(body.words[to]?.key ?? '')) to++
  return to
}

const isNisba = (key: string): boolean => /^ال.{3,}(?:ي|يه|يين|يات)$/.test(key)

/** Behind the body or place that the speaker sits in: «نفى المكتب في وزارة الزراعة ما …», «أعلن الحزب في صور وفاة …». */
function officeEnd(body: Body, at: number, end: number): number | undefined {
  const word = body.words[at]
  if (word === undefined || at >= end) return undefined
  const place = body.mentions.at(word)
  if (place?.start === word.start && /^(?:ORG|GPE|LOC)$/.test(place.entity.type)) return wordAfter(body, at, place.end)
  const noun = nounAt(word)?.noun
  return noun?.kind === 'official' && /^source\.body/.test(noun.id) && word.key.startsWith('ال') ? at + 1 : undefined
}

function nextComma(body: Body, from: number, end: number): number | undefined {
  for (let at = from; at < end; at++) if (/^[،,]$/.test(body.words[at]?.key ?? '')) return at
  return undefined
}

/** Behind «افتتاحيتها»: with its pronoun a talk has all of its genitive. */
function talkEnd(body: Body, at: number, end: number): number | undefined {
  const { words } = body
  const key = words[at]?.key ?? ''
  if (withoutPronoun(key).length === 0 || sourceNoun(key) !== undefined) return undefined
  const next = words[at + 1]
  if (next === undefined || at + 1 >= end || next.kind !== 'word' || MEETING.test(key)) return undefined
  return PREPOSITIONS.has(next.key) || /^[بل]/.test(next.key) ? undefined : at + 1
}

/** Talks that are with somebody or of something: «خلال لقائه نظيره», «خلال زيارته المدينة». */
const MEETING =
  /^(?:لقاي|اجتماع|مباحثات|محادثات|اتصال|زيارت|استقبال|تفقد|حضور|مشاركت|تروس|ترووس|افتتاح|جولت|رعايت)(?:ه|ها|هم|هما)$/

/** Where «في بيان على حسابها في تويتر باللغة الفارسية» ends: at a comma, or at a noun that no preposition governs. */
function adjunctEnd(body: Body, from: number, end: number): number {
  const { words } = body
  const own = talkEnd(body, from + 1, end)
  if (own !== undefined) return own
  const isMeeting = MEETING.test(words[from + 1]?.key ?? '')
  for (let at = from + 2; at < Math.min(end, from + 16); at++) {
    const { key } = words[at] as Word
    if (/^[،,]$/.test(key)) return at + 1
    const relayer = relayerAt(body, at)
    if (relayer !== undefined && isMediaAt(body, relayer)) {
      at = (readSource(body, relayer, end)?.to ?? relayer + 1) - 1
      continue
    }
    const before = words[at - 1]?.key ?? ''
    const governed = /^(?:في|علي|الي|من|عن|مع|عبر|خلال)$/.test(before) || /^[بل]/.test(key)
    if (governed || /^(?:في|علي|الي|من|عن|مع|عبر|خلال|له|لها|لهم)$/.test(key) || key.startsWith('ال')) continue
    if (/(?:ي|يه)$/.test(key) && key.length > 3) continue
    if (TIME_WORDS.has(key) || ADVERBS.has(key)) continue
    if (isMeeting && (/^(?:نظير|وفد)/.test(key) || nounAt(words[at] as Word)?.noun.kind === 'official')) continue
    if (body.mentions.at(words[at] as Word) !== undefined || nounAt(words[at - 1] as Word)?.noun.kind === 'outlet')
      continue
    if (
      /^(?:مشترك|رسمي|صحفي|صحافي|خاص|مقتضب|تلفزيوني|صادر|صدر|صدرت|اصدره|اصدرته|نشره|نشرته|نشر|نشرت|وصل|وصلت|مكتوب|مصور|متلفز|تلقت|حصلت|لاحق|منفصل)/.test(
        key,
      )
    )
      continue
    return at
  }
  return Math.min(end, from + 2)
}

const foldedObjects = new WeakMap<readonly string[], ReadonlySet<string>>()

/** Whether a word is one of the nouns that make the verb a report. */
function objectFits(body: Body, at: number, objects: readonly string[] | undefined, cut = 0): boolean {
  const word = body.words[at]
  if (word === undefined || objects === undefined) return false
  let known = foldedObjects.get(objects)
  if (known === undefined) {
    known = new Set(objects.map((object) => withoutArticle(foldKey(object))))
    foldedObjects.set(objects, known)
  }
  const key = withoutArticle(word.key.slice(cut))
  if (known.has(key)) return true
  for (let cut = 1; cut <= 3 && key.length - cut >= 2; cut++) {
    const stem = key.slice(0, -cut)
    if (!/^(?:ه|ها|هم|ا|هما|هن|ي)$/.test(key.slice(-cut))) continue
    if (
      known.has(stem) ||
      (stem.endsWith('ت') && known.has(`${stem.slice(0, -1)}ه`)) ||
      (stem.endsWith('ي') && known.has(`${stem.slice(0, -1)}ء`)) ||
      (stem.endsWith('و') && known.has(`${stem.slice(0, -1)}ء`))
    )
      return true
  }
  return false
}

const VERBAL = /^(?:قد|كان|كانت|لم|لن|لا|هو|هي|هم|اذا|لقد|حيث|كما|و|سوف|ليس|ليست|انه|هذا|هذه|ذلك|تلك|كل|ما|من|اي)$/

/** A word that can open a noun object. */
function nounlike(body: Body, at: number): boolean {
  const word = body.words[at]
  if (word === undefined) return false
  if (word.kind !== 'word') return quotationAt(body, word) !== undefined || (word.kind === 'number' && at > 0)
  const { key } = word
  if (key.length < 3 || RELATIVES.has(key) || PREPOSITIONS.has(key) || TIME_WORDS.has(key) || THAT.has(key))
    return false
  if (
    /^(?:لل|سي|ست|سن)/.test(key) ||
    (key.startsWith('ل') && body.mentions.at(word)?.start !== word.start && /^ل(?:ل|ـ)/.test(key))
  )
    return false
  if (/^(?:و)/.test(key) && word.bare > word.start) return false
  return !VERBAL.test(key)
}
