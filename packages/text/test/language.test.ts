import { describe, expect, test } from 'vitest'
import { directionOf, identifyLanguage } from '../src/index.js'

describe('languages of one script are told apart', () => {
  test.each([
    ['ar', 'أعلنت الوزارة أن الاجتماع سيعقد الأسبوع المقبل'],
    ['ar', 'الوزير يصل غدا'],
    ['ar', 'شركة گوگل تطلق خدمة جديدة في المنطقة'],
    ['fa', 'وزیر امور خارجه گفت که این دیدار به زودی برگزار می‌شود'],
    ['fa', 'وزير امور خارجه در این دیدار گفت'],
    ['ur', 'وزیر خارجہ نے کہا ہے کہ یہ ملاقات جلد ہوگی'],
    ['ckb', 'وەزیری دەرەوە ڕایگەیاند کە کۆبوونەوەکە لە هەولێر دەبێت'],
    ['ps', 'د بهرنیو چارو وزیر وویل چې دا ناسته به ډېر ژر وشي'],
    ['und-Latn', 'The minister said nothing'],
    ['und-Hebr', 'השר לא אמר דבר'],
    ['und', '12:30 — 3.5 %'],
  ])('%s: %s', (language, text) => {
    expect(identifyLanguage(text).language).toBe(language)
  })
})

describe('direction comes from letters', () => {
  test.each([
    ['rtl', 'قال متحدث باسم Example Holdings International إن الصفقة تمت'],
    ['rtl', '(2020) تقرير'],
    ['ltr', 'The word إسناد means support'],
    ['ltr', '2020-11-22'],
  ])('%s: %s', (direction, text) => {
    expect(directionOf(text)).toBe(direction)
  })
})
