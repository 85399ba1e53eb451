import { linePath } from '../axis/linePath.ts'
import { palette } from '../../../shared/figures/palette.ts'
import { useScales } from '../useScales.ts'
import type { LimitRun, LimitStep } from '../../../shared/figures/limitRuns.ts'

/** The usual range of every segment: shaded band with dashed edges, solid average. */
export function LimitsLayer({ runs }: { runs: readonly LimitRun[] }) {
  const scales = useScales()
  if (scales === null) return null
  const { x, y } = scales
  // A run reaches half a period beyond its first and last point, so that neighbours meet at the step.
  const outline = (run: LimitRun, side: (step: LimitStep) => number | null) => {
    const [first] = run.steps
    const last = run.steps.at(-1)
    if (!first || !last) return []
    return [{ ...first, x: first.x - 0.5 }, ...run.steps, { ...last, x: last.x + 0.5 }].map((step) => {
      const value = side(step)
      return value === null ? null : ([x(step.x), y(value)] as const)
    })
  }
  return (
    <g fill="none">
      {runs.map((run) => {
        const upper = outline(run, (step) => step.upper)
        const lower = outline(run, (step) => step.lower)
        const whole = [...upper, ...lower.toReversed()]
        return (
          <g key={run.from}>
            {whole.every((point) => point !== null) && <path d={`${linePath(whole)}Z`} fill={palette.band} />}
            <path d={linePath(upper)} stroke={palette.limit} strokeDasharray="4 3" />
            <path d={linePath(lower)} stroke={palette.limit} strokeDasharray="4 3" />
            <path d={linePath(outline(run, (step) => step.mean))} stroke={palette.mean} strokeWidth={1.25} />
          </g>
        )
      })}
    </g>
  )
}
