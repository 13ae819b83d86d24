import { describe, expect, test } from 'vitest'
import { eventsIn, undraw } from './drawn.js'

// Things that look like political events by their words and must plant none.
const CASES: Readonly<Record<string, readonly string[]>> = {
  'sport, by its words in the sentence': [
    'هاجم {.PER:كريم الزاهد} مرمى {.ORG:نادي الوحدة} في المباراة',
    'قصف {.PER:كريم الزاهد} مرمى الحارس {.PER:سالم البحيري} في الشوط الثاني',
    'انسحب {.ORG:نادي الفجر} من بطولة الكأس',
  ],
  'clubs, players and coaches': [
    'تلتقي {.GPE:جزيرة الساحل} مع {.GPE:جزيرة النور} في افتتاح البطولة ثم يلعب المنتخب مباراة أخرى في الدوري',
    'أقال {.ORG:نادي الوحدة} المدرب {.PER:كريم الزاهد} بعد خسارة المباراة في الدوري',
  ],
  'war of words, trade and prices, by the adjective': [
    'تخوض {.GPE:جزيرة الساحل} حربا تجارية ضد {.GPE:مدينة النور}',
    'خاض {.PER:كريم الزاهد} معركة كلامية مع {.ORG:حزب الفجر}',
  ],
  'fights against evils, by what is fought': [
    'تخوض {.ORG:وزارة النقل} معركة ضد الفساد',
    'قتل {.PER:كريم الزاهد} الوقت في انتظار الطائرة',
  ],
  'accidents, disasters and illness': [
    'قتل {.PER:كريم الزاهد} في حادث سير قرب {.GPE:دمشق}',
    'ضرب إعصار {.GPE:جزيرة الساحل} وقتل {.PER:سبعة أشخاص}',
    'توفي {.PER:كريم الزاهد} بعد صراع مع المرض في {.GPE:دمشق}',
  ],
  'fiction and titles of works': [
    'يقتل {.PER:كريم الزاهد} خصمه {.PER:سالم البحيري} في آخر الفيلم',
    'صدرت رواية مقتل {.PER:كريم الزاهد} عن دار {.ORG:النور}',
  ],
  'lawsuits and memories about an old deed': [
    'تنظر المحكمة في قضية اغتيال {.PER:كريم الزاهد}',
    'أحيت العائلة ذكرى مقتل {.PER:كريم الزاهد}',
  ],
  'appointments, publishing and prizes': [
    'عين {.PER:كريم الزاهد} مديرا لمكتب {.PER:سالم البحيري}',
    'نشرت {.ORG:دار النور} كتاب {.PER:كريم الزاهد}',
    'فاز {.PER:كريم الزاهد} بجائزة {.ORG:دار النور}',
  ],
  'reporting alone': [
    'قال {.PER:كريم الزاهد} إن الطقس جميل في {.GPE:دمشق}',
    'نقلت {.ORG:وكالة النور} عن {.PER:كريم الزاهد} أن الجسر مفتوح',
  ],
  'things that arrive, places that are occupied in a table': [
    'وصلت المساعدات إلى {.GPE:دمشق}',
    'احتل {.ORG:نادي الفجر} المرتبة الأولى',
    'سيطر رجال الإطفاء على الحريق في {.GPE:دمشق}',
  ],
  'other senses of the same letters': [
    'سيبدأ {.PER:كريم الزاهد} رحلته إلى {.GPE:عمان} قريبا',
    'قال {.PER:كريم الزاهد} إن هاتفه كان مغلقا',
    'قدمت {.ORG:حركة النور} عريضة الطعن في القانون',
    'وأضاف المسؤول {.PER:كريم الزاهد} طالبا عدم كشف هويته',
    'انضم {.PER:كريم الزاهد} إلى الممنوعين من السفر إلى {.GPE:عمان}',
    'وهو ما يفتح الطريق أمام {.ORG:حركة النور}',
    '{.ORG:حركة النور} تضرب مثلا بالمصانع',
    'وقع الرئيس {.PER:كريم الزاهد} مذكرة رئاسية',
    'راقبت اللجنة التزام {.GPE:جزيرة الساحل} بالاتفاق',
    'أكد التقرير أن {.GPE:جزيرة الساحل} ملتزمة بواجباتها',
    'عزى {.PER:كريم الزاهد} ذلك {.ORG:حركة النور} إلى البرد',
    'الأمر الذي أجبر {.PER:كريم الزاهد} على الفرار من المدينة',
  ],
  'standing agreements and whoever works together': [
    'دعا الكاتب إلى إنقاذ الاتفاق مع {.GPE:جزيرة الساحل}',
    'أشاد البيان بتعاون {.ORG:وزارة النقل}',
  ],
  'nobody named': ['زار الوفد المدينة أمس', 'اندلعت اشتباكات عنيفة ليلا'],
}

describe.each(Object.entries(CASES))('%s', (_kind, sentences) => {
  test.each([...sentences])('%s', (sentence) => {
    const drawn = undraw(sentence)
    const told = eventsIn(drawn).map(({ type, trigger }) => `${type} ${drawn.text.slice(trigger.start, trigger.end)}`)
    expect(told).toEqual([])
  })
})
