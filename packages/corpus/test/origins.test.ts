import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareAccounts, countOrigins, type OriginArticle, wordOriginReason } from '../src/index.js'

/**
 * A group drawn on one page: `outlet | byline | title | body` a line, ids a, b, c … in order.
 */
const group = (drawn: string): OriginArticle[] =>
  drawn
    .trim()
    .split('\n')
    .map((line, i) => {
      const [outlet = '', byline = '', title = '', body = ''] = line.split('|').map((part) => part.trim())
      return {
        id: 'abcdefgh'.charAt(i),
        outlet,
        title,
        body,
        published: '2031-05-02T10:00:00',
        ...(byline === '' ? {} : { byline }),
      }
    })

/** Origins as `kind articles`, those of most articles first. */
const drawOrigins = (articles: readonly OriginArticle[]): string =>
  countOrigins(articles, { allReport: true })
    .origins.map(({ kind, articles: ids }) => `${kind} ${ids.join('')}`)
    .join(' · ')

const BRIDGE = 'أعلنت وزارة النقل في بيان أن جسر الوادي أغلق أمام السيارات بعد ظهور شقوق في أعمدته.'

describe('the origin is the speaker, not the channel', () => {
  test.each([
    [
      'one ministry through three outlets',
      `الفجر | | إغلاق جسر الوادي أمام السيارات | ${BRIDGE}
       المرسى | | وزارة النقل تغلق جسر الوادي | قالت وزارة النقل إن جسر الوادي أغلق أمام السيارات بعد أن ظهرت شقوق في أعمدته.
       الضحى | | شقوق تغلق جسر الوادي | أغلق جسر الوادي أمام السيارات، بحسب ما ذكرت وزارة النقل، بعد ظهور شقوق في الأعمدة.`,
      'official-statement abc',
    ],
    [
      'one hidden source to two agencies is two',
      `الفجر | المدينة - رويترز | مقتل ثلاثة جنود في انفجار لغم | قال مصدر أمني إن ثلاثة جنود قتلوا في انفجار لغم شرق المدينة مساء الجمعة.
       المرسى | المدينة - د ب أ | لغم يقتل ثلاثة جنود | أفاد مصدر أمني أن انفجار لغم شرق المدينة أودى بثلاثة جنود مساء الجمعة.`,
      'anonymous-source a · anonymous-source b',
    ],
    [
      'one hidden source to one agency is one',
      `الفجر | المدينة - رويترز | مقتل ثلاثة جنود في انفجار لغم | قال مصدر أمني إن ثلاثة جنود قتلوا في انفجار لغم شرق المدينة مساء الجمعة.
       المرسى | المدينة - رويترز | لغم يقتل ثلاثة جنود | أفاد مصدر أمني أن انفجار لغم شرق المدينة أودى بثلاثة جنود مساء الجمعة.`,
      'anonymous-source ab',
    ],
    [
      'the spokesman and the body he speaks for',
      `الفجر | | جامعة السهل تعلق الدراسة | أعلنت جامعة السهل تعليق الدراسة أسبوعا بسبب السيول التي غمرت قاعاتها.
       المرسى | | تعليق الدراسة في جامعة السهل | قال المتحدث باسم جامعة السهل إن الدراسة علقت أسبوعا بعدما غمرت السيول القاعات.`,
      'official-statement ab',
    ],
    [
      'a ministry and witnesses are two',
      `الفجر | | إغلاق جسر الوادي أمام السيارات | ${BRIDGE} وقال شهود عيان إن شقوقا في أعمدة جسر الوادي ظهرت قبل أن يغلق.`,
      'anonymous-source a · official-statement a',
    ],
    [
      'nobody named, nobody found',
      `الفجر | | إغلاق جسر الوادي أمام السيارات | أغلق جسر الوادي أمام السيارات صباح الاثنين بعد ظهور شقوق في أعمدته.`,
      'unstated a',
    ],
    [
      'an agency in its own voice',
      `الفجر | المدينة - رويترز | إغلاق جسر الوادي أمام السيارات | أغلق جسر الوادي أمام السيارات صباح الاثنين بعد ظهور شقوق في أعمدته.`,
      'agency-dispatch a',
    ],
  ])('%s', (_name, drawn, expected) => {
    expect(drawOrigins(group(drawn))).toBe(expected)
  })

  test('a copy without credit has the origin of the text it comes from', () => {
    const text =
      'غرقت سفينة شحن محملة بالقمح قبالة ميناء الرأس الأبيض فجر السبت بعد اصطدامها بصخور لم تكن على الخرائط، ونجا بحارتها الأحد عشر جميعا. ' +
      'وكانت السفينة في طريقها إلى ميناء السلام وعلى متنها أربعة آلاف طن من القمح حين ضربتها عاصفة أخرجتها عن مسارها.'
    const articles = group(`الفجر | الرأس الأبيض - رويترز | غرق سفينة قمح | ${text}
      المرسى | | سفينة قمح تغرق ونجاة بحارتها | ${text}`)
    const { origins, relations, atMost } = countOrigins(articles, { allReport: true })
    expect(atMost).toBe(1)
    expect(origins[0]).toMatchObject({ kind: 'agency-dispatch', articles: ['a', 'b'] })
    expect(relations).toEqual([{ a: 'a', b: 'b', relation: 'copy' }])
    expect(origins[0]?.reasons.map((r) => wordOriginReason(r, 'en')).join(' ')).toContain('its text comes from a')
  })
})

