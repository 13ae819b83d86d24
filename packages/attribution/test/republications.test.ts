import { republicationsOf } from '@isnad/attribution'
import type { ArticleMetadata } from '@isnad/page'
import { describe, expect, test } from 'vitest'

const page = (metadata: Partial<ArticleMetadata>) => ({
  metadata: { authors: [], credits: [], language: 'ar', direction: 'rtl' as const, ...metadata },
})
const signedBy = (value: string) => page({ byline: { value, from: 'text' } })

describe('credits the page prints', () => {
  test('keep their kind, name and place', () => {
    const at = { start: 3, end: 20 }
    const credits = [
      { kind: 'agency', name: 'رويترز', outletId: 'outlet.reuters', text: 'المصدر: رويترز', page: at },
      { kind: 'monitoring', text: 'متابعات' },
      { kind: 'unnamed', text: 'المصدر' },
    ] as const
    expect(republicationsOf(page({ credits }))).toEqual([
      { kind: 'agency', outletId: 'outlet.reuters', description: 'رويترز', page: at },
      { kind: 'monitoring', description: 'متابعات' },
      { kind: 'outlet', description: 'المصدر' },
    ])
  })

  test('to the page’s own outlet say nothing', () => {
    const outlet = { value: 'رويترز', from: 'given', id: 'outlet.reuters' } as const
    const credits = [{ kind: 'agency', name: 'رويترز', outletId: 'outlet.reuters', text: 'رويترز' }] as const
    expect(republicationsOf(page({ outlet, credits }))).toEqual([])
  })
})

describe('an agency that signs', () => {
  test.each([
    ['رويترز', 'outlet.reuters'],
    ['دبي - رويترز', 'outlet.reuters'],
    ['سالم البحيري، رويترز', 'outlet.reuters'],
  ])('in «%s»', (byline, id) => {
    expect(republicationsOf(signedBy(byline)).map(({ kind, outletId }) => [kind, outletId])).toEqual([['agency', id]])
  })

  test('without a name', () => {
    expect(republicationsOf(signedBy('الوكالات'))).toEqual([{ kind: 'agency', description: 'الوكالات' }])
    expect(republicationsOf(signedBy('متابعات'))).toEqual([{ kind: 'monitoring', description: 'متابعات' }])
  })

  test('is named once, though a credit names it too', () => {
    const credits = [{ kind: 'agency', name: 'رويترز', outletId: 'outlet.reuters', text: 'رويترز' }] as const
    const found = republicationsOf(page({ credits, byline: { value: 'رويترز', from: 'text' } }))
    expect(found).toHaveLength(1)
  })

  test('is no writer', () => {
    expect(republicationsOf(signedBy('سالم البحيري'))).toEqual([])
  })
})
