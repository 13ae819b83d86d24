import { IntlMessageFormat } from 'intl-messageformat'
import { type ArgumentValue, type Element, isolateArguments } from './isolate-arguments.js'

const formats = new Map<string, IntlMessageFormat>()

function compiled(message: string, locale: string): IntlMessageFormat {
  const key = `${locale} ${message}`
  let format = formats.get(key)
  if (format === undefined) {
    const elements = new IntlMessageFormat(message, locale).getAst() as readonly Element[]
    format = new IntlMessageFormat(isolateArguments(elements) as never, locale)
    formats.set(key, format)
  }
  return format
}

/** An ICU message with its arguments filled in, each between U+2068 and U+2069 so that it keeps its own direction. */
export function formatMessage(
  message: string,
  locale: string,
  values: Readonly<Record<string, ArgumentValue>>,
): string {
  return String(compiled(message, locale).format({ ...values }))
}
