import { incompleteBeta } from './incompleteBeta.ts'
import { logGamma } from './logGamma.ts'
import { normalQuantile } from './normalQuantile.ts'

/** The chance that Student's t lies at least as far from 0 as this: studentTwoSided(2.228139, 10) is 0.05. */
export function studentTwoSided(t: number, degreesOfFreedom: number): number {
  if (!Number.isFinite(t)) return 0
  return incompleteBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5)
}

/**
 * The t a two-sided interval of this confidence (0 < confidence < 1) reaches to: studentReach(0.95, 10) is
 * 2.228138851964939. Found by Newton's steps, kept inside a bracket.
 */
export function studentReach(confidence: number, degreesOfFreedom: number): number {
  const target = 1 - confidence
  let low = 0
  let high = Infinity
  let t = normalQuantile(1 - target / 2)
  for (let i = 0; i < 200; i++) {
    const tail = studentTwoSided(t, degreesOfFreedom)
    if (tail > target) low = t
    else high = t
    let next = t + (tail - target) / (2 * density(t, degreesOfFreedom))
    if (!(next > low && next < high)) next = high === Infinity ? 2 * t : (low + high) / 2
    if (Math.abs(next - t) <= 1e-15 * t) return next
    t = next
  }
  return t
}

function density(t: number, v: number): number {
  const scale = logGamma((v + 1) / 2) - logGamma(v / 2) - Math.log(v * Math.PI) / 2
  return Math.exp(scale - ((v + 1) / 2) * Math.log1p((t * t) / v))
}
