// Interpolated Kneser-Ney n-grams with three discounts an order (Kneser and Ney 1995; Chen and Goodman 1999), as back-off tables.
// A sequence is a string whose units are symbol numbers; unit 0 opens a word, unit 1 closes it.

export function kneserNey(sequences, order, { cut }) {
  const counts = Array.from({ length: order + 1 }, () => new Map())
  for (const { units, weight } of sequences) {
    const word = `\0${units}\x01`
    for (let end = 1; end < word.length; end++) {
      for (let n = 1; n <= order && end - n + 1 >= 0; n++) {
        const gram = word.slice(end - n + 1, end + 1)
        counts[n].set(gram, (counts[n].get(gram) ?? 0) + weight)
      }
    }
  }
  // Below the top a gram counts by the symbols seen before it, unless it opens a word and nothing can come before.
  const adjusted = counts.map((table, n) => {
    if (n === 0 || n === order) return table
    const kept = new Map()
    for (const [gram, count] of table) if (gram.charCodeAt(0) === 0) kept.set(gram, count)
    for (const gram of counts[n + 1].keys()) {
      const tail = gram.slice(1)
      if (tail.charCodeAt(0) !== 0) kept.set(tail, (kept.get(tail) ?? 0) + 1)
    }
    return kept
  })
  const probability = [new Map()]
  const symbols = adjusted[1].size
  for (let n = 1; n <= order; n++) {
    const table = adjusted[n]
    const discounts = discountsOf(table)
    const discount = (count) => Math.min(count, discounts[Math.min(3, Math.max(1, Math.floor(count)))])
    const totals = new Map()
    for (const [gram, count] of table) {
      const history = gram.slice(0, -1)
      const total = totals.get(history) ?? { sum: 0, held: 0 }
      total.sum += count
      total.held += discount(count)
      totals.set(history, total)
    }
    const mine = new Map()
    for (const [gram, count] of table) {
      const { sum, held } = totals.get(gram.slice(0, -1))
      const lower = n === 1 ? 1 / symbols : (probability[n - 1].get(gram.slice(1)) ?? 0)
      mine.set(gram, (count - discount(count)) / sum + (held / sum) * lower)
    }
    probability.push(mine)
  }
  for (let n = order; n > 1; n--) prune(probability, counts, n, cut[n] ?? 0)
  return { probability, backoff: backoffs(probability, order) }
}

/** Chen and Goodman's estimates, from how many grams were met once, twice, three and four times. */
function discountsOf(table) {
  const met = [0, 0, 0, 0, 0]
  for (const count of table.values()) if (count <= 4) met[Math.max(1, Math.floor(count))]++
  const y = met[1] / (met[1] + 2 * met[2] || 1) || 0.5
  const within = (d, most) => Math.min(most, Math.max(0.1, Number.isFinite(d) ? d : 0.5))
  return [
    0,
    within(1 - (2 * y * met[2]) / met[1], 0.95),
    within(2 - (3 * y * met[3]) / met[2], 1.8),
    within(3 - (4 * y * met[4]) / met[3], 2.6),
  ]
}

/** Drops rare grams that no longer gram needs as its history. */
function prune(probability, counts, n, least) {
  if (least <= 1) return
  const needed = new Set()
  if (probability[n + 1]) for (const gram of probability[n + 1].keys()) needed.add(gram.slice(0, -1))
  for (const gram of probability[n].keys())
    if (counts[n].get(gram) < least && !needed.has(gram)) probability[n].delete(gram)
}

/** What is left for the shorter history once the seen continuations have had theirs. */
function backoffs(probability, order) {
  const tables = [new Map()]
  for (let n = 1; n < order; n++) {
    const sums = new Map()
    for (const [gram, p] of probability[n + 1]) {
      const history = gram.slice(0, -1)
      const sum = sums.get(history) ?? { seen: 0, lower: 0 }
      sum.seen += p
      sum.lower += probability[n].get(gram.slice(1)) ?? 0
      sums.set(history, sum)
    }
    const mine = new Map()
    for (const [history, { seen, lower }] of sums)
      mine.set(history, Math.max(1e-4, 1 - seen) / Math.max(1e-4, 1 - lower))
    tables.push(mine)
  }
  return tables
}
