import { trimmed } from '../../../shared/figures/formatValue.ts'
import { linePath } from '../axis/linePath.ts'
import { niceTicks } from '../../../shared/figures/niceTicks.ts'
import { spreadLabels } from '../../../shared/figures/spreadLabels.ts'
import type { TimeTick } from '../../../shared/figures/timeTicks.ts'
import { periodPlaces, scaleOf, type Frame } from './alignedModel.ts'
import { EventLines } from './EventLines.tsx'

export interface ChartLine {
  readonly name: string
  readonly values: readonly (number | null)[]
}

interface Props {
  readonly lines: readonly ChartLine[]
  readonly frame: Frame
  readonly xTicks: readonly TimeTick[]
  readonly events: readonly { readonly x: number; readonly letter: string }[]
  readonly active: number | null
  /** A value with a rule of its own, such as the 100 of an index. */
  readonly mark?: number
  readonly format: (value: number) => string
  /** Whether the first line is the one that the others are read beside. */
  readonly leading?: boolean
  readonly label: string
}

/** Strokes that differ without colour; the first line is the heaviest. */
export const dashes = ['', '7 3', '2 2', '10 3 2 3', '4 4', '1 3', '12 4', '6 2 1 2']

/** With less room than this at the right, the names stand in a key below. */
const roomForNames = 100

/** Several lines on one scale from zero, told apart by stroke and named at their ends. */
export function LinesChart(props: Props) {
  const { lines, frame, xTicks, events, active, mark, format, leading = false, label } = props
  const { width, height, right } = frame
  const held = lines.flatMap(({ values }) => values.filter((value) => value !== null))
  const ticks = niceTicks(0, Math.max(mark ?? 0, ...held), { most: 5 })
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
            className={tick === 0 || tick === mark ? 'base' : 'grid'}
            d={`M44 ${y(tick)}H${width - right}`}
          />
          <text className="ax" x="38" y={y(tick) + 4} textAnchor="end">
            {trimmed(format(tick))}
          </text>
        </g>
      ))}
      <EventLines events={events} height={height} lettered />
      {active !== null && <path className="cursor" d={`M${x(active)} 0V${height - 22}`} />}
      {lines.map(({ name, values }, index) => (
        <path
          key={name}
          className={leading && index === 0 ? 'ixl first' : 'ixl'}
          strokeDasharray={dashes[index]}
          d={linePath(values.map((value, at) => (value === null ? null : [x(at), y(value)])))}
        />
      ))}
      {spreadLabels(right < roomForNames ? [] : labels, 17, [14, height - 22]).map(
        ({ name, y: at, index, value }) => (
          <g key={name}>
            <path
              className={leading && index === 0 ? 'ixl first' : 'ixl'}
              strokeDasharray={dashes[index]}
              d={`M${width - right + 6} ${at}h20`}
            />
            <text className="dl" x={width - right + 31} y={at + 4}>
              <tspan className="num">{format(value)}</tspan> {shortened(name, right - 62)}
            </text>
          </g>
        ),
      )}
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
