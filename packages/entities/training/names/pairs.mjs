// Pairs of spellings made from open lists of Arabic and Latin forms: two spellings that share their form in the other
// script are one name; two that are one or two letters apart and share nothing there are two names.
import { readFileSync } from 'node:fs'
import { foldName, plainLatin } from '../../dist/names/letters.js'

/** mulberry32, so that a seed gives the same run everywhere. */
export function seeded(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function shuffle(items, random) {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[items[i], items[j]] = [items[j], items[i]]
  }
  return items
}

/** Rows of `ar, latin[, count]`, single words only. */
export function readNames(files) {
  const rows = []
  for (const file of files) {
    for (const line of readFileSync(file, 'utf8').split('\n').slice(1)) {
      const [ar, latin, count] = line.trim().split('\t')
      if (!ar || !latin || /\s/.test(ar) || /\s/.test(latin)) continue
      rows.push({ ar, latin: latin.toLowerCase().normalize('NFC'), count: Number(count ?? 1) || 1 })
    }
  }
  return rows
}

/** The part of `of` equal ones that a row falls into, by its letters alone. */
export function partOf({ ar, latin }, of) {
  let h = 0x811c9dc5
  for (const unit of `${ar}\t${latin}`) h = Math.imul(h ^ unit.codePointAt(0), 0x01000193)
  return ((h ^ (h >>> 15)) >>> 0) % of
}

/** Rows less one part, told as `i/k`; all of them when nothing is told. */
export function withoutPart(rows, told) {
  if (told === undefined) return rows
  const [part, of] = told.split('/').map(Number)
  return rows.filter((row) => partOf(row, of) !== part)
}

export function distance(a, b) {
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1))
    }
    last = row
  }
  return last[b.length]
}

const apart = (a, b) => distance(a, b) / Math.max(a.length, b.length)

/** Forms that are equal once one letter is dropped from either or both: at most a substitution, or two indels. */
function neighbourhoods(forms) {
  const groups = new Map()
  for (const form of forms) {
    const seen = new Set([form])
    for (let i = 0; i < form.length; i++) seen.add(form.slice(0, i) + form.slice(i + 1))
    for (const key of seen) {
      const group = groups.get(key)
      if (group) group.push(form)
      else groups.set(key, [form])
    }
  }
  return groups
}

/** How alike the forms in the other script may be before two spellings one letter apart are nobody's counter-example. */
const OTHER_SCRIPT_APART = 0.4

export function spellingPairs(rows, { script, random, negatives, farther, leaveOut, variants = [] }) {
  const mine = script === 'arabic' ? (r) => foldName(r.ar) : (r) => foldName(r.latin)
  const theirs = script === 'arabic' ? (r) => plainLatin(r.latin) : (r) => foldName(r.ar)
  const formsOf = new Map()
  const sharing = new Map()
  for (const row of rows) {
    const form = mine(row)
    const other = theirs(row)
    if (form.length < 2 || other.length < 2) continue
    if (!formsOf.has(form)) formsOf.set(form, new Set())
    formsOf.get(form).add(other)
    if (!sharing.has(other)) sharing.set(other, new Set())
    sharing.get(other).add(form)
  }
  const pairs = new Map()
  const add = (a, b, same) => {
    const key = a < b ? `${a}\t${b}` : `${b}\t${a}`
    if (!pairs.has(key) && !leaveOut.has(key)) pairs.set(key, { a, b, same })
  }
  for (const group of sharing.values()) {
    const forms = [...group]
    for (let i = 0; i < forms.length; i++) {
      for (let j = i + 1; j < forms.length; j++) if (apart(forms[i], forms[j]) <= 0.34) add(forms[i], forms[j], 1)
    }
  }
  for (const [a, b] of variants) if (a.length > 1 && b.length > 1 && apart(a, b) <= 0.34) add(a, b, 1)
  const near = []
  const far = []
  for (const group of neighbourhoods(formsOf.keys()).values()) {
    if (group.length < 2 || group.length > 60) continue
    for (let i = 0; i < group.length; i++) {
      for (let j = i + 1; j < group.length; j++) {
        const gap = distance(group[i], group[j])
        if (gap === 1) near.push([group[i], group[j]])
        else if (gap === 2 && Math.max(group[i].length, group[j].length) > 4) far.push([group[i], group[j]])
      }
    }
  }
  const strange = ([a, b]) =>
    [...formsOf.get(a)].every((x) => [...formsOf.get(b)].every((y) => apart(x, y) > OTHER_SCRIPT_APART))
  const positives = pairs.size
  for (const [list, share] of [
    [near, negatives],
    [far, farther],
  ]) {
    const wanted = pairs.size + Math.round(positives * share)
    for (const pair of shuffle(list, random)) {
      if (pairs.size >= wanted) break
      if (strange(pair)) add(pair[0], pair[1], 0)
    }
  }
  return shuffle([...pairs.values()], random)
}

/**
 * Spellings that the transliteration model finds for Latin forms, each beside the attested one: the lists themselves give few
 * pairs of Arabic spellings.
 */
export function modelVariants(rows, { arabicOf, random, size, least }) {
  const found = []
  const seen = new Set()
  for (const { ar, latin } of shuffle([...rows], random)) {
    if (seen.size >= size) break
    if (seen.has(latin)) continue
    seen.add(latin)
    for (const { form, score } of arabicOf(latin, { limit: 6, beam: 14 })) {
      const [a, b] = [foldName(ar), foldName(form)]
      if (score >= least && a !== b) found.push([a, b])
    }
  }
  return found
}

export function readPairKeys(files) {
  const keys = new Set()
  for (const file of files) {
    for (const line of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
      const [a, b] = line.split('\t').map(foldName)
      keys.add(a < b ? `${a}\t${b}` : `${b}\t${a}`)
    }
  }
  return keys
}

/** Pairs of Arabic spellings with a judgement, folded, less those that a search folding makes equal or that are left out. */
export function readPairs(file, leaveOut) {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [a, b, same] = line.split('\t')
      const [x, y] = [foldName(a), foldName(b)].sort()
      return x === y || leaveOut.has(`${x}\t${y}`) ? [] : [{ a: x, b: y, same: Number(same) }]
    })
}
