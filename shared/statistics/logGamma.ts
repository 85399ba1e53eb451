const coefficients = [
  57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202, 3.399464998481189e-5,
  4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125, -0.00021026444172410488,
  0.00021743961811521265, -0.0001643181065367639, 8.441822398385275e-5, -2.6190838401581408e-5,
  3.6899182659531625e-6,
]

/**
 * The natural logarithm of the gamma function for x > 0, to about 15 figures: logGamma(5) is ln 24.
 * Source: Lanczos (1964), with Godfrey's coefficients for g = 607/128.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new Error(`invalid argument of log gamma: ${x}`)
  const shifted = x + 607 / 128 + 0.5
  const series = coefficients.reduce(
    (sum, coefficient, i) => sum + coefficient / (x + i + 1),
    0.9999999999999971,
  )
  return (x + 0.5) * Math.log(shifted) - shifted + Math.log((Math.sqrt(2 * Math.PI) * series) / x)
}
