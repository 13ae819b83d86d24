import type { OrganisationKind } from '../organisations.js'
import type { OutletKind } from '../outlets.js'
import type { PlaceType } from '../places.js'

/** Items of Wikidata that its statements point to, by what they are to us. Facts; written for this package. */

export const HUMAN = 'Q5'
export const GENDERS: Readonly<Record<string, 'm' | 'f'>> = { Q6581097: 'm', Q6581072: 'f' }

export const ORGANISATION_CLASSES: Readonly<Record<string, OrganisationKind>> = {
  Q43229: 'other',
  Q7278: 'party',
  Q4830453: 'company',
  Q783794: 'company',
  Q6881511: 'company',
  Q891723: 'company',
  Q22687: 'bank',
  Q66344: 'bank',
  Q327333: 'agency',
  Q192350: 'ministry',
  Q11204: 'parliament',
  Q41487: 'court',
  Q3918: 'university',
  Q31855: 'research',
  Q484652: 'international',
  Q79913: 'ngo',
  Q163740: 'ngo',
  Q178790: 'union',
  Q476028: 'club',
  Q847017: 'club',
  Q47913: 'intelligence',
  Q17149090: 'armed-group',
  Q37726: 'army',
  Q49773: 'movement',
  Q2659904: 'government',
}

export const OUTLET_CLASSES: Readonly<Record<string, OutletKind>> = {
  Q11032: 'newspaper',
  Q1110794: 'newspaper',
  Q192283: 'agency',
  Q1616075: 'tv',
  Q2001305: 'tv',
  Q14350: 'radio',
  Q41298: 'magazine',
  Q1153191: 'newspaper',
  Q17232649: 'site',
}

export const PLACE_CLASSES: Readonly<Record<string, PlaceType>> = {
  Q515: 'GPE',
  Q1549591: 'GPE',
  Q5119: 'GPE',
  Q3957: 'GPE',
  Q532: 'GPE',
  Q486972: 'GPE',
  Q15284: 'GPE',
  Q6256: 'GPE',
  Q3624078: 'GPE',
  Q10864048: 'GPE',
  Q13220204: 'GPE',
  Q123705: 'GPE',
  Q4022: 'LOC',
  Q8502: 'LOC',
  Q23397: 'LOC',
  Q23442: 'LOC',
  Q39816: 'LOC',
  Q165: 'LOC',
  Q8514: 'LOC',
  Q1248784: 'FAC',
  Q32815: 'FAC',
  Q12280: 'FAC',
  Q16917: 'FAC',
  Q44782: 'FAC',
  Q12323: 'FAC',
}

const COUNTRIES = `Q16 CA Q17 JP Q20 NO Q27 IE Q28 HU Q29 ES Q30 US Q31 BE Q32 LU Q33 FI Q34 SE Q35 DK Q36 PL Q37 LT Q38 IT Q39 CH
Q40 AT Q41 GR Q43 TR Q45 PT Q55 NL Q77 UY Q79 EG Q96 MX Q114 KE Q115 ET Q117 GH Q142 FR Q145 GB Q148 CN Q155 BR Q159 RU Q183 DE
Q184 BY Q189 IS Q191 EE Q211 LV Q212 UA Q213 CZ Q214 SK Q215 SI Q217 MD Q218 RO Q219 BG Q222 AL Q224 HR Q225 BA Q227 AZ Q228 AD
Q229 CY Q230 GE Q232 KZ Q252 ID Q258 ZA Q262 DZ Q265 UZ Q298 CL Q334 SG Q398 BH Q399 AM Q403 RS Q408 AU Q414 AR Q423 KP Q424 KH
Q668 IN Q664 NZ Q717 VE Q733 PY Q736 EC Q739 CO Q750 BO Q419 PE Q241 CU Q794 IR Q796 IQ Q801 IL Q805 YE Q810 JO Q813 KG Q817 KW
Q822 LB Q833 MY Q836 MM Q842 OM Q843 PK Q846 QA Q851 SA Q854 LK Q858 SY Q863 TJ Q865 TW Q869 TH Q874 TM Q878 AE Q881 VN Q884 KR
Q889 AF Q902 BD Q912 ML Q916 AO Q924 TZ Q928 PH Q929 CF Q948 TN Q953 ZM Q954 ZW Q957 CV Q958 SS Q962 BJ Q965 BF Q967 BI Q970 KM
Q971 CG Q974 CD Q977 DJ Q986 ER Q1000 GA Q1005 GM Q1006 GN Q1008 CI Q1009 CM Q1016 LY Q1025 MR Q1028 MA Q1029 MZ Q1032 NE Q1033 NG
Q1036 UG Q1037 RW Q1041 SN Q1044 SL Q1045 SO Q1049 SD Q657 TD Q219060 PS`

let countries: ReadonlyMap<string, string> | undefined

/** ISO 3166-1 alpha-2 of a country's item. */
export function countryOfItem(item: string): string | undefined {
  if (countries === undefined) {
    const words = COUNTRIES.split(/\s+/)
    countries = new Map(words.flatMap((word, i) => (i % 2 === 0 ? [[word, words[i + 1] ?? ''] as const] : [])))
  }
  return countries.get(item)
}
