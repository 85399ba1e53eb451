/** A source of repeatable chance: the same seed gives the same numbers on every machine. */
export interface Random {
  /** A number from 0 up to, not including, 1. */
  readonly next: () => number
  /** A whole number from 0 up to, not including, `below`. */
  readonly below: (below: number) => number
  /** Whether something of this probability happens. */
  readonly chance: (probability: number) => boolean
  /** How many events happen when `mean` are expected. */
  readonly poisson: (mean: number) => number
  /** A waiting time with this mean, in the same unit. */
  readonly wait: (mean: number) => number
}

/**
 * A generator (sfc32, 128 bits of state) for one named part of the sample, so that a change to one part leaves
 * the others as they are.
 */
export function createRandom(seed: number, part: string): Random {
  const next = sfc32(hash(`${seed}/${part}`))
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return {
    next,
    below: (below) => Math.floor(next() * below),
    chance: (probability) => next() < probability,
    poisson: (mean) =>
      mean < 30 ? smallPoisson(mean, next) : Math.max(0, Math.round(mean + Math.sqrt(mean) * normal())),
    wait: (mean) => -mean * Math.log(1 - next()),
  }
}

function smallPoisson(mean: number, next: () => number): number {
  const limit = Math.exp(-mean)
  let product = next()
  let events = 0
  while (product > limit) {
    product *= next()
    events += 1
  }
  return events
}

function sfc32([first, second, third, fourth]: readonly [number, number, number, number]): () => number {
  let [a, b, c, counter] = [first | 0, second | 0, third | 0, fourth | 0]
  const step = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
  for (let i = 0; i < 12; i += 1) step()
  return step
}

function hash(text: string): [number, number, number, number] {
  const state: [number, number, number, number] = [1_779_033_703, 3_144_134_277, 1_013_904_242, 2_773_480_762]
  for (let i = 0; i < text.length; i += 1) {
    const lane = i % 4
    state[lane] =
      Math.imul((state[lane] ?? 0) ^ text.charCodeAt(i), 2_654_435_761) ^
      ((state[(lane + 1) % 4] ?? 0) >>> 13)
  }
  return state
}
