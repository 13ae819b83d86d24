import { NOT_THAT_AFTER, PREPOSITIONS, THAT } from '../grammar.js'
import type { Body } from '../reading/body.js'
import type { Unit } from '../reading/units.js'
import { afterLetters, type Word, withoutArticle, withoutPronoun } from '../reading/words.js'
import { sidesIn } from '../sides.js'
import { readSource } from '../source.js'
import type { SourcePhrase } from '../source-phrase.js'
import { type Complement, quotationAt, quoted, reach } from './claim-start.js'
import { complementOf } from './complement.js'
import type { Cue } from './cue.js'
import { cueTable, type PhraseForm } from './cue-table.js'
import type { Hits } from './hits.js'
import { cuesOf, FUSED } from './spelled-cues.js'

const FREE_RELATIVE = new Set(['ما', 'لما', 'مما'])

/** «بحسب», «وفقا ل», «كما ذكر» with the one they name, before or after what he is credited with. */
export function phraseCue(body: Body, unit: Unit, at: number, hits: Hits): Cue | undefined {
  const word = body.words[at] as Word
  if (word.kind !== 'word' || !cuesOf(word.form).mayOpenPhrase) return undefined
  if (word.key === 'علي' && body.words[at + 1]?.key === 'ما') return byVerb(body, unit, at, at + 2, hits, '')
  if (FUSED.has(word.core)) return byVerb(body, unit, at, at + 1, hits, word.core)
  for (const cut of word.core === word.key ? [0] : [0, 1])
    for (const phrase of cueTable().phrases.get(cut === 0 ? word.key : word.core) ?? []) {
      const cue = phraseAt(body, unit, at, cut, phrase, hits)
      if (cue !== undefined) return cue
    }
  return undefined
}

function phraseAt(
  body: Body,
  unit: Unit,
  at: number,
  cut: number,
  { entry, words: form }: PhraseForm,
  hits: Hits,
): Cue | undefined {
  const { words } = body
  let own = false
  for (let step = 1; step < form.length; step++) {
    const key = words[at + step]?.key ?? ''
    const wanted = form[step] ?? ''
    if (key === wanted) continue
    if (step < form.length - 1) return undefined
    own = withoutPronoun(key).includes(wanted)
    if (!own && withoutArticle(key) !== wanted) return undefined
  }
  let from = at + form.length
  if (own) return build(body, unit, at, cut, entry, undefined, from)
  const next = words[from]
  if (next === undefined || from >= unit.to) return undefined
  if (entry.before === 'ل') {
    if (next.key === 'لما') return byVerb(body, unit, at, from + 1, hits, '')
    if (next.key === 'ل') from++
    else if (!next.key.startsWith('ل')) return undefined
  } else if (entry.before !== 'none') {
    if (next.key !== entry.before.replace('إ', 'ا').replace('ى', 'ي')) return undefined
    from++
  }
  if (FREE_RELATIVE.has(words[from]?.key ?? '')) return byVerb(body, unit, at, from + 1, hits, '')
  if (
    /^(?:وصفه|وصفها|وصفهم|قوله|قولها|قولهم|تعبيره|تعبيرها|زعمه|زعمها|زعمهم|ادعائه|رايه|رايها)$/.test(
      words[from]?.key ?? '',
    )
  )
    return build(body, unit, at, cut, entry, undefined, from + 1)
  const cutLam = entry.before === 'ل'
  const told = SAYINGS.test(withoutArticle(words[from]?.key.replace(/^ل/, '') ?? '')) ? from + 1 : undefined
  const source = readSource(body, told ?? from, reach(body, unit.to, at), { cutLam: cutLam && told === undefined })
  if (source === undefined || !source.sure || !speaks(source, entry.id)) return undefined
  return build(body, unit, at, cut, entry, source, source.to)
}

/** «وفق تصريح الوزير», «بحسب رواية الشهود»: the one behind the word speaks. */
const SAYINGS =
  /^(?:تصريح|تصريحات|اقوال|كلام|حديث|روايه|روايات|شهاده|شهادات|افاده|افادات|تقديرات|قول|تاكيدات|وصف|تعبير|راي|مزاعم|ادعاءات)$/

/** Things that a plan or a rule goes by do not speak: «وفق القانون», «على ذمة التحقيقات». */
function speaks({ kind, entity, head }: SourcePhrase, id: string): boolean {
  if (id === 'cue.ala-dhimma' && kind !== 'outlet' && kind !== 'agency' && kind !== 'person') return false
  if (
    kind === 'document' &&
    /^(?:قانون|دستور|قرار|لائحه|لوائح|قوانين|قرارات|خريطه|نص|اتفاق|مرسوم|حسابات|نتائج|حكم)$/.test(head)
  )
    return false
  return entity?.type !== 'EVT-NAME' && entity?.type !== 'PROD'
}

function build(
  body: Body,
  unit: Unit,
  at: number,
  cut: number,
  entry: PhraseForm['entry'],
  source: SourcePhrase | undefined,
  to: number,
): Cue {
  const first = body.words[at] as Word
  const cueWord = source === undefined ? first : (body.words[at + entry.cueWord] ?? first)
  const start = cueWord === first && cut > 0 ? afterLetters(body.value, first.start, cut) : cueWord.start
  const claim = preposedClaim(body, unit, at, to)
  return {
    at,
    from: at,
    to,
    span: { start, end: cueWord.end },
    rule: entry.id,
    mode: claim === undefined ? 'postposed' : 'preposed',
    stance: entry.stance,
    hedge: source === undefined ? 'distancing' : entry.hedge,
    gender: undefined,
    plural: false,
    coordinated: false,
    subject: source,
    sides: source === undefined ? [] : sidesIn(body, source.from + 1, claim?.zoneEnd ?? to, undefined),
    claim,
  }
}

