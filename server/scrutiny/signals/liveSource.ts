import type { Viewer } from '../../../shared/access/viewer.ts'
import { feedById } from '../../../shared/feeds/feeds.ts'
import type { Metric } from '../../../shared/metrics/metric.ts'
import { addMonths, type Month } from '../../../shared/periods/month.ts'
import { lastMonthOf } from '../../../shared/periods/period.ts'
import type { Place, SignalPart } from '../../../shared/scrutiny/signal.ts'
import type { Point, Series } from '../../../shared/series/series.ts'
import type { SeriesQueryInput } from '../../../shared/series/seriesQuery.ts'
import { dimensionOf, notKnown } from '../../metrics/dimension.ts'
import type { MetricsReader } from '../../metrics/metricsReader.ts'
import { QueryRefusal } from '../../metrics/queryRefusal.ts'
import { seriesOf } from '../../metrics/seriesOf.ts'
import { suppliedQuarterly } from '../../metrics/windowSupply.ts'
import { judgedMonths } from '../../signals/scorecardOf.ts'
import { metricsLookedAt, placesOf } from './placesOf.ts'
import { restatedSignals } from './restatedSignals.ts'
import { leastEvents, type Line, type SignalSource } from './signalSource.ts'

/** Which live figures are looked at. */
export interface LiveRequest {
  /** The newest month looked at. */
  readonly to: Month
  /** A submission or date: the figures as they were known then; null is now. */
  readonly asAt: number | string | null
  /** The newest submission that was known when the figures were last looked at. */
  readonly sincePosition: number
}

const mostParts = 6

/**
 * Live figures as this viewer may see them. Parts are looked at for unprotected readers alone: an edition holds none by
 * month, and who reads either is to be told the same.
 */
export function liveSource(reader: MetricsReader, viewer: Viewer, request: LiveRequest): SignalSource {
  const { partnership } = reader
  const places = placesOf(partnership, viewer)
  const { to, asAt } = request
  const months = { from: addMonths(to, 1 - judgedMonths), to, asAt }
  const ask = async (query: SeriesQueryInput): Promise<readonly Series[]> => {
    try {
      return (await seriesOf(reader, { ...months, ...query }, viewer)).series
    } catch (error) {
      // What this reader is not given is not looked at.
      if (error instanceof QueryRefusal) return []
      throw error
    }
  }
  return {
    partnership,
    places,
    metrics: metricsLookedAt(viewer),
    annotations: reader.annotations,
    restatedOf: (metric) => restatedSignals(reader, { metric, places, ...request }, viewer),
    async linesOf(metric) {
      const monthly = await ask({ metric: metric.id, areas: places.map(({ code }) => code) })
      const lines = places.flatMap((place): Line[] => {
        const points = monthly.find(({ key }) => key['area'] === place.code)?.points
        return points ? [{ metric, place, part: null, grain: 'month', points }] : []
      })
      const coarse = lines.filter((line) => isTooFine(line))
      const quarters =
        coarse.length === 0
          ? []
          : await ask({
              metric: metric.id,
              grain: 'quarter',
              areas: coarse.map(({ place }) => place.code),
            })
      const settled = lines.map((line): Line => {
        if (!coarse.includes(line)) return line
        const points = quarters.find(({ key }) => key['area'] === line.place.code)?.points ?? []
        return { ...line, grain: 'quarter', points: whole(points, to) }
      })
      const parts = viewer.disclosure === 'protected' ? [] : await partsOf(metric, places, ask)
      return [...settled, ...parts].filter(({ points }) => points.some(({ value }) => value !== null))
    },
  }
}

/** The largest parts by the measure's first breakdown, for the whole partnership. */
async function partsOf(
  metric: Metric,
  places: readonly Place[],
  ask: (query: SeriesQueryInput) => Promise<readonly Series[]>,
): Promise<Line[]> {
  const place = places.find(({ isWhole }) => isWhole)
  const [name] = metric.breakdowns
  // Partners' own returns have one part an agency, which is what their areas show.
  if (!place || name === undefined || metric.feed === 'returns' || metric.theme === 'records') return []
  const dimension = dimensionOf(feedById[metric.feed], name)
  if (!dimension) return []
  const series = await ask({ metric: metric.id, areas: [place.code], breakdown: [name] })
  const size = ({ points }: Series) =>
    points.reduce((sum, { numerator, denominator }) => sum + (denominator ?? numerator ?? 0), 0)
  const largest = series
    .filter(({ key }) => key[name] !== undefined && key[name] !== notKnown)
    .toSorted((a, b) => size(b) - size(a))
    .slice(0, mostParts)
  if (largest.length < 2) return []
  return largest.flatMap(({ key, labels, points }): Line[] => {
    const part: SignalPart = {
      dimension: name,
      dimensionLabel: dimension.label,
      value: key[name] ?? '',
      name: labels[name] ?? '',
    }
    const line: Line = { metric, place, part, grain: 'month', points }
    return isTooFine(line) ? [] : [line]
  })
}

/** Whether months hold too few events, or partners send no more than quarters. */
function isTooFine({ metric, points }: Line): boolean {
  if (
    points.some(({ reason }) => reason === suppliedQuarterly) &&
    points.every(({ value }) => value === null)
  )
    return true
  if (metric.measure.kind !== 'additive' && metric.measure.kind !== 'ratio') return false
  const events = points.flatMap(({ status, numerator }) =>
    status === 'final' && numerator !== null ? [numerator] : [],
  )
  return events.length > 0 && events.reduce((sum, each) => sum + each, 0) / events.length < leastEvents
}

/** A quarter that has only begun is no figure yet. */
function whole(points: readonly Point[], to: Month): readonly Point[] {
  return points.filter(({ period }) => lastMonthOf(period, 'quarter') <= to)
}
