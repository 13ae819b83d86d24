export {
  type Candidate,
  ENTITY_TYPES,
  type Entity,
  type EntityRole,
  type EntityType,
  type Mention,
  type MentionKind,
} from './entity.js'
export { EntityRegister, type UnnamedEntity } from './entity-register.js'
export { type FindEntitiesOptions, findEntities } from './find-entities.js'
export {
  compareNames,
  DIFFERENT_BELOW,
  type NameComparison,
  type NameVerdict,
  nameScore,
  SAME_AT,
} from './names/compare.js'
export { nameKeys } from './names/keys.js'
export { foldName } from './names/letters.js'
export { type NamePart, type PartKind, type PreparedName, prepareName } from './names/name-parts.js'
export { type NamePair, predictNamePairs, predictRanking, type Ranking } from './names/predict.js'
export type { Reason } from './names/reasons.js'
export { arabicOf, type TransliterateOptions, type Transliteration, transliterate } from './names/transliterate.js'
export { type MentionScheme, predictMentions } from './tagger/predict.js'
export { NameTagger, nameTagger, type TaggedName, type TagScheme, taggerFrom, tagNames } from './tagger/tag-names.js'
