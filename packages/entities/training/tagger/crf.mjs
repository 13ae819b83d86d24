// A linear-chain CRF (Lafferty, McCallum and Pereira 2001) trained online with FTRL-proximal (McMahan et al. 2013): steps per
// coordinate, and an L1 prior that leaves most weights at nought; features drop out at random (Srivastava et al. 2014). A token may allow several labels; the likelihood is then of
// all sequences allowed (Tsuboi et al. 2008).

const DEFAULTS = { alpha: 0.12, beta: 1, l1: 0.25, l2: 0.02, dropout: 0 }

export class CrfTrainer {
  constructor({ featureCount, width, forbidden, seed = 1, ...rates }) {
    this.width = width
    this.transitionsAt = featureCount * width
    this.startsAt = this.transitionsAt + width * width
    const size = this.startsAt + width
    this.z = new Float32Array(size)
    this.n = new Float32Array(size)
    /** `forbidden(from, to)`: sequences that no labelling has; from -1 at the start. */
    this.forbidden = forbidden
    this.rates = { ...DEFAULTS, ...rates }
    this.seed = seed >>> 0
  }

  copy() {
    const copy = Object.assign(Object.create(CrfTrainer.prototype), this)
    copy.z = this.z.slice()
    copy.n = this.n.slice()
    return copy
  }

  /** All that training goes on from. */
  state() {
    return Buffer.concat([Buffer.from(this.z.buffer), Buffer.from(this.n.buffer)])
  }

  restore(state) {
    const both = new Float32Array(state.buffer.slice(state.byteOffset, state.byteOffset + state.byteLength))
    this.z.set(both.subarray(0, this.z.length))
    this.n.set(both.subarray(this.z.length))
  }

  /** xorshift32 (Marsaglia 2003). */
  random() {
    let s = this.seed || 1
    s ^= s << 13
    s >>>= 0
    s ^= s >>> 17
    s ^= s << 5
    this.seed = s >>> 0
    return this.seed / 4294967296
  }

  weight(k) {
    const z = this.z[k]
    const { alpha, beta, l1, l2 } = this.rates
    if (z <= l1 && z >= -l1) return 0
    return -(z > 0 ? z - l1 : z + l1) / ((beta + Math.sqrt(this.n[k])) / alpha + l2)
  }

