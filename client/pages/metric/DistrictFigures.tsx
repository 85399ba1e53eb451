import { useQueries } from '@tanstack/react-query'
import { areaFiguresQueries } from '../../../shared/editions/pageQueries.ts'
import { seriesOptions } from '../../figures/figureQueries.ts'
import type { MetricPage } from '../../../shared/series/metricPage.ts'
import type { SeriesQueryInput } from '../../../shared/series/seriesQuery.ts'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import { IntervalDots } from '../../charts/intervalDots/IntervalDots.tsx'
import { areasFinding } from '../../../shared/figures/areasFinding.ts'
import { againstWhole } from '../../../shared/figures/againstWhole.ts'
import { capitalise } from '../../../shared/figures/capitalise.ts'
import { formatNumber, formatValue, type Measured } from '../../../shared/figures/formatValue.ts'
import { mostShown } from '../../../shared/figures/mostShown.ts'
import { pointMarker, statusWords } from '../../../shared/figures/pointMarker.ts'
import { unitWords } from '../../../shared/figures/unitWords.ts'
import { Problem } from '../../parts/Problem.tsx'
import { ScrollBox } from '../../parts/ScrollBox.tsx'
import type { Session } from '../../trpc.ts'
import { DistrictFunnel } from './DistrictFunnel.tsx'
import { DistrictMap } from './DistrictMap.tsx'

interface Props {
  readonly page: MetricPage
  readonly session: Session
  readonly query: SeriesQueryInput
  readonly measured: Measured
  /** The edition that is read; null for live figures. */
  readonly edition: number | null
}

/** The areas' figures over twelve months, with intervals, as dots and as a table. The order is the partnership's own. */
export function DistrictFigures({ page, session, query, measured, edition }: Props) {
  const { partnership } = session
  const monthly = page.result.query.grain === 'month'
  const asked = areaFiguresQueries(query, {
    page,
    areas: [partnership.code, ...partnership.areas.map(({ code }) => code)],
  })
  const answers = useQueries({ queries: asked.map((each) => seriesOptions(edition, each.query)) })
  const settled = answers.every(({ isPending }) => !isPending)
  const shown = mostShown(answers.map(({ data }) => data))
  const answer = answers[shown]
  const last = asked[shown]?.last
  if (answer?.isError)
    return (
      <Problem error={answer.error} what="The figures side by side" holds="The charts above are complete." />
    )
  if (!settled || !answer?.data || last === undefined) return <div className="chartspace" />

  const rows = answer.data.series.map(({ key, labels, points: own }) => {
    const point = monthly ? own.at(-1) : own.find(({ period }) => period === last)
    return { code: key.area ?? '', name: labels.area ?? '', point, whole: key.area === partnership.code }
  })
  const whole = rows.find((row) => row.whole)?.point?.value ?? null
  const areas = rows.filter((row) => !row.whole)
  const ordered = [...areas, ...rows.filter((row) => row.whole)]
  const unit = unitWords(page.metric, measured.basis ?? 'count')
  const span = monthly
    ? `Twelve months to ${periodLabel(last, 'month')}`
    : periodLabel(last, page.result.query.grain)
  const what = `${page.metric.name}, ${unit === '' ? 'per cent' : unit}. ${span}`
  const withInterval = areas.some(({ point }) => point?.lower !== undefined)
  const counted = measured.basis === 'rate' && measured.unit === 'count'
  return (
    <div className="two">
      <figure className="fig">
        <h2 className="figh">{areasFinding({ measure: page.metric.name, areas, whole, partnership })}</h2>
        <p className="sub">
          {page.metric.name}, {unit === '' ? 'per cent' : unit}. {span}
          {withInterval && ', with 95% intervals'}
        </p>
        <IntervalDots
          rows={areas.map(({ name, point }) => ({
            name,
            value: point?.value ?? null,
            lower: point?.lower ?? null,
            upper: point?.upper ?? null,
            marker: point ? pointMarker(point.status) : '[x]',
          }))}
          whole={whole === null ? null : { name: partnership.areaName, value: whole }}
          format={(value) => formatValue(value, measured)}
          label={`${page.metric.name} by ${partnership.areaNoun.one}, ${span}`}
        />
        <figcaption className="src">
          <span>
            A high or low figure is a reason to ask, not a ranking.{' '}
            {partnership.areas.length < 10 &&
              `${capitalise(partnership.areaNoun.many)} are few, so differences are judged with caution.`}
          </span>
        </figcaption>
      </figure>
      <div className="fig">
        <h2 className="figh">{capitalise(partnership.areaNoun.one)} figures</h2>
        <p className="sub">{span}</p>
        <ScrollBox label="Figures by area">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{capitalise(partnership.areaNoun.one)}</th>
                {counted && (
                  <th className="r" scope="col">
                    {capitalise(page.metric.noun.many)}
                  </th>
                )}
                <th className="r" scope="col">
                  {capitalise(unit === '' ? 'Per cent' : unit)}
                </th>
                {withInterval && (
                  <>
                    <th className="r" scope="col">
                      95% interval
                    </th>
                    <th scope="col">Against {partnership.areaName}</th>
                  </>
                )}
              </tr>
            </thead>
            <tbody>
              {ordered.map(({ code, name, point, whole: isWhole }) => (
                <tr key={code} className={isWhole ? 'whole' : undefined}>
                  <th scope="row">{name}</th>
                  {counted && (
                    <td className="r">{point?.numerator == null ? '' : formatNumber(point.numerator)}</td>
                  )}
                  <td className="r" title={point?.reason}>
                    {point?.value == null ? (
                      <span className="mk">
                        {point ? pointMarker(point.status) : '[x]'}
                        <span className="sr"> {point ? statusWords(point.status) : 'not available'}</span>
                      </span>
                    ) : (
                      formatValue(point.value, measured, true)
                    )}
                  </td>
                  {withInterval && (
                    <>
                      <td className="r">
                        {point?.lower !== undefined && point.upper !== undefined
                          ? `${formatValue(point.lower, measured, true)}–${formatValue(point.upper, measured, true)}`
                          : ''}
                      </td>
                      <td>{isWhole ? '' : againstWhole(point, whole)}</td>
                    </>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
        {answer.data.notes.length > 0 && <p className="src noline">{answer.data.notes.join(' ')}</p>}
      </div>
      <DistrictMap rows={areas} whole={whole} measured={measured} what={what} session={session} />
      <DistrictFunnel metric={page.metric} rows={areas} measured={measured} what={what} session={session} />
    </div>
  )
}
