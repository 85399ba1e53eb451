import { describe, expect, it } from 'vitest'
import { areaMapOf } from '../../../shared/partnership/areaMap.ts'
import { boundaryShapes, type Boundary } from '../../../shared/partnership/boundaries.ts'
import { westYorkshire } from '../../../shared/partnership/westYorkshire.ts'

const square = (code: string, west: number, south: number, size = 1): Boundary => ({
  code,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
      ],
    ],
  },
})
const area = (code: string, tile?: { column: number; row: number }) => ({
  code,
  name: code,
  aliases: [],
  tile,
})

describe('the map of a partnership', () => {
  it('sets West Yorkshire’s districts where they lie, each on a square of its own', () => {
    const map = areaMapOf(westYorkshire)
    if (map.kind !== 'tiles') throw new Error('no tiles')
    expect(map.byPlace).toBe(true)
    expect(new Set(map.tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(5)
  })
  it('sets areas in their order where nobody has said where they lie', () => {
    const map = areaMapOf({ areas: ['A', 'B', 'C'].map((code) => area(code)) })
    expect(map).toMatchObject({
      byPlace: false,
      tiles: [
        { code: 'A', column: 0, row: 0 },
        { code: 'B', column: 1, row: 0 },
        { code: 'C', column: 0, row: 1 },
      ],
    })
  })
  it('draws boundaries only when every area has one', () => {
    const areas = [area('A'), area('B')]
    expect(areaMapOf({ areas, boundaries: [square('A', 0, 0)] }).kind).toBe('tiles')
    expect(areaMapOf({ areas, boundaries: [square('A', 0, 0), square('B', 1, 0)] }).kind).toBe('boundaries')
  })
})

describe('boundaries', () => {
  it('are drawn north up to the width asked for, names in the middle', () => {
    const { height, shapes } = boundaryShapes([square('S', 0, 0), square('N', 0, 1)], 100)
    expect(height).toBe(201)
    const [south, north] = shapes
    expect(south?.x).toBeCloseTo(50, 0)
    expect(north?.y ?? 0).toBeLessThan(south?.y ?? 0)
    expect(north?.path).toMatch(/^M0 \d+(\.\d)?L100 /)
  })
  it('write the name in the largest of several parts', () => {
    const island: Boundary = {
      code: 'I',
      geometry: {
        type: 'MultiPolygon',
        coordinates: [square('', 0, 0, 0.1), square('', 1, 0)].map(
          ({ geometry }) => geometry.coordinates as [[[number, number]]],
        ),
      },
    }
    expect(boundaryShapes([island], 200).shapes[0]?.x).toBeCloseTo(150, 0)
  })
})
