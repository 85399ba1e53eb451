/** A ring of longitude and latitude, first and last point alike; further rings of a polygon are holes. */
type Ring = readonly (readonly number[])[]

/** The boundary of one area, as GeoJSON writes it (RFC 7946), named by the area's code. */
export interface Boundary {
  readonly code: string
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] }
}

/** Where an area stands on the map, ready to be drawn. */
export interface AreaShape {
  readonly code: string
  readonly path: string
  /** Where its name is written: the middle of its largest part. */
  readonly x: number
  readonly y: number
}

/** Boundaries drawn to one width, north up. Longitudes are narrowed by the middle latitude, which suits a county. */
export function boundaryShapes(
  boundaries: readonly Boundary[],
  width: number,
): { readonly height: number; readonly shapes: AreaShape[] } {
  const all = boundaries.flatMap((boundary) => polygonsOf(boundary).flat(2))
  const [west, east] = extent(all.map(([longitude = 0]) => longitude))
  const [south, north] = extent(all.map(([, latitude = 0]) => latitude))
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = width / (Math.max(east - west, 1e-9) * narrowing)
  const place = ([longitude = 0, latitude = 0]: readonly number[]) =>
    [round((longitude - west) * narrowing * scale), round((north - latitude) * scale)] as const
  return {
    height: Math.ceil((north - south) * scale),
    shapes: boundaries.map((boundary) => {
      const rings = polygonsOf(boundary).flatMap((polygon) => polygon.map((ring) => ring.map(place)))
      const [x, y] = middleOf(rings.toSorted((a, b) => areaOf(b) - areaOf(a))[0] ?? [])
      const path = rings.map((ring) => `M${ring.map(([px, py]) => `${px} ${py}`).join('L')}Z`).join('')
      return { code: boundary.code, path, x, y }
    }),
  }
}

function polygonsOf({ geometry }: Boundary): readonly (readonly Ring[])[] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}

type Placed = readonly (readonly [number, number])[]

/** Twice the area that a ring encloses. */
function areaOf(ring: Placed): number {
  return Math.abs(ring.reduce((sum, [x, y], i) => sum + cross([x, y], ring[(i + 1) % ring.length]), 0))
}

/** The centre of mass of a ring; of a line or point, its first place. */
function middleOf(ring: Placed): readonly [number, number] {
  const signed = ring.reduce((sum, point, i) => sum + cross(point, ring[(i + 1) % ring.length]), 0)
  if (signed === 0) return ring[0] ?? [0, 0]
  const centre = (axis: 0 | 1) =>
    ring.reduce((sum, point, i) => {
      const next = ring[(i + 1) % ring.length] ?? point
      return sum + (point[axis] + next[axis]) * cross(point, next)
    }, 0) /
    (3 * signed)
  return [round(centre(0)), round(centre(1))]
}

function cross(a: readonly [number, number], b: readonly [number, number] | undefined): number {
  return b === undefined ? 0 : a[0] * b[1] - b[0] * a[1]
}

function extent(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
