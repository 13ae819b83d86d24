import type { EntityType } from '../entity.js'
import type { FoundMention } from '../mentions/found.js'

/** Mentions that are taken for one thing. */
export interface Cluster {
  readonly type: EntityType
  readonly mentions: FoundMention[]
  named: boolean
  /** Last word index seen, for the nearest antecedent. */
  latest: number
  /** Folded names, fullest first is not kept: order of appearance. */
  readonly names: string[]
}

export const newCluster = (mention: FoundMention, name: string): Cluster => ({
  type: mention.type,
  mentions: [mention],
  named: mention.kind === 'name',
  latest: mention.first,
  names: name === '' ? [] : [name],
})

export function addTo(cluster: Cluster, mention: FoundMention, name: string): void {
  cluster.mentions.push(mention)
  cluster.latest = Math.max(cluster.latest, mention.first)
  if (mention.kind === 'name') cluster.named = true
  if (name !== '' && !cluster.names.includes(name)) cluster.names.push(name)
}
