import { expect, test } from 'vitest'
import { describeItem, findTimes, type Reference } from '../src/index.js'

const reference: Reference = { time: '2024-12-01T20:00:00+03:00', source: 'given' }

test.each([
  ['اجتمعوا يوم السبت.', 'date: 2024-11-30', 'تاريخ: 2024-11-30'],
  ['أواخر يوليو الماضي', 'date: end of 2024-07, approximate', 'تاريخ: أواخر 2024-07، تقريبي'],
  ['حرر في 03/04/2021', 'date: 2021-04-03, ambiguous, or 2021-03-04', 'تاريخ: 2021-04-03، ملتبس، أو 2021-03-04'],
  ['1 رمضان 1446 هـ', 'date: 2025-03-01 (AH 1446-09-01)', 'تاريخ: 2025-03-01 (AH 1446-09-01)'],
  ['قُتل أكثر من 40 شخصا', 'number: more than 40, killed, approximate', 'عدد: أكثر من 40، قتلى، تقريبي'],
  ['دفع 25 مليون دولار', 'money: 25000000 USD', 'مبلغ: 25000000 USD'],
  ['بين 10 و15 في المئة', 'percentage range: 10–15%', 'مدى نسبة: 10–15%'],
])('%s', (text, english, arabic) => {
  const [item] = findTimes(text, { reference })
  expect(item && describeItem(item, 'en')).toBe(english)
  expect(item && describeItem(item, 'ar')).toBe(arabic)
})
