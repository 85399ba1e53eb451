import { createHash } from 'node:crypto'
import type { Viewer } from '../../shared/access/viewer.ts'
import type { Annotation } from '../../shared/annotations/annotation.ts'
import { countingChanges } from '../../shared/metrics/calendar.ts'
import { metrics } from '../../shared/metrics/catalogue.ts'
import type { Metric } from '../../shared/metrics/metric.ts'
import { addMonths, type Month } from '../../shared/periods/month.ts'
import { firstMonthOf, lastMonthOf } from '../../shared/periods/period.ts'
import { periodLabel } from '../../shared/periods/periodLabel.ts'
import { findingOf } from '../../shared/series/finding.ts'
import type { JudgedRow, Scorecard, ScorecardRow, Sparkline } from '../../shared/series/scorecard.ts'
import type { Point } from '../../shared/series/series.ts'
import { readsMetric } from '../access/readsMetric.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import { recipeOf } from '../metrics/figures.ts'
import { areaLabel } from '../metrics/labels.ts'
import { seriesOf } from '../metrics/seriesOf.ts'
import { suppliedQuarterly } from '../metrics/windowSupply.ts'
import { areaFigures } from './areaFigures.ts'
import { chartOf } from './chartOf.ts'
import { eventsOf } from './eventsOf.ts'
import { restatementsOf } from './restatementsOf.ts'
import { dataStatusOf } from './dataStatusOf.ts'
import { variationBefore } from './variationBefore.ts'

/** Months behind the control charts of the overview, and of a metric page unless it asks for others. */
export const judgedMonths = 60
const sparkMonths = 24

export interface ScorecardRequest {
  /** The last month of the latest figure; by default the newest month supplied to any headline metric. */
  readonly to?: Month | undefined
  /** How many months the latest figure covers. */
  readonly months: 1 | 3 | 12
  readonly area?: string | undefined
  /** Ids of the metrics wanted; all unless stated. */
  readonly metrics?: ReadonlySet<string> | undefined
  /** A submission or date: the figures as they were known then; now unless stated. */
  readonly asAt?: number | string | null | undefined
}

/** Every metric in a row with its variation, districts and data status, and what changed, most unusual first. */
export async function scorecardOf(
  reader: MetricsReader,
  request: ScorecardRequest,
  viewer: Viewer,
): Promise<Scorecard> {
  const { partnership, register } = reader
  const area = request.area ?? ownArea(partnership.code, viewer)
  const asAt = request.asAt ?? null
  const newest = newestMonth(reader, asAt)
  // A month still to come, from an old or mistyped link, shows the newest one.
  const to = request.to && newest && request.to < newest ? request.to : newest
  const submissions = register.visible(asAt)
  const shell = {
    area: { code: area, name: areaLabel(area, partnership) },
    position: submissions.at(-1)?.number ?? 0,
    asAt,
    synthetic: submissions.some(({ synthetic }) => synthetic),
    disclosure: viewer.disclosure,
  }
  if (!to) return { ...shell, period: { from: '', to: '', label: '' }, rows: [], findings: [] }
  const from = addMonths(to, 1 - request.months)
  const annotations = await reader.annotations()
  const { role, areas, feeds, disclosure } = viewer
  const noted = annotations.map(({ id, at }) => `${id} ${at}`)
  // A row is the same for everyone who may read the same, until the data move or somebody writes a note.
  const same = createHash('sha256')
    .update(JSON.stringify([shell.position, asAt, role, areas, feeds, disclosure, area, from, to, noted]))
    .digest('base64url')
  const rows = await Promise.all(
    metrics
      .filter(({ id }) => readsMetric(viewer, id) && request.metrics?.has(id) !== false)
      .map((metric) =>
        reader.rows.get(`${metric.id} ${same}`, () =>
          row(reader, { metric, area, from, to, months: request.months, asAt, annotations }, viewer),
        ),
      ),
  )
  const held = rows.filter((entry) => entry !== null)
  return {
    ...shell,
    period: {
      from,
      to,
      label:
        from === to
          ? periodLabel(to, 'month')
          : `${periodLabel(from, 'month')} to ${periodLabel(to, 'month')}`,
    },
    rows: held.map((entry) => entry.row),
    findings: held
      .flatMap(({ row: { headline }, finding }) => (finding && headline ? [finding] : []))
      .toSorted((a, b) => b.strength - a.strength),
  }
}

