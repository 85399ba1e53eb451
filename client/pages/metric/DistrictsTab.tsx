import '../../styles/panels.css'
import { useQueries, useQuery } from '@tanstack/react-query'
import type { MetricPage } from '../../../shared/series/metricPage.ts'
import type { SeriesQueryInput } from '../../../shared/series/seriesQuery.ts'
import { areasQuery } from '../../../shared/editions/pageQueries.ts'
import { metricPageOptions, seriesOptions } from '../../figures/figureQueries.ts'
import { metricQuery } from '../../address/metricQuery.ts'
import { niceTicks } from '../../../shared/figures/niceTicks.ts'
import { SmallMultiple } from '../../charts/smallMultiple/SmallMultiple.tsx'
import { threeMonthMean } from '../../charts/smallMultiple/smallModel.ts'
import { capitalise } from '../../../shared/figures/capitalise.ts'
import { formatRate, formatValue, trimmed, type Measured } from '../../../shared/figures/formatValue.ts'
import { pointMarker } from '../../../shared/figures/pointMarker.ts'
import { unitWords } from '../../../shared/figures/unitWords.ts'
import { formatSpan } from '../../../shared/figures/formatSpan.ts'
import { OnceVisible } from '../../parts/OnceVisible.tsx'
import { Problem } from '../../parts/Problem.tsx'
import { VariationMark } from '../../parts/VariationMark.tsx'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import type { Session } from '../../trpc.ts'
import { DistrictFigures } from './DistrictFigures.tsx'
import { figureSource, figureState } from '../../../shared/figures/figureText.ts'
import { districtsHeadline } from '../../../shared/figures/districtsHeadline.ts'
import type { TabProps } from './tabProps.ts'

/** Why none of an area's periods is shown to this reader; null where some are, or where none was ever held. */
function hiddenWhy({ result }: MetricPage): string | null {
  const points = result.series[0]?.points ?? []
  const shown = points.some(({ value }) => value !== null)
  return shown ? null : (points.findLast(({ status }) => status === 'suppressed')?.reason ?? null)
}

/** Every area of the partnership on one scale, then their figures with intervals. */
export function DistrictsTab({ page, search, session, edition }: TabProps) {
  if (!page || !session) return <div className="chartspace" />
  const query = areasQuery(metricQuery(page.metric.id, search))
  const measured = { unit: page.metric.unit, basis: query.basis ?? 'count' }
  return <Districts page={page} session={session} query={query} measured={measured} edition={edition} />
}

interface Props {
  readonly page: NonNullable<TabProps['page']>
  readonly session: Session
  readonly query: SeriesQueryInput
  readonly measured: Measured
  readonly edition: number | null
}

function Districts({ page, session, query, measured, edition }: Props) {
  const { areas, areaName, areaNoun } = session.partnership
  const whole = useQuery(seriesOptions(edition, query))
  const pages = useQueries({
    queries: areas.map(({ code }) => metricPageOptions(edition, { ...query, areas: [code] })),
  })
  const wholeValues = new Map(whole.data?.series[0]?.points.map(({ period, value }) => [period, value]))
  const grain = page.result.query.grain
  const loaded = pages.flatMap(({ data }) => (data ? [data] : []))
  const tops = loaded.flatMap(({ result, chart }) => [
    ...(result.series[0]?.points ?? []).map(({ value }) => value ?? 0),
    ...(chart.refused === null ? chart.segments.map(({ upper }) => upper ?? 0) : []),
  ])
  const ticks = niceTicks(Math.min(0, ...tops), Math.max(0, ...tops), { most: 4 })
  const unit = unitWords(page.metric, measured.basis ?? 'count')
  const months = page.result.series[0]?.points
  const [first, last] = [months?.[0]?.period, months?.at(-1)?.period]
  const span = first && last ? formatSpan(first, last, grain) : ''
  const settled = pages.every(({ isPending }) => !isPending)
  return (
    <div className="districts">
      <figure className="fig">
        <h2 className="figh">
          {settled && loaded.length > 0 && loaded.every((each) => hiddenWhy(each) !== null)
            ? `${capitalise(areaNoun.many)} are not shown ${grain === 'month' ? 'by month' : 'at this grain'}, to protect people`
            : settled
              ? districtsHeadline(
                  loaded.map(({ chart, result }) => ({
                    name: result.series[0]?.labels.area ?? '',
                    variation: chart.variation,
                  })),
                )
              : capitalise(areaNoun.many)}
        </h2>
        <p className="sub">
          {page.metric.name}, {unit === '' ? 'per cent' : unit}, {span}, one scale. Dashed line: {areaName}
          {grain === 'month' && ', three-month average'}
        </p>
        <div className="mult">
          {areas.map(({ code, name }, index) => {
            const answer = pages[index]
            const data = answer?.data
            const points = data?.result.series[0]?.points ?? []
            const hidden = data ? hiddenWhy(data) : null
            const latest = points.findLast(({ value }) => value !== null)
            const reference = points.map(({ period }) => wholeValues.get(period) ?? null)
            return (
              <section key={code} aria-label={name}>
                <h3>
                  {name}{' '}
                  {latest && latest.value !== null && (
                    <span className="mut">
                      {formatValue(latest.value, measured)} in {periodLabel(latest.period, grain)}
                    </span>
                  )}
                </h3>
                <div className="mv">
                  {data &&
                    (hidden === null ? (
                      <VariationMark variation={data.chart.variation} size={18} detail />
                    ) : (
                      <span>
                        <span className="mk">{pointMarker('suppressed')}</span> {hidden}
                      </span>
                    ))}
                </div>
                {answer?.isError && (
                  <Problem error={answer.error} what={name} holds={`Other ${areaNoun.many} are shown.`} />
                )}
                {data && hidden === null && (
                  <OnceVisible>
                    <SmallMultiple
                      source={{
                        points,
                        chart: data.chart,
                        reference: grain === 'month' ? threeMonthMean(reference) : reference,
                        grain,
                      }}
                      ticks={ticks}
                      format={(value) =>
                        measured.basis === 'rate' && measured.unit === 'count'
                          ? trimmed(formatRate(value))
                          : formatValue(value, measured)
                      }
                      label={`${name}: ${data.finding.textAlternative}`}
                    />
                  </OnceVisible>
                )}
              </section>
            )
          })}
        </div>
        <figcaption className="src">
          <span>
            Filled marks are signals against the {areaNoun.one}’s own usual range; hollow marks are
            provisional. <b>Source.</b> {figureSource(page)} {figureState(page)}
          </span>
        </figcaption>
      </figure>
      <DistrictFigures page={page} session={session} query={query} measured={measured} edition={edition} />
    </div>
  )
}
