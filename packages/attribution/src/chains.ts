import type { EntityRegister, EntityType } from '@isnad/entities'
import type { Span } from '@isnad/text'
import type { AttributionContext, Hedge, Link, Stance } from './attribution.js'
import {
  absorbed,
  endsBefore,
  isRelay,
  lastBefore,
  needsPaper,
  parentOf,
  sameHead,
  sidesLinks,
  withSides,
} from './chain-links.js'
import type { Cue, Voice } from './cues/cue.js'
import type { Credited } from './extents.js'
import { BY_THAT, PREPOSITIONS, THAT } from './grammar.js'
import { Memory } from './memory.js'
import { nounAt } from './noun-phrase.js'
import { OwnOutlet } from './own-outlet.js'
import type { Body } from './reading/body.js'
import type { Unit } from './reading/units.js'
import { type Word, withoutArticle } from './reading/words.js'
import { issuedPaper, sidesIn } from './sides.js'
import { readSource, unnamedIssuer } from './source.js'
import { sourceNoun } from './source-nouns.js'
import type { SourcePhrase } from './source-phrase.js'
import { subjectBefore } from './subject-before.js'

export interface Chained extends Credited {
  readonly chain: readonly Link[]
  readonly stance: Stance
  readonly hedge: Hedge | undefined
}

interface Speaker {
  readonly chain: readonly Link[]
  readonly gender: 'm' | 'f' | undefined
  readonly plural: boolean
  readonly head: string
}

/** The same speaker by another word or at the end of another chain. */
const speakerOf = ({ gender, plural }: Speaker, head: string, chain: readonly Link[]): Speaker => ({
  chain,
  gender,
  plural,
  head,
})

const MAX_UNNAMED = 400
/** Words for the one who just spoke: «وأوضح الأخير», «وقال هؤلاء». */
const POINTS_BACK = new Set('اخير اخيره هولاء هذا هذه هو هي هم'.split(' '))

/** Hidden sources that vouch for nothing. */
const RUMOUR = /^(?:ال)?(?:[أا]نباء|شائعات|[إا]شاعات)(?![\p{L}\p{M}])/u

/** Builds the chain behind each cue of an article, unit by unit in text order, remembering who spoke. */
export class ChainBuilder {
  readonly #body: Body
  readonly #register: EntityRegister
  readonly #ownOutlet: OwnOutlet
  readonly #memory = new Memory()
  readonly #hidden = new Map<string, string>()
  readonly #unnamed = new Map<string, string>()
  #unit = 0
  #voices: readonly Voice[] = []
  /** Who was spoken of last without a cue; he becomes a link, and an entity, only when a cue leans on him. */
  #topic: SourcePhrase | undefined

  constructor(body: Body, register: EntityRegister, context: AttributionContext) {
    this.#body = body
    this.#register = register
    this.#ownOutlet = new OwnOutlet(context)
  }

