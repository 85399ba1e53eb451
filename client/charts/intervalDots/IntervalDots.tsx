import '../../styles/panels.css'
import { trimmed } from '../../../shared/figures/formatValue.ts'
import { useWidth } from '../../parts/useWidth.ts'
import { intervalModel, type IntervalRow } from './intervalModel.ts'

interface Props {
  readonly rows: readonly IntervalRow[]
  readonly whole: { readonly name: string; readonly value: number } | null
  readonly format: (value: number) => string
  readonly label: string
}

const rowHeight = 34

/** A dot and its interval for every area, with the whole as a dashed line. */
export function IntervalDots({ rows, whole, format, label }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const names = Math.min(170, Math.max(96, ...rows.map(({ name }) => name.length * 7.4)))
  const { ticks, x } = intervalModel(rows, whole?.value ?? null, {
    left: names,
    right: Math.max(names + 80, width - 56),
  })
  const bottom = 30 + rows.length * rowHeight
  const wholeAt = whole === null ? null : x(whole.value)
  return (
    <div ref={ref} className="panelsvg">
      {width > 0 && (
        <svg className="chart" viewBox={`0 0 ${width} ${bottom + 26}`} role="img" aria-label={label}>
          {ticks.map((tick) => (
            <g key={tick}>
              <path className={tick === 0 ? 'base' : 'grid'} d={`M${x(tick)} 24V${bottom}`} />
              <text className="ax" x={x(tick)} y="14" textAnchor="middle">
                {trimmed(format(tick))}
              </text>
            </g>
          ))}
          {whole && wholeAt !== null && (
            <>
              <path className="wy" d={`M${wholeAt} 24V${bottom + 6}`} />
              <text className="dl" x={wholeAt} y={bottom + 20} textAnchor="middle">
                {whole.name} <tspan className="num">{format(whole.value)}</tspan>
              </text>
            </>
          )}
          {rows.map(({ name, value, lower, upper, marker }, index) => {
            const y = 46 + index * rowHeight
            return (
              <g key={name}>
                <text className="dl" x="0" y={y + 4}>
                  {name}
                </text>
                {value === null ? (
                  <text className="ax" x={names + 8} y={y + 4}>
                    {marker}
                  </text>
                ) : (
                  <>
                    {lower !== null && upper !== null && (
                      <path className="db" d={`M${x(lower)} ${y}H${x(upper)}`} />
                    )}
                    <circle className="db-b" cx={x(value)} cy={y} r="5" />
                    <text className="dl" x={width} y={y + 4} textAnchor="end">
                      <tspan className="num">{format(value)}</tspan>
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
