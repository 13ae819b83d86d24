import { expect, test } from 'vitest'
import { signedPlace } from '../../src/lines/signed-place.js'

test.each([
  ['عين الوادي (نبأ)', 'bracketed', 'عين الوادي', 'نبأ'],
  ['عين الوادي (وكالة نبأ) –', 'bracketed', 'عين الوادي', 'وكالة نبأ'],
  ['ضفة الميناء: «المرفأ»', 'quoted', 'ضفة الميناء', 'المرفأ'],
  ['عين الوادي - نبأ - الخميس 8 أيار 2031', 'dashed', 'عين الوادي', 'نبأ'],
  ['عين الوادي ـ نبأ ـ 8/5/2031', 'dashed', 'عين الوادي', 'نبأ'],
  ['الضفة 9 شوال 1446هـ الموافق 7 أبريل 2025م ونب', 'dispatch', 'الضفة', 'ونب'],
])('«%s» is %s', (text, form, place, name) => expect(signedPlace(text)).toEqual({ form, place, name }))

test.each([
  ['a column and its name', 'زاوية: على مهل'],
  ['a place and its own brackets are no signature when a date stands in them', 'عين الوادي (12/3/2031)'],
  ['a writer with no date', 'عين الوادي - هند الشامي'],
  ['a stamp with a city', 'نشر في: 07-04-2025 22:40 بتوقيت بيروت'],
  ['a day with its hour', 'الخميس 8 أيار 2031 - 12:30'],
  ['a sentence', 'قالت البلدية إن العمل في الجسر الشمالي انتهى قبل موعده (بأسبوع)'],
  ['a section and a date', 'اقتصاد - أخبار - 8/5/2031 - 12:30 - 4 تعليقات - طباعة'],
  ['nothing', ''],
])('%s is none', (_name, text) => expect(signedPlace(text)).toBeUndefined())
