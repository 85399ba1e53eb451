import type { FigureChart as Chart } from '../../../shared/figures/figure.ts'
import { palette } from '../../../shared/figures/palette.ts'
import { ChartText } from '../ChartText.tsx'
import { BarsLayer } from './BarsLayer.tsx'
import { figureScales } from './figureScales.ts'
import { LinesLayer } from './LinesLayer.tsx'

interface Props {
  readonly chart: Chart
  readonly width: number
  readonly altText: string
  /** Pixels; as high as it needs unless given. */
  readonly height?: number | undefined
  /** One of several, which share a key. */
  readonly panel?: boolean
}

/** A figure as it was taken away or cited, drawn from what it holds alone. */
export function FigureChart({ chart, width, altText, height: wanted, panel = false }: Props) {
  const scales = figureScales(chart, width, { wanted: wanted ?? null, panel })
  const { height, left, right, top, bottom, along, value, format } = scales
  const bars = chart.form === 'bars'
  const every = Math.max(1, Math.ceil(chart.categories.length / Math.max(2, (right - left) / 90)))
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={altText}>
      {chart.ticks.map((tick) =>
        bars ? (
          <g key={tick}>
            <path d={`M${value(tick)} ${top}V${bottom}`} stroke={palette.grid} />
            <ChartText x={value(tick)} y={bottom + 20} anchor="middle" size={13}>
              {format(tick)}
            </ChartText>
          </g>
        ) : (
          <g key={tick}>
            <path d={`M${left} ${value(tick)}H${right}`} stroke={palette.grid} />
            <ChartText x={0} y={value(tick) - 4} size={13}>
              {format(tick)}
              {tick === chart.ticks.at(-1) && chart.unit !== '' ? ` ${chart.unit.toLowerCase()}` : ''}
            </ChartText>
          </g>
        ),
      )}
      {chart.categories.map((category, i) =>
        bars ? (
          <ChartText key={category} x={left - 8} y={along(i) + 5} anchor="end">
            {category}
          </ChartText>
        ) : (
          i % every === 0 && (
            <ChartText
              key={category}
              x={along(i)}
              y={bottom + 20}
              anchor={i === 0 ? 'start' : 'middle'}
              size={13}
            >
              {category}
            </ChartText>
          )
        ),
      )}
      {!bars && <path d={`M${left} ${bottom}H${right}`} stroke={palette.ink} />}
      {chart.form === 'lines' ? (
        <LinesLayer chart={chart} scales={scales} />
      ) : (
        <BarsLayer chart={chart} scales={scales} />
      )}
    </svg>
  )
}
