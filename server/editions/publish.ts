import type { Viewer } from '../../shared/access/viewer.ts'
import type { Edition } from '../../shared/editions/edition.ts'
import { metrics as catalogue } from '../../shared/metrics/catalogue.ts'
import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import { editionOf } from './editionStore.ts'
import { EditionRefusal } from './editionRefusal.ts'
import { freezeFigures, type FreezeProgress, type FrozenFigure } from './freezeFigures.ts'

export interface PublishRequest {
  readonly title: string
  /** YYYY-MM-DD. */
  readonly meetingDate: string
  readonly commentary: string
  /** Ids of the metrics to include. */
  readonly metrics: readonly string[]
  /** Who publishes. */
  readonly viewer: Viewer
}

const rowsAtOnce = 50

/**
 * Freezes what the board is to see under the next edition number: all its figures as values, with the definitions,
 * partnership, populations and policy they were made with. All or nothing. Throws EditionRefusal when there is nothing
 * to publish or the data moved meanwhile.
 */
export async function publishEdition(
  workspace: Workspace,
  reader: MetricsReader,
  {
    request,
    now,
    onProgress,
  }: {
    readonly request: PublishRequest
    readonly now: Date
    readonly onProgress?: (progress: FreezeProgress) => void
  },
): Promise<Edition> {
  const { register, partnership } = reader
  const unknown = request.metrics.find((id) => !catalogue.some((metric) => metric.id === id))
  if (unknown !== undefined) throw new EditionRefusal(`There is no metric called “${unknown}”.`)
  const metrics = catalogue.filter(({ id }) => request.metrics.includes(id))
  const { areas, feeds } = request.viewer
  if (areas !== 'all' || feeds !== 'all')
    throw new EditionRefusal('An edition holds every area and feed; your account is limited to some.')
  if (metrics.length === 0) throw new EditionRefusal('Choose at least one measure to publish.')
  const standing = register.standing(null)
  if (standing.length === 0)
    throw new EditionRefusal('Nothing has been received yet, so there is nothing to publish.')
  const position = register.position()
  const figures = await freezeFigures(reader, metrics, onProgress)
  const held = metrics.filter(({ id }) => figures.some(({ metric, answer }) => metric === id && says(answer)))
  if (held.length === 0)
    throw new EditionRefusal('None of these measures has a figure yet, so there is nothing to publish.')
  if (register.position() !== position)
    throw new EditionRefusal(
      'A submission came in while the figures were being frozen. Nothing was published; look at the figures and publish again.',
    )
  const number = await workspace.transaction().execute(async (change) => {
    const last = await change
      .selectFrom('edition')
      .select((e) => e.fn.max('number').as('number'))
      .executeTakeFirst()
    const next = Number(last?.number ?? 0) + 1
    await change
      .insertInto('edition')
      .values({
        number: next,
        title: request.title,
        meeting_date: request.meetingDate,
        commentary: request.commentary,
        metrics: JSON.stringify(held.map(({ id }) => id)),
        position,
        partnership: JSON.stringify(partnership),
        definitions: JSON.stringify(held),
        population_release: partnership.populations.at(-1)?.release ?? null,
        synthetic: standing.some(({ synthetic }) => synthetic) ? 1 : 0,
        published_at: now.toISOString(),
        published_by: request.viewer.name,
      })
      .execute()
    const kept = figures.filter(({ metric }) => metric === '' || held.some(({ id }) => id === metric))
    for (let from = 0; from < kept.length; from += rowsAtOnce)
      await change
        .insertInto('edition_figure')
        .values(
          kept.slice(from, from + rowsAtOnce).map(({ question, metric, answer }) => ({
            edition: next,
            question,
            metric,
            answer: JSON.stringify(answer),
          })),
        )
        .execute()
    return next
  })
  return editionOf(workspace, number)
}

/** Whether a stored page holds any figure at all. */
function says(answer: FrozenFigure['answer']): boolean {
  if (typeof answer !== 'object' || answer === null || !('result' in answer)) return false
  const { result } = answer as { result: { series: readonly { points: readonly { value: unknown }[] }[] } }
  return result.series.some(({ points }) => points.some(({ value }) => value !== null))
}
