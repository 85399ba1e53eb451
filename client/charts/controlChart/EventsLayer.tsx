import { ChartText } from '../ChartText.tsx'
import { palette } from '../../../shared/figures/palette.ts'
import { useScales } from '../useScales.ts'
import type { ControlModel } from './controlModel.ts'
import { flagRows } from './flagRows.ts'

export const flagHeight = 19

/** Below the time axis, so that they never cover a figure: lettered discs with leaders up to the point. */
export function EventsLayer({ model }: { model: ControlModel }) {
  const scales = useScales()
  if (scales === null) return null
  const { x, y, bottom } = scales
  const rows = flagRows(
    model.events.map((flag) => x(flag.x)),
    flagHeight,
  )
  return (
    <g>
      {model.events.map((flag, index) => {
        const at = x(flag.x)
        const centre = bottom + 36 + (rows[index] ?? 0) * flagHeight
        const value = model.points[flag.x]?.value ?? null
        return (
          <g key={flag.letter}>
            <path
              d={`M${at} ${centre - 8}V${value === null ? bottom : Math.min(y(value) + 6, bottom)}`}
              stroke={palette['rule-2']}
            />
            <circle cx={at} cy={centre} r={8} fill={palette.ink} />
            <ChartText x={at} y={centre + 4.2} size={12} bold fill={palette.paper} anchor="middle">
              {flag.letter}
            </ChartText>
          </g>
        )
      })}
    </g>
  )
}
