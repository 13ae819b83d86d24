import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { ar, type MessageId } from '../src/i18n/ar.js'
import { en } from '../src/i18n/en.js'
import { formatMessage } from '../src/i18n/format-message.js'
import { argumentsOf, type Element, piecesOf } from '../src/i18n/isolate-arguments.js'

const ids = Object.keys(ar) as MessageId[]
const parsed = (message: string, locale: string): Element[] =>
  new IntlMessageFormat(message, locale).getAst() as unknown as Element[]

const pluralsOf = (elements: readonly Element[]): string[][] =>
  elements.flatMap((element) => [
    ...(element.type === 6 ? [Object.keys(element.options ?? {})] : []),
    ...Object.values(element.options ?? {}).flatMap((option) => pluralsOf(option.value)),
  ])

const literalsOf = (elements: readonly Element[]): string =>
  elements
    .map((element) =>
      element.type === 0
        ? (element.value ?? '')
        : Object.values(element.options ?? {})
            .map((option) => literalsOf(option.value))
            .join(' '),
    )
    .join(' ')

describe('the two catalogues', () => {
  test('have the same messages', () => expect(Object.keys(en).sort()).toEqual([...ids].sort()))

  test.each(ids)('%s takes the same arguments in both', (id) => {
    expect(argumentsOf(parsed(en[id], 'en'))).toEqual(argumentsOf(parsed(ar[id], 'ar')))
  })

  test('say every plural form that Arabic has', () => {
    const wrong = ids.flatMap((id) => {
      const forms = pluralsOf(parsed(ar[id], 'ar'))
      const missing = forms.flatMap((list) => ['one', 'two', 'few', 'many', 'other'].filter((f) => !list.includes(f)))
      return missing.length === 0 ? [] : [`${id}: ${missing}`]
    })
    expect(wrong).toEqual([])
  })

  test('punctuate Arabic with Arabic marks', () => {
    const wrong = ids.filter((id) => /[\u0600-\u06ff]\s*[,;?]/u.test(literalsOf(parsed(ar[id], 'ar'))))
    expect(wrong).toEqual([])
  })

  test('hold no message that nothing shows', () => {
    const source = fileURLToPath(new URL('../src', import.meta.url))
    const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(svelte|ts)$/.test(name) && !/i18n\/(ar|en)\.ts$/.test(name))
      .map((name) => readFileSync(join(source, name), 'utf8'))
      .join('\n')
    // `label.${piece.label}` shows every message that begins so and goes on with one more part.
    const families = [...code.matchAll(/`([a-z][a-z.-]*)\.\$\{/gu)].map((match) => match[1])
    const unused = ids.filter(
      (id) =>
        !code.includes(`'${id}'`) && !code.includes(`"${id}"`) && !families.includes(id.slice(0, id.lastIndexOf('.'))),
    )
    expect(unused).toEqual([])
  })
})

describe('a formatted message', () => {
  test.each([
    [ar['articles.count'], 'ar-u-nu-latn', { count: 0 }, 'لا مواد'],
    [ar['articles.count'], 'ar-u-nu-latn', { count: 2 }, 'مادتان'],
    [ar['articles.count'], 'ar-u-nu-latn', { count: 11 }, '[11] مادة'],
    [ar['articles.count'], 'ar-u-nu-arab', { count: 103 }, '[١٠٣] مواد'],
    [en['articles.count'], 'en', { count: 1 }, 'One article'],
    [en['reader.printed'], 'en', { text: '2021-11-08 | بغداد' }, 'As printed: [2021-11-08 | بغداد]'],
  ])('%s in %s keeps what was inserted apart', (message, locale, values, expected) => {
    const pieces = piecesOf(formatMessage(message, locale, values))
    expect(pieces.map(({ text, isolated }) => (isolated ? `[${text}]` : text)).join('')).toBe(expected)
  })
})
