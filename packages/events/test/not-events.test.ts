import { describe, expect, test } from 'vitest'
import { eventsIn, undraw } from './drawn.js'

// Things that look like political events by their words and must plant none.
const CASES: Readonly<Record<string, readonly string[]>> = {
  'sport, by its words in the sentence': [
    'هاجم {.PER:كريم الراشد} مرمى {.ORG:نادي الوحدة} في المباراة',
    'قصف {.PER:كريم الراشد} مرمى الحارس {.PER:سالم العبدالله} في الشوط الثاني',
    'انسحب {.ORG:نادي الفجر} من بطولة الكأس',
  ],
  'war of words, trade and prices, by the adjective': [
    'تخوض {.GPE:جزيرة الساحل} حربا تجارية ضد {.GPE:مدينة النور}',
    'شن {.PER:كريم الراشد} هجوما لاذعا على {.ORG:حزب الفجر}',
  ],
  'fights against evils, by what is fought': [
    'تخوض {.ORG:وزارة النقل} معركة ضد الفساد',
    'قتل {.PER:كريم الراشد} الوقت في انتظار الطائرة',
  ],
  'accidents, disasters and illness': [
    'قتل {.PER:كريم الراشد} في حادث سير قرب {.GPE:دمشق}',
    'ضرب إعصار {.GPE:جزيرة الساحل} وقتل {.PER:سبعة أشخاص}',
    'توفي {.PER:كريم الراشد} بعد صراع مع المرض في {.GPE:دمشق}',
  ],
  'fiction and titles of works': [
    'يقتل {.PER:كريم الراشد} خصمه {.PER:سالم العبدالله} في آخر الفيلم',
    'صدرت رواية مقتل {.PER:كريم الراشد} عن دار {.ORG:النور}',
  ],
  'lawsuits and memories about an old deed': [
    'تنظر المحكمة في قضية اغتيال {.PER:كريم الراشد}',
    'أحيت العائلة ذكرى مقتل {.PER:كريم الراشد}',
  ],
  'appointments, publishing and prizes': [
    'عين {.PER:كريم الراشد} مديرا لمكتب {.PER:سالم العبدالله}',
    'نشرت {.ORG:دار النور} كتاب {.PER:كريم الراشد}',
    'فاز {.PER:كريم الراشد} بجائزة {.ORG:دار النور}',
  ],
  'reporting alone': [
    'قال {.PER:كريم الراشد} إن الطقس جميل في {.GPE:دمشق}',
    'نقلت {.ORG:وكالة النور} عن {.PER:كريم الراشد} أن الجسر مفتوح',
  ],
  'things that arrive, places that are occupied in a table': [
    'وصلت المساعدات إلى {.GPE:دمشق}',
    'احتل {.ORG:نادي الفجر} المرتبة الأولى',
    'سيطر رجال الإطفاء على الحريق في {.GPE:دمشق}',
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
