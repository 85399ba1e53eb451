import { pageQuery } from '../../../shared/editions/pageQueries.ts'
import { seriesQuerySchema, type SeriesQuery } from '../../../shared/series/seriesQuery.ts'
import type { Session } from '../../trpc.ts'

/** The query of a measure in an area, as its page opens; the whole partnership is no area. */
export function queryFor(metric: string, area: string, session: Session): SeriesQuery {
  return seriesQuerySchema.parse(pageQuery(metric, area === session.partnership.code ? undefined : area))
}
