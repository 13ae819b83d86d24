type Language = 'ar' | 'en'
type Theme = 'system' | 'light' | 'dark'
type Digits = 'latn' | 'arab'
type TextSize = 'small' | 'normal' | 'large'

export interface Settings {
  language: Language
  theme: Theme
  /** Digits of the Arabic interface. */
  digits: Digits
  hijri: boolean
  textSize: TextSize
}

// public/first-paint.js reads the same key and falls back to the same defaults before this module is loaded.
export const KEY = 'isnad.settings'

const oneOf = <T extends string>(value: unknown, choices: readonly T[], fallback: T): T =>
  choices.find((choice) => choice === value) ?? fallback

/** Settings from what was saved; every part that is missing or unknown takes its default. */
export function settingsFrom(saved: unknown, systemLanguage: Language): Settings {
  const from = (typeof saved === 'object' && saved !== null ? saved : {}) as Record<string, unknown>
  return {
    language: oneOf(from['language'], ['ar', 'en'], systemLanguage),
    theme: oneOf(from['theme'], ['system', 'light', 'dark'], 'system'),
    digits: oneOf(from['digits'], ['latn', 'arab'], 'latn'),
    hijri: from['hijri'] === true,
    textSize: oneOf(from['textSize'], ['small', 'normal', 'large'], 'normal'),
  }
}
