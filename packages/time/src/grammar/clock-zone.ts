import { zoneNamed } from '../calendar/zone.js'
import type { Match, Reader } from './reader.js'

export interface ZoneMatch extends Match {
  readonly zone?: string
  /** Minutes east of Greenwich, where the text states them. */
  readonly offset?: number
}

/** «بتوقيت دمشق», «ت.غ», GMT+3, +03:00, Z; with `stamp`, a bare or bracketed city after a clock too. */
export function zoneAt(r: Reader, i: number, stamp: boolean): ZoneMatch | undefined {
  if (r.at(i).line) return undefined
  if (r.isSign(i, '(')) {
    const inner = zoneAt(r, i + 1, true)
    return inner && r.isSign(inner.to, ')') ? { ...inner, from: i, to: inner.to + 1 } : undefined
  }
  const sign = offsetSignAt(r, i)
  if (sign !== undefined && (r.touches(i) || stamp)) return { from: i, ...sign }
  if (r.is(i, 'z') && r.touches(i)) return { from: i, to: i + 1, offset: 0, zone: 'Etc/GMT' }
  if (r.is(i, 'ت') && r.isSign(i + 1, '.') && r.is(i + 2, 'غ')) {
    return { from: i, to: i + 3, zone: 'Etc/GMT', offset: 0 }
  }
  // «// انتهى // 11:40 ت م»: the time of Mecca, as its agency signs
  if (r.is(i, 'ت') && r.is(i + 1, 'م') && !r.at(i + 1).line) return { from: i, to: i + 2, zone: 'Asia/Riyadh' }
  if (r.is(i, 'ت') && r.is(i + 1, 'غ')) return { from: i, to: i + 2, zone: 'Etc/GMT', offset: 0 }
  if (r.is(i, 'gmt') || r.is(i, 'utc')) {
    const shift = offsetSignAt(r, i + 1)
    return shift ? { from: i, ...shift } : { from: i, to: i + 1, zone: 'Etc/GMT', offset: 0 }
  }
  const isSaid = r.stem(i) === 'توقيت' || (r.f(i) === 'zone' && r.isWord(i))
  if (isSaid) {
    if (['المحلي', 'محلي', 'المحليه'].includes(r.at(i + 1).key)) return { from: i, to: i + 2 }
    const j = ['مدينه', 'العاصمه', 'بتوقيت'].includes(r.at(i + 1).key) ? i + 2 : i + 1
    const place = placeAt(r, j)
    if (place === undefined) return undefined
    const shift = place.zone === 'Etc/GMT' ? offsetSignAt(r, place.to) : undefined
    return shift
      ? { from: i, ...shift }
      : { from: i, to: place.to, zone: place.zone, ...(place.zone === 'Etc/GMT' ? { offset: 0 } : {}) }
  }
  // «02:00 غرينتش»
  if (GREENWICH.test(r.at(i).key)) return { from: i, to: i + 1, zone: 'Etc/GMT', offset: 0 }
  if (!stamp) return undefined
  const place = placeAt(r, i)
  return place && { from: i, to: place.to, zone: place.zone, ...(place.zone === 'Etc/GMT' ? { offset: 0 } : {}) }
}

const GREENWICH = /^[غج]رين[يت]?تش$/

function placeAt(r: Reader, i: number): { zone: string; to: number } | undefined {
  if (!r.isWord(i)) return undefined
  const second = r.isWord(i + 1) && !r.at(i + 1).line ? zoneNamed(`${r.at(i).key} ${r.at(i + 1).key}`) : undefined
  if (second !== undefined) return { zone: second, to: i + 2 }
  const zone = zoneNamed(r.at(i).key)
  return zone === undefined ? undefined : { zone, to: i + 1 }
}

/** +03:00, +0300, +3, -5. */
function offsetSignAt(r: Reader, i: number): { to: number; offset: number } | undefined {
  if (!r.isSign(i, '+-−') || !r.isDigits(i + 1) || !r.touches(i + 1)) return undefined
  const figure = r.at(i + 1).key
  const sign = r.isSign(i, '+') ? 1 : -1
  if (figure.length <= 2 && Number(figure) <= 14) {
    const minutes =
      r.isSign(i + 2, ':') && r.isDigits(i + 3) && r.at(i + 3).key.length === 2 ? Number(r.at(i + 3).key) : undefined
    return { to: minutes === undefined ? i + 2 : i + 4, offset: sign * (Number(figure) * 60 + (minutes ?? 0)) }
  }
  if (figure.length === 4) {
    const [hours, minutes] = [Number(figure.slice(0, 2)), Number(figure.slice(2))]
    if (hours <= 14 && minutes < 60) return { to: i + 2, offset: sign * (hours * 60 + minutes) }
  }
  return undefined
}
