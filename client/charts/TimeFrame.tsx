import { trimmed } from '../../shared/figures/formatValue.ts'
import { ChartText } from './ChartText.tsx'
import { palette } from '../../shared/figures/palette.ts'
import { useScales } from './useScales.ts'

interface Props {
  readonly yTicks: readonly number[]
  readonly xTicks: readonly { readonly x: number; readonly label: string }[]
  /** What the values are, written beside the highest. */
  readonly unit: string
  readonly format: (value: number) => string
  /** Where gridlines begin, left of the first point. */
  readonly start: number
}

/** Gridlines with their values on them, the base line, and time below it. */
export function TimeFrame({ yTicks, xTicks, unit, format, start }: Props) {
  const scales = useScales()
  if (scales === null) return null
  const { x, y, right, bottom } = scales
  const top = yTicks.at(-1)
  return (
    <g>
      {yTicks.map((tick) => (
        <g key={tick}>
          {tick !== 0 && <path d={`M${start} ${y(tick)}H${right}`} stroke={palette.grid} />}
          <ChartText x={start} y={y(tick) - 4} size={13} fill={palette['ink-3']}>
            {tick === top ? `${trimmed(format(tick))} ${unit}`.trim() : trimmed(format(tick))}
          </ChartText>
        </g>
      ))}
      <path d={`M${start} ${y(0)}H${right}`} stroke={palette.ink} />
      {xTicks.map((tick, index) => {
        const at = x(tick.x)
        const next = xTicks[index + 1]
        const last = next === undefined && at > right - 34
        return (
          <g key={tick.x}>
            <path d={`M${at} ${bottom}v5`} stroke={palette.ctrl} />
            <ChartText
              x={last ? Math.min(at + 14, right) : at + 3}
              y={bottom + 18}
              size={13}
              fill={palette['ink-3']}
              anchor={last ? 'end' : 'start'}
            >
              {tick.label}
            </ChartText>
          </g>
        )
      })}
    </g>
  )
}
