import type { PointType } from '../../shared/series/metricPage.ts'
import { markColour, palette } from '../../shared/figures/palette.ts'

interface Props {
  readonly x: number
  readonly y: number
  readonly type: PointType
  readonly provisional?: boolean
  readonly size?: number
}

/** A point as the chart grammar draws it: dot, circle improving, diamond concerning, square changed; hollow provisional. */
export function PointShape({ x, y, type, provisional = false, size = 3.7 }: Props) {
  if (provisional) {
    return <circle cx={x} cy={y} r={size} fill={palette.paper} stroke={palette.series} strokeWidth={1.8} />
  }
  const paint = { fill: markColour(type), stroke: palette.paper, strokeWidth: 1 }
  switch (type) {
    case 'common':
      return <circle cx={x} cy={y} r={2.1} fill={palette.series} />
    case 'improvement':
      return <circle cx={x} cy={y} r={size + 0.4} {...paint} />
    case 'concern': {
      const d = size + 1.4
      return <path d={`M${x} ${y - d}l${d} ${d}l${-d} ${d}l${-d} ${-d}Z`} {...paint} />
    }
    case 'neutral':
      return <rect x={x - size} y={y - size} width={2 * size} height={2 * size} {...paint} />
  }
}
