import { settings } from '../settings/settings.svelte.js'
import { ar, type MessageId } from './ar.js'
import { en } from './en.js'
import { formatMessage } from './format-message.js'
import type { ArgumentValue } from './isolate-arguments.js'

const catalogues = { ar, en } as const

/** The locale of numbers and dates: always the Gregorian calendar, digits by choice. */
export const locale = (): string =>
  settings.language === 'ar' ? `ar-u-ca-gregory-nu-${settings.digits}` : 'en-GB-u-ca-gregory-nu-latn'

/**
 * A message in the language of the interface. Inserted values stand between Unicode isolates, which is right for
 * attributes and titles; in running text use the `Message` component, which sets them in `<bdi>`.
 */
export function translate(id: MessageId, values: Readonly<Record<string, ArgumentValue>> = {}): string {
  return formatMessage(catalogues[settings.language][id], locale(), values)
}
