import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import { may } from '../../shared/access/permission.ts'
import type { Viewer } from '../../shared/access/viewer.ts'
import { readsMetric } from '../access/readsMetric.ts'
import type { EditionMark } from '../../shared/editions/edition.ts'
import type { Partnership } from '../../shared/partnership/partnership.ts'
import type { MetricPage } from '../../shared/series/metricPage.ts'
import type { Scorecard, ScorecardRow } from '../../shared/series/scorecard.ts'
import type { SeriesResult } from '../../shared/series/series.ts'
import type { SeriesQueryInput } from '../../shared/series/seriesQuery.ts'
import { QueryRefusal } from '../metrics/queryRefusal.ts'
import { ownArea } from '../signals/scorecardOf.ts'
import { answerOf, editionOf } from './editionStore.ts'
import { overviewQuestion, pageQuestion, seriesQuestion, type OverviewMonths } from './question.ts'

interface Request {
  readonly workspace: Workspace
  readonly partnership: Partnership
  readonly viewer: Viewer
  readonly edition: number
}

/** The overview as it was published. Nothing is computed; throws QueryRefusal where the edition does not hold it. */
export async function publishedOverview(
  request: Request,
  { area, months }: { readonly area?: string | undefined; readonly months: OverviewMonths },
): Promise<Scorecard> {
  const asked = area ?? ownArea(request.partnership.code, request.viewer)
  refuseForeign(request, [asked])
  const scorecard = await stored<Scorecard>(request, overviewQuestion(asked, months))
  return {
    ...scorecard,
    rows: scorecard.rows
      .filter(({ metric }) => readsMetric(request.viewer, metric))
      .map((row) => withinAreas(row, request)),
    findings: scorecard.findings.filter(({ metric }) => readsMetric(request.viewer, metric)),
  }
}

/** A metric page as it was published. */
export async function publishedPage(request: Request, query: SeriesQueryInput): Promise<MetricPage> {
  refuseForeign(request, areasOf(request, query))
  refuseForeignFeed(request, query)
  return stored<MetricPage>(request, pageQuestion(query))
}

/** A series as it was published. */
export async function publishedSeries(request: Request, query: SeriesQueryInput): Promise<SeriesResult> {
  refuseForeign(request, areasOf(request, query))
  refuseForeignFeed(request, query)
  return stored<SeriesResult>(request, seriesQuestion(query))
}

async function stored<T extends object>(
  { workspace, edition, viewer }: Request,
  question: string,
): Promise<T & { edition: EditionMark }> {
  const { number, title, meetingDate, publishedAt } = await editionOf(workspace, edition)
  const answer = await answerOf<T>(workspace, { edition, question })
  if (!answer)
    throw new QueryRefusal(
      `This view is not part of the edition “${title}”: it holds the figures as they were laid before the board.${
        may(viewer.role, 'data') ? ' Switch to live to look further.' : ''
      }`,
    )
  return { ...answer, edition: { number, title, meetingDate, publishedAt } }
}

function areasOf({ partnership }: Request, { areas }: SeriesQueryInput): readonly string[] {
  return areas === undefined || areas.length === 0 ? [partnership.code] : areas
}

/** The row with the areas of this reader alone; what compares them with the whole is for who may read the whole. */
function withinAreas(row: ScorecardRow, { partnership, viewer }: Request): ScorecardRow {
  const { areas } = viewer
  if (areas === 'all') return row
  const own = row.areas.filter(({ area }) => areas.includes(area))
  if (areas.includes(partnership.code)) return { ...row, areas: own }
  return {
    ...row,
    areaBasis: { ...row.areaBasis, partnership: null },
    areas: own.map((figure) => ({ ...figure, beyondChance: null })),
  }
}

function refuseForeignFeed({ viewer }: Request, { metric }: SeriesQueryInput): void {
  if (!readsMetric(viewer, metric))
    throw new QueryRefusal(
      'Your account is limited to other feeds. Ask an administrator if you need this one.',
      'needsAccess',
    )
}

function refuseForeign({ viewer }: Request, areas: readonly string[]): void {
  if (viewer.areas === 'all') return
  const allowed = viewer.areas
  if (areas.some((area) => !allowed.includes(area)))
    throw new QueryRefusal(
      'Your account is limited to other areas. Ask an administrator if you need this one.',
      'needsAccess',
    )
}