  build(unit: Unit, credited: readonly Credited[], voices: readonly Voice[]): readonly Chained[] {
    this.#unit++
    this.#voices = voices
    if (credited.length === 0) {
      this.#remember(unit, voices)
      return []
    }
    const relayed = credited.filter(({ cue }) => cue.rule === 'cue.naqlan' && cue.mode === 'postposed')
    const hedged = credited.filter(
      ({ cue }) => cue.mode === 'postposed' && cue.subject === undefined && cue.form === undefined,
    )
    const main = credited.filter((c) => !absorbed(c, relayed, credited) && !absorbed(c, hedged, credited))
    const speakers = new Map<Credited, Speaker | undefined>()
    const parents = new Map(main.map((c) => [c, parentOf(c, main)]))
    const resolve = (c: Credited): Speaker | undefined => {
      if (speakers.has(c)) return speakers.get(c)
      speakers.set(c, undefined)
      const parent = parents.get(c)
      const above = parent === undefined ? undefined : resolve(parent)
      const speaker = this.#speakerOf(c, parent, above, main, parents, speakers, unit)
      speakers.set(c, speaker)
      const framed = parent !== undefined && parents.get(parent) === undefined && parent.cue.mode === 'postposed'
      if (speaker !== undefined && (parent === undefined || framed))
        this.#memory.hear(speaker, this.#body.words[c.cue.at]?.paragraph ?? 0, this.#unit)
      return speaker
    }
    const found: Chained[] = []
    for (const c of main) {
      const speaker = resolve(c)
      if (speaker === undefined) continue
      const passed = relayed.find(
        (r) => r !== c && parents.get(c) === undefined && endsBefore(c, r) && lastBefore(r, main) === c,
      )
      const hedge = c.cue.hedge ?? (hedged.some((h) => h !== c && lastBefore(h, main) === c) ? 'distancing' : undefined)
      const origin = passed?.cue.subject ?? c.cue.passedOn
      const chain = origin === undefined ? speaker.chain : [...speaker.chain, this.#link(origin)]
      const relays =
        isRelay(c, speaker.chain) && main.some((inner) => parents.get(inner) === c && inner.cue.mode !== 'participle')
      const isRumour = c.cue.stance === 'asserts' && RUMOUR.test(chain.at(-1)?.description ?? '')
      const held = isRumour ? (hedge ?? 'hearsay') : hedge
      found.push({
        cue: c.cue,
        claims: c.claims,
        stance: relays || isRumour ? 'reports' : c.cue.stance,
        chain: chain.length > 6 ? chain.slice(0, 6) : chain,
        hedge: held,
      })
    }
    return found
  }

  /** Keeps the subject of a sentence without cues: the next «وقال» may be his. */
  #remember(unit: Unit, voices: readonly Voice[]): void {
    const source = voices.find(({ subject }) => subject !== undefined)?.subject ?? this.#leading(unit)
    if (source !== undefined) this.#topic = source
  }

  #leading(unit: Unit): SourcePhrase | undefined {
    for (let at = unit.from; at < Math.min(unit.to, unit.from + 4); at++) {
      const word = this.#body.words[at]
      if (word === undefined || word.kind !== 'word') continue
      const place = this.#body.mentions.at(word)
      const role = this.#body.mentions.roleAt(word)
      if (place === undefined && role === undefined && nounAt(word) === undefined) continue
      const source = readSource(this.#body, at, unit.to)
      if (
        source?.sure === true &&
        !this.#isOwnOutlet(source) &&
        (source.entity === undefined
          ? source.kind === 'official' ||
            source.kind === 'anonymous' ||
            (source.kind === 'document' && source.bare && at === unit.from + 1)
          : /^(?:PER|ORG|GPE)$/.test(source.entity.type))
      )
        return source
    }
    return undefined
  }

