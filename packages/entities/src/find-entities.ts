import type { DataSource } from '@isnad/lexicon'
import type { Passage } from '@isnad/text'
import type { Entity } from './entity.js'
import { entitiesOf } from './linking/entities.js'
import { findMentions } from './mentions/find-mentions.js'
import type { NameTagger } from './tagger/tag-names.js'

export interface FindEntitiesOptions {
  /** The day the article was published, `2020-11-22…`: decides who held an office. */
  readonly published?: string
  /** Catalog id of the outlet that printed it. */
  readonly outletId?: string
  /** Another tagger than the shipped one, such as one that has not seen the article. */
  readonly tagger?: NameTagger
  /** Another catalog than the shipped one: `userCatalog(folder).source`, with what a user added, merged and split. */
  readonly catalog?: DataSource
}

/** The people, bodies and places that an article names, each once, with every mention, role and catalog candidate. */
export function findEntities(passage: Passage, options: FindEntitiesOptions = {}): readonly Entity[] {
  return entitiesOf(passage, findMentions(passage, options.tagger, options.catalog), options)
}
