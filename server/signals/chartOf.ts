import { calendarOf } from '../../shared/metrics/calendar.ts'
import type { Metric } from '../../shared/metrics/metric.ts'
import type { Month } from '../../shared/periods/month.ts'
import { isMonth } from '../../shared/periods/month.ts'
import { lastMonthOf, periodOf } from '../../shared/periods/period.ts'
import { periodLabel } from '../../shared/periods/periodLabel.ts'
import type { ControlChartView, RuleCode } from '../../shared/series/metricPage.ts'
import type { Variation } from '../../shared/series/scorecard.ts'
import type { Point } from '../../shared/series/series.ts'
import type { SeriesQuery } from '../../shared/series/seriesQuery.ts'
import type { DrawnPoint, JudgedSeries, JudgementRefusal } from '../../shared/statistics/judgedSeries.ts'
import type { PointType } from '../../shared/statistics/pointType.ts'
import type { RuleCode as StatisticRule } from '../../shared/statistics/ruleCode.ts'
import { stepEvidence } from '../../shared/statistics/stepEvidence.ts'
import { judgedOf, profile } from './judgedOf.ts'

/** Points on one side that make a shift, as in both profiles. */
const longRun = 7

interface Step {
  readonly at: string
  readonly reason: string
}

/** The control chart over a disclosed series: provisional and hidden points are drawn, and enter nothing. */
export function chartOf(
  points: readonly Point[],
  metric: Metric,
  query: Pick<SeriesQuery, 'grain' | 'transform' | 'basis'>,
): ControlChartView {
  if (query.transform === 'rolling3')
    return refused(points, 'Rolling figures have no control limits: neighbouring points share data.')
  const { transform } = query
  const { judged, steps } = judgedWithSteps(points, metric, { ...query, transform })
  if (judged.kind === 'refused') return refused(points, judged.reason)
  return view(judged, points, steps, query)
}

/** The judgement behind the chart: from each change of counting or law that the figures bear out, anew. */
export function judgedWithSteps(
  points: readonly Point[],
  metric: Metric,
  query: Parameters<typeof judgedOf>[1]['query'],
): { readonly judged: JudgedSeries | JudgementRefusal; readonly steps: readonly Step[] } {
  const judge = (rebase: readonly string[]) => judgedOf(points, { metric, query, rebase })
  const first = judge([])
  if (first.kind === 'refused') return { judged: first, steps: [] }
  const steps = stepsOf(first, metric, query)
  return { judged: steps.length > 0 ? judge(steps.map(({ at }) => at)) : first, steps }
}

/** Counting-rule and law changes that the figures bear out: a known cause, a sustained shift and enough points. */
function stepsOf(judged: JudgedSeries, metric: Metric, query: Pick<SeriesQuery, 'grain'>): Step[] {
  const points = judged.points.map(({ x, adjusted, excluded }) => ({ x, y: adjusted, excluded }))
  const steps: Step[] = []
  for (const event of calendarOf(metric.id)) {
    if (!event.certain || (event.kind !== 'countingRule' && event.kind !== 'law')) continue
    const at = periodOf(event.month as Month, query.grain)
    if (steps.some((step) => step.at === at)) continue
    const evidence = stepEvidence(points, { at, rebase: steps.map((step) => step.at) })
    if (evidence.kind === 'evidence' && evidence.supported) steps.push({ at, reason: event.title })
  }
  return steps
}

function view(
  judged: JudgedSeries,
  points: readonly Point[],
  steps: readonly Step[],
  query: Pick<SeriesQuery, 'grain'>,
): ControlChartView {
  const drawn = new Map(judged.points.map((point) => [point.x, point]))
  const segments = judged.chart.segments.map((segment, i) => {
    const members = judged.points.filter((point) => point.segment === i)
    const last = members.at(-1)
    return {
      start: segment.start,
      end: last?.x ?? segment.start,
      mean: averageLine(members, 'mean'),
      lower: averageLine(members, 'lpl'),
      upper: averageLine(members, 'upl'),
      reason: steps.find(({ at }) => at === segment.start)?.reason ?? null,
      short: segment.shortGroup,
    }
  })
  const withheld = judged.chart.segments.at(-1)?.withheld ?? true
  const held = judged.chart.segments.at(-1)?.n ?? 0
  return {
    profile,
    refused: withheld ? `Limits need 13 ${periodNoun(query.grain)}; there are ${held}.` : null,
    adjustment: judged.adjustment.kind === 'none' ? null : judged.adjustment.why,
    segments,
    points: points.map((point) => pointView(point, drawn.get(point.period))),
    variation: withheld
      ? { kind: 'unjudged', reason: `Limits need 13 ${periodNoun(query.grain)}; there are ${held}.` }
      : variationOf(judged, query),
  }
}