  /** One pass over the samples in a shuffled order; answers the loss by token. */
  epoch(samples) {
    const order = samples.map((_, i) => i)
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(this.random() * (i + 1))
      const keep = order[i]
      order[i] = order[j]
      order[j] = keep
    }
    let loss = 0
    let tokens = 0
    for (const i of order) {
      loss += this.learn(samples[i])
      tokens += samples[i].length
    }
    return loss / tokens
  }

  /** `{ length, at, features, allowed, weight }`: features of token i are features[at[i]] … features[at[i + 1] - 1]. */
  learn({ length, at, features, allowed, weight = 1 }) {
    const L = this.width
    const scores = new Float64Array(length * L)
    const rows = new Float32Array(features.length * L)
    const { dropout } = this.rates
    const share = 1 / (1 - dropout)
    const dropped = new Uint8Array(features.length)
    for (let i = 0; i < length; i++) {
      for (let f = at[i]; f < at[i + 1]; f++) {
        if (dropout > 0 && this.random() < dropout) {
          dropped[f] = 1
          continue
        }
        const base = features[f] * L
        for (let l = 0; l < L; l++) {
          const w = this.weight(base + l)
          rows[f * L + l] = w
          scores[i * L + l] += w * share
        }
      }
    }
    const step = new Float64Array(L * L)
    const transitionWeights = new Float64Array(L * L)
    for (let k = 0; k < L * L; k++) {
      transitionWeights[k] = this.weight(this.transitionsAt + k)
      step[k] = this.forbidden(Math.floor(k / L), k % L) ? 0 : Math.exp(transitionWeights[k])
    }
    const startWeights = new Float64Array(L)
    const start = new Float64Array(L)
    for (let l = 0; l < L; l++) {
      startWeights[l] = this.weight(this.startsAt + l)
      start[l] = this.forbidden(-1, l) ? 0 : Math.exp(startWeights[l])
    }
    const free = expectations(length, L, scores, step, start, undefined)
    const held = expectations(length, L, scores, step, start, allowed)
    for (let i = 0; i < length; i++) {
      for (let f = at[i]; f < at[i + 1]; f++) {
        if (dropped[f]) continue
        const base = features[f] * L
        for (let l = 0; l < L; l++) {
          const g = share * (free.state[i * L + l] - held.state[i * L + l]) * weight
          if (g !== 0) this.update(base + l, g, rows[f * L + l])
        }
      }
    }
    for (let k = 0; k < L * L; k++) {
      const g = (free.moves[k] - held.moves[k]) * weight
      if (g !== 0) this.update(this.transitionsAt + k, g, transitionWeights[k])
    }
    for (let l = 0; l < L; l++) {
      const g = (free.state[l] - held.state[l]) * weight
      if (g !== 0) this.update(this.startsAt + l, g, startWeights[l])
    }
    return free.logZ - held.logZ
  }

  update(k, gradient, w) {
    const before = this.n[k]
    const after = before + gradient * gradient
    this.z[k] += gradient - ((Math.sqrt(after) - Math.sqrt(before)) / this.rates.alpha) * w
    this.n[k] = after
  }

  /** The weights as they stand. */
  finish() {
    const all = Float32Array.from({ length: this.z.length }, (_, k) => this.weight(k))
    return {
      weights: all.slice(0, this.transitionsAt),
      transitions: all.slice(this.transitionsAt, this.startsAt),
      starts: all.slice(this.startsAt),
    }
  }
}

/** Expected labels and moves, by forward-backward with scaling; `allowed` holds a bit set of labels for each token. */
function expectations(length, L, scores, step, start, allowed) {
  const emit = new Float64Array(length * L)
  let logZ = 0
  for (let i = 0; i < length; i++) {
    let most = -Infinity
    for (let l = 0; l < L; l++) if (scores[i * L + l] > most) most = scores[i * L + l]
    logZ += most
    const mask = allowed === undefined ? -1 : allowed[i]
    for (let l = 0; l < L; l++) emit[i * L + l] = mask & (1 << l) ? Math.exp(scores[i * L + l] - most) : 0
  }
  const alpha = new Float64Array(length * L)
  const beta = new Float64Array(length * L)
  const scale = new Float64Array(length)
  for (let i = 0; i < length; i++) {
    let sum = 0
    for (let to = 0; to < L; to++) {
      const e = emit[i * L + to]
      if (e === 0) continue
      let a = 0
      if (i === 0) a = start[to]
      else for (let l = 0; l < L; l++) a += alpha[(i - 1) * L + l] * step[l * L + to]
      a *= e
      alpha[i * L + to] = a
      sum += a
    }
    scale[i] = sum
    logZ += Math.log(sum)
    for (let l = 0; l < L; l++) alpha[i * L + l] /= sum
  }
  const moves = new Float64Array(L * L)
  for (let l = 0; l < L; l++) beta[(length - 1) * L + l] = 1
  for (let i = length - 2; i >= 0; i--) {
    const next = (i + 1) * L
    for (let from = 0; from < L; from++) {
      const a = alpha[i * L + from]
      let b = 0
      for (let l = 0; l < L; l++) {
        const p = (step[from * L + l] * emit[next + l] * beta[next + l]) / scale[i + 1]
        b += p
        moves[from * L + l] += a * p
      }
      beta[i * L + from] = b
    }
  }
  const state = new Float64Array(length * L)
  for (let k = 0; k < state.length; k++) state[k] = alpha[k] * beta[k]
  return { logZ, state, moves }
}
