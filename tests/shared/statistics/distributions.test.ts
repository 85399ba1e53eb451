import { describe, expect, test } from 'vitest'
import { chiSquareQuantile, chiSquareUpperTail } from '../../../shared/statistics/chiSquareQuantile.ts'
import { fairCoin, incompleteBeta } from '../../../shared/statistics/incompleteBeta.ts'
import { gammaTails, poissonTerm } from '../../../shared/statistics/incompleteGamma.ts'
import { logGamma } from '../../../shared/statistics/logGamma.ts'
import { normalQuantile, twoSidedZ } from '../../../shared/statistics/normalQuantile.ts'
import { studentReach, studentTwoSided } from '../../../shared/statistics/studentT.ts'

/** Expected values: scipy 1.17.1 (stats.norm, chi2 and t; special.gammainc, gammaincc, betainc and gammaln). */
function expectClose(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-11 * Math.abs(expected) + 1e-300)
}

describe('distributions agree with scipy to eleven figures', () => {
  test.each([
    [1e-20, -9.262340089798409],
    [0.0005, -3.2905267314918945],
    [0.025, -1.9599639845400545],
    [0.0749, -1.4402382675279635],
    [0.3, -0.5244005127080409],
    [0.5, 0.0],
    [0.925, 1.4395314709384563],
    [0.975, 1.959963984540054],
    [0.999, 3.090232306167813],
  ])('normalQuantile(%f)', (p, expected) => expectClose(normalQuantile(p), expected))

  test.each([
    [0.001, 0.2, 1.2146096724815738e-30],
    [0.001, 1.0, 1.5707971492624921e-6],
    [0.001, 4.0, 0.09080403553897909],
    [0.001, 19.0, 5.406816017601797],
    [0.001, 101.0, 62.70045643303335],
    [0.001, 50622.0, 49644.420144303054],
    [0.025, 0.2, 1.1583420491042941e-16],
    [0.025, 1.0, 0.0009820691171752555],
    [0.025, 4.0, 0.4844185570879299],
    [0.025, 19.0, 8.906516481987971],
    [0.025, 101.0, 75.0834707490814],
    [0.025, 50622.0, 50000.25822027633],
    [0.5, 0.2, 0.0011867822089204568],
    [0.5, 1.0, 0.454936423119572],
    [0.5, 4.0, 3.3566939800333224],
    [0.5, 19.0, 18.337652896756474],
    [0.5, 101.0, 100.33412129901728],
    [0.5, 50622.0, 50621.33333489419],
    [0.975, 0.2, 1.9558095988377058],
    [0.975, 1.0, 5.023886187314888],
    [0.975, 4.0, 11.143286781877796],
    [0.975, 19.0, 32.85232686172969],
    [0.975, 101.0, 130.69970862406595],
    [0.975, 50622.0, 51247.5303807224],
    [0.999, 0.2, 6.727354023437507],
    [0.999, 1.0, 10.827566170662733],
    [0.999, 4.0, 18.46682695290317],
    [0.999, 19.0, 43.82019596451753],
    [0.999, 101.0, 150.66705566784537],
    [0.999, 50622.0, 51610.979173340755],
  ])('chiSquareQuantile(%f, %f)', (p, df, expected) => expectClose(chiSquareQuantile(p, df), expected))

  test.each([
    [0.8, 1.0, 3.0776835371752544],
    [0.8, 5.0, 1.4758840488244815],
    [0.8, 30.0, 1.3104150253913955],
    [0.8, 1000.0, 1.2823987214609247],
    [0.95, 1.0, 12.706204736174694],
    [0.95, 5.0, 2.5705818356363146],
    [0.95, 30.0, 2.0422724563012378],
    [0.95, 1000.0, 1.9623390808264083],
    [0.998, 1.0, 318.30883898555015],
    [0.998, 5.0, 5.893429531356009],
    [0.998, 30.0, 3.3851848668293045],
    [0.998, 1000.0, 3.0984021639129233],
  ])('studentReach(%f, %f)', (confidence, df, expected) =>
    expectClose(studentReach(confidence, df), expected),
  )

  test.each([
    [0.3, 0.1, 0.5459128495917965, 0.45408715040820347],
    [5.0, 9.0, 0.945036358504895, 0.05496364149510497],
    [15.9, 15.0, 0.44196258301860375, 0.5580374169813962],
    [16.1, 17.0, 0.619081244435959, 0.3809187555640409],
    [300.0, 290.0, 0.2861755102943038, 0.7138244897056962],
    [25310.0, 25400.0, 0.7146900665366648, 0.2853099334633352],
  ])('gammaTails(%d, %d)', (a, x, lower, upper) => {
    expectClose(gammaTails(a, x).lower, lower)
    expectClose(gammaTails(a, x).upper, upper)
  })

  test.each([
    [0.01, 2.0, 101.0, 0.2716322441004005],
    [0.5, 0.5, 0.5, 0.5000000000000001],
    [0.3, 10.0, 40.0, 0.9520445677240336],
    [0.99, 100.0, 3.0, 0.9169110148894398],
  ])('incompleteBeta(%f, %f, %f)', (x, a, b, expected) => expectClose(incompleteBeta(x, a, b), expected))

  test.each([
    [1e-5, 11.512919692895826],
    [0.3, 1.0957979948180756],
    [1.5, -0.12078223763524526],
    [10.5, 13.940625219403763],
    [10000.0, 82099.71749644238],
  ])('logGamma(%f)', (x, expected) => expectClose(logGamma(x), expected))
})

test('a two-sided z is the usual one', () => {
  expect(twoSidedZ(0.95)).toBeCloseTo(1.959964, 6)
  expect(twoSidedZ(0.998)).toBeCloseTo(3.090232, 6)
})

test('a quantile has its share below it', () => {
  for (const df of [0.5, 3, 20, 4000]) {
    for (const p of [0.001, 0.4, 0.6, 0.999]) {
      expect(1 - chiSquareUpperTail(chiSquareQuantile(p, df), df)).toBeCloseTo(p, 12)
      expect(1 - studentTwoSided(studentReach(p, df), df)).toBeCloseTo(p, 10)
    }
  }
})

test('whole numbers give what counting gives', () => {
  expectClose(fairCoin(1, 6), 7 / 64)
  expect([fairCoin(-1, 6), fairCoin(6, 6)]).toEqual([0, 1])
  expectClose(poissonTerm(2, 3), (9 / 2) * Math.exp(-3))
  expectClose(poissonTerm(20, 20), 0.0888353173920848)
  expectClose(gammaTails(1, 2).upper, Math.exp(-2))
})

test('what is no probability is refused', () => {
  expect(() => normalQuantile(0)).toThrow('invalid probability: 0')
  expect(() => chiSquareQuantile(1.5, 2)).toThrow('invalid probability: 1.5')
  expect(() => logGamma(0)).toThrow('invalid argument of log gamma: 0')
})
