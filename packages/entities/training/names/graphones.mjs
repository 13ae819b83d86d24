// Many-to-many alignment of a name in two scripts by expectation maximisation (Jiampojamarn, Kondrak, Sherif 2007): one
// Arabic letter with nothing to three Latin letters, or two Arabic letters with one.
const SHAPES = [
  [1, 1],
  [1, 2],
  [1, 0],
  [1, 3],
  [2, 1],
]

const chunksOf = (pair, i, j, [da, dl]) =>
  i + da <= pair.ar.length && j + dl <= pair.latin.length
    ? `${pair.ar.slice(i, i + da).join('')}\t${pair.latin.slice(j, j + dl).join('')}`
    : undefined

/** Pairs are `{ar: letters[], latin: letters[], weight}`; returns each as its likeliest sequence of graphones. */
export function alignAll(pairs, rounds = 6) {
  let probability = () => 1
  for (let round = 0; round < rounds; round++) {
    const counts = new Map()
    for (const pair of pairs) expect(pair, probability, counts)
    let total = 0
    for (const count of counts.values()) total += count
    const model = new Map([...counts].map(([chunk, count]) => [chunk, count / total]))
    probability = (chunk) => model.get(chunk) ?? 1e-9
  }
  return pairs.map((pair) => viterbi(pair, probability))
}

/** A chunk's probability must pay for the letters that it swallows, or long chunks always win. */
const price = (probability, chunk, [da, dl]) => probability(chunk) * (da + dl > 2 ? 0.5 : 1)

function expect(pair, probability, counts) {
  const n = pair.ar.length
  const m = pair.latin.length
  const w = m + 1
  const forward = new Float64Array((n + 1) * w)
  const backward = new Float64Array((n + 1) * w)
  forward[0] = 1
  const steps = []
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      const here = forward[i * w + j]
      if (here === 0) continue
      for (const shape of SHAPES) {
        const chunk = chunksOf(pair, i, j, shape)
        if (chunk === undefined) continue
        const p = price(probability, chunk, shape)
        const to = (i + shape[0]) * w + j + shape[1]
        forward[to] += here * p
        steps.push({ from: i * w + j, to, chunk, p })
      }
    }
  }
  const total = forward[n * w + m]
  if (!(total > 0)) return
  backward[n * w + m] = 1
  for (let s = steps.length - 1; s >= 0; s--) backward[steps[s].from] += steps[s].p * backward[steps[s].to]
  for (const { from, to, chunk, p } of steps) {
    const expected = (forward[from] * p * backward[to]) / total
    if (expected > 1e-6) counts.set(chunk, (counts.get(chunk) ?? 0) + expected * pair.weight)
  }
}

function viterbi(pair, probability) {
  const n = pair.ar.length
  const m = pair.latin.length
  const w = m + 1
  const best = new Float64Array((n + 1) * w).fill(Number.NEGATIVE_INFINITY)
  const back = new Array((n + 1) * w)
  best[0] = 0
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      const here = best[i * w + j]
      if (here === Number.NEGATIVE_INFINITY) continue
      for (const shape of SHAPES) {
        const chunk = chunksOf(pair, i, j, shape)
        if (chunk === undefined) continue
        const score = here + Math.log(price(probability, chunk, shape))
        const to = (i + shape[0]) * w + j + shape[1]
        if (score > best[to]) {
          best[to] = score
          back[to] = { from: i * w + j, chunk }
        }
      }
    }
  }
  const score = best[n * w + m]
  if (score === Number.NEGATIVE_INFINITY) return undefined
  const graphones = []
  for (let at = n * w + m; at !== 0; at = back[at].from) graphones.push(back[at].chunk)
  return { graphones: graphones.reverse(), perLetter: score / (n + m) }
}