  #speakerOf(
    c: Credited,
    parent: Credited | undefined,
    above: Speaker | undefined,
    main: readonly Credited[],
    parents: ReadonlyMap<Credited, Credited | undefined>,
    speakers: ReadonlyMap<Credited, Speaker | undefined>,
    unit: Unit,
  ): Speaker | undefined {
    const { cue } = c
    const outer = above?.chain ?? []
    const own = this.#ownSpeaker(c, parent, main, parents, speakers, unit)
    if (own === undefined) return undefined
    if (own.whole) return own.speaker
    const { chain, gender, plural, head } = own.speaker
    return { chain: [...outer, ...chain], gender: gender ?? cue.gender, plural, head }
  }

  /** The speaker a clause names or implies; `whole` when the chain is another cue's and already complete. */
  #ownSpeaker(
    c: Credited,
    parent: Credited | undefined,
    main: readonly Credited[],
    parents: ReadonlyMap<Credited, Credited | undefined>,
    speakers: ReadonlyMap<Credited, Speaker | undefined>,
    unit: Unit,
  ): { readonly speaker: Speaker; readonly whole: boolean } | undefined {
    const { cue } = c
    const sides = [...cue.sides, ...this.#sidesBefore(cue, unit)].filter(({ source }) => !this.#isOwnOutlet(source))
    let subject =
      cue.subject ??
      (cue.mode === 'participle' || cue.mode === 'masdar'
        ? undefined
        : cue.mode === 'verb' || cue.mode === 'preposed'
          ? subjectBefore(this.#body, unit, cue)
          : undefined)
    if (subject?.sure === false && !cue.coordinated && cue.mode === 'verb')
      subject = subjectBefore(this.#body, unit, cue) ?? subject
    if (subject?.sure === false && POINTS_BACK.has(subject.head)) {
      const plural = subject.head === 'هؤلاء' || subject.head === 'هولاء'
      const heard = this.#memory.last(plural ? undefined : cue.gender, plural, this.#body.words[cue.at]?.paragraph ?? 0)
      if (heard !== undefined) return { speaker: heard, whole: parent === undefined }
    }
    if (subject?.sure === false && cue.form?.entry.continues === true && cue.mode === 'verb' && parent === undefined) {
      // «وأضاف هداف الدوري»: an unknown descriptor of the one who just spoke.
      const heard = this.#memory.last(cue.gender, cue.plural, this.#body.words[cue.at]?.paragraph ?? 0)
      if (heard !== undefined) return { speaker: heard, whole: true }
    }
    if (cue.form !== undefined && needsPaper(cue.form.entry.lemma) && subject?.kind !== 'document') return undefined
    if (cue.form?.entry.lemma === 'خلص' && cue.subject === undefined) return undefined
    if (subject !== undefined) {
      if (this.#isOwnOutlet(subject) && cue.relayer === undefined) return undefined
      if (subject.bare && cue.relayer === undefined) {
        const back = this.#goBack(subject)
        if (back !== undefined) {
          const chain = withSides(
            back.chain,
            sides.map(({ source }) => this.#link(source)),
          )
          return { speaker: speakerOf(back, back.head, chain), whole: parent === undefined }
        }
      }
      const relayer =
        cue.relayer === undefined
          ? this.#carriedRelayer(cue)
          : this.#isOwnOutlet(cue.relayer)
            ? []
            : this.#relayerChain(cue.relayer)
      const links = [
        ...relayer,
        ...sidesLinks(sides, subject).map(({ source }) => this.#link(source, subject)),
        this.#link(subject, cue.issuer),
      ]
      const gender =
        cue.mode === 'verb' && cue.form !== undefined && cue.form.shape !== 'masdar' && cue.relayer === undefined
          ? cue.gender
          : subject.gender
      return {
        speaker: { chain: links, gender: gender ?? subject.gender, plural: subject.plural, head: subject.head },
        whole: false,
      }
    }
    const side = sides.map(({ source }) => this.#link(source))
    const mate = this.#mate(c, parent, main, parents, speakers)
    if (mate !== undefined) return { speaker: speakerOf(mate, mate.head, withSides(mate.chain, side)), whole: true }
    const voice = this.#voices.findLast((v) => v.at < cue.at && v.at >= unit.from)
    const voiced = voice?.subject ?? (voice === undefined ? undefined : subjectBefore(this.#body, unit, voice))
    if (voiced !== undefined && (cue.mode !== 'verb' || cue.coordinated || this.#mayLeanBack(cue)))
      return {
        speaker: this.#voiced(voiced, voice?.gender, this.#withPaper(side, voiced, unit, cue)),
        whole: parent === undefined,
      }
    if (parent !== undefined) {
      const inner = this.#claimSubject(parent, cue)
      return inner === undefined ? undefined : { speaker: this.#voiced(inner, cue.gender, side), whole: false }
    }
    if (cue.mode === 'participle' || cue.mode === 'masdar' || (cue.mode === 'postposed' && cue.form === undefined)) {
      const source = this.#leading(unit)
      if (source !== undefined) {
        const gender = source.gender ?? cue.gender
        return { speaker: this.#voiced(source, gender, this.#withPaper(side, source, unit, cue)), whole: true }
      }
    }
    if (cue.mode === 'postposed' && cue.subject === undefined && main.length > 1) return undefined
    // A verb in the middle of a clause has its subject there: without one it is somebody else's report.
    if (cue.mode === 'verb' && !cue.coordinated && !this.#mayLeanBack(cue)) return undefined
    const paragraph = this.#body.words[cue.at]?.paragraph ?? 0
    const heard =
      this.#opener(unit, cue) ?? this.#topicFits(cue) ?? this.#memory.last(cue.gender, cue.plural, paragraph)
    if (heard === undefined) return undefined
    return { speaker: speakerOf(heard, heard.head, withSides(heard.chain, side)), whole: true }
  }

  /** «مواقع قالت إنها تابعة له»: a relative clause without الذي tells of the sentence's speaker. */
  #mayLeanBack({ form, at }: Cue): boolean {
    return form?.entry.lemma === 'قال' && THAT.has(this.#body.words[at + 1]?.key ?? '')
  }

  /** «أصدرت الوزارة بيانا …، قائلة إن»: the paper that the sentence tells of is what it is said in. */
  #withPaper(side: readonly Link[], issuer: SourcePhrase, unit: Unit, cue: Cue): readonly Link[] {
    if (side.some(({ kind }) => kind === 'document' || kind === 'social')) return side
    const paper = issuedPaper(this.#body, unit.from, cue.at)
    return paper === undefined ? side : [...side, this.#link(paper, issuer)]
  }

  #voiced(source: SourcePhrase, gender: 'm' | 'f' | undefined, side: readonly Link[]): Speaker {
    const back = source.bare ? this.#goBack(source) : undefined
    const chain = withSides(back?.chain ?? [this.#link(source)], side)
    return { chain, gender: gender ?? source.gender, plural: source.plural, head: source.head }
  }

  /** «أن خبراء عثروا …، مشيرين إلى»: who acts in the claim that a cue stands in. */
  #claimSubject(parent: Credited, cue: Cue): SourcePhrase | undefined {
    if (parent.cue.claim === undefined) return undefined
    const inner = readSource(this.#body, parent.cue.claim.word, cue.at)
    if (inner?.sure !== true || inner.kind === 'document' || inner.from > parent.cue.claim.word + 2) return undefined
    const differs = cue.gender !== undefined && inner.gender !== undefined && inner.gender !== cue.gender
    return differs && !inner.plural ? undefined : inner
  }

  /** «وذكرت الوكالة …. ونقلت عن مصدر أن»: the one who told just before passes this on too. */
  #carriedRelayer({ form, mode, at, gender, coordinated }: Cue): readonly Link[] {
    if (form?.entry.relays !== true || mode !== 'verb' || !coordinated) return []
    if (!/^(?:عن|الي)$/.test(this.#body.words[at + 1]?.key ?? '')) return []
    const heard = this.#memory.named(() => true)
    const first = heard?.chain[0]
    if (heard === undefined || first === undefined || heard.unit < this.#unit - 1) return []
    if (first.kind !== 'outlet' && first.kind !== 'agency') return []
    // «ونقل عن» may be a passive
    return gender === 'f' || (gender === 'm' && heard.chain.length === 1 && heard.gender === 'm') ? [first] : []
  }

  /** «استقبل الوزير الوفد، وأكد أن»: who acts at the head of the sentence goes on to speak. */
  #opener(unit: Unit, cue: Cue): Speaker | undefined {
    if (cue.mode !== 'verb' || cue.form?.entry.continues === true || cue.at < unit.from + 3) return undefined
    if ((this.#body.words[cue.at]?.bare ?? 0) === this.#body.words[cue.at]?.start) return undefined
    const next = this.#body.words[cue.at + 1]
    const isBare =
      cue.claim?.word === cue.at + 1 || next?.kind !== 'word' || THAT.has(next.key) || BY_THAT.has(next.key)
    if (!isBare && !PREPOSITIONS.has(next.key)) return undefined
    for (let at = unit.from; at < Math.min(cue.at, unit.from + 6); at++) {
      const word = this.#body.words[at] as Word
      if (word.kind !== 'word') return undefined
      const source = readSource(this.#body, at, cue.at)
      if (source?.sure !== true || source.from !== at || PREPOSITIONS.has(this.#body.words[at - 1]?.key ?? '')) continue
      if (!/^(?:person|official)$/.test(source.kind) || source.plural !== cue.plural || this.#isOwnOutlet(source))
        return undefined
      if (cue.gender !== undefined && source.gender !== undefined && cue.gender !== source.gender) return undefined
      const paper = sidesIn(this.#body, source.to, cue.at, source).filter(
        ({ kind, source: { from } }) =>
          (kind === 'document' || kind === 'social') && this.#body.words[from - 1]?.key === 'في',
      )
      const links = [...paper.map((side) => this.#link(side.source, source)), this.#link(source)]
      return { chain: links, gender: source.gender ?? cue.gender, plural: source.plural, head: source.head }
    }
    return undefined
  }

  #topicFits(cue: Cue): Speaker | undefined {
    const topic = this.#topic
    this.#topic = undefined
    if (topic === undefined) return undefined
    const before = this.#memory.named(() => true)
    if (before !== undefined && before.unit >= this.#unit - 1) return undefined
    if (cue.gender !== undefined && topic.gender !== undefined && cue.gender !== topic.gender) return undefined
    if (
      before !== undefined &&
      this.#unit - before.unit <= 2 &&
      (cue.gender === undefined || before.gender === cue.gender)
    )
      return undefined
    return { chain: [this.#link(topic)], gender: topic.gender, plural: topic.plural, head: topic.head }
  }

  /** «وفي رسالة إلى البلدية، أعربت …»: links named at the head of the clause, before the verb. */
  #sidesBefore(cue: Cue, unit: Unit): Cue['sides'] {
    if (cue.mode !== 'verb') return []
    const first = this.#body.words[unit.from]
    if (first === undefined || !/^(?:في|وفي|عبر|وعبر)$/.test(first.key) || cue.at - unit.from > 24) return []
    const noun =
      this.#body.words[unit.from + 1] === undefined ? undefined : nounAt(this.#body.words[unit.from + 1] as never)
    if (noun === undefined || !/^(?:document|social|occasion)$/.test(noun.noun.kind)) return []
    return sidesIn(this.#body, unit.from, cue.at, undefined)
  }

  /** The cue of the same clause level that a participle or «وأضاف» goes on with. */
  #mate(
    c: Credited,
    parent: Credited | undefined,
    main: readonly Credited[],
    parents: ReadonlyMap<Credited, Credited | undefined>,
    speakers: ReadonlyMap<Credited, Speaker | undefined>,
  ): Speaker | undefined {
    const { cue } = c
    const index = main.indexOf(c)
    for (let at = index - 1; at >= 0; at--) {
      const earlier = main[at] as Credited
      if (parents.get(earlier) !== parent) continue
      const speaker = speakers.get(earlier)
      if (speaker === undefined || earlier.cue.mode === 'postposed') continue
      if (cue.plural && !speaker.plural && cue.mode === 'participle') continue
      if (cue.gender !== undefined && speaker.gender !== undefined && cue.gender !== speaker.gender && !cue.plural)
        continue
      return speaker
    }
    if (parent === undefined || cue.mode !== 'participle') return undefined
    // «… أكدت أن … مستبعدا أن»: not the one within the claim speaks, but the one whose claim it is.
    const above = speakers.get(parent)
    return above?.gender !== undefined && above.gender === cue.gender && !cue.plural ? above : undefined
  }

  #relayerChain(relayer: SourcePhrase): readonly Link[] {
    if (relayer.bare) {
      const back = this.#goBack(relayer)
      if (back !== undefined) return back.chain
    }
    return [this.#link(relayer)]
  }

  /** Whom a bare descriptor means: the whole chain of the speaker that it takes up again. */
  #goBack(subject: SourcePhrase): Speaker | undefined {
    if (subject.kind === 'document') {
      const heard = this.#memory.named(({ chain }) => chain.some((link) => link.kind === 'document'))
      if (heard !== undefined) {
        const at = heard.chain.findIndex((link) => link.kind === 'document')
        const document = heard.chain[at] as Link
        return speakerOf(heard, subject.head, [...heard.chain.slice(0, at), { ...document, span: subject.span }])
      }
      const last = this.#memory.named(({ chain }) => chain.at(-1)?.entity !== undefined)
      const issuer = last?.chain.at(-1)?.entity
      if (last === undefined || issuer === undefined) return undefined
      const description = this.#words(subject.span)
      return speakerOf(last, subject.head, [{ kind: 'document', entity: issuer, description, span: subject.span }])
    }
    const heard = this.#memory.named(({ chain, head }) => {
      const last = chain.at(-1)
      if (last === undefined) return false
      if (
        subject.entity !== undefined &&
        (last.entity === subject.entity.id || subject.entity.mentions.some((m) => m.kind === 'name'))
      )
        return last.entity === subject.entity.id
      if ((subject.kind === 'outlet' || subject.kind === 'agency') && last.kind === subject.kind) return true
      if (subject.kind === 'anonymous' && last.kind === 'anonymous') return sameHead(head, subject.head)
      // «المسؤول» is the hidden one of before: with the article alone he has no face of his own
      const isHidden = subject.kind === 'official' && last.kind === 'anonymous'
      return (last.kind === subject.kind || isHidden) && sameHead(head, subject.head)
    })
    if (heard === undefined) return undefined
    const last = heard.chain.at(-1) as Link
    return speakerOf(heard, heard.head, [...heard.chain.slice(0, -1), { ...last, span: subject.span }])
  }

  #words = ({ start, end }: Span): string => this.#body.value.slice(start, end)

  /** The words of a link; behind «لل» with the article that the spelling swallows. */
  #named(span: Span): string {
    const words = this.#words(span)
    const swallowed = words.startsWith('ل') && this.#body.value.charAt(span.start - 1) === 'ل'
    return swallowed ? `ا${words}` : words
  }

  #isOwnOutlet({ entity, kind }: SourcePhrase): boolean {
    if (entity === undefined || (kind !== 'outlet' && kind !== 'agency')) return false
    return this.#ownOutlet.has(entity)
  }

  #link(source: SourcePhrase, issuer?: SourcePhrase): Link {
    const { kind, span } = source
    const description = this.#named(span)
    if (kind === 'anonymous') return { kind, ref: this.#ref(description), description, span }
    if (kind === 'document' || kind === 'social') {
      const named = source.entity === undefined ? (unnamedIssuer(this.#body, source) ?? issuer) : undefined
      const entity = source.entity?.id ?? (named === undefined ? undefined : this.#entityOf(named))
      return { kind, ...(entity === undefined ? {} : { entity }), description, span }
    }
    const entity = this.#entityOf(source)
    return { kind, ...(entity === undefined ? {} : { entity }), description, span }
  }

  #entityOf(source: SourcePhrase): string | undefined {
    if (source.entity !== undefined) return source.entity.id
    if (source.kind === 'anonymous' || source.kind === 'document' || source.kind === 'social' || !source.sure)
      return undefined
    const { outlet } = source
    if (outlet !== undefined) {
      const named = this.#register.entities.find(({ catalogId }) => catalogId === outlet.id)
      if (named !== undefined) return named.id
    }
    const description = this.#words(source.span)
    const known = this.#unnamed.get(outlet?.id ?? description)
    if (known !== undefined) return known
    if (this.#unnamed.size >= MAX_UNNAMED) return undefined
    const noun = sourceNoun(withoutArticle(source.head))
    const type: EntityType =
      source.kind === 'person' ||
      (source.kind === 'official' && noun !== undefined && !/^source\.(?:body|body-m)$/.test(noun.noun.id))
        ? 'PER'
        : 'ORG'
    const { id } = this.#register.addUnnamed(source.span, {
      type,
      nameAr: outlet?.ar ?? description,
      ...(source.plural ? { group: true as const } : {}),
    })
    this.#unnamed.set(outlet?.id ?? description, id)
    return id
  }

  #ref(description: string): string {
    const key = description.replace(/^ال/, '')
    const known = this.#hidden.get(key)
    if (known !== undefined) return known
    const ref = `s${this.#hidden.size + 1}`
    this.#hidden.set(key, ref)
    return ref
  }
}
