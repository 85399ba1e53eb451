import type { Feed } from '../../shared/feeds/feed.ts'
import { feedById } from '../../shared/feeds/feeds.ts'
import { metricById } from '../../shared/metrics/catalogue.ts'
import { feedsOf } from '../../shared/metrics/feedsOf.ts'
import type { Metric } from '../../shared/metrics/metric.ts'
import type { Viewer } from '../../shared/access/viewer.ts'
import { monthsBetween, type Month } from '../../shared/periods/month.ts'
import { forceWide, notPlaced, type Partnership } from '../../shared/partnership/partnership.ts'
import {
  seriesQuerySchema,
  type SeriesQuery,
  type SeriesQueryInput,
} from '../../shared/series/seriesQuery.ts'
import { dimensionOf, type Dimension } from './dimension.ts'
import { QueryRefusal } from './queryRefusal.ts'

/** A query with everything it names looked up and allowed. */
export interface Plan {
  readonly query: SeriesQuery
  readonly metric: Metric
  readonly feed: Feed
  /** Areas asked for: the partnership's own code, its areas, force-wide or not placed. */
  readonly areas: readonly string[]
  /** One series for each area, with lines for what is not placed, beside the whole. */
  readonly byArea: boolean
  readonly breakdown: readonly Dimension[]
  readonly filters: readonly { readonly dimension: Dimension; readonly values: readonly string[] }[]
}

/** Looks up what a query names; throws QueryRefusal with a sentence when it names something that does not exist or is not allowed. */
export function planQuery(input: SeriesQueryInput, partnership: Partnership, viewer: Viewer): Plan {
  const parsed = seriesQuerySchema.safeParse(input)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new QueryRefusal(
      `The query cannot be read: ${issue?.path.join('.') || 'it'} – ${issue?.message ?? 'not valid'}.`,
    )
  }
  const query = withinAreas(parsed.data, partnership, viewer)
  const metric = metricById(query.metric)
  if (!metric) throw new QueryRefusal(`There is no metric called “${query.metric}”.`)
  if (query.from && query.to && query.from > query.to)
    throw new QueryRefusal(`The period ends (${query.to}) before it begins (${query.from}).`)
  refuseLongBaseline(query)
  const feed = feedById[metric.feed]
  refuseForeignFeeds(viewer, metric)
  const { byArea, areas } = areasOf(query, partnership)
  refuseForeignAreas(viewer, [...areas, ...comparedAreas(query, partnership)])
  const ratable = metric.measure.kind === 'additive' || metric.measure.kind === 'distinct'
  if (query.basis === 'rate' && (metric.ratePer === null || !ratable))
    throw new QueryRefusal(`${metric.name} has no rate per resident.`)
  return {
    query,
    metric,
    feed,
    areas,
    byArea,
    breakdown: query.breakdown.filter((name) => name !== 'area').map((name) => lookUp(feed, metric, name)),
    filters: Object.entries(query.filters).map(([name, values]) => ({
      dimension: lookUp(feed, metric, name),
      values,
    })),
  }
}

/** Who is limited to areas and names none asks for their own: all side by side, or the first. */
function withinAreas(query: SeriesQuery, { code }: Partnership, { areas }: Viewer): SeriesQuery {
  if (areas === 'all' || areas.includes(code) || query.areas.length > 0) return query
  return { ...query, areas: query.breakdown.includes('area') ? [...areas] : areas.slice(0, 1) }
}

function areasOf(
  query: SeriesQuery,
  partnership: Partnership,
): { byArea: boolean; areas: readonly string[] } {
  const known = new Set([
    partnership.code,
    ...partnership.areas.map(({ code }) => code),
    forceWide,
    notPlaced,
  ])
  const unknown = [...query.areas, ...comparedAreas(query, partnership)].find((area) => !known.has(area))
  if (unknown !== undefined)
    throw new QueryRefusal(`There is no area with the code “${unknown}” in ${partnership.areaName}.`)
  const byArea = query.breakdown.includes('area')
  if (query.areas.length > 0) return { byArea, areas: query.areas }
  if (byArea) return { byArea, areas: [...partnership.areas.map(({ code }) => code), forceWide, notPlaced] }
  return { byArea, areas: [partnership.code] }
}

/** The areas that a comparison adds: another one, or the partnership as a whole. */
function comparedAreas({ compare }: SeriesQuery, partnership: Partnership): string[] {
  if (compare === 'partnership') return [partnership.code]
  return compare !== null && typeof compare === 'object' && 'area' in compare ? [compare.area] : []
}

/** No span of months is longer: a mistyped year would ask for a hundred thousand figures. */
export const longestMonths = 1_200

function refuseLongBaseline({ compare }: SeriesQuery): void {
  if (compare === null || typeof compare !== 'object' || !('baseline' in compare)) return
  const { from, to } = compare.baseline
  if (monthsBetween(from as Month, to as Month) > longestMonths)
    throw new QueryRefusal(`The baseline from ${from} to ${to} is longer than a hundred years.`)
}

function refuseForeignFeeds({ feeds }: Viewer, metric: Metric): void {
  const foreign = feeds === 'all' ? undefined : feedsOf(metric).find((each) => !feeds.includes(each))
  if (foreign !== undefined)
    throw new QueryRefusal(
      `Your account does not include ${feedById[foreign].label.toLowerCase()}. Ask an administrator if you need it.`,
      'needsAccess',
    )
}

function refuseForeignAreas(viewer: Viewer, areas: readonly string[]): void {
  if (viewer.areas === 'all') return
  const allowed = viewer.areas
  if (areas.some((area) => !allowed.includes(area))) {
    throw new QueryRefusal(
      'Your account is limited to other areas. Ask an administrator if you need this one.',
      'needsAccess',
    )
  }
}

function lookUp(feed: Feed, metric: Metric, name: string): Dimension {
  const dimension = dimensionOf(feed, name)
  if (!dimension) {
    const offered = metric.breakdowns.join(', ')
    throw new QueryRefusal(
      `${metric.name} cannot be broken down or filtered by “${name}”. It can by: area${offered ? `, ${offered}` : ''}.`,
    )
  }
  return dimension
}
