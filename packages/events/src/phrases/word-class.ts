import type { Entity } from '@isnad/entities'
import type { NounClass } from '@isnad/lexicon'
import type { Vocabulary } from '../forms/vocabulary.js'
import type { WordForm } from '../forms/word-form.js'
import type { Word } from '../forms/words.js'
import type { Filler } from './noun-phrase.js'

export const AGENTIVE: ReadonlySet<Filler['of']> = new Set(['person', 'group', 'body', 'number', 'quantity'])

/** Words of a closed class cut a clause: what opens one, relates, negates or colours it. */
export const closedClass = (word: Word): WordForm['closed'] =>
  word.mention !== undefined || word.inside ? undefined : word.form.closed

/** «عليه», «منهم»: a preposition with nothing but a pronoun. */
export const pronominalOf = (word: Word): WordForm['pronominal'] =>
  word.mention !== undefined || word.inside ? undefined : word.form.pronominal

/** Who can act: people, bodies, countries. */
export const agentive = ({ entity, of }: Pick<Filler, 'entity' | 'of'>): boolean =>
  entity === undefined ? AGENTIVE.has(of) : entity.type === 'PER' || entity.type === 'ORG' || entity.type === 'GPE'
export const isPlace = ({ entity, of }: Filler): boolean =>
  of === 'placenoun' || of === 'site' || (entity !== undefined && ['GPE', 'LOC', 'FAC'].includes(entity.type))

export const isCrowd = (word: Word | undefined): boolean => word?.form.isCrowd === true

/** What a noun says of a thing: a person, a group, a body, a site. */
export const classOf = (word: Word | undefined, vocabulary: Vocabulary): NounClass | undefined =>
  word?.form.in(vocabulary).nounClass

export const classOfEntity = ({ type, group }: Entity): Filler['of'] => {
  switch (type) {
    case 'PER':
      return group === true ? 'group' : 'person'
    case 'ORG':
      return 'body'
    case 'GPE':
    case 'LOC':
      return 'placenoun'
    case 'FAC':
      return 'site'
    case 'PROD':
      return 'vehicle'
    default:
      return 'other'
  }
}

/** Names of bodies that are adjectives of others: «هجمات منظمة», «فصائل معارضة». */
export const DESCRIBING: ReadonlySet<string> = new Set(
  'منظمة معارضة متحدة مقاومة معارض منظم منسقة منسق مكثفة متزامنة متفرقة متبادلة مشتركة متكررة مركبة'.split(' '),
)
