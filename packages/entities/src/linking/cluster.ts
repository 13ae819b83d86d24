import type { EntityType } from '../entity.js'
import type { FoundMention } from '../mentions/found.js'

/** One way in which a cluster is named. */
export interface ClusterName {
  /** Folded words without clitics, parted by single spaces. */
  readonly key: string
  readonly words: readonly string[]
  /** Whose body it is, when its name says so. */
  readonly country: string | undefined
}

/** Mentions that are taken for one thing. */
export interface Cluster {
  readonly type: EntityType
  readonly mentions: FoundMention[]
  named: boolean
  /** Word at which it was last mentioned, for the nearest antecedent. */
  latest: number
  /** Different names in order of appearance. */
  readonly names: ClusterName[]
}

export const newCluster = (mention: FoundMention, name?: ClusterName): Cluster => ({
  type: mention.type,
  mentions: [mention],
  named: mention.kind === 'name',
  latest: mention.first,
  names: name === undefined ? [] : [name],
})

export function addTo(cluster: Cluster, mention: FoundMention, name?: ClusterName): void {
  cluster.mentions.push(mention)
  cluster.latest = Math.max(cluster.latest, mention.first)
  if (mention.kind === 'name') cluster.named = true
  if (name !== undefined && !cluster.names.some(({ key }) => key === name.key)) cluster.names.push(name)
}
