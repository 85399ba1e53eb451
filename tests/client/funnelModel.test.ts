import { expect, it } from 'vitest'
import { funnelModel } from '../../client/charts/funnel/funnelModel.ts'

const frame = { width: 600, height: 320 }
const area = (name: string, numerator: number | null, denominator: number) => ({
  area: name,
  name,
  numerator,
  denominator,
})

it('marks an area beyond what chance explains, and no other', () => {
  const model = funnelModel(
    {
      statistic: 'rate',
      multiplier: 100_000,
      areas: [
        area('A', 140, 560_000),
        area('B', 304, 830_000),
        area('C', 90, 360_000),
        area('D', 112, 440_000),
      ],
    },
    frame,
  )
  expect(model?.points.filter(({ beyond }) => beyond).map(({ name }) => name)).toEqual(['B'])
  expect(model?.thin).toBe(true)
  // The larger the area, the narrower the funnel.
  const [upper = ''] = model?.lines ?? []
  const heights = upper
    .split(/[ML]/)
    .slice(1)
    .map((place) => Number(place.split(' ')[1]))
  expect(heights.length).toBeGreaterThan(10)
  expect(heights).toEqual(heights.toSorted((a, b) => a - b))
})

it('leaves out areas without a figure, and draws nothing without any', () => {
  const request = { statistic: 'proportion' as const, multiplier: 100 }
  const model = funnelModel(
    { ...request, areas: [area('A', 40, 100), area('B', null, 50), area('C', 44, 90)] },
    frame,
  )
  expect(model?.points.map(({ name }) => name)).toEqual(['A', 'C'])
  expect(funnelModel({ ...request, areas: [area('A', null, 100)] }, frame)).toBeNull()
})
