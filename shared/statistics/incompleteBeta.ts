import { logGamma } from './logGamma.ts'

/**
 * The regularised incomplete beta function I_x(a, b), 0 <= x <= 1: incompleteBeta(0.5, 2, 3) is 0.6875.
 * Source: Lentz's continued fraction (DLMF 8.17.22), turned about where it converges faster.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1 && a > 0 && b > 0)) throw new Error(`invalid incomplete beta: ${x}, ${a}, ${b}`)
  if (x === 0 || x === 1) return x
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return (front * continuedFraction(x, a, b)) / a
}

/**
 * The chance of at most `k` heads in `n` tosses of a fair coin: fairCoin(1, 6) is 7/64. Below 0 heads it is 0.
 */
export function fairCoin(k: number, n: number): number {
  if (k < 0) return 0
  return k >= n ? 1 : incompleteBeta(0.5, n - k, k + 1)
}

function continuedFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / (1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / (1 + even * d)
    c = 1 + even / c
    value *= c * d
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / (1 + odd * d)
    c = 1 + odd / c
    value *= c * d
    if (Math.abs(c * d - 1) < 3e-16) break
  }
  return value
}