/** «وبحسب المصدر، فإن …»: the claim follows where the phrase opens the clause. */
function preposedClaim(body: Body, unit: Unit, at: number, to: number): Complement | undefined {
  const { words } = body
  const before = at > unit.from ? words[at - 1] : undefined
  const opens =
    before === undefined ||
    THAT.has(before.key) ||
    /^[:؛]$/.test(before.key) ||
    quotationAt(body, before) !== undefined ||
    /^(?:لكن|ولكن|بينما|فيما|حيث)$/.test(before.key)
  if (!opens) return undefined
  let next = to
  for (let probe = to; probe < Math.min(unit.to, to + 30); probe++) {
    const key = words[probe]?.key ?? ''
    const previous = words[probe - 1]
    if (
      /^(?:فان|فانه|فانها|فانهم|فقد)$/.test(key) ||
      (THAT.has(key) &&
        probe - to < 12 &&
        !NOT_THAT_AFTER.has(previous?.core ?? '') &&
        !PREPOSITIONS.has(previous?.key ?? ''))
    ) {
      next = key === 'فقد' ? probe : probe + 1
      break
    }
    if (/^[،,]$/.test(key)) {
      if (/^(?:فان|فانه|فانها|فانهم|ان|انه|انها|التي|الذي|الذين)$/.test(words[probe + 1]?.key ?? '')) continue
      next = probe + 1
      break
    }
    if (/^[.؛]$/.test(key) && probe + 1 >= unit.to) break
  }
  while (next < unit.to && /^[،,:]$/.test(words[next]?.key ?? '')) next++
  const word = words[next]
  if (word === undefined || next >= unit.to || (word.kind === 'punctuation' && quotationAt(body, word) === undefined))
    return undefined
  const quotation = quotationAt(body, word)
  return quotation === undefined
    ? { zoneEnd: next, word: next, start: word.start }
    : quoted(body, next, next, quotation)
}

/** «…، فإن»: what the opening phrase credits follows. */
const thenSo = ({ words }: Body, at: number): boolean =>
  /^(?:فان|فانه|فانها|فانهم)$/.test(words[/^[،,]$/.test(words[at]?.key ?? '') ? at + 1 : at]?.key ?? '')

/** «بحسب ما أعلن الجيش», «كما ذكرت الوكالة»: the verb is the cue, and what it credits stands before it. */
function byVerb(body: Body, unit: Unit, at: number, verb: number, hits: Hits, fused: string): Cue | undefined {
  const { words } = body
  let place = verb
  while (place < verb + 2 && /^(?:قد|كان|كانت)$/.test(words[place]?.key ?? '')) place++
  const hit = hits.get(place)?.find(({ form }) => form.shape === 'past' || form.shape === 'present')
  // «ما نسبته 5 في المئة»
  if (hit === undefined || hit.form.entry.lemma === 'نسب') return undefined
  const { form } = hit
  const end = reach(body, unit.to, at)
  const from = form.entry.relays ? fromWhom(body, place + 1, Math.min(end, place + 12)) : undefined
  const found = readSource(body, place + 1, from ?? Math.min(end, place + 30))
  if (fused === 'كما' || fused === 'مثلما') {
    // «كما أعلن أن …» goes on with a claim of its own; «…، كما أعلن الوزير.» credits what was said.
    const opens = at === unit.from && found?.sure === true && thenSo(body, found.to)
    if (!opens && (at === unit.from || found?.sure !== true || words[at]?.key !== words[at]?.core)) return undefined
    const after = words[found.to]
    if (
      after !== undefined &&
      found.to < unit.to &&
      !/^[.،,؛]$/.test(after.key) &&
      complementOf(body, hit, end, hits) !== undefined
    )
      return undefined
  }
  const told = found?.sure === true ? found : undefined
  const origin = from === undefined ? undefined : readSource(body, from + 1, Math.min(end, from + 30))
  const subject = origin?.sure === true ? origin : told
  const to = subject?.to ?? place + 1
  const claim =
    (fused === 'كما' || fused === 'مثلما') && !(at === unit.from && thenSo(body, to))
      ? undefined
      : preposedClaim(body, unit, at, to)
  return {
    at: place,
    from: at,
    to,
    span: hit.span,
    rule: form.entry.id,
    mode: claim === undefined ? 'postposed' : 'preposed',
    stance: form.entry.stance,
    hedge: form.entry.hedge,
    form,
    gender: form.gender,
    plural: form.plural,
    coordinated: false,
    subject,
    relayer: subject === origin && origin !== undefined ? told : undefined,
    sides: origin === undefined ? sidesIn(body, place + 1, Math.min(end, place + 24), subject) : [],
    claim,
  }
}

/** Where «عن» stands in «بحسب ما نقلت الوكالة عن شهود». */
function fromWhom({ words }: Body, at: number, end: number): number | undefined {
  for (let next = at; next < end && !/^[.،,؛:]$/.test(words[next]?.key ?? ''); next++)
    if (words[next]?.key === 'عن') return next
  return undefined
}
