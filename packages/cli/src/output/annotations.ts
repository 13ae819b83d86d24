import type { annotationsView, Entity, EntityType } from '@isnad/server'
import { plural, shortened } from './words.js'

/** Who is named, who says what through whom, and what is reported, as a person wants to see them in a terminal. */

type Annotations = ReturnType<typeof annotationsView>

const HEADINGS: readonly (readonly [heading: string, types: readonly EntityType[]])[] = [
  ['people', ['PER']],
  ['bodies', ['ORG']],
  ['places', ['GPE', 'LOC', 'FAC']],
  ['other', ['EVT-NAME', 'PROD']],
]

/** A name with the other ways in which the article writes it, the roles it gives and how often it stands there. */
function entityLine(entity: Entity, entities: readonly Entity[]): string {
  const forms = [...new Set(entity.mentions.map(({ text }) => text))].filter((form) => form !== entity.name.ar)
  const roles = entity.roles.map(({ title, org, standing }) => {
    const body = entities.find(({ id }) => id === org)?.name.ar
    const beside = [standing, body === undefined || title.includes(body) ? null : body].filter((part) => part !== null)
    return beside.length === 0 ? title : `${title} (${beside.join('، ')})`
  })
  return [
    `${shortened(entity.name.ar, 80)}${entity.name.en === null ? '' : ` · ${shortened(entity.name.en, 60)}`}`,
    ` ×${entity.mentions.length}`,
    ...(roles.length === 0 ? [] : [`  ${shortened([...new Set(roles)].join('؛ '), 100)}`]),
    ...(forms.length === 0 ? [] : [`  also ${shortened(forms.join('، '), 100)}`]),
    ...(entity.catalogId === null ? [] : [`  [${entity.catalogId}]`]),
  ].join('')
}

function namedLines(entities: readonly Entity[]): string[] {
  const named = entities.filter(({ unnamed, group }) => !unnamed && !group)
  const lines = HEADINGS.flatMap(([heading, types]) => {
    const found = named.filter(({ type }) => types.includes(type))
    return found.length === 0 ? [] : [`  ${heading}`, ...found.map((entity) => `    ${entityLine(entity, entities)}`)]
  })
  return lines.length === 0 ? [] : ['Who and what is named', ...lines, '']
}

const claimText = (claims: readonly { readonly text: string }[]): string =>
  shortened(claims.map(({ text }) => text).join(' … '), 160)

function claimLines({ attributions }: Annotations): string[] {
  if (attributions.length === 0) return []
  return [
    `Who says what: ${plural(attributions.length, 'claim')}`,
    ...attributions.flatMap(({ id, told, claims }) => [`  ${id}  ${told.en}`, `      «${claimText(claims)}»`]),
    '',
  ]
}

function eventLines({ events }: Annotations): string[] {
  if (events.length === 0) return []
  return [
    `What is reported: ${plural(events.length, 'event')}`,
    ...events.flatMap(({ id, type, mode, sentence, evidence, sources, ownVoice, confidence, asFact }) => {
      const told = [...(ownVoice ? ['in its own voice'] : []), ...sources].join(', ')
      const sure = `${Math.round(confidence * 100)} %${asFact ? '' : ', for review'}`
      return [
        `  ${id}  ${sentence.en}  [${type}${mode === null ? '' : ` ${mode}`}; ${told}; ${sure}]`,
        `      «${claimText(evidence.slice(0, 1))}»`,
      ]
    }),
    '',
  ]
}

/** All three sections; empty ones are left out. */
export const annotationLines = (annotations: Annotations): string[] => [
  ...namedLines(annotations.entities),
  ...claimLines(annotations),
  ...eventLines(annotations),
]
