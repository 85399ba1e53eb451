import { linePath } from '../axis/linePath.ts'
import { ChartText } from '../ChartText.tsx'
import { palette } from '../../../shared/figures/palette.ts'
import { useScales } from '../useScales.ts'
import type { ForecastStep } from './forecastSteps.ts'

/** The forecast as a fan: 80 % inside 95 %, with its middle dashed. */
export function ForecastLayer({ steps }: { steps: readonly ForecastStep[] }) {
  const scales = useScales()
  const last = steps.at(-1)
  if (scales === null || !last) return null
  const { x, y, top, bottom } = scales
  const fan = (low: (step: ForecastStep) => number, high: (step: ForecastStep) => number) =>
    `${linePath([
      ...steps.map((step) => [x(step.x), Math.max(top, y(high(step)))] as const),
      ...steps.toReversed().map((step) => [x(step.x), y(Math.max(0, low(step)))] as const),
    ])}Z`
  return (
    <g>
      <path
        d={fan(
          (step) => step.lower95,
          (step) => step.upper95,
        )}
        fill={palette['rule-2']}
        fillOpacity={0.35}
      />
      <path
        d={fan(
          (step) => step.lower80,
          (step) => step.upper80,
        )}
        fill={palette['rule-2']}
        fillOpacity={0.5}
      />
      <path
        d={linePath(steps.map((step) => [x(step.x), y(step.mean)]))}
        fill="none"
        stroke={palette.series}
        strokeWidth={1.25}
        strokeDasharray="5 3"
      />
      <ChartText
        x={x(last.x)}
        y={Math.min(y(Math.max(0, last.lower95)) + 16, bottom - 6)}
        size={13}
        fill={palette['ink-3']}
        anchor="end"
        halo
      >
        Forecast, 80% and 95%
      </ChartText>
    </g>
  )
}
