/** Figures and plurals as the command line prints them. */

const figures = new Intl.NumberFormat('en')

export const figure = (value: number): string => figures.format(value)

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${figure(count)} ${count === 1 ? one : many}`

export function bytesText(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB']
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`
}

export function durationText(milliseconds: number): string {
  const seconds = milliseconds / 1000
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  if (seconds < 100) return `${Math.round(seconds)} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min ${Math.round(seconds % 60)} s`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g
/** Embeddings, overrides and isolates of direction. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g

/** Scraped text, safe to print: nothing in it can steer the terminal or turn the words of a line around. */
export const printable = (text: string): string => text.replace(DIRECTION, '').replace(CONTROLS, '\ufffd') // replacement character

/** One line, at most so many characters. */
export function shortened(text: string, most: number): string {
  const line = printable(text.replace(/\s+/g, ' ').trim())
  const letters = [...line]
  return letters.length <= most ? line : `${letters.slice(0, most - 1).join('')}…`
}
