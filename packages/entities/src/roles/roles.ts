import type { EntityRole } from '../entity.js'
import type { Cluster } from '../linking/cluster.js'
import type { FoundRole } from '../mentions/found.js'

/** The roles that the article gives a person, each with the entity whose office it is when that is named. */
export function rolesOfCluster(
  { mentions }: Cluster,
  clusters: readonly Cluster[],
  ids: ReadonlyMap<Cluster, string>,
  countries: ReadonlyMap<string, string>,
): readonly EntityRole[] {
  const roles: EntityRole[] = []
  for (const mention of mentions) {
    for (const role of mention.roles ?? []) {
      const org = bodyOf(role, clusters, ids) ?? (role.country === undefined ? undefined : countries.get(role.country))
      roles.push({
        title: role.title,
        span: { start: role.start, end: role.end },
        ...(role.titleId === undefined ? {} : { titleId: role.titleId }),
        ...(org === undefined ? {} : { org }),
        ...(role.standing === undefined ? {} : { standing: role.standing }),
      })
    }
  }
  return roles
}

/** The widest mention inside the title's words: the body, or the country when no body is named. */
function bodyOf(
  { scope }: FoundRole,
  clusters: readonly Cluster[],
  ids: ReadonlyMap<Cluster, string>,
): string | undefined {
  let best: Cluster | undefined
  let first = Number.POSITIVE_INFINITY
  let width = 0
  for (const cluster of clusters) {
    if (cluster.type === 'PER') continue
    for (const { start, end } of cluster.mentions) {
      if (start < scope.start || end > scope.end) continue
      if (start < first || (start === first && end - start > width)) {
        first = start
        width = end - start
        best = cluster
      }
    }
  }
  return best === undefined ? undefined : ids.get(best)
}
