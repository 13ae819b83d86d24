import { settings } from '../settings/settings.svelte.js'
import type { DateStyle } from './format-time.js'
import { locale, translate } from './translate.svelte.js'

export const dateStyle = (): DateStyle => ({ locale: locale(), hijri: settings.hijri })

export const formatNumber = (value: number, options?: Intl.NumberFormatOptions): string =>
  new Intl.NumberFormat(locale(), options).format(value)

export const formatPercent = (share: number): string =>
  formatNumber(share, { style: 'percent', maximumFractionDigits: 0 })

/** A size in bytes, in the largest unit that leaves at least one before the point; thousands, not 1,024s. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return translate('size.bytes', { count: bytes })
  const round = (value: number): number => (value < 10 ? Math.round(value * 10) / 10 : Math.round(value))
  if (bytes < 1_000_000) return translate('size.kilobytes', { count: round(bytes / 1_000) })
  if (bytes < 1_000_000_000) return translate('size.megabytes', { count: round(bytes / 1_000_000) })
  return translate('size.gigabytes', { count: round(bytes / 1_000_000_000) })
}
