import { firstMonthOf, lastMonthOf } from '../../shared/periods/period.ts'
import { periodLabel } from '../../shared/periods/periodLabel.ts'
import type { MetricPage } from '../../shared/series/metricPage.ts'
import { restatementWords } from '../../shared/series/restatement.ts'
import { pointMarker } from '../../shared/figures/pointMarker.ts'
import { csvText } from '../../shared/figures/csvCell.ts'
import type { SpannedChange } from '../../shared/series/spannedChange.ts'

const head = [
  'metric_id',
  'metric',
  'measure',
  'unit',
  'basis',
  'transform',
  'area_code',
  'area',
  'period',
  'period_label',
  'value',
  'numerator',
  'denominator',
  'lower_95',
  'upper_95',
  'status',
  'marker',
  'reason',
  'compared_with',
  'compared_value',
  'comparison_spans',
  'average',
  'lower_limit',
  'upper_limit',
  'kind_of_change',
  'restated_from',
  'restated_on',
  'restated_by_submission',
  'restatement_kind',
  'restatement_reason',
  'events',
  'submission',
  'state',
  'link',
]

/**
 * The figures of a metric page as a tidy table: one head row, one row a period, and on every row what it takes to
 * cite it alone (measure, area, submission, state, link). Values are unrounded; an absent one is empty, never 0.
 */
export function seriesCsv(page: MetricPage, cited: Cited): string {
  return csvText(head, seriesRows(page, cited))
}

/** The figures of several pages under one head; the first column names the line. */
export function linesCsv(
  lines: readonly { readonly name: string; readonly page: MetricPage; readonly state: string }[],
  link: string,
): string {
  return csvText(
    ['line', ...head],
    lines.flatMap(({ name, page, state }) => seriesRows(page, { link, state }).map((row) => [name, ...row])),
  )
}

interface Cited {
  readonly link: string
  readonly state: string
}

function seriesRows(page: MetricPage, { link, state }: Cited) {
  const { metric, result, chart } = page
  const judged = new Map(chart.points.map((point) => [point.period, point]))
  const restated = new Map(page.restatements.toReversed().map((each) => [each.period, each]))
  const { query } = result
  const spans = new Map(page.spanned.map((each) => [each.period, each.events]))
  return result.series.flatMap((series, index) =>
    series.points.map((point) => {
      const judgement = index === 0 ? judged.get(point.period) : undefined
      const change = index === 0 ? restated.get(point.period) : undefined
      return [
        metric.id,
        metric.name,
        result.measureLabel,
        result.unit,
        query.basis,
        query.transform,
        series.key.area,
        series.labels.area,
        point.period,
        periodLabel(point.period, query.grain),
        point.value,
        point.numerator,
        point.denominator,
        point.lower,
        point.upper,
        point.status,
        pointMarker(point.status, change !== undefined),
        point.reason,
        point.comparison?.label,
        point.comparison?.value,
        index === 0 ? listed(spans.get(point.period)) : undefined,
        judgement?.mean,
        judgement?.lower,
        judgement?.upper,
        judgement && point.status === 'final' ? judgement.type : undefined,
        change?.was,
        change?.on,
        change?.submission,
        change && restatementWords[change.kind],
        change?.reason ?? undefined,
        listed(eventsIn(page, point.period)),
        result.position,
        state,
        link,
      ]
    }),
  )
}

/** The events and notes of the months behind a point. */
function eventsIn({ calendar, result: { query } }: MetricPage, period: string): readonly Event[] {
  const [from, to] = [firstMonthOf(period, query.grain), lastMonthOf(period, query.grain)]
  return calendar.filter(({ month }) => month >= from && month <= to)
}

type Event = SpannedChange['events'][number]

function listed(events: readonly Event[] | undefined): string | undefined {
  return events?.map(({ month, title }) => `${periodLabel(month, 'month')}: ${title}`).join('; ')
}
