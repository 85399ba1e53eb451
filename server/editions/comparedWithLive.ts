import type { Viewer } from '../../shared/access/viewer.ts'
import { readsMetric } from '../access/readsMetric.ts'
import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import type { Edition, EditionComparison } from '../../shared/editions/edition.ts'
import type { Scorecard } from '../../shared/series/scorecard.ts'
import { isMonth } from '../../shared/periods/month.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import { ownArea, scorecardOf } from '../signals/scorecardOf.ts'
import { boardReader } from './boardReader.ts'
import { answerOf } from './editionStore.ts'
import { overviewQuestion } from './question.ts'

const months = 3

/** The headline figures of an edition in the viewer's area beside those of the same months as they stand now, both protected. */
export async function comparedWithLive(
  workspace: Workspace,
  reader: MetricsReader,
  { edition, viewer }: { readonly edition: Edition; readonly viewer: Viewer },
): Promise<EditionComparison[]> {
  const area = ownArea(reader.partnership.code, viewer)
  const question = overviewQuestion(area, months)
  const published = await answerOf<Scorecard>(workspace, { edition: edition.number, question })
  const to = published?.period.to ?? ''
  if (!published || !isMonth(to)) return []
  const live = await scorecardOf(reader, { months, to, area, metrics: new Set(edition.metrics) }, boardReader)
  const now = new Map(live.rows.map((row) => [row.metric, row.latest]))
  return published.rows
    .filter(({ metric }) => readsMetric(viewer, metric))
    .map(({ metric, name, unit, latest }) => ({
      metric,
      metricName: name,
      unit,
      period: latest.period,
      published: { value: latest.value, status: latest.status },
      live: {
        value: now.get(metric)?.value ?? null,
        status: now.get(metric)?.status ?? 'missing',
      },
    }))
}
