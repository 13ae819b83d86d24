import type { EntityRole } from '../entity.js'
import type { Cluster } from '../linking/cluster.js'
import type { FoundRole } from '../mentions/found.js'

interface BodyMention {
  readonly start: number
  readonly end: number
  readonly id: string
}

/** Where bodies and places stand in the article, for finding those inside a title's words. */
export class BodyIndex {
  readonly #mentions: readonly BodyMention[]

  constructor(clusters: readonly Cluster[], ids: ReadonlyMap<Cluster, string>) {
    const mentions: BodyMention[] = []
    for (const cluster of clusters)
      if (cluster.type !== 'PER')
        for (const { start, end } of cluster.mentions) mentions.push({ start, end, id: ids.get(cluster) ?? '' })
    this.#mentions = mentions.sort((a, b) => a.start - b.start || b.end - a.end)
  }

  /** The first mention inside a stretch, the widest of those that begin there. */
  within({ start, end }: FoundRole['scope']): string | undefined {
    let low = 0
    let high = this.#mentions.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#mentions[middle]?.start ?? 0) < start) low = middle + 1
      else high = middle
    }
    for (let at = low; at < this.#mentions.length; at++) {
      const mention = this.#mentions[at]
      if (mention === undefined || mention.start >= end) return undefined
      if (mention.end <= end) return mention.id
    }
    return undefined
  }
}

/** The roles that the article gives a person, each with the entity whose office it is when that is named, else its country. */
export function rolesOfCluster(
  { mentions }: Cluster,
  bodies: BodyIndex,
  countries: ReadonlyMap<string, string>,
): readonly EntityRole[] {
  const roles: EntityRole[] = []
  for (const mention of mentions) {
    for (const role of mention.roles ?? []) {
      const org = bodies.within(role.scope) ?? (role.country === undefined ? undefined : countries.get(role.country))
      roles.push({
        title: role.title,
        span: { start: role.start, end: role.end },
        titleId: role.titleId,
        org,
        standing: role.standing,
      })
    }
  }
  return roles
}
