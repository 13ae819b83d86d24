export type Language = 'ar' | 'en'
export type Theme = 'system' | 'light' | 'dark'
export type Digits = 'latn' | 'arab'
export type TextSize = 'small' | 'normal' | 'large'

export interface Settings {
  language: Language
  theme: Theme
  /** Digits of the Arabic interface. */
  digits: Digits
  hijri: boolean
  textSize: TextSize
}

// public/first-paint.js reads the same key and falls back to the same defaults before this module is loaded.
const KEY = 'isnad.settings'

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

function saved(): unknown {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}')
  } catch {
    return {}
  }
}

const current = $state<Settings>(settingsFrom(saved(), document.documentElement.lang === 'en' ? 'en' : 'ar'))

/** The settings in force; reading a field inside a component or effect follows its changes. */
export const settings: Readonly<Settings> = current

/** Changes settings, applies them to the document at once and remembers them in this browser. */
export function changeSettings(change: Partial<Settings>): void {
  Object.assign(current, change)
  applySettings()
  try {
    localStorage.setItem(KEY, JSON.stringify(current))
  } catch {
    // A browser that forbids storage keeps the choice until the page is closed.
  }
}

/** Writes language, direction, theme and text size on the root element. */
export function applySettings(): void {
  const root = document.documentElement
  root.lang = current.language
  root.dir = current.language === 'ar' ? 'rtl' : 'ltr'
  root.dataset['textSize'] = current.textSize
  if (current.theme === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = current.theme
}