/** The whole partnership or, for an account limited to others, the first of its areas. */
export function ownArea(whole: string, { areas }: Viewer): string {
  return areas === 'all' || areas.includes(whole) ? whole : (areas[0] ?? whole)
}

interface RowRequest {
  readonly metric: Metric
  readonly area: string
  readonly from: Month
  readonly to: Month
  readonly months: 1 | 3 | 12
  readonly asAt: number | string | null
  readonly annotations: readonly Annotation[]
}

/** One metric's row; null where nothing was ever supplied for it. */
async function row(reader: MetricsReader, request: RowRequest, viewer: Viewer): Promise<JudgedRow | null> {
  const { metric, area, to, asAt } = request
  const judged = { metric: metric.id, areas: [area], from: addMonths(to, 1 - judgedMonths), to, asAt }
  const monthly = await seriesOf(reader, judged, viewer)
  const monthlyPoints = monthly.series[0]?.points ?? []
  const isQuarterly =
    monthlyPoints.some(({ reason }) => reason === suppliedQuarterly) &&
    monthlyPoints.every(({ value }) => value === null)
  const result = isQuarterly ? await seriesOf(reader, { ...judged, grain: 'quarter' }, viewer) : monthly
  const { grain } = result.query
  // A quarter that has only begun is no figure yet.
  const points = (result.series[0]?.points ?? []).filter(
    ({ period }) => grain === 'month' || lastMonthOf(period, grain) <= to,
  )
  if (
    points.every(
      ({ status }) => status === 'missing' || status === 'notAvailable' || status === 'notApplicable',
    )
  )
    return null
  const chart = chartOf(points, metric, result.query)
  const spark = sparkOf(points, chart)
  const [restated, latest, base] = await Promise.all([
    restatedMonths(reader, request, viewer),
    isQuarterly ? (points.at(-1) ?? null) : total(reader, request, viewer),
    isQuarterly
      ? (points.at(-5) ?? null)
      : total(reader, { ...request, from: addMonths(request.from, -12), to: addMonths(to, -12) }, viewer),
  ])
  const { areaBasis, areas } = await areaFigures(reader, request, viewer)
  const difference = latest?.value == null || base?.value == null ? null : latest.value - base.value
  const scorecardRow: ScorecardRow = {
    metric: metric.id,
    name: metric.name,
    theme: metric.theme,
    unit: metric.unit,
    noun: metric.noun,
    polarity: metric.polarity,
    headline: metric.headline,
    latest: {
      period: isQuarterly
        ? periodLabel(points.at(-1)?.period ?? '', grain)
        : request.from === to
          ? to
          : `${request.from}/${to}`,
      value: latest?.value ?? null,
      status: latest?.status ?? 'missing',
      ...(latest?.reason ? { reason: latest.reason } : {}),
    },
    change: {
      base: base?.value ?? null,
      difference,
      percent:
        difference === null || base?.value == null || base.value <= 0
          ? null
          : (difference / base.value) * 100,
      spanned: difference === null ? [] : spannedBy(request, isQuarterly ? points.at(-1)?.period : undefined),
    },
    spark,
    variation: chart.variation,
    before: variationBefore(points, metric, result.query),
    areaBasis,
    areas,
    dataStatus: dataStatusOf(points, { restated, latest }),
  }
  const { headline, detail } = findingOf({
    metric,
    areaName: areaLabel(area, reader.partnership),
    grain,
    basis: 'count',
    transform: 'none',
    points,
    chart,
  })
  const changed = chart.variation.kind !== 'common' && chart.variation.kind !== 'unjudged'
  const finding = changed
    ? {
        metric: metric.id,
        area,
        headline,
        detail,
        variation: chart.variation,
        spark,
        strength: strengthOf(points, chart),
      }
    : null
  return { row: scorecardRow, finding }
}

