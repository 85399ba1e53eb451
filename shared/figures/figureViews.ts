import type { Feed } from '../feeds/feed.ts'
import type { Metric } from '../metrics/metric.ts'
import { pageQuery } from '../editions/pageQueries.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { seriesQuerySchema } from '../series/seriesQuery.ts'
import type { FigureRequest } from './figureRequest.ts'

/** What a figure is named by. */
export interface FigureNames {
  readonly metrics: readonly Pick<Metric, 'id' | 'name' | 'feed'>[]
  readonly feeds: readonly Pick<Feed, 'id' | 'fields'>[]
  readonly partnership: Pick<Partnership, 'areaName' | 'areaNoun'> & {
    readonly areas: readonly { readonly code: string; readonly name: string }[]
  }
}

export interface FigureView {
  readonly value: string
  readonly label: string
}

const shapes = [
  { value: 'change', words: 'a year before and now' },
  { value: 'lines', words: 'over time, as lines' },
  { value: 'stacked', words: 'over time, stacked' },
] as const

/** Every way in which a measure can be drawn by itself, by a name that `requestOf` reads. */
export function figureViews(
  metric: Pick<Metric, 'id' | 'name' | 'feed' | 'breakdowns'>,
  names: Pick<FigureNames, 'feeds' | 'partnership'>,
): FigureView[] {
  const { areas, areaNoun } = names.partnership
  return [
    { value: 'chart', label: 'Control chart' },
    ...(areas.length > 1 ? [{ value: 'districts', label: sideBySide(areaNoun.many) }] : []),
    ...metric.breakdowns.flatMap((dimension) =>
      shapes.map(({ value, words }) => ({
        value: `${value}:${dimension}`,
        label: `By ${dimensionLabel(metric.feed, dimension, names.feeds).toLowerCase()}, ${words}`,
      })),
    ),
  ]
}

/** The figure of a measure as its page opens; the areas side by side are of no single area. */
export function requestOf(
  metric: string,
  {
    area,
    view,
    edition,
  }: { readonly area: string | undefined; readonly view: string; readonly edition: number | null },
): FigureRequest {
  const query = seriesQuerySchema.parse(pageQuery(metric, view === 'districts' ? undefined : area))
  const [shape = '', dimension] = view.split(':')
  if (dimension !== undefined)
    return {
      view: 'breakdown',
      query,
      edition,
      dimension,
      shape: shapes.find(({ value }) => value === shape)?.value ?? 'change',
      by2: null,
      top: null,
      share: false,
    }
  return { view: view === 'districts' ? 'districts' : 'chart', query, edition }
}

/** How a figure is drawn, in a few words. */
export function viewInWords(request: FigureRequest, names: FigureNames): string {
  switch (request.view) {
    case 'chart':
      return 'Control chart'
    case 'districts':
      return sideBySide(names.partnership.areaNoun.many)
    case 'breakdown': {
      const feed = names.metrics.find(({ id }) => id === request.query.metric)?.feed
      const words = shapes.find(({ value }) => value === request.shape)?.words ?? ''
      return `By ${dimensionLabel(feed, request.dimension, names.feeds).toLowerCase()}, ${words}`
    }
    case 'compare': {
      const others = request.others.length
      const beside = others === 1 ? 'one other line' : `${others} other lines`
      return `Compared with ${beside}${request.scale === 'indexed' ? ', indexed' : ''}`
    }
  }
}

function sideBySide(areas: string): string {
  return `All ${areas} side by side`
}

function dimensionLabel(feed: string | undefined, dimension: string, feeds: FigureNames['feeds']): string {
  const fields = feeds.find(({ id }) => id === feed)?.fields ?? []
  return fields.find(({ name }) => name === dimension)?.label ?? dimension
}
