import {
  type DataSource,
  findCountryByName,
  loadCountries,
  loadGovernorates,
  loadOrganisations,
  loadOutlets,
  loadPeople,
  loadPlaces,
  nameKey,
} from '@isnad/lexicon'
import { type StemEvidence, stemEvidence } from '@isnad/text'
import type { EntityType } from '../entity.js'

export type EntryKind = 'country' | 'capital' | 'governorate' | 'town' | 'place' | 'body' | 'club' | 'outlet' | 'person'

/** Something in the catalog that goes by a name. */
export interface Entry {
  readonly id: string
  readonly type: EntityType
  readonly kind: EntryKind
  readonly ar: string
  readonly en: string
  readonly country: string | undefined
}

/** A name as it is looked for: the words of its key, and whom it may mean. */
export interface NameForm {
  readonly words: readonly string[]
  readonly entry: Entry
  /** One word that texts use in another sense too: a name only where something else says so. */
  readonly weak: boolean
}

/** Months, and words that open sentences, which towns share. */
const EVERYDAY = new Set(
  (
    'تشرين كانون نيسان ايار حزيران تموز ايلول شباط اذار بلد هيت عنه مني حجه نبل هون غات بحري سلا قنا قبلي باجه تازه نهم ارحب حرض ميدي بون نيس ليل رين سيرت بشري بشار ' +
    'العين الخمس المرج الوجه الليث الخبر الكاف المرسي القاع السند الباب القائم القايم حديثه الجديده الداخله العيون القصير البيضاء الابيض ' +
    'الجوف السلط الغربيه الشرقيه البحيره عرفات معان لحج اب قم كلس بال كالي كانو غاو مرزق الزبير المحرق العاصمه الداخليه الوسطي ' +
    'افاد صبيا اراك الشماليه الجنوبيه المركز كيف دوما البنين المملكه الحبشه النور الهدي العهد السبيل الرفاع الاستقلال المستقبل المدينه العالم'
  ).split(' '),
)

/** Papers and channels named like places, months or movements. */
const SHARED = new Set(
  (
    'تشرين المغرب تونس الجزائر عمان الرياض بغداد دمشق القدس الثوره البعث النصر الهلال الاتفاق الفتح التعاون الشباب الوحده الاهلي العروبه ' +
    'كان وما فردا نسمه سري اكتوبر سبق عاجل سما الان'
  ).split(' '),
)

/** What news says of a folded word: of its form with ة or with ه, whichever is seen more. */
export function evidenceOf(folded: string): StemEvidence | undefined {
  const plain = stemEvidence(folded)
  if (!folded.endsWith('ه')) return plain
  const feminine = stemEvidence(`${folded.slice(0, -1)}ة`)
  if (plain === undefined || feminine === undefined) return feminine ?? plain
  return feminine.bare + feminine.definite > plain.bare + plain.definite ? feminine : plain
}

/** A word that is a common noun or adjective: seen about as often with ال as without it. */
export function isEveryday(word: string): boolean {
  if (EVERYDAY.has(word)) return true
  const definite = word.startsWith('ال') && word.length > 4
  const evidence = evidenceOf(definite ? word.slice(2) : word)
  if (evidence === undefined) return false
  return definite
    ? evidence.bare >= Math.max(3, evidence.definite - 2)
    : evidence.definite >= Math.max(3, evidence.bare - 2)
}

/** «عبد الله» is printed «عبدالله» too, and «أبو علي» «أبوعلي». */
const JOINED = /عبد|ابو/

function joinings(words: readonly string[]): readonly (readonly string[])[] {
  const at = words.findIndex((w, i) => (w === 'عبد' || w === 'ابو') && i + 1 < words.length)
  if (at >= 0) return [[...words.slice(0, at), `${words[at]}${words[at + 1]}`, ...words.slice(at + 2)]]
  const fused = words.findIndex((w) => /^عبدال.{3,}$/.test(w))
  if (fused < 0) return []
  return [[...words.slice(0, fused), 'عبد', (words[fused] ?? '').slice(3), ...words.slice(fused + 1)]]
}

/** A paper or channel whose name is a word like any other: «النهار», «الاقتصادية», «كان». */
function isEverydayOutlet(key: string): boolean {
  if (key.startsWith('ال') || SHARED.has(key)) return true
  const evidence = evidenceOf(key)
  return key.length < 4 || (evidence !== undefined && (evidence.definite > 0 || evidence.suffixed > 1))
}

/** Countries and capitals that are everyday words besides: «مالي» (financial), «كيف» (how), «ماليه». */
const AMBIGUOUS = new Set(['مالي', 'كيف', 'ماليه'])