/** The changes of counting between the months of the latest figure and the same months of the year before. */
function spannedBy({ metric, area, from, to, annotations }: RowRequest, quarter: string | undefined) {
  const [first, last] =
    quarter === undefined ? [from, to] : [firstMonthOf(quarter, 'quarter'), lastMonthOf(quarter, 'quarter')]
  const events = eventsOf(annotations, { metric, area })
  return countingChanges(events, addMonths(first, -12), last).map(({ month, title }) => ({ month, title }))
}

/** Final months of the last two years that the feed's newest submission changed; looked for where figures add up, which is one scan for all. */
async function restatedMonths(
  reader: MetricsReader,
  { metric, area, to, asAt }: RowRequest,
  viewer: Viewer,
): Promise<string[]> {
  if (recipeOf(metric).kind !== 'summed') return []
  const query = { metric: metric.id, areas: [area], from: addMonths(to, 1 - sparkMonths), to, asAt }
  const restatements = await restatementsOf(reader, { metric, query, submissions: 1 }, viewer)
  return restatements.map(({ period }) => period).toSorted()
}

/** The figure of the months asked for, as one. */
async function total(
  reader: MetricsReader,
  { metric, area, to, months, asAt }: RowRequest,
  viewer: Viewer,
): Promise<Point | null> {
  const transform = ({ 1: 'none', 3: 'rolling3', 12: 'rolling12' } as const)[months]
  const query = { metric: metric.id, areas: [area], from: to, to, transform, asAt }
  const result = await seriesOf(reader, query, viewer)
  return result.series[0]?.points[0] ?? null
}

/** The marks of a small chart over a disclosed series: its last two years, judged as its control chart judges them. */
export function sparkOf(points: readonly Point[], chart: ReturnType<typeof chartOf>): Sparkline {
  const shown = points.slice(-sparkMonths)
  const judged = chart.points.slice(-sparkMonths)
  const segment = chart.refused ? undefined : chart.segments.at(-1)
  return {
    periods: shown.map(({ period }) => period),
    values: shown.map(({ value }) => value),
    statuses: shown.map(({ status }) => status),
    types: judged.map(({ type }) => type),
    mean: segment?.mean ?? null,
    lower: segment?.lower ?? null,
    upper: segment?.upper ?? null,
  }
}

/** How far the latest final points lie beyond the usual range, and for how long: distance in limits plus a tenth for each month of a run. */
function strengthOf(points: readonly Point[], chart: ReturnType<typeof chartOf>): number {
  const judged = points
    .map((point, i) => ({ point, lines: chart.points[i] }))
    .filter(({ point }) => point.status === 'final' && point.value !== null)
  const last = judged.at(-1)
  if (!last?.lines || last.lines.mean === null || last.lines.upper === null || last.point.value === null)
    return 0
  const reach = last.lines.upper - last.lines.mean
  const distance = reach > 0 ? Math.abs(last.point.value - last.lines.mean) / reach : 0
  let run = 0
  for (const { lines } of judged.toReversed()) {
    if (!lines || lines.type === 'common') break
    run++
  }
  return distance + run / 10
}

/** The newest month that a headline metric's feed covers. */
export function newestMonth(reader: MetricsReader, asAt: number | string | null): Month | null {
  const months = reader.register
    .standing(asAt)
    .flatMap(({ coverage }) => [...coverage.months, ...coverage.quarters.map((month) => addMonths(month, 2))])
  return months.toSorted().at(-1) ?? null
}
