import { judgedMonths } from '../../signals/scorecardOf.ts'
import type { SeriesQuery } from '../../../shared/series/seriesQuery.ts'
import type { SeriesResult } from '../../../shared/series/series.ts'
import { formatDate } from '../../../shared/figures/formatDate.ts'
import { outsideViewer } from '../../access/outsideViewer.ts'
import { editionOf } from '../../editions/editionStore.ts'
import { answersFor } from '../../export/answersFor.ts'
import { usualEdition, type Freezing } from '../questions/freezeFigure.ts'

/** The figures of a query as this reader may see them today, protected as what was frozen is, and where they are from. */
export async function seriesNow(
  freezing: Freezing,
  asked: SeriesQuery,
): Promise<{ readonly result: SeriesResult; readonly from: string }> {
  const { installation, reader, viewer } = freezing
  const edition = await usualEdition(freezing, asked.metric)
  const answers = answersFor({ installation, reader }, outsideViewer(viewer, 'hidden'))(edition)
  const { from: _from, to: _to, ...query } = { ...asked, asAt: null }
  if (edition !== null) {
    // An edition holds a measure's page as it opens, beside the year before.
    const { result } = await answers.page({ ...query, compare: 'samePeriodLastYear' })
    const { title, publishedAt } = await editionOf(installation.workspace, edition)
    return { result, from: `published in ${title}, ${formatDate(publishedAt)}` }
  }
  const result = await answers.series({ ...query, compare: null })
  return { result: latest(result), from: 'live figures' }
}

/** The months that a metric page judges. */
function latest(result: SeriesResult): SeriesResult {
  if (result.query.grain !== 'month') return result
  return {
    ...result,
    series: result.series.map((each) => ({ ...each, points: each.points.slice(-judgedMonths) })),
  }
}
