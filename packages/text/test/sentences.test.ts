import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cover, sentences, textOf } from '../src/index.js'

const split = (value: string): string => {
  const text = textOf('article', value)
  return sentences(text)
    .map((s) => cover(text, s))
    .join(' ‖ ')
}

test.each([
  ['full stops and question marks', 'وصل الوفد. من استقبله؟ لا أحد!', 'وصل الوفد. ‖ من استقبله؟ ‖ لا أحد!'],
  ['a decimal', 'ارتفع 3.5 في المئة. ثم هبط', 'ارتفع 3.5 في المئة. ‖ ثم هبط'],
  ['a name with a dot', 'قال لموقع الراصد.نت إنه عاد. وغادر', 'قال لموقع الراصد.نت إنه عاد. ‖ وغادر'],
  ['a missing space', 'انتهى الهجوم.وقال المتحدث', 'انتهى الهجوم. ‖ وقال المتحدث'],
  ['a title', 'قال د. سالم إن م. هند غائبة. انتهى', 'قال د. سالم إن م. هند غائبة. ‖ انتهى'],
  ['an agency sign', 'بيروت (أ.ف.ب) هدوء حذر', 'بيروت (أ.ف.ب) هدوء حذر'],
  ['an hour is no title', 'وصل في الساعة 5 م. وغادر ليلا', 'وصل في الساعة 5 م. ‖ وغادر ليلا'],
  ['two dots are a pause', 'بعد الزيارة.. الوزير يعود', 'بعد الزيارة.. الوزير يعود'],
  [
    'two dots after a long sentence are a stop',
    'قال الوزير في ختام زيارته إلى العاصمة إن بلاده لن تقبل بأي حل منفرد.. وأضاف أنه عائد',
    'قال الوزير في ختام زيارته إلى العاصمة إن بلاده لن تقبل بأي حل منفرد.. ‖ وأضاف أنه عائد',
  ],
  ['the closing mark goes with its sentence', 'قال «نعم.» ثم خرج', 'قال «نعم.» ‖ ثم خرج'],
  ['a quotation that never closes', 'قال “نعم. ثم خرج', 'قال “نعم. ‖ ثم خرج'],
  ['a line break', 'عنوان بلا نقطة\nوصل الوفد', 'عنوان بلا نقطة ‖ وصل الوفد'],
  ['several marks', 'حقا؟! نعم...', 'حقا؟! ‖ نعم...'],
  ['nothing', ' \n ', ''],
])('%s', (_name, value, expected) => {
  expect(split(value)).toBe(expected)
})

test('sentences are in order, trimmed, and lose no letter', () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'ابج .؟!…\n«»"0دم'), { maxLength: 80 }), (units) => {
      const text = textOf('article', units.join(''))
      let before = 0
      let outside = ''
      for (const s of sentences(text)) {
        expect(s.start).toBeGreaterThanOrEqual(before)
        expect(cover(text, s)).toBe(cover(text, s).trim())
        outside += text.value.slice(before, s.start)
        before = s.end
      }
      outside += text.value.slice(before)
      expect(outside.trim()).toBe('')
    }),
  ))
