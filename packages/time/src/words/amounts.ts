import type { Enter } from '../lex/lexicon.js'

type Row = readonly [unit: string, factor: number, one: string, two: string, many: string]

const measures: readonly Row[] = [
  ['meters', 1, 'متر مترا', 'متران مترين', 'أمتار مترات'],
  ['kilometers', 1, 'كيلومتر كيلومترا كلم كم', 'كيلومتران كيلومترين', 'كيلومترات'],
  ['centimeters', 1, 'سنتيمتر سنتمتر سم سنتيمترا سانتيمتر', 'سنتيمتران سنتيمترين', 'سنتيمترات سنتمترات'],
  ['decimeters', 1, 'ديسيمتر دسم ديسمتر', 'ديسيمتران ديسيمترين', 'ديسيمترات'],
  ['millimeters', 1, 'مليمتر ميليمتر ملم مم', 'مليمتران مليمترين', 'مليمترات ميليمترات'],
  ['miles', 1, 'ميل ميلا', 'ميلان ميلين', 'أميال اميال'],
  ['yards', 1, 'ياردة يارد ياردا', 'ياردتان ياردتين', 'ياردات'],
  ['feet', 1, 'قدم قدما', 'قدمان قدمين', 'أقدام اقدام'],
  ['inches', 1, 'إنش انش بوصة إنشا انشا', 'إنشان إنشين بوصتان بوصتين انشين انشان', 'إنشات انشات بوصات'],
  ['hectares', 1, 'هكتار هكتارا', 'هكتاران هكتارين', 'هكتارات'],
  ['gram', 1, 'غرام جرام غم جم غراما جراما', 'غرامان غرامين جرامين', 'غرامات جرامات'],
  [
    'kilogram',
    1,
    'كيلوغرام كيلوجرام كغ كغم كجم كلغ كيلو كيلوغراما كيلوجراما',
    'كيلوغرامين كيلوجرامين',
    'كيلوغرامات كيلوجرامات',
  ],
  ['milligram', 1, 'مليغرام ملغ ملغم ملج مجم ملجم ميليغرام ميلغرام مليجرام ميليجرام', '', 'مليغرامات'],
  ['tonne', 1, 'طن طنا', 'طنان طنين', 'أطنان اطنان'],
  ['pound', 1, 'رطل رطلا باوند', 'رطلان رطلين', 'أرطال'],
  ['ounce', 1, 'أونصة اونصة أوقية', 'أونصتين أونصتان', 'أونصات اونصات أوقيات'],
  ['barrel', 1, 'برميل برميلا', 'برميلان برميلين', 'براميل'],
  ['litre', 1, 'لتر ليتر لترا', 'لتران لترين ليترين', 'لترات ليترات'],
  ['millilitre', 1, 'مل مليلتر ميليلتر ملي ميلليلتر ميليتر', '', 'مليلترات ميليلترات'],
  ['gallon', 1, 'غالون جالون كالون', 'غالونين جالونين', 'غالونات جالونات'],
  ['cup', 1, 'كوب', 'كوبان كوبين', 'أكواب اكواب'],
  ['degree', 1, 'درجة', 'درجتان درجتين', 'درجات'],
  ['kilowatt', 1, 'كيلوواط كيلوات كيلووات', '', ''],
  ['megawatt', 1, 'ميغاواط ميغاوات ميجاوات ميجاواط', '', ''],
  ['gigawatt', 1, 'غيغاواط غيغاوات جيجاوات جيجاواط', '', ''],
  ['megabyte', 1, 'ميغابايت ميجابايت', '', ''],
  ['gigabyte', 1, 'غيغابايت جيجابايت غيغا جيجا', '', ''],
  ['terabyte', 1, 'تيرابايت', '', ''],
  ['celsius', 1, 'مئوية سلزيوس سيلزيوس سلسيوس celsius', '', ''],
  ['fahrenheit', 1, 'فهرنهايت fahrenheit', '', ''],
]

