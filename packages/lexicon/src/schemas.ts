import { z } from 'zod'
import { isReversed, PARTIAL_DATE } from './cells.js'
import { COUNTRY_COLUMNS } from './countries.js'
import { GOVERNORATE_COLUMNS, GOVERNORATE_KINDS } from './governorates.js'
import { arabicNameFault } from './letters.js'
import { ADJECTIVE_KINDS, HEAD_KINDS, NAME_WORD_COLUMNS } from './name-words.js'
import { NISBA_COLUMNS, NISBA_KINDS } from './nisbas.js'
import { ORGANISATION_COLUMNS, ORGANISATION_KINDS } from './organisations.js'
import { OUTLET_COLUMNS, OUTLET_KINDS, STATE_CONTROLS } from './outlets.js'
import { GENDERS, PEOPLE_COLUMNS } from './people.js'
import { PLACE_COLUMNS, PLACE_TYPES } from './places.js'
import { TITLE_COLUMNS, TITLE_KINDS, TITLE_OBJECTS } from './titles.js'

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*'
const id = (pattern: string) => z.string().regex(new RegExp(`^${pattern}$`), `write an id like ${pattern}`)

/** A list in a cell, each part checked, none twice. */
const list = (part: z.ZodType<string>) =>
  z.string().superRefine((cell, context) => {
    const parts = cell === '' ? [] : cell.split('|')
    for (const one of parts) {
      const checked = part.safeParse(one)
      if (!checked.success) {
        const message = checked.error.issues[0]?.message ?? 'compare it with the schema'
        context.addIssue({ code: 'custom', message: `"${one}": ${message}` })
      }
    }
    if (new Set(parts).size < parts.length) context.addIssue({ code: 'custom', message: 'name each part once' })
  })

const tidy = (s: string): boolean => s === s.trim() && !/\s{2}|[\r\n]/.test(s)
const arabic = z.string().superRefine((name, context) => {
  const fault = arabicNameFault(name)
  if (fault !== undefined) context.addIssue({ code: 'custom', message: `"${name}" ${fault.detail}; ${fault.repair}` })
  else if (!tidy(name)) context.addIssue({ code: 'custom', message: `"${name}": write one space between words` })
  else if (!/\p{Script=Arabic}/u.test(name) && !/^[A-Z0-9]/.test(name)) {
    context.addIssue({ code: 'custom', message: `"${name}": write Arabic letters` })
  }
})
const latin = z
  .string()
  .min(1, 'write a name')
  .refine((name) => !/\p{Script=Arabic}/u.test(name), 'write Latin letters')
  .refine(tidy, 'write one space between words')
const maybe = <T extends z.ZodType<string>>(schema: T) => z.union([z.literal(''), schema])
const date = maybe(z.string().regex(PARTIAL_DATE, 'write 2003, 2003-05 or 2003-05-01'))
const country = maybe(z.string().regex(/^[A-Z]{2}$/, 'write the two capital letters of ISO 3166-1'))
const note = maybe(z.string().refine(tidy, 'write one space between words'))
const domain = z
  .string()
  .regex(
    /^(?!www\.)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:\/[a-z0-9_-]+)?$/,
    'write a host in small letters without www., with at most one step of path',
  )

const ordered = <R extends Record<'from' | 'to', string>>(row: R): boolean =>
  row.from === '' || row.to === '' || !isReversed(row.from, row.to)
const ORDER = { message: 'to lies before from', path: ['to'] }

/** The shape of one row, each column a string as it stands in the file. */
const shape = <C extends string>(columns: readonly C[], types: Record<C, z.ZodType<string>>) =>
  z.object(Object.fromEntries(columns.map((c) => [c, types[c]])) as Record<C, z.ZodType<string>>).strict()

export const OutletRow = shape(OUTLET_COLUMNS, {
  id: id(`outlet\\.${SLUG}`),
  ar: arabic,
  en: latin,
  variants_ar: list(arabic),
  variants_en: list(latin),
  kind: z.enum(OUTLET_KINDS),
  domains: list(domain),
  owner: note,
  owner_family: maybe(id(SLUG)),
  country,
  state_control: z.enum(STATE_CONTROLS),
  languages: list(z.string().regex(/^[a-z]{2,3}$/, 'write the code of ISO 639')),
  from: date,
  to: date,
  note,
}).refine(ordered, ORDER)