/** Adjusted lines wave with the season; the label beside the chart gives their mean over the segment. */
function averageLine(members: readonly DrawnPoint[], line: 'mean' | 'lpl' | 'upl'): number | null {
  const values = members.flatMap(({ lines }) => (lines[line] === null ? [] : [lines[line]]))
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null
}

function pointView(point: Point, drawn: DrawnPoint | undefined): ControlChartView['points'][number] {
  return {
    period: point.period,
    type: drawn ? plainType(drawn.type) : 'common',
    rule: drawn ? plainRule(drawn.rule) : 'none',
    mean: drawn?.lines.mean ?? null,
    lower: drawn?.lines.lpl ?? null,
    upper: drawn?.lines.upl ?? null,
  }
}

function plainType(type: PointType): ControlChartView['points'][number]['type'] {
  return type === 'neutral_high' || type === 'neutral_low' ? 'neutral' : type
}

function plainRule(rule: StatisticRule): RuleCode {
  if (rule === 'none') return 'none'
  return rule.replace(/_(high|low|up|down)$/, '') as RuleCode
}

/** What the chart says of the latest final points, in words. */
function variationOf(judged: JudgedSeries, query: Pick<SeriesQuery, 'grain'>): Variation {
  const icon = judged.chart.variationIcon
  if (icon === null) return { kind: 'unjudged', reason: 'No final figure is held to judge.' }
  if (icon === 'common') return { kind: 'common' }
  const [kind, direction] = icon.split('_') as ['improvement' | 'concern' | 'neutral', 'high' | 'low']
  return {
    kind,
    direction,
    detail: ruleDetail(
      judged.points.filter(({ excluded, y }) => !excluded && y !== null),
      query,
    ),
  }
}

/** Why the latest point signals: how long it has lasted, or by how much it stands out. */
function ruleDetail(points: readonly DrawnPoint[], query: Pick<SeriesQuery, 'grain'>): string {
  const last = points.at(-1)
  const noun = periodNoun(query.grain)
  if (!last) return ''
  const run = runLength(points, last)
  const shift = `${run} ${noun} ${last.side === 1 ? 'above' : 'below'} average`
  switch (plainRule(last.rule)) {
    case 'astronomical':
      return `${shortLabel(last.x, query)} ${last.rule.endsWith('high') ? 'above the upper limit' : 'below the lower limit'}`
    case 'trend': {
      const up = last.rule.endsWith('up')
      let steps = 0
      while (steps + 1 < points.length && rises(points.at(-2 - steps), points.at(-1 - steps)) === up) steps++
      return `${steps} ${up ? 'rises' : 'falls'} in a row`
    }
    case 'two_of_three':
      // A long run says more than its last three months.
      return run >= longRun
        ? shift
        : `two of the last three ${noun} near the ${last.rule.endsWith('high') ? 'upper' : 'lower'} limit`
    case 'shift':
      return shift
    case 'none':
      return ''
  }
}

/** Points in a row on the side of the last one, within its segment. */
function runLength(points: readonly DrawnPoint[], last: DrawnPoint): number {
  const other = points.findLastIndex(({ side, segment }) => side !== last.side || segment !== last.segment)
  return points.length - 1 - other
}

function rises(earlier: DrawnPoint | undefined, later: DrawnPoint | undefined): boolean | null {
  if (earlier?.adjusted == null || later?.adjusted == null || earlier.adjusted === later.adjusted) return null
  return later.adjusted > earlier.adjusted
}

function shortLabel(period: string, query: Pick<SeriesQuery, 'grain'>): string {
  return isMonth(period)
    ? periodLabel(period, 'month')
    : periodLabel(periodOf(lastMonthOf(period, query.grain), query.grain), query.grain)
}

function periodNoun(grain: SeriesQuery['grain']): string {
  return { month: 'months', quarter: 'quarters', financialYear: 'years', calendarYear: 'years' }[grain]
}

function refused(points: readonly Point[], reason: string): ControlChartView {
  return {
    profile,
    refused: reason,
    adjustment: null,
    segments: [],
    points: points.map(({ period }) => ({
      period,
      type: 'common',
      rule: 'none',
      mean: null,
      lower: null,
      upper: null,
    })),
    variation: { kind: 'unjudged', reason },
  }
}
