export type { AnalysedArticle } from './analysed-article.js'
export {
  type Dossier,
  type DossierRole,
  ENTITY_REASONS,
  type EntityDoubt,
  type EntityJudgement,
  type EntityReason,
  type EntityVerdict,
  type Sighting,
  type SightingKey,
  wordEntityReason,
} from './entities/dossier.js'
export { DossierIndex } from './entities/dossier-index.js'
export {
  ACCOUNT_ATTRIBUTES,
  type Account,
  type AccountAttribute,
  type AccountText,
  type AccountValue,
  type AccountVerdict,
} from './happenings/account.js'
export { compareAccounts } from './happenings/compare-accounts.js'
export { compareTellings, partTold, type Telling } from './happenings/compare-tellings.js'
export {
  HAPPENING_REASONS,
  type Happening,
  type HappeningAccount,
  type HappeningParticipant,
  type HappeningReason,
  wordHappeningReason,
} from './happenings/happening.js'
export { HappeningIndex } from './happenings/happening-index.js'
export {
  type AlignedPassage,
  type ComparableText,
  compareTexts,
  type LineageRelation,
  type TextComparison,
} from './lineage/compare.js'
export { lineageArticleOf } from './lineage/lineage-article.js'
export { LineageIndex, type LineageOptions, type Neighbour } from './lineage/lineage-index.js'
export type { Family, Lineage, Source } from './lineage/lineage-resolver.js'
export { type Reason, type ReasonCode, reasonInWords } from './lineage/reason.js'
export { FolderSegments, MemorySegments, type SegmentStorage } from './lineage/segment-storage.js'
export type { LineageArticle } from './lineage/text-record.js'
export { type CountOptions, countOrigins } from './origins/count-origins.js'
export {
  type ArticleRelation,
  ORIGIN_KINDS,
  ORIGIN_REASONS,
  type Origin,
  type OriginArticle,
  type OriginCount,
  type OriginEvidence,
  type OriginKind,
  type OriginReason,
  originArticleOf,
  originArticleOfAnalysed,
  type RelationLabel,
  wordOriginReason,
} from './origins/origin.js'
export { type DatedKin, type DateReason, type InferredDate, inferDate, wordDateReason } from './stories/infer-date.js'
export { type Likeness, labelOf, likeness, type PairLabel } from './stories/likeness.js'
export { profileOf, type StoryProfile, type StoryText, storyTextOf } from './stories/profile.js'
export {
  type Chapter,
  type Story,
  type StoryAct,
  type StoryDecision,
  type StoryReason,
  wordStoryReason,
} from './stories/story.js'
export { StoryIndex, type StoryJudgement } from './stories/story-index.js'
