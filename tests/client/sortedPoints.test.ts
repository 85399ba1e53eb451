import { expect, it } from 'vitest'
import { sortedPoints } from '../../client/pages/metric/sortedPoints.ts'
import { metricPage } from './metricPageBuilder.ts'

const page = metricPage([5, null, 9, 7])
const points = page.result.series[0]?.points ?? []
const judged = new Map(page.chart.points.map((point) => [point.period, point]))
const periods = (by: 'period' | 'value' | 'lower', falling: boolean) =>
  sortedPoints(points, { by, falling }, judged).map(({ period }) => period.slice(5))

it('sorts the rows of a table, and keeps rows without a figure last either way', () => {
  expect(periods('period', true)).toEqual(['04', '03', '02', '01'])
  expect(periods('period', false)).toEqual(['01', '02', '03', '04'])
  expect(periods('value', true)).toEqual(['03', '04', '01', '02'])
  expect(periods('value', false)).toEqual(['01', '04', '03', '02'])
  expect(periods('lower', true)).toEqual(['04', '03', '01', '02'])
})
