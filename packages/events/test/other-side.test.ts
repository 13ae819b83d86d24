import { expect, test } from 'vitest'
import { eventsIn, rolesOf, undraw } from './drawn.js'

/** Type, trigger and roles of every event, as one line each; nameless parties by what they are. */
function told(drawn: string): string[] {
  const sentence = undraw(drawn)
  return eventsIn(sentence).map((event) => {
    const trigger = sentence.text.slice(event.trigger.start, event.trigger.end)
    const roles = rolesOf(event, sentence).map((role) => role.replace(/ e\d+$/, ' (nameless)'))
    return `${event.type} ${trigger}: ${roles.sort().join(', ')}`
  })
}

test.each([
  [
    'whose words are condemned, told by no name',
    'استنكرت {.ORG:وزارة النقل} بيان نظيرتها بشأن الميناء',
    ['ACCUSE استنكرت: actor وزارة النقل, recipient (nameless)'],
  ],
  [
    'whoever struck the blow that is condemned',
    'ندد {.ORG:حزب الفجر} بالهجوم الذي شنته {.ORG:حركة النور} على {.FAC:مطار الساحل}',
    ['ACCUSE ندد: actor حزب الفجر, recipient حركة النور', 'ASSAULT الهجوم: actor حركة النور, recipient مطار الساحل'],
  ],
  [
    'an accusation that is refused',
    'رفضت {.ORG:وزارة النقل} اتهامات {.ORG:حزب الفجر}',
    ['REJECT رفضت: actor وزارة النقل, recipient حزب الفجر', 'ACCUSE اتهامات: recipient حزب الفجر'],
  ],
  [
    'an offer, spelled like the verb that offers',
    'رفضت {.ORG:وزارة النقل} عرض {.ORG:حزب الفجر} دفع الغرامة',
    ['REJECT رفضت: actor وزارة النقل, recipient حزب الفجر'],
  ],
  [
    'a decision of somebody without a name',
    'رفض {.ORG:حزب الفجر} قرار الحكومة حل المجلس',
    ['REJECT رفض: actor حزب الفجر, recipient (nameless)'],
  ],
  [
    'the world is asked',
    'طالبت {.ORG:وزارة النقل} المجتمع الدولي بالتدخل',
    ['REQUEST طالبت: actor وزارة النقل, recipient (nameless)'],
  ],
  [
    'forces behind ل strike',
    'قتل {.PER:كريم الزاهد} في قصف مدفعي للجيش على {.GPE:دمشق}',
    ['ASSAULT قتل: actor (nameless), recipient دمشق, recipient كريم الزاهد'],
  ],
  [
    'whose sites are struck stays behind ل',
    'قتل {.PER:كريم الزاهد} في قصف لمواقع {.ORG:حركة النور}',
    ['ASSAULT قتل: recipient (nameless), recipient كريم الزاهد'],
  ],
  [
    'with «على» behind it, the genitive of a blow strikes, though a verb stands before both',
    'أدى قصف {.ORG:قوات النظام} على {.GPE:دمشق} إلى مقتل {.PER:كريم الزاهد}',
    ['ASSAULT قصف: actor قوات النظام, recipient دمشق, recipient كريم الزاهد'],
  ],
  [
    'two presidents, each with his country and name',
    'بحث الرئيسان التركي {.PER:كريم الزاهد} والروسي {.PER:سالم البحيري} الوضع',
    ['CONSULT بحث: actor كريم الزاهد, recipient سالم البحيري'],
  ],
  [
    'two ministers without names met each other',
    'التقى وزيرا الخارجية المصري والتركي في {.GPE:عمان}',
    ['CONSULT التقى: actor (nameless), place عمان'],
  ],
  [
    'with two of an office',
    'بحث {.PER:كريم الزاهد} مع نظيريه الأردني والعراقي الأزمة',
    ['CONSULT بحث: actor كريم الزاهد, recipient (nameless)'],
  ],
  [
    'an office ends in the country that it is of',
    'تلقى أمير {.GPE:جزيرة الساحل} اتصالا هاتفيا من {.PER:كريم الزاهد}',
    ['CONSULT اتصالا: actor كريم الزاهد, recipient (nameless)'],
  ],
  [
    'two in the dual are whom a death befell',
    'أعلنت {.ORG:وزارة النقل} مقتل جنديين برصاص {.ORG:حركة النور}',
    ['ASSAULT مقتل: actor حركة النور, recipient (nameless)'],
  ],
  [
    'whose operation it was',
    'قتل {.PER:كريم الزاهد} في عملية لـ{.ORG:جيش الساحل} قرب {.GPE:دمشق}',
    ['ASSAULT قتل: actor جيش الساحل, place دمشق, recipient كريم الزاهد'],
  ],
  [
    'who carried the operation out',
    'قتل {.PER:كريم الزاهد} في عملية نفذتها {.ORG:قوات الساحل} قرب {.GPE:دمشق}',
    ['ASSAULT قتل: actor قوات الساحل, place دمشق, recipient كريم الزاهد'],
  ],
  [
    'a count without its noun behind a feminine verb is its object',
    'أطلقت {.ORG:قوات الساحل} النار على محتجين فقتلت ثلاثة منهم',
    ['ASSAULT أطلقت: actor قوات الساحل, recipient (nameless)', 'ASSAULT قتلت: actor قوات الساحل, recipient (nameless)'],
  ],
  [
    'no decision inside what is refused is whom the refusal is directed at',
    'رفض {.PER:كريم الزاهد} انتقادات موجهة لقرار {.ORG:حزب الفجر}',
    ['REJECT رفض: actor كريم الزاهد'],
  ],
  [
    'a suicide blows himself up in a town, which is where and not whom',
    'فجر انتحاري نفسه في {.GPE:دمشق}',
    ['ASSAULT فجر: actor (nameless), place دمشق'],
  ],
  [
    'whom revenge is vowed on',
    'توعد {.PER:كريم الزاهد} بالرد على {.GPE:جزيرة النور}',
    ['THREATEN توعد: actor كريم الزاهد, recipient جزيرة النور'],
  ],
  [
    'who backs a body is neither side of what it does',
    'هاجمت {.ORG:حركة النور} المدعومة من {.GPE:جزيرة الساحل} {.ORG:جيش الفجر}',
    ['ASSAULT هاجمت: actor حركة النور, recipient جيش الفجر'],
  ],
  [
    'a town behind a bombing is where it was',
    'قتل {.PER:كريم الزاهد} في تفجير ب{.GPE:دمشق}',
    ['ASSAULT قتل: place دمشق, recipient كريم الزاهد'],
  ],
  [
    'a deed that only an accusation tells, of nobody named, is not told',
    'رد {.PER:كريم الزاهد} على اتهامات وجهها {.ORG:حزب الفجر} للشرطة بقتل طفلين',
    ['ACCUSE اتهامات: actor حزب الفجر, recipient (nameless)'],
  ],
])('%s', (_name, drawn, expected) => {
  expect(told(drawn)).toEqual(expected)
})

test('what is planned goes on behind و', () => {
  const sentence = undraw('يزور {.PER:كريم الزاهد} {.GPE:دمشق} الأسبوع المقبل ويلتقي {.PER:سالم البحيري}')
  expect(eventsIn(sentence).map(({ status }) => status)).toEqual(['planned', 'planned'])
})
