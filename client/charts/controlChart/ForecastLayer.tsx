import { linePath } from '../axis/linePath.ts'
import { ChartText } from '../ChartText.tsx'
import { palette } from '../../../shared/figures/palette.ts'
import { useScales } from '../useScales.ts'
import type { ForecastStep } from './forecastSteps.ts'

interface Props {
  readonly steps: readonly ForecastStep[]
  /** Narrow charts have no room right of the plot. */
  readonly inside: boolean
  /** Where other words above the plot end, in periods. */
  readonly after: number
}

/** The forecast as a fan: 80 % inside 95 %, with its middle dashed. */
export function ForecastLayer({ steps, inside, after }: Props) {
  const scales = useScales()
  const [first] = steps
  const last = steps.at(-1)
  if (scales === null || !first || !last) return null
  const { x, y, top } = scales
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
        x={inside ? x(last.x) : x(Math.max(first.x, after)) + 6}
        y={inside ? top - 21 : top - 7}
        size={13}
        fill={palette['ink-3']}
        anchor={inside ? 'end' : 'start'}
      >
        Forecast, 80% and 95%
      </ChartText>
    </g>
  )
}
