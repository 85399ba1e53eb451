import '../../styles/areaMap.css'
import type { AreaMap as Map } from '../../../shared/partnership/areaMap.ts'

export interface MapArea {
  readonly code: string
  readonly name: string
  /** The figure as it is read, or the marker that stands for it. */
  readonly text: string
  readonly value: number | null
  /** Whether it differs from the whole by more than its interval allows. */
  readonly apart: boolean
}

interface Props {
  readonly map: Map
  readonly areas: readonly MapArea[]
  readonly label: string
}

/** Paper to grey, light for low: lightness is no verdict, and ink stays readable on all of them. */
const shades = ['#ffffff', '#efeee9', '#dfddd6', '#cfccc3', '#bfbbb0'] as const
const tileWidth = 128
const tileHeight = 84
const gap = 6

/** The areas where they lie, each with its name and figure; a thick edge where the difference is more than chance. */
export function AreaMap({ map, areas, label }: Props) {
  const known = areas.flatMap(({ value }) => (value === null ? [] : [value]))
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const shade = (value: number | null) => {
    if (value === null) return shades[0]
    const share = high > low ? (value - low) / (high - low) : 0.5
    return shades[Math.min(shades.length - 1, Math.floor(share * shades.length))]
  }
  const frame = frameOf(map)
  return (
    <svg
      className="chart areamap"
      viewBox={`-4 -4 ${frame.width + 8} ${frame.height + 8}`}
      role="img"
      aria-label={label}
      style={{ maxWidth: frame.width + 8 }}
    >
      {areas.map((area) => {
        const spot = frame.spots.get(area.code)
        if (spot === undefined) return null
        return (
          <g key={area.code}>
            <path
              d={spot.path}
              fill={shade(area.value)}
              className={area.apart ? 'mp apart' : 'mp'}
              strokeDasharray={area.value === null ? '3 2' : undefined}
            />
            <text className="dl" x={spot.x} y={spot.y - 3} textAnchor="middle">
              {area.name}
            </text>
            <text className="dl" x={spot.x} y={spot.y + 16} textAnchor="middle">
              <tspan className="num">{area.text}</tspan>
            </text>
          </g>
        )
      })}
    </svg>
  )
}

interface Frame {
  readonly width: number
  readonly height: number
  readonly spots: ReadonlyMap<string, { readonly path: string; readonly x: number; readonly y: number }>
}

function frameOf(map: Map): Frame {
  if (map.kind === 'boundaries') {
    return {
      width: map.width,
      height: map.height,
      spots: new globalThis.Map(map.shapes.map((shape) => [shape.code, shape])),
    }
  }
  const columns = Math.max(...map.tiles.map(({ column }) => column)) + 1
  const rows = Math.max(...map.tiles.map(({ row }) => row)) + 1
  return {
    width: columns * (tileWidth + gap) - gap,
    height: rows * (tileHeight + gap) - gap,
    spots: new globalThis.Map(
      map.tiles.map(({ code, column, row }) => {
        const [x, y] = [column * (tileWidth + gap), row * (tileHeight + gap)]
        return [
          code,
          {
            path: `M${x} ${y}h${tileWidth}v${tileHeight}h${-tileWidth}Z`,
            x: x + tileWidth / 2,
            y: y + tileHeight / 2,
          },
        ]
      }),
    ),
  }
}
