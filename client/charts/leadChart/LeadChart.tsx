import type { Sparkline } from '../../../shared/series/scorecard.ts'
import type { Measured } from '../../../shared/figures/formatValue.ts'
import { formatValue } from '../../../shared/figures/formatValue.ts'
import { useWidth } from '../../parts/useWidth.ts'
import type { SparkMark } from '../sparkline/sparklineModel.ts'
import { leadChartModel, type LeadLabel } from './leadChartModel.ts'

interface Props {
  readonly spark: Sparkline
  readonly measured: Measured
  /** What it shows and says, for those who do not see it. */
  readonly label: string
  readonly kind: string
  /** What one value is, for the caption. */
  readonly what: string
  /** Whether it is published or live, and whether invented. */
  readonly state: string
}

/** The chart of the first finding: our own plain SVG, redrawn for the width it has, so that the overview needs no library. */
export function LeadChart({ spark, measured, label, kind, what, state }: Props) {
  const [ref, width] = useWidth<HTMLElement>()
  const inside = width < 420
  const height = inside ? 240 : width < 500 ? 340 : 300
  const chart = width > 0 ? leadChartModel(spark, { width, height, inside, measured }) : null
  return (
    <figure ref={ref} className="leadchart">
      {chart && (
        <svg className={`chart k-${kind}`} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
          {chart.gridlines.map(({ y, label: text }) => (
            <g key={y}>
              <path className="grid" d={`M${chart.plot.left} ${y}H${chart.plot.right}`} />
              <text className="ax" x={chart.plot.left - 6} y={y + 4} textAnchor="end">
                {text}
              </text>
            </g>
          ))}
          {chart.band && (
            <>
              <rect
                className="band"
                x={chart.plot.left}
                y={chart.band.top}
                width={chart.plot.right - chart.plot.left}
                height={chart.band.bottom - chart.band.top}
              />
              <path
                className="lim"
                d={`M${chart.plot.left} ${chart.band.top}H${chart.plot.right}M${chart.plot.left} ${chart.band.bottom}H${chart.plot.right}`}
              />
            </>
          )}
          {chart.mean !== null && (
            <path className="mean" d={`M${chart.plot.left} ${chart.mean}H${chart.plot.right}`} />
          )}
          {chart.gaps.map(({ from, to }) => (
            <rect
              key={from}
              className="gap"
              x={from}
              y={chart.plot.top}
              width={to - from}
              height={chart.plot.bottom - chart.plot.top}
            />
          ))}
          <path className="ln" d={chart.line} />
          {chart.marks.map((mark) => (
            <LeadPoint key={mark.x} mark={mark} />
          ))}
          {chart.months.map(({ x, label: text }) => (
            <g key={x}>
              <path className="tick" d={`M${x} ${chart.plot.bottom}v4`} />
              <text className="ax" x={x} y={chart.plot.bottom + 18} textAnchor="middle">
                {text}
              </text>
            </g>
          ))}
          <path className="base" d={`M${chart.plot.left} ${chart.plot.bottom}H${chart.plot.right}`} />
          {chart.labels.map((each) => (
            <DirectLabel key={each.words} label={each} inside={inside} plot={chart.plot} />
          ))}
        </svg>
      )}
      <figcaption className="kick">
        {what}. Shaded band: usual range. Hollow: provisional.
        {chart && chart.start !== 0 && ` Scale starts at ${formatValue(chart.start, measured)}.`} {state}
      </figcaption>
    </figure>
  )
}

interface LabelProps {
  readonly label: LeadLabel
  readonly inside: boolean
  readonly plot: { readonly left: number; readonly right: number }
}

function DirectLabel({ label: { y, words, figure, latest }, inside, plot }: LabelProps) {
  if (inside && latest) return null
  const figures = <tspan className="num">{figure}</tspan>
  return (
    <text
      className={latest ? 'dl latest' : 'dl'}
      x={inside ? plot.left + 6 : plot.right + 7}
      y={inside ? y - 8 : y}
    >
      {latest ? (
        <>
          {figures} {words}
        </>
      ) : (
        <>
          {words} {figures}
        </>
      )}
    </text>
  )
}

function LeadPoint({ mark: { x, y, size, kind, provisional } }: { mark: SparkMark }) {
  if (provisional) return <circle className="pt is-prov" cx={x} cy={y} r={size} />
  switch (kind) {
    case 'common':
    case 'improvement':
      return <circle className={`pt pt-${kind}`} cx={x} cy={y} r={size} />
    case 'concern': {
      const d = size + 1.2
      return <path className="pt pt-concern" d={`M${x} ${y - d}l${d} ${d}l${-d} ${d}l${-d} ${-d}Z`} />
    }
    case 'neutral':
      return <rect className="pt pt-neutral" x={x - size} y={y - size} width={2 * size} height={2 * size} />
  }
}
