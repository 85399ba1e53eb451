import { linePath } from '../axis/linePath.ts'
import { niceTicks } from '../axis/niceTicks.ts'
import { spreadLabels } from '../axis/spreadLabels.ts'
import type { TimeTick } from '../controlChart/timeTicks.ts'
import { periodPlaces, scaleOf, type Frame } from './alignedModel.ts'
import { EventLines } from './EventLines.tsx'

export interface IndexedLine {
  readonly name: string
  readonly values: readonly (number | null)[]
}

interface Props {
  readonly lines: readonly IndexedLine[]
  readonly frame: Frame
  readonly xTicks: readonly TimeTick[]
  readonly events: readonly { readonly x: number; readonly letter: string }[]
  readonly active: number | null
  readonly label: string
}

/** Strokes that differ without colour; the first line is the heaviest. */
const dashes = ['', '7 3', '2 2', '10 3 2 3', '4 4', '1 3', '12 4', '6 2 1 2']

/** Several measures as shares of their own first year, on one scale: 100 is that year's mean. */
export function IndexedChart({ lines, frame, xTicks, events, active, label }: Props) {
  const { width, height, right } = frame
  const held = lines.flatMap(({ values }) => values.filter((value) => value !== null))
  const ticks = niceTicks(0, Math.max(100, ...held), { most: 5 })
  const y = scaleOf(ticks, frame)
  const x = periodPlaces(lines[0]?.values.length ?? 0, frame)
  const labels = lines.flatMap(({ name, values }, index) => {
    const at = values.findLastIndex((value) => value !== null)
    const value = values[at]
    return value == null ? [] : [{ name, y: y(value), index, value }]
  })
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {ticks.map((tick) => (
        <g key={tick}>
          <path
            className={tick === 0 || tick === 100 ? 'base' : 'grid'}
            d={`M44 ${y(tick)}H${width - right}`}
          />
          <text className="ax" x="38" y={y(tick) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      <EventLines events={events} height={height} lettered />
      {active !== null && <path className="cursor" d={`M${x(active)} 0V${height - 22}`} />}
      {lines.map(({ name, values }, index) => (
        <path
          key={name}
          className={index === 0 ? 'ixl first' : 'ixl'}
          strokeDasharray={dashes[index]}
          d={linePath(values.map((value, at) => (value === null ? null : [x(at), y(value)])))}
        />
      ))}
      {spreadLabels(labels, 17, [14, height - 22]).map(({ name, y: at, index, value }) => (
        <g key={name}>
          <path
            className={index === 0 ? 'ixl first' : 'ixl'}
            strokeDasharray={dashes[index]}
            d={`M${width - right + 6} ${at}h20`}
          />
          <text className="dl" x={width - right + 31} y={at + 4}>
            <tspan className="num">{Math.round(value)}</tspan> {shortened(name, right - 62)}
          </text>
        </g>
      ))}
      {xTicks.map((tick) => (
        <text key={tick.x} className="ax" x={tick.x} y={height - 6} textAnchor="middle">
          {tick.label}
        </text>
      ))}
    </svg>
  )
}

function shortened(name: string, room: number): string {
  const most = Math.floor(room / 6.6)
  return name.length <= most ? name : `${name.slice(0, most - 1)}…`
}
