// Sets language, direction and theme before the first paint, so that nothing flips or flashes when the application starts.
// The keys and defaults are those of src/settings/saved-settings.ts; a test holds the two together.
;(() => {
  let saved = {}
  try {
    saved = JSON.parse(localStorage.getItem('isnad.settings') ?? '{}')
  } catch {
    // A broken or forbidden storage leaves the defaults.
  }
  const language =
    saved.language === 'ar' || saved.language === 'en'
      ? saved.language
      : ((navigator.languages ?? []).map((tag) => tag.slice(0, 2)).find((tag) => tag === 'ar' || tag === 'en') ?? 'ar')
  const root = document.documentElement
  root.lang = language
  root.dir = language === 'ar' ? 'rtl' : 'ltr'
  if (saved.theme === 'light' || saved.theme === 'dark') root.dataset.theme = saved.theme
})()
