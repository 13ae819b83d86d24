import type { Body } from '../reading/body.js'
import type { Unit } from '../reading/units.js'
import { readSource } from '../source.js'
import type { Cue } from './cue.js'
import type { Hits } from './hits.js'

/** Who does one of these to what was said says something of it. */
const ANSWERS = /^(?:نفى|أنكر|كذب|فند|دحض|أكد|استبعد|شكك)$/
const CLAIMS = /^(?:اتهامات|اتهام|مزاعم|ادعاءات|ادعاء|انباء|معلومات|روايه|تهم|تهمه|اقوال|تصريحات|شائعات)$/

/** «…، وهو ما نفته الوزارة», «الأمر الذي أكده الجيش», «وهي اتهامات تنفيها البلدية»: what stands before is denied or confirmed. */
export function answeredCue(body: Body, unit: Unit, at: number, hits: Hits): Cue | undefined {
  const verb = verbAt(body, at)
  if (verb === undefined || at === unit.from) return undefined
  const hit = hits
    .get(verb)
    ?.find(
      ({ form, pronoun }) =>
        (pronoun || body.words[verb + 1]?.key === 'فيه') &&
        form.shape !== 'participle' &&
        ANSWERS.test(form.entry.lemma),
    )
  if (hit === undefined) return undefined
  const subject = readSource(body, verb + 1, Math.min(unit.to, verb + 24))
  if (subject?.sure !== true || subject.kind === 'document') return undefined
  const { form, span } = hit
  return {
    at: verb,
    from: at,
    to: subject.to,
    span,
    rule: form.entry.id,
    mode: 'postposed',
    stance: form.entry.stance,
    form,
    gender: form.gender,
    plural: form.plural,
    coordinated: false,
    answers: true,
    subject,
    sides: [],
    claim: undefined,
  }
}

/** The verb that the words from one on lead to. */
function verbAt({ words }: Body, at: number): number | undefined {
  const key = words[at]?.key
  const next = words[at + 1]?.key ?? ''
  if (/^(?:وهو|وهي|هو)$/.test(key ?? '')) {
    if (next === 'ما' || CLAIMS.test(next)) return words[at + 2]?.key === 'قد' ? at + 3 : at + 2
    return next === 'الامر' && words[at + 2]?.key === 'الذي' ? at + 3 : undefined
  }
  return key === 'الامر' && next === 'الذي' ? at + 2 : undefined
}