/** Spoken of as countries, and still no names of the country. */
const NO_COUNTRY = /^(?:الاراضي|الاحتلال|الكيان|البنين$|الحبشه$)/

const ARABIC = /[\u0621-\u064a]/

const isWeak = (key: string, { kind, type }: Entry): boolean =>
  type !== 'PROD' && type !== 'EVT-NAME' && (isEveryday(key) || (kind === 'outlet' && isEverydayOutlet(key)))

/** The country that goes by a name, as an entry. */
export function countryCalled(name: string): Entry | undefined {
  const country = findCountryByName(name)
  if (country === undefined) return undefined
  const { code, ar, en } = country
  return { id: `country.${code.toLowerCase()}`, type: 'GPE', kind: 'country', ar, en, country: code }
}

/** Every name of a catalog that can stand in running text by itself. */
export function eachNameForm(source: DataSource, take: (form: NameForm) => void): void {
  const surely = new Set<string>()
  const forms = (entry: Entry, names: readonly string[], sure = false): void => {
    for (const name of names) {
      const key = nameKey(name)
      if (key === '' || (!ARABIC.test(key) && key.length < 3)) continue
      if (sure) surely.add(key)
      const parts = key.split(' ')
      const weak = parts.length === 1 && (sure ? AMBIGUOUS.has(key) : !surely.has(key) && isWeak(key, entry))
      take({ words: parts, entry, weak })
      // «الحوثيون»: «الحوثيين» where the sentence asks for it.
      if (entry.type === 'ORG' && parts.length === 1 && /^ال.{3,}يون$/.test(key))
        take({ words: [key.replace(/ون$/, 'ين')], entry, weak })
      if (JOINED.test(key)) for (const words of joinings(parts)) take({ words, entry, weak })
    }
  }
  // A capital that is the centre of a governorate is that place; others have none of their own in the catalog.
  const centres = new Map<string, string>()
  for (const { country, centre } of loadGovernorates(source))
    if (centre !== undefined) centres.set(`${country}|${nameKey(centre.ar)}`, centre.id)
  for (const c of loadCountries(source)) {
    const id = `country.${c.code.toLowerCase()}`
    const names = [c.ar, ...(c.officialAr === undefined ? [] : [c.officialAr]), ...c.variantsAr]
    forms(
      { id, type: 'GPE', kind: 'country', ar: c.ar, en: c.en, country: c.code },
      names.filter((n) => !NO_COUNTRY.test(nameKey(n))),
      true,
    )
    if (c.capitalAr !== undefined) {
      const capital = {
        id: centres.get(`${c.code}|${nameKey(c.capitalAr)}`) ?? `${id}.capital`,
        type: 'GPE',
        kind: 'capital',
        ar: c.capitalAr,
        en: c.capitalEn ?? '',
        country: c.code,
      } as const
      forms(capital, [c.capitalAr, ...c.capitalVariantsAr], true)
    }
  }
  for (const g of loadGovernorates(source)) {
    forms({ id: g.id, type: 'GPE', kind: 'governorate', ar: g.ar, en: g.en, country: g.country }, [
      g.ar,
      ...g.variantsAr,
    ])
    if (g.centre !== undefined) {
      const centre = {
        id: g.centre.id,
        type: 'GPE',
        kind: 'town',
        ar: g.centre.ar,
        en: g.centre.en,
        country: g.country,
      } as const
      forms(centre, [g.centre.ar, ...g.centre.variantsAr])
    }
  }
  for (const p of loadPlaces(source)) {
    const kind = p.type === 'GPE' ? 'town' : 'place'
    forms({ id: p.id, type: p.type, kind, ar: p.ar, en: p.en, country: p.country }, [p.ar, ...p.variantsAr])
  }
  for (const o of loadOrganisations(source))
    forms(
      { id: o.id, type: 'ORG', kind: o.kind === 'club' ? 'club' : 'body', ar: o.ar, en: o.en, country: o.country },
      [o.ar, ...o.variantsAr, ...o.variantsEn.filter((v) => /^[A-Z]{3,}$/.test(v))],
    )
  for (const o of loadOutlets(source))
    forms({ id: o.id, type: 'ORG', kind: 'outlet', ar: o.ar, en: o.en, country: o.country }, [
      o.ar,
      ...o.variantsAr,
      ...(/^[A-Z]{3,}$/.test(o.en) ? [o.en] : []),
    ])
  for (const p of loadPeople(source))
    forms({ id: p.id, type: 'PER', kind: 'person', ar: p.ar, en: p.en, country: p.country }, [p.ar, ...p.variantsAr])
}
