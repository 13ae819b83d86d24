import { KEY, type Settings, settingsFrom } from './saved-settings.js'

export type { Settings } from './saved-settings.js'

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