const currencies: readonly (readonly [unit: string, one: string, two: string, many: string])[] = [
  ['dollar', 'دولار دولارا دولاراً $', 'دولاران دولارين', 'دولارات'],
  ['EUR', 'يورو يوروا أورو اورو ايرو eur € أوروهات', 'يوروين', 'يوروهات'],
  ['pound', 'جنيه جنيها جنية باوند', 'جنيهان جنيهين', 'جنيهات'],
  ['riyal', 'ريال ريالا ﷼', 'ريالان ريالين', 'ريالات'],
  ['dinar', 'دينار دينارا', 'ديناران دينارين', 'دنانير دينارات'],
  ['dirham', 'درهم درهما', 'درهمان درهمين', 'دراهم'],
  ['lira', 'ليرة', 'ليرتان ليرتين', 'ليرات'],
  ['ILS', 'شيكل شيقل شيكلا شاقل', 'شيكلين', 'شواكل شيكلات شواقل'],
  ['RUB', 'روبل روبلا', '', 'روبلات'],
  ['CNY', 'يوان يوانا', '', 'يوانات'],
  ['JPY', 'ين ¥', '', 'ينات'],
  ['INR', 'روبية', 'روبيتين', 'روبيات'],
  ['IRR', 'تومان تومانا', '', 'تومانات'],
  ['CHF', 'فرنك فرنكا', '', 'فرنكات'],
  ['GBP', 'إسترليني استرليني £ gbp', '', ''],
  ['cent', 'سنت سينت سنتا c ¢', 'سنتان سنتين', 'سنتات سينتات'],
  ['USD', 'usd', '', ''],
  ['SAR', 'sar', '', ''],
  ['LBP', 'lbp', '', ''],
  ['EGP', 'egp', '', ''],
  ['JOD', 'jod', '', ''],
  ['KWD', 'kwd', '', ''],
  ['QAR', 'qar', '', ''],
  ['AED', 'aed', '', ''],
  ['IQD', 'iqd', '', ''],
  ['SYP', 'syp', '', ''],
]

/** Which country's coin an adjective makes of a shared name; `dollar` and the like stay without one. */
const nationalities: readonly (readonly [string, string])[] = [
  ['US', 'أمريكي أميركي'],
  ['CA', 'كندي'],
  ['AU', 'أسترالي'],
  ['EG', 'مصري'],
  ['SD', 'سوداني'],
  ['GB', 'بريطاني إسترليني'],
  ['SA', 'سعودي'],
  ['QA', 'قطري'],
  ['OM', 'عماني'],
  ['YE', 'يمني'],
  ['IR', 'إيراني'],
  ['JO', 'أردني'],
  ['KW', 'كويتي'],
  ['IQ', 'عراقي'],
  ['BH', 'بحريني'],
  ['TN', 'تونسي'],
  ['DZ', 'جزائري'],
  ['LY', 'ليبي'],
  ['AE', 'إماراتي'],
  ['MA', 'مغربي'],
  ['SY', 'سوري'],
  ['LB', 'لبناني'],
  ['TR', 'تركي'],
  ['RU', 'روسي'],
  ['CN', 'صيني'],
  ['JP', 'ياباني'],
  ['CH', 'سويسري'],
  ['IN', 'هندي'],
  ['PK', 'باكستاني'],
]

/** Endings of an adjective of country in every case, gender and number. */
const ADJECTIVE_ENDINGS = ['', 'ة', 'ا', 'ان', 'ين', 'تان', 'تين', 'ات']

const COINS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  dollar: { US: 'USD', CA: 'CAD', AU: 'AUD' },
  pound: { EG: 'EGP', GB: 'GBP', SD: 'SDG', LB: 'LBP', SY: 'SYP' },
  riyal: { SA: 'SAR', QA: 'QAR', OM: 'OMR', YE: 'YER', IR: 'IRR' },
  dinar: { IQ: 'IQD', JO: 'JOD', KW: 'KWD', BH: 'BHD', TN: 'TND', DZ: 'DZD', LY: 'LYD' },
  dirham: { AE: 'AED', MA: 'MAD' },
  lira: { SY: 'SYP', LB: 'LBP', TR: 'TRY' },
  INR: { IN: 'INR', PK: 'PKR' },
  CHF: { CH: 'CHF' },
}

/** The currencies a bare name may mean, most written of first; the dollar without a country is the American. */
export function coinsNamed(name: string): readonly string[] {
  return Object.values(COINS[name] ?? {})
}

/** The ISO 4217 code of a coin name with a country's adjective: ريال + عماني is OMR. */
export function coinOf(name: string, country: string): string | undefined {
  return COINS[name]?.[country]
}

export function addAmountWords(enter: Enter): void {
  for (const [unit, factor, one, two, many] of measures) {
    enter(one, { measure: { unit, factor, count: 1 } })
    enter(two, { measure: { unit, factor, count: 2 } })
    enter(many, { measure: { unit, factor, count: 'many' } })
  }
  enter('كيلو', { measurePrefix: 'kilo' })
  enter('سنتي سانتي', { measurePrefix: 'centi' })
  enter('ديسي', { measurePrefix: 'deci' })
  enter('ملي ميلي مللي', { measurePrefix: 'milli' })
  for (const [unit, one, two, many] of currencies) {
    enter(one, { currency: { unit, count: 1 } })
    enter(two, { currency: { unit, count: 2 } })
    enter(many, { currency: { unit, count: 'many' } })
  }
  for (const [country, words] of nationalities) {
    for (const word of words.split(' ')) {
      for (const ending of ADJECTIVE_ENDINGS) enter(word + ending, { nationality: country })
    }
  }
}
