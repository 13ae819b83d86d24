import { type Attribution, findAttributions } from '@isnad/attribution'
import { type Entity, EntityRegister, findEntities } from '@isnad/entities'
import { passageOf, type Span, textOf } from '@isnad/text'
import type { OriginArticle } from './origin.js'

/** Who an article names and who speaks in it; every span is cut from its body. */
export interface OriginReading {
  readonly entities: ReadonlyMap<string, Entity>
  readonly attributions: readonly Attribution[]
}

const memo = new WeakMap<OriginArticle, OriginReading>()

/** The attributions of an article: those that came with it, else read on first use and kept as long as it is. */
export function readingOf(article: OriginArticle): OriginReading {
  if (article.reading !== undefined) return article.reading
  const known = memo.get(article)
  if (known !== undefined) return known
  const made = read(article)
  memo.set(article, made)
  return made
}

function read({ title, body, outlet }: OriginArticle): OriginReading {
  const before = title.length + 1
  const paragraphs: Span[] = []
  let at = before
  for (const line of body.split('\n')) {
    if (line.trim() !== '') paragraphs.push({ start: at, end: at + line.length })
    at += line.length + 1
  }
  const passage = passageOf(textOf('article', `${title}\n${body}`), {
    title: { start: 0, end: title.length },
    body: paragraphs,
  })
  const register = new EntityRegister(findEntities(passage))
  const page = outlet === undefined ? {} : outlet.startsWith('outlet.') ? { id: outlet } : { name: outlet }
  const attributions = findAttributions(passage, register, outlet === undefined ? {} : { outlet: page })
  return moved(register.entities, attributions, (span) => ({ start: span.start - before, end: span.end - before }))
}

/** The same reading over another text that holds the body; what stands outside it is left out. */
export function moved(
  entities: readonly Entity[],
  attributions: readonly Attribution[],
  place: (span: Span) => Span | undefined,
): OriginReading {
  const inside = (span: Span): Span[] => {
    const found = place(span)
    return found === undefined || found.start < 0 ? [] : [found]
  }
  return {
    entities: new Map(
      entities.map((entity) => [
        entity.id,
        {
          ...entity,
          mentions: entity.mentions.flatMap((mention) => inside(mention).map((span) => ({ ...mention, ...span }))),
          roles: entity.roles.flatMap((role) => inside(role.span).map((span) => ({ ...role, span }))),
        },
      ]),
    ),
    attributions: attributions.flatMap(({ cue, claims, chain, ...rest }) => {
      const said = claims.flatMap(inside)
      const [signal] = cue === undefined ? [] : inside(cue)
      if (said.length === 0) return []
      return [
        {
          ...rest,
          claims: said,
          ...(signal === undefined ? {} : { cue: signal }),
          chain: chain.map(({ span, ...link }) => {
            const [words] = span === undefined ? [] : inside(span)
            return words === undefined ? link : { ...link, span: words }
          }),
        },
      ]
    }),
  }
}
