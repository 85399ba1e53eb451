import type { Workspace } from '../../../db/workspace/openWorkspace.ts'
import { changedValues } from '../../../shared/figures/changedValues.ts'
import type { Figure } from '../../../shared/figures/figure.ts'
import { figureRequestSchema, type FigureRequest } from '../../../shared/figures/figureRequest.ts'
import { metricById } from '../../../shared/metrics/catalogue.ts'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import type { FigureSince, FigureValue } from '../../../shared/scrutiny/question.ts'
import type { SeriesResult } from '../../../shared/series/series.ts'
import { citationOf } from '../../citations/citationStore.ts'
import { outsideViewer } from '../../access/outsideViewer.ts'
import { answersFor } from '../../export/answersFor.ts'
import { figuresOf } from '../../export/figuresOf.ts'
import { QueryRefusal } from '../../metrics/queryRefusal.ts'
import { chartOf } from '../../signals/chartOf.ts'
import { eventsOf } from '../../signals/eventsOf.ts'
import { sparkOf } from '../../signals/scorecardOf.ts'
import { usualEdition, type Freezing } from '../questions/freezeFigure.ts'
import { ScrutinyRefusal } from '../scrutinyRefusal.ts'
import { movementOf, periodAfter } from './movementOf.ts'
import { seriesNow } from './seriesNow.ts'

/** A figure as it was frozen. */
export interface Frozen {
  readonly figure: Figure
  readonly request: FigureRequest
  readonly citedAt: string
}

/** What a citation keeps; throws ScrutinyRefusal where there is none. */
export async function frozenOf(workspace: Workspace, citation: string): Promise<Frozen> {
  const row = await citationOf(workspace, citation)
  if (!row) throw new ScrutinyRefusal('The figure is no longer kept.')
  return {
    figure: { ...(JSON.parse(row.figure) as Omit<Figure, 'reference'>), reference: null },
    request: figureRequestSchema.parse(JSON.parse(row.request)),
    citedAt: row.cited_at,
  }
}

/**
 * What became of a frozen figure for this reader: the figure then and now, what of it was restated, and whether it moved
 * beyond chance after a day. Figures that are not one series over time keep their restatements and are not judged.
 */
export async function figureSince(
  freezing: Freezing,
  { citation, day }: { readonly citation: string; readonly day: string },
): Promise<FigureSince> {
  const { figure, request, citedAt } = await frozenOf(freezing.installation.workspace, citation)
  const metric = metricById(figure.metric.id)
  const base = {
    title: figure.title,
    measure: figure.subtitle,
    unit: metric?.unit ?? 'count',
    basis: request.query.basis,
    synthetic: figure.synthetic,
    frozenAt: citedAt,
    link: `/c/${citation}`,
    frozen: request.view === 'chart' ? thenOf(figure) : null,
  } as const
  const unknown = (reason: string): FigureSince => ({
    ...base,
    now: null,
    restated: [],
    movement: { kind: 'unjudged', reason },
    spark: null,
    from: null,
    nowFrom: '',
  })
  if (!metric) return unknown('The measure is no longer in the catalogue.')
  try {
    if (request.view !== 'chart') {
      return {
        ...unknown('Only one series over time is judged; open the figure to see it as it was.'),
        restated: (await changedOf(freezing, figure, request)).map(({ series, category, was, now }) => ({
          label: `${category}, ${series}`,
          was: was ?? 0,
          now,
        })),
      }
    }
    const { result, from: nowFrom } = await seriesNow(freezing, request.query)
    if (result.synthetic !== figure.synthetic)
      return unknown('It was frozen from sample data; invented and real figures are not compared.')
    const points = result.series[0]?.points ?? []
    const area = result.series[0]?.key['area'] ?? freezing.reader.partnership.code
    const events = eventsOf(await freezing.reader.annotations(), { metric, area })
    const first = periodAfter(day, result.query.grain)
    return {
      ...base,
      now: latestFinal(result),
      restated: restatedOf(figure, result),
      movement: movementOf(result, { metric, day, events }),
      spark: sparkOf(points, chartOf(points, metric, result.query)),
      from: points.some(({ period }) => period >= first) ? first : null,
      nowFrom,
    }
  } catch (error) {
    if (error instanceof QueryRefusal) return unknown(error.message)
    throw error
  }
}

/** The latest figure that counted as final when it was frozen. */
function thenOf({ chart }: Figure): FigureValue | null {
  const series = chart?.series.find(({ role }) => role === 'value')
  if (!chart || !series) return null
  const at = series.values.findLastIndex((value, i) => value !== null && series.marks?.[i] !== 'provisional')
  const value = series.values[at]
  const label = chart.categories[at]
  return value == null || label === undefined ? null : { label, value }
}

/** The latest final figure of a series; null without one. */
function latestFinal({ series, query }: SeriesResult): FigureValue | null {
  const point = series[0]?.points.findLast(({ status, value }) => status === 'final' && value !== null)
  return point === undefined || point.value === null
    ? null
    : { label: periodLabel(point.period, query.grain), value: point.value }
}

/** What was frozen as final and reads otherwise now; what filled in since, or is hidden now, is no restatement. */
function restatedOf({ chart }: Figure, { series: now, query }: SeriesResult): FigureSince['restated'] {
  const frozen = chart?.series.find(({ role }) => role === 'value')
  if (!chart || !frozen) return []
  const held = new Map((now[0]?.points ?? []).map((point) => [periodLabel(point.period, query.grain), point]))
  return chart.categories.flatMap((label, i) => {
    const was = frozen.values[i]
    const point = held.get(label)
    if (was == null || frozen.marks?.[i] === 'provisional') return []
    if (point === undefined || point.status === 'suppressed' || point.value === was) return []
    return [{ label, was, now: point.value }]
  })
}

async function changedOf(freezing: Freezing, was: Figure, request: FigureRequest) {
  const { installation, reader, viewer } = freezing
  const edition = await usualEdition(freezing, request.query.metric)
  const answers = answersFor({ installation, reader }, outsideViewer(viewer, 'hidden'))(edition)
  const asked = { ...request, edition, query: { ...request.query, asAt: null } }
  const [now] = await figuresOf(answers, asked)
  return now ? changedValues(was, now).filter((each) => each.was !== null) : []
}
