import { useQueries, useQuery } from '@tanstack/react-query'
import type { SeriesQueryInput } from '../../../shared/series/seriesQuery.ts'
import { metricQuery } from '../../address/metricQuery.ts'
import { niceTicks } from '../../charts/axis/niceTicks.ts'
import { SmallMultiple } from '../../charts/smallMultiple/SmallMultiple.tsx'
import { threeMonthMean } from '../../charts/smallMultiple/smallModel.ts'
import { capitalise } from '../../figures/capitalise.ts'
import { formatRate, formatValue, trimmed, type Measured } from '../../figures/formatValue.ts'
import { formatSpan } from '../../figures/formatSpan.ts'
import { unitWords } from '../../figures/unitWords.ts'
import { OnceVisible } from '../../parts/OnceVisible.tsx'
import { Problem } from '../../parts/Problem.tsx'
import { VariationMark } from '../../parts/VariationMark.tsx'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import { api, type Session } from '../../trpc.ts'
import { DistrictFigures } from './DistrictFigures.tsx'
import { figureSource, figureState } from '../../figures/figureText.ts'
import { districtsHeadline } from './districtsHeadline.ts'
import type { TabProps } from './tabProps.ts'

/** Every area of the partnership on one scale, then their figures with intervals. */
export function DistrictsTab({ page, search, session }: TabProps) {
  if (!page || !session) return <div className="chartspace" />
  const basis: 'rate' | 'count' = page.metric.ratePer === null ? 'count' : 'rate'
  const query = { ...metricQuery(page.metric.id, search), areas: [], basis }
  return (
    <Districts page={page} session={session} query={query} measured={{ unit: page.metric.unit, basis }} />
  )
}

interface Props {
  readonly page: NonNullable<TabProps['page']>
  readonly session: Session
  readonly query: SeriesQueryInput
  readonly measured: Measured
}

function Districts({ page, session, query, measured }: Props) {
  const { areas, areaName, areaNoun } = session.partnership
  const whole = useQuery(api.series.queryOptions(query))
  const pages = useQueries({
    queries: areas.map(({ code }) => api.metricPage.queryOptions({ ...query, areas: [code] })),
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
          {settled
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
                  {data && <VariationMark variation={data.chart.variation} size={18} detail />}
                </div>
                {answer?.isError && (
                  <Problem error={answer.error} what={name} holds={`Other ${areaNoun.many} are shown.`} />
                )}
                {data && (
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
      <DistrictFigures page={page} session={session} query={query} measured={measured} />
    </div>
  )
}