test('the count does not depend on the order of the articles', () => {
  const articles = group(`الفجر | | إغلاق جسر الوادي أمام السيارات | ${BRIDGE}
    المرسى | المدينة - رويترز | جسر الوادي مغلق | قال شهود عيان إن جسر الوادي أغلق أمام السيارات بعد أن رأوا شقوقا في أعمدته.
    الضحى | | وزارة النقل تغلق جسر الوادي | قالت وزارة النقل إن جسر الوادي أغلق أمام السيارات بعد أن ظهرت شقوق.`)
  const setOf = (list: readonly OriginArticle[]) =>
    countOrigins(list, { allReport: true })
      .origins.map((o) => [...o.articles].sort().join(''))
      .sort()
  fc.assert(
    fc.property(fc.shuffledSubarray(articles, { minLength: articles.length }), (shuffled) => {
      expect(setOf(shuffled)).toEqual(setOf(articles))
    }),
    { numRuns: 6 },
  )
})

test('at least is never above at most, and every report has an origin', () => {
  const bodies = [
    BRIDGE,
    'قال شهود عيان إن الجسر أغلق.',
    'أغلق الجسر.',
    'ذكرت صحيفة النور أن جسر الوادي أغلق.',
    'نفى مسؤول أن يكون جسر الوادي قد أغلق.',
    '',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...bodies), { minLength: 1, maxLength: 4 }), (chosen) => {
      const articles = chosen.map((body, i) => ({ id: `n${i}`, title: 'جسر الوادي', body, outlet: `o${i}` }))
      const { atLeast, atMost, origins, reports } = countOrigins(articles, { allReport: true })
      expect(atLeast).toBeLessThanOrEqual(Math.max(1, atMost))
      for (const id of reports) expect(origins.some((o) => o.articles.includes(id))).toBe(true)
    }),
    { numRuns: 40 },
  )
})

describe('accounts', () => {
  const accountsOf = (drawn: string) => {
    const articles = group(drawn)
    return compareAccounts(articles, countOrigins(articles, { allReport: true })).map(
      ({ attribute, about, verdict, values }) =>
        `${attribute}${about === undefined ? '' : ` ${about}`} ${verdict} ${values.map((v) => v.articles.join('')).join('|')}`,
    )
  }

  test.each([
    [
      'two tolls cannot both be right',
      `الفجر | | مقتل أربعة في انهيار منجم | قالت الشرطة إن أربعة أشخاص قتلوا في انهيار منجم النحاس.
       المرسى | | انهيار منجم يقتل ستة | قال الدفاع المدني إن ستة أشخاص قتلوا في انهيار منجم النحاس.`,
      'number killed differs a|b',
    ],
    [
      'at least three agrees with four',
      `الفجر | | انهيار منجم | قالت الشرطة إن ثلاثة أشخاص على الأقل قتلوا في انهيار منجم النحاس.
       المرسى | | انهيار منجم | قال الدفاع المدني إن أربعة أشخاص قتلوا في انهيار منجم النحاس.`,
      'number killed agree a|b',
    ],
    [
      'nobody hurt against two hurt',
      `الفجر | | انهيار جدار | قالت الشرطة إن جدارا انهار في السوق دون وقوع إصابات.
       المرسى | | انهيار جدار | قال الدفاع المدني إن شخصين أصيبا في انهيار جدار السوق.`,
      'number injured differs a|b',
    ],
    [
      'a denial',
      `الفجر | | انهيار منجم | قال شهود عيان إن منجم النحاس انهار فجر الأحد.
       المرسى | | الشركة تنفي انهيار المنجم | نفت شركة الجبل انهيار منجم النحاس فجر الأحد.`,
      'status denies a|b',
    ],
    [
      'two weekdays',
      `الفجر | | انهيار منجم | انهار منجم النحاس فجر الأحد وقالت الشرطة إنها تحقق.
       المرسى | | انهيار منجم | انهار منجم النحاس مساء السبت وفق الشرطة.`,
      'date day differs a|b',
    ],
    [
      'two purposes',
      `الفجر | | لقاء في القصر | التقى الوزير سالم العامر شيوخ القبائل في القصر بهدف وقف القتال في الوادي.
       المرسى | | لقاء في القصر | قال مصدر إن الهدف من اللقاء هو توزيع مقاعد المجلس البلدي على العشائر.`,
      'purpose differs a|b',
    ],
  ])('%s', (_name, drawn, expected) => {
    expect(accountsOf(drawn)).toContain(expected)
  })
})
