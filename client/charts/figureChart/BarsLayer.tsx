import type { FigureChart, FigureSeries } from '../../../shared/figures/figure.ts'
import { formatNumber } from '../../../shared/figures/formatValue.ts'
import { palette } from '../../../shared/figures/palette.ts'
import { layerShade } from '../../../shared/figures/layerShade.ts'
import { shades } from '../../../shared/figures/stackedModel.ts'
import { ChartText } from '../ChartText.tsx'
import type { FigureScales } from './figureScales.ts'

const thickest = 40

interface Props {
  readonly chart: FigureChart
  readonly scales: FigureScales
}

/** Bars below each other with their value or interval, or parts stacked over time. */
export function BarsLayer({ chart, scales }: Props) {
  return chart.form === 'stacked' ? (
    <Stacks chart={chart} scales={scales} />
  ) : (
    <>
      {chart.series.length > 1 && <BarNames chart={chart} scales={scales} />}
      {chart.series.map((series, index) => (
        <Bars key={series.name} chart={chart} scales={scales} series={series} index={index} />
      ))}
    </>
  )
}

/** Which bar is which, in a line above them. */
function BarNames({ chart, scales: { left } }: Props) {
  let x = left
  return chart.series.map((series) => {
    const at = x
    x += 30 + series.name.length * 7.5
    return (
      <g key={series.name}>
        <rect x={at} y={4} width={12} height={12} {...barLook(series)} />
        <ChartText x={at + 18} y={15}>
          {series.name}
        </ChartText>
      </g>
    )
  })
}

function barLook(series: FigureSeries) {
  return series.role === 'before'
    ? { fill: palette.paper, stroke: palette.series }
    : { fill: series.interval ? shades[3] : palette.common }
}

function Bars({ chart, scales, series, index }: Props & { series: FigureSeries; index: number }) {
  const { along, step, value } = scales
  const thick = Math.min(thickest, (step * 0.72) / chart.series.length)
  const places = /\.(0+)/.exec(chart.numberFormat)?.[1]?.length ?? 0
  return series.values.map((each, i) => {
    if (each === null) return null
    const y = along(i) - (thick * chart.series.length) / 2 + index * thick
    const [lower, upper] = [series.interval?.lower[i], series.interval?.upper[i]]
    const end = upper == null ? value(each) : value(upper)
    return (
      <g key={i}>
        <rect
          x={value(0)}
          y={y}
          width={Math.max(0, value(each) - value(0))}
          height={thick - 2}
          {...barLook(series)}
        />
        {lower != null && upper != null && (
          <path
            d={`M${value(lower)} ${y + thick / 2 - 1}H${value(upper)}`}
            stroke={palette.ink}
            strokeWidth={1.5}
          />
        )}
        <ChartText x={end + 6} y={y + thick / 2 + 4} size={13}>
          {formatNumber(each, places)}
        </ChartText>
      </g>
    )
  })
}

function Stacks({ chart, scales }: Props) {
  const { along, step, value, right, keyed } = scales
  const heights = chart.categories.map(() => 0)
  const layers = chart.series.map((series, index) => {
    const fill = layerShade(index, chart.series.length)
    const columns = series.values.map((each, i) => {
      if (each === null) return null
      const from = heights[i] ?? 0
      heights[i] = from + each
      const height = value(from) - value(from + each)
      return (
        <rect
          key={i}
          x={along(i) - step * 0.43}
          y={value(from + each)}
          width={step * 0.86}
          height={height}
          fill={fill}
        />
      )
    })
    return (
      <g key={series.name}>
        {columns}
        {keyed && (
          <>
            <rect
              x={right + 10}
              y={30 + index * 22}
              width={12}
              height={12}
              fill={fill}
              stroke={palette.ctrl}
            />
            <ChartText x={right + 28} y={41 + index * 22}>
              {series.name}
            </ChartText>
          </>
        )}
      </g>
    )
  })
  return layers
}