export const OrganisationRow = shape(ORGANISATION_COLUMNS, {
  id: id(`org\\.(?:[a-z]{2}|intl)\\.${SLUG}`),
  ar: arabic,
  en: latin,
  variants_ar: list(arabic),
  variants_en: list(latin),
  home_ar: list(arabic),
  kind: z.enum(ORGANISATION_KINDS),
  country,
  parent: maybe(id(`org\\.(?:[a-z]{2}|intl)\\.${SLUG}`)),
  from: date,
  to: date,
  note,
})
  .refine(ordered, ORDER)
  .refine(({ id: key, country: code }) => code === '' || key.startsWith(`org.${code.toLowerCase()}.`), {
    message: 'the id names another country',
    path: ['country'],
  })

export const PersonRow = shape(PEOPLE_COLUMNS, {
  id: id(`person\\.${SLUG}`),
  ar: arabic,
  en: latin,
  variants_ar: list(arabic),
  variants_en: list(latin),
  country,
  born: date,
  died: date,
  gender: z.enum(GENDERS),
  roles: note,
  note,
}).refine(({ born, died }) => born === '' || died === '' || !isReversed(born, died), {
  message: 'died lies before born',
  path: ['died'],
})

export const TitleRow = shape(TITLE_COLUMNS, {
  id: id(`title\\.${SLUG}`),
  ar_m: list(arabic),
  ar_f: list(arabic),
  ar_pl: list(arabic),
  variants_ar: list(arabic),
  en: latin,
  kind: z.enum(TITLE_KINDS),
  takes: list(z.enum(TITLE_OBJECTS)),
  precedes: z.enum(['yes', 'no']),
  note,
}).refine((row) => row.ar_m !== '' || row.ar_f !== '', { message: 'write a form', path: ['ar_m'] })

export const NisbaRow = shape(NISBA_COLUMNS, {
  id: id(`nisba\\.[a-z]{1,2}(?:\\.${SLUG})?`),
  kind: z.enum(NISBA_KINDS),
  country,
  of_ar: maybe(arabic),
  of_en: maybe(latin),
  m: arabic,
  f: maybe(arabic),
  pl: list(arabic),
  variants: list(arabic),
  note,
})

export const CountryRow = shape(COUNTRY_COLUMNS, {
  code: z.string().regex(/^[A-Z]{2}$/, 'write the two capital letters of ISO 3166-1'),
  ar: arabic,
  en: latin,
  official_ar: maybe(arabic),
  variants_ar: list(arabic),
  variants_en: list(latin),
  capital_ar: maybe(arabic),
  capital_en: maybe(latin),
  capital_variants_ar: list(arabic),
  note,
})

export const GovernorateRow = shape(GOVERNORATE_COLUMNS, {
  id: id(`place\\.[a-z]{2}\\.gov\\.${SLUG}`),
  ar: arabic,
  en: latin,
  variants_ar: list(arabic),
  kind: z.enum(GOVERNORATE_KINDS),
  country: z.string().regex(/^[A-Z]{2}$/, 'write the two capital letters of ISO 3166-1'),
  centre_id: maybe(id(`place\\.[a-z]{2}\\.city\\.${SLUG}`)),
  centre_ar: maybe(arabic),
  centre_en: maybe(latin),
  centre_variants_ar: list(arabic),
  note,
}).refine((row) => (row.centre_id === '') === (row.centre_ar === ''), {
  message: 'a centre has an id and a name, or neither',
  path: ['centre_ar'],
})

export const PlaceRow = shape(PLACE_COLUMNS, {
  id: id(`(?:place\\.[a-z]{1,2}\\.(?:city|area|site)|occasion|product)\\.${SLUG}`),
  ar: arabic,
  en: latin,
  variants_ar: list(arabic),
  type: z.enum(PLACE_TYPES),
  country,
  note,
})

export const HeadRow = shape(NAME_WORD_COLUMNS, {
  id: id('head\\.[a-z-]+\\.\\d+'),
  form: arabic,
  kind: z.enum(HEAD_KINDS),
  note,
})

export const AdjectiveRow = shape(NAME_WORD_COLUMNS, {
  id: id('adjective\\.[a-z-]+\\.\\d+'),
  form: arabic,
  kind: z.enum(ADJECTIVE_KINDS),
  note,
})
