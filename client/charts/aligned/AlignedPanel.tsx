import { trimmed } from '../../../shared/figures/formatValue.ts'
import type { TimeTick } from '../../../shared/figures/timeTicks.ts'
import { PointShape } from '../PointShape.tsx'
import { alignedModel, periodPlaces, type AlignedSeries, type Frame } from './alignedModel.ts'
import { EventLines } from './EventLines.tsx'

interface Props {
  readonly series: AlignedSeries
  readonly frame: Frame
  readonly xTicks: readonly TimeTick[]
  readonly events: readonly { readonly x: number; readonly letter: string }[]
  readonly first: boolean
  readonly whole: boolean
  readonly format: (value: number) => string
  readonly active: number | null
  readonly label: string
}

/** One measure of a comparison on its own scale; every panel shares the months across. */
export function AlignedPanel(props: Props) {
  const { series, frame, xTicks, events, first, whole, format, active, label } = props
  const { width, height } = frame
  const model = alignedModel(series, frame, whole)
  const x = periodPlaces(series.values.length, frame)
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {model.band !== '' && <path className="band" d={model.band} />}
      {model.yTicks.map(({ y, value }) => (
        <g key={value}>
          <path className={value === 0 ? 'base' : 'grid'} d={`M44 ${y}H${width - frame.right}`} />
          <text className="ax" x="38" y={y + 4} textAnchor="end">
            {trimmed(format(value))}
          </text>
        </g>
      ))}
      <EventLines events={events} height={height} lettered={first} />
      {active !== null && <path className="cursor" d={`M${x(active)} 0V${height - 22}`} />}
      <path className="ln" d={model.line} />
      {model.marks.map((mark) => (
        <PointShape key={mark.x} {...mark} size={mark.provisional ? 3.2 : 2.8} />
      ))}
      {xTicks.map((tick) => (
        <text
          key={tick.x}
          className="ax"
          x={Math.min(tick.x, width - frame.right - 14)}
          y={height - 6}
          textAnchor="middle"
        >
          {tick.label}
        </text>
      ))}
    </svg>
  )
}
