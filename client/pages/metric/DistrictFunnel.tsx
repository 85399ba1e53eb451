import type { Metric } from '../../../shared/metrics/metric.ts'
import type { Point } from '../../../shared/series/series.ts'
import { FunnelChart } from '../../charts/funnel/FunnelChart.tsx'
import { funnelModel, type FunnelRequest } from '../../charts/funnel/funnelModel.ts'
import { formatValue, type Measured } from '../../../shared/figures/formatValue.ts'
import type { Session } from '../../trpc.ts'

interface Props {
  readonly metric: Metric
  readonly rows: readonly {
    readonly code: string
    readonly name: string
    readonly point: Point | undefined
  }[]
  readonly measured: Measured
  readonly what: string
  readonly session: Session
}

/** Which areas differ from their common average by more than chance explains, given their size. */
export function DistrictFunnel({ metric, rows, measured, what, session }: Props) {
  const request = requestOf(metric, rows, measured)
  const model = request && funnelModel(request, { width: 600, height: 320 })
  if (request === null || !model) return null
  const { areaNoun } = session.partnership
  const beyond = model.points.filter((point) => point.beyond).map(({ name }) => name)
  return (
    <figure className="fig">
      <h2 className="figh">
        {beyond.length === 0
          ? `No ${areaNoun.one} differs from the average by more than chance explains`
          : `${beyond.join(', ')} ${beyond.length === 1 ? 'differs' : 'differ'} from the average by more than chance explains`}
      </h2>
      <p className="sub">{what}, by size</p>
      <FunnelChart
        request={request}
        format={(value) => formatValue(value, measured)}
        size={request.statistic === 'rate' ? 'Residents' : `Out of how many`}
        label={`${what}, against the limits of chance; the table holds the same figures`}
      />
      <figcaption className="src">
        <span>
          Band: where 95% of {areaNoun.many} would lie by chance; dashed line: 99.8%. Solid line: the average
          of all. {model.thin && `Fewer than ten ${areaNoun.many}: a picture of a few rather than a funnel.`}
        </span>
      </figcaption>
    </figure>
  )
}

/** Chance is known for shares and for counts of independent events; people come to events in groups. */
function requestOf(metric: Metric, rows: Props['rows'], measured: Measured): FunnelRequest | null {
  const areas = rows.map(({ code, name, point }) => ({
    area: code,
    name,
    numerator: point?.numerator ?? null,
    denominator: point?.denominator ?? null,
  }))
  if (measured.unit === 'percent' && metric.measure.kind === 'ratio')
    return { statistic: 'proportion', multiplier: 100, areas }
  const events = metric.measure.kind === 'additive' && metric.feed !== 'attendance'
  return measured.basis === 'rate' && events
    ? { statistic: 'rate', multiplier: metric.ratePer ?? 1000, areas }
    : null
}
