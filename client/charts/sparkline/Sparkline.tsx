import type { Sparkline as Spark } from '../../../shared/series/scorecard.ts'
import { sparklineModel, type SparkMark } from './sparklineModel.ts'

interface Props {
  readonly spark: Spark
  /** What it shows and what it says, for those who do not see it. */
  readonly label: string
  /** The first period after a day that matters: a dotted line stands before it. */
  readonly since?: string | null
}

const width = 168
const height = 36

/** The last 24 months in a line of a table: usual range, average, line, signals. No axis. */
export function Sparkline({ spark, label, since = null }: Props) {
  if (spark.values.every((value) => value === null))
    return <span className="mk">no figures in these months</span>
  const { band, mean, line, marks, gaps, before } = sparklineModel(spark, { width, height }, since)
  return (
    <svg className="spark" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {band && <rect className="band" x="0" y={band.top} width={width} height={band.bottom - band.top} />}
      {mean !== null && <path className="mean" d={`M0 ${mean}H${width}`} />}
      {gaps.map(({ from, to }) => (
        <rect key={from} className="gap" x={from} y="1" width={to - from} height={height - 2} />
      ))}
      {before !== null && <path className="sincel" d={`M${before} 0V${height}`} />}
      <path className="ln" d={line} />
      {marks.map((mark) => (
        <SparkPoint key={mark.x} mark={mark} />
      ))}
    </svg>
  )
}

function SparkPoint({ mark: { x, y, size, kind, provisional } }: { mark: SparkMark }) {
  if (provisional) return <circle className="pt is-prov" cx={x} cy={y} r={size - 0.6} />
  switch (kind) {
    case 'common':
    case 'improvement':
      return <circle className={`pt pt-${kind}`} cx={x} cy={y} r={size} />
    case 'concern': {
      const d = size + 1
      return <path className="pt pt-concern" d={`M${x} ${y - d}l${d} ${d}l${-d} ${d}l${-d} ${-d}Z`} />
    }
    case 'neutral':
      return <rect className="pt pt-neutral" x={x - size} y={y - size} width={2 * size} height={2 * size} />
  }
}
