import { palette } from '../../../shared/figures/palette.ts'
import { useScales } from '../useScales.ts'
import type { ControlModel } from './controlModel.ts'

/** Marks the point that is being read. */
export function CursorLayer({ model, active }: { model: ControlModel; active: number }) {
  const scales = useScales()
  const point = model.points[active]
  if (scales === null || !point) return null
  const { x, y, top, bottom } = scales
  return (
    <g pointerEvents="none">
      <path d={`M${x(active)} ${top}V${bottom}`} stroke={palette.ink} strokeDasharray="1.5 2.5" />
      {point.value !== null && (
        <circle cx={x(active)} cy={y(point.value)} r={7} fill="none" stroke={palette.ink} strokeWidth={2} />
      )}
    </g>
  )
}
