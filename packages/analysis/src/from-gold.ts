import type { Attribution } from '@isnad/attribution'
import type { Entity } from '@isnad/entities'
import type { Article } from '@isnad/page'
import type { Span } from '@isnad/text'
import type { GoldDocument, GoldSpan } from './gold.js'

/**
 * The entities and attributions of an annotated file as spans of the article read from the same page, so that a later
 * stage can be measured on perfect input. Spans that the reading left out of the article are dropped.
 */
export function fromGold(
  gold: Pick<GoldDocument, 'entities' | 'attributions'>,
  { map }: Article,
): { readonly entities: readonly Entity[]; readonly attributions: readonly Attribution[] } {
  const home = (span: GoldSpan | null): Span | undefined => (span === null ? undefined : map.toArticle(span))
  const spans = (list: readonly GoldSpan[]): Span[] => list.map(home).filter((span) => span !== undefined)
  const entities = gold.entities.map(({ id, type, name_ar, name_en, group, mentions, roles }): Entity => {
    const found = mentions.flatMap((mention) => {
      const span = mention.kind === 'name' || mention.kind === 'nominal' ? home(mention) : undefined
      return span === undefined ? [] : [{ ...span, type, kind: mention.kind }]
    })
    return {
      id,
      type,
      nameAr: name_ar,
      ...(name_en === undefined ? {} : { nameEn: name_en }),
      ...(group === undefined ? {} : { group }),
      ...(found.some((mention) => mention.kind === 'name') ? {} : { unnamed: true }),
      mentions: found,
      roles: (roles ?? []).flatMap(({ title, org, span }) => {
        const at = home(span)
        return at === undefined ? [] : [{ title, span: at, ...(org === undefined ? {} : { org }) }]
      }),
      candidates: [],
    }
  })
  const attributions = gold.attributions.map(({ id, cue, claims, chain, stance, quote, hedge }): Attribution => {
    const at = home(cue)
    return {
      id,
      ...(at === undefined ? {} : { cue: at }),
      rule: 'gold',
      claims: spans(claims),
      chain: chain.map(({ kind, entity, ref, description, span }) => {
        const where = home(span)
        return {
          kind,
          ...(entity === undefined ? {} : { entity }),
          ...(ref === undefined ? {} : { ref }),
          description,
          ...(where === undefined ? {} : { span: where }),
        }
      }),
      stance,
      quote,
      ...(hedge === undefined ? {} : { hedge }),
    }
  })
  return { entities, attributions }
}
