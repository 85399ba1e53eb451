import '../../styles/panels.css'
import { trimmed } from '../../../shared/figures/formatValue.ts'
import { useWidth } from '../../parts/useWidth.ts'
import { intervalModel } from '../intervalDots/intervalModel.ts'

export interface ChangeRow {
  readonly name: string
  readonly before: number | null
  readonly now: number | null
  readonly change: string
  readonly marker: string | null
}

interface Props {
  readonly rows: readonly ChangeRow[]
  readonly format: (value: number) => string
  readonly label: string
}

const rowHeight = 34

/** Then (hollow) and now (filled) for every part of a whole, with the difference written at the end. */
export function ChangeDots({ rows, format, label }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const stacked = width > 0 && width < 520
  const names = stacked ? 4 : 216
  const height = stacked ? 48 : rowHeight
  const { ticks, x } = intervalModel(
    rows.map(({ name, before, now }) => ({ name, value: now, lower: before, upper: null, marker: null })),
    null,
    { left: names + 6, right: Math.max(names + 80, width - 68) },
  )
  const bottom = 26 + rows.length * height
  // With names above their marks, gridlines pause for them.
  const gridline = (at: number) =>
    stacked
      ? rows.map((_, index) => `M${at} ${60 + index * height - 9}v18`).join('')
      : `M${at} 22V${bottom - 6}`
  return (
    <div ref={ref} className="panelsvg">
      {width > 0 && (
        <svg className="chart" viewBox={`0 0 ${width} ${bottom}`} role="img" aria-label={label}>
          {ticks.map((tick) => (
            <g key={tick}>
              <path className={tick === 0 ? 'base' : 'grid'} d={gridline(x(tick))} />
              <text className="ax" x={x(tick)} y="14" textAnchor="middle">
                {trimmed(format(tick))}
              </text>
            </g>
          ))}
          {rows.map(({ name, before, now, change, marker }, index) => {
            const y = (stacked ? 60 : 42) + index * height
            return (
              <g key={name}>
                <text className="dl" x="0" y={stacked ? y - 13 : y + 4}>
                  {!stacked && name.length > 32 ? `${name.slice(0, 31)}…` : name}
                </text>
                {now === null ? (
                  <text className="ax" x={names + 12} y={y + 4}>
                    {marker}
                  </text>
                ) : (
                  <>
                    {before !== null && (
                      <>
                        <path className="db" d={`M${x(before)} ${y}H${x(now)}`} />
                        <circle className="db-a" cx={x(before)} cy={y} r="6" />
                      </>
                    )}
                    <circle className="db-b" cx={x(now)} cy={y} r="4.4" />
                    <text className="dl" x={width} y={y + 4} textAnchor="end">
                      <tspan className="num">{change}</tspan>
                    </text>
                  </>
                )}
              </g>
            )
          })}
        </svg>
      )}
    </div>
  )
}
