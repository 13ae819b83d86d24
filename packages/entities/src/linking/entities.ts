import type { Passage } from '@isnad/text'
import type { Entity, Mention } from '../entity.js'
import type { FindEntitiesOptions } from '../find-entities.js'
import type { Mentions } from '../mentions/find-mentions.js'
import type { FoundMention } from '../mentions/found.js'
import { BodyIndex, rolesOfCluster } from '../roles/roles.js'
import { candidatesFor } from './catalog.js'
import type { Cluster } from './cluster.js'
import { latinName } from './latin.js'
import { clusterNames } from './names.js'
import { clusterNominals } from './nominals.js'

/** Countries that the article names, or calls by a nisba, with how often. */
function countriesOf(found: readonly FoundMention[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const count = (code: string | undefined): void => {
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  for (const mention of found) {
    count(mention.country)
    for (const role of mention.roles ?? []) count(role.country)
    if (mention.type === 'GPE') for (const code of new Set(mention.entries.map((e) => e.country))) count(code)
  }
  return counts
}

/** The first country that mentions may mean. */
function countryAmong(mentions: readonly FoundMention[]): string | undefined {
  for (const { entries } of mentions) for (const { kind, country } of entries) if (kind === 'country') return country
  return undefined
}

/** The printed form with the ال that «لل» swallowed. */
function printed(passage: Passage, words: Mentions['words'], mention: FoundMention): string {
  const cut = passage.text.value.slice(mention.start, mention.end)
  const text = mention.last > mention.first || /\s/.test(cut) ? cut.replace(/\s+/g, ' ') : cut
  const first = words[mention.first]
  const swallowed =
    first?.definite === true &&
    first.from === mention.start &&
    /^ل(?!ل)/.test(text) &&
    first.key.startsWith('ال') &&
    mention.start > first.start
  return swallowed ? `ا${text}` : text
}

function fullest(passage: Passage, words: Mentions['words'], { mentions, named }: Cluster): string {
  let best = ''
  for (const mention of mentions) {
    if (named && mention.kind !== 'name') continue
    // No form is longer than its print and an alef.
    if (mention.end - mention.start < best.length) continue
    const form = printed(passage, words, mention)
    if (form.length > best.length) best = form
  }
  return best
}

/** Links the mentions of an article to entities, numbered by where each is first mentioned. */
export function entitiesOf(passage: Passage, { words, found }: Mentions, options: FindEntitiesOptions): Entity[] {
  const clusters = clusterNames(words, found)
  clusterNominals(words, found, clusters, options)
  for (const cluster of clusters) cluster.mentions.sort((a, b) => a.start - b.start || b.end - a.end)
  clusters.sort(
    (a, b) =>
      (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0) ||
      (b.mentions[0]?.end ?? 0) - (a.mentions[0]?.end ?? 0),
  )
  const ids = new Map<Cluster, string>(clusters.map((cluster, i) => [cluster, `e${i + 1}`]))
  const { published, catalog } = options
  const context = { published, catalog, countries: countriesOf(found) }
  const countryEntity = new Map<string, string>()
  for (const cluster of clusters) {
    const id = ids.get(cluster)
    const country = countryAmong(cluster.mentions)
    if (id !== undefined && country !== undefined && !countryEntity.has(country)) countryEntity.set(country, id)
  }
  const bodies = new BodyIndex(clusters, ids)
  return clusters.map((cluster) => {
    const { candidates, sure, en } = candidatesFor(cluster, context)
    const mentions: Mention[] = cluster.mentions.map(({ start, end, kind }) => ({
      start,
      end,
      type: cluster.type,
      kind,
    }))
    const nameAr = fullest(passage, words, cluster)
    const nameEn = !cluster.named
      ? undefined
      : en !== undefined && en !== ''
        ? en
        : cluster.type === 'PER'
          ? latinName(nameAr)
          : undefined
    const group = cluster.mentions.some((m) => m.group === true)
    return {
      id: ids.get(cluster) ?? '',
      type: cluster.type,
      nameAr,
      nameEn,
      group: group ? true : undefined,
      unnamed: cluster.named ? undefined : true,
      mentions,
      roles: rolesOfCluster(cluster, bodies, countryEntity),
      candidates,
      catalogId: sure?.id,
    }
  })
}
