import type { PointType } from '../../../shared/series/metricPage.ts'
import { PointShape } from '../PointShape.tsx'
import { palette } from '../../../shared/figures/palette.ts'
import type { ControlModel } from './controlModel.ts'

export interface LegendItem {
  readonly words: string
  readonly shape: PointType | 'provisional' | 'corrected'
}

const words: Record<PointType, string> = {
  improvement: 'Improving',
  concern: 'Concerning',
  neutral: 'Changed, no judgement',
  common: 'Within usual range',
}

/** The point shapes that this chart uses, and no others. */
export function legendItems(model: ControlModel): LegendItem[] {
  const shown = model.points.filter(({ value }) => value !== null)
  const types = (['improvement', 'concern', 'neutral', 'common'] as const).filter((type) =>
    shown.some((point) => point.status === 'final' && point.type === type),
  )
  return [
    ...types.map((type): LegendItem => ({
      words: type === 'common' && model.limits.length === 0 ? 'Final' : words[type],
      shape: type,
    })),
    ...(model.provisional ? [{ words: 'Provisional', shape: 'provisional' } as const] : []),
    ...(shown.some(({ was }) => was !== null)
      ? [{ words: 'Figure before correction', shape: 'corrected' } as const]
      : []),
  ]
}

/** One shape of the legend, centred on a point of a picture. */
export function LegendShape({ shape, x, y }: { shape: LegendItem['shape']; x: number; y: number }) {
  if (shape === 'corrected') {
    return (
      <circle
        cx={x}
        cy={y}
        r={3.6}
        fill={palette.paper}
        stroke={palette.ink}
        strokeWidth={1.4}
        strokeDasharray="2 1.4"
      />
    )
  }
  return (
    <PointShape
      x={x}
      y={y}
      type={shape === 'provisional' ? 'common' : shape}
      provisional={shape === 'provisional'}
    />
  )
}

/** What the shapes mean; lines are labelled on the chart itself. */
export function ShapeLegend({ model }: { model: ControlModel }) {
  return (
    <ul className="legend shapes" aria-label="Point shapes">
      {legendItems(model).map(({ words: text, shape }) => (
        <li key={text}>
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            <LegendShape shape={shape} x={6} y={6} />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  )
}
