import type { TimeTick } from '../../../shared/figures/timeTicks.ts'
import { periodPlaces, type Frame } from './alignedModel.ts'

interface Props {
  readonly rows: readonly {
    readonly name: string
    readonly values: readonly (number | null)[]
    readonly provisional: readonly boolean[]
  }[]
  readonly frame: Frame
  readonly xTicks: readonly TimeTick[]
  readonly active: number | null
  readonly label: string
}

const rowHeight = 52
const head = 18
const foot = 22

/** Events held in each period, a row of bars for each kind on its own scale, below the lines they may have moved. */
export function EventsStrip({ rows, frame: { width, right }, xTicks, active, label }: Props) {
  const height = rows.length * rowHeight + foot
  const count = rows[0]?.values.length ?? 0
  const x = periodPlaces(count, { width, right, height })
  const bar = Math.max(2, Math.min(12, ((width - 44 - right) / Math.max(1, count)) * 0.7))
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {rows.map(({ name, values, provisional }, row) => {
        const base = (row + 1) * rowHeight
        const most = Math.max(1, ...values.map((value) => value ?? 0))
        const high = (value: number) => Math.max(4, (value / most) * (rowHeight - head - 4))
        return (
          <g key={name}>
            <path className="base" d={`M44 ${base}H${width - right}`} />
            <text className="ax" x="44" y={base - rowHeight + 16}>
              {name}, most in one period {Math.max(0, ...values.map((value) => value ?? 0))}
            </text>
            {values.map((value, i) =>
              value === null || value === 0 ? null : (
                <rect
                  key={x(i)}
                  className={provisional[i] === true ? 'evb open' : 'evb'}
                  x={x(i) - bar / 2}
                  y={base - high(value)}
                  width={bar}
                  height={high(value)}
                />
              ),
            )}
          </g>
        )
      })}
      {active !== null && <path className="cursor" d={`M${x(active)} ${head}V${height - foot}`} />}
      {xTicks.map((tick) => (
        <text
          key={tick.x}
          className="ax"
          x={Math.min(tick.x, width - right - 14)}
          y={height - 6}
          textAnchor="middle"
        >
          {tick.label}
        </text>
      ))}
    </svg>
  )
}
