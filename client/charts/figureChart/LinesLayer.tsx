import type { FigureChart, FigureMark, FigureSeries, SeriesRole } from '../../../shared/figures/figure.ts'
import { markColour, palette } from '../../../shared/figures/palette.ts'
import { spreadLabels } from '../../../shared/figures/spreadLabels.ts'
import { linePath } from '../axis/linePath.ts'
import { ChartText } from '../ChartText.tsx'
import type { FigureScales } from './figureScales.ts'

interface Props {
  readonly chart: FigureChart
  readonly scales: FigureScales
}

/** Lines that break at a gap, their marks, and their names at the right. */
export function LinesLayer({ chart, scales }: Props) {
  const { along, value, right, top, bottom } = scales
  const labels = chart.series.flatMap((series, index) => {
    const last = series.values.findLast((each) => each !== null)
    return series.named && last != null ? [{ index, name: series.name, y: value(last) + 5 }] : []
  })
  return (
    <>
      <Fan chart={chart} scales={scales} role="forecast95" opacity={0.35} />
      <Fan chart={chart} scales={scales} role="forecast80" opacity={0.5} />
      {chart.series.map((series, index) => (
        <g key={series.name}>
          {!unlined.includes(series.role) && (
            <path d={gappedPath(series, scales)} fill="none" {...lineLook(series, index)} />
          )}
          {series.values.map((each, i) => {
            if (each === null || (series.role !== 'value' && series.role !== 'was')) return null
            const mark = series.role === 'was' ? 'was' : (series.marks?.[i] ?? 'common')
            return <Mark key={i} mark={mark} x={along(i)} y={value(each)} />
          })}
        </g>
      ))}
      {spreadLabels(labels, 18, [top, bottom]).map(({ index, name, y }) => (
        <ChartText key={index} x={right + 8} y={y}>
          {name.length > 24 ? `${name.slice(0, 23)}…` : name}
        </ChartText>
      ))}
    </>
  )
}

/** Drawn by marks or as a surface, without a line. */
const unlined: readonly SeriesRole[] = ['was', 'forecast80', 'forecast95']

/** An interval of the forecast as a surface between its upper and its lower bound; nothing without one. */
function Fan({
  chart,
  scales: { along, value, top },
  role,
  opacity,
}: Props & { readonly role: SeriesRole; readonly opacity: number }) {
  const [upper, lower] = chart.series.filter((series) => series.role === role)
  if (!upper || !lower) return null
  const edge = ({ values }: FigureSeries) =>
    values.flatMap((each, i) => (each === null ? [] : [[along(i), Math.max(top, value(each))] as const]))
  const path = linePath([...edge(upper), ...edge(lower).toReversed()])
  return <path d={`${path}Z`} fill={palette['rule-2']} fillOpacity={opacity} />
}

function gappedPath({ values }: FigureSeries, { along, value }: FigureScales): string {
  return values
    .map((each, i) => {
      if (each === null) return ''
      const point = `${along(i).toFixed(1)} ${value(each).toFixed(1)}`
      return values[i - 1] == null ? `M${point}` : `L${point}`
    })
    .join('')
}

/** The stroke of a series; parts are told apart by their dashes. */
export function lineLook({ role }: Pick<FigureSeries, 'role'>, index: number) {
  switch (role) {
    case 'mean':
      return { stroke: palette.mean, strokeWidth: 1.25 }
    case 'limit':
      return { stroke: palette.limit, strokeWidth: 1, strokeDasharray: '5 4' }
    case 'compared':
    case 'before':
      return { stroke: palette.common, strokeWidth: 1.25, strokeDasharray: '2 3' }
    case 'forecast':
      return { stroke: palette.series, strokeWidth: 1.25, strokeDasharray: '5 3' }
    case 'part':
      return {
        stroke: palette.series,
        strokeWidth: 1.5,
        strokeDasharray: ['', '6 4', '2 3', '9 3 2 3', '1 4'][index % 5],
      }
    case 'value':
    case 'was':
    case 'forecast80':
    case 'forecast95':
      return { stroke: palette.series, strokeWidth: 1.5 }
  }
}

function Mark({ mark, x, y }: { readonly mark: FigureMark | 'was'; readonly x: number; readonly y: number }) {
  switch (mark) {
    case 'common':
      return <circle cx={x} cy={y} r={2} fill={palette.series} />
    case 'improvement':
      return <circle cx={x} cy={y} r={4} fill={markColour(mark)} />
    case 'concern':
      return <path d={`M${x} ${y - 5}l5 5l-5 5l-5 -5z`} fill={markColour(mark)} />
    case 'neutral':
      return <rect x={x - 3.5} y={y - 3.5} width={7} height={7} fill={markColour(mark)} />
    case 'provisional':
      return <circle cx={x} cy={y} r={3.5} fill={palette.paper} stroke={palette.series} />
    case 'was':
      return <path d={`M${x - 3} ${y - 3}l6 6m0 -6l-6 6`} stroke={palette['ink-3']} />
  }
}
