import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import { localAnalyst } from '../../shared/access/viewer.ts'
import type { Edition, EditionMark, Erratum } from '../../shared/editions/edition.ts'
import { pageQuery } from '../../shared/editions/pageQueries.ts'
import type { Metric } from '../../shared/metrics/metric.ts'
import type { MetricPage } from '../../shared/series/metricPage.ts'
import type { Point } from '../../shared/series/series.ts'
import { areaLabel } from '../metrics/labels.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import { QueryRefusal } from '../metrics/queryRefusal.ts'
import { seriesOf } from '../metrics/seriesOf.ts'
import { reasonOf, restatedOn } from '../signals/restatementsOf.ts'
import { restatementKind } from '../signals/restatementKind.ts'
import { standingOf } from '../submissions/register.ts'
import { boardReader } from './boardReader.ts'
import { answerOf } from './editionStore.ts'
import { pageQuestion } from './question.ts'

/** A published figure that differs now, before it is known since when. */
interface Difference {
  readonly metric: Metric
  readonly area: string
  readonly grain: Erratum['grain']
  readonly point: Point
  readonly was: number
  readonly now: number | null
}

/**
 * The figures of an edition that say something else now to the same reader, newest month first: what was printed, what
 * holds, and the submission that made the difference. What is hidden then or now is no erratum. A difference that no
 * submission explains comes from another definition, population or policy.
 */
export async function errataOf(
  workspace: Workspace,
  reader: MetricsReader,
  edition: Edition,
): Promise<Erratum[]> {
  const { number, title, meetingDate, publishedAt } = edition
  const mark: EditionMark = { number, title, meetingDate, publishedAt }
  const areas = [undefined, ...reader.partnership.areas.map(({ code }) => code)]
  const found: Erratum[] = []
  for (const id of edition.metrics) {
    for (const area of areas) {
      const differences = await differencesOf(workspace, reader, { edition: number, metric: id, area })
      for (const alike of Map.groupBy(differences, ({ grain }) => grain).values())
        found.push(...(await explained(reader, { differences: alike, position: edition.position, mark })))
    }
  }
  return found.toSorted((a, b) => (a.period < b.period ? 1 : a.period > b.period ? -1 : 0))
}

async function differencesOf(
  workspace: Workspace,
  reader: MetricsReader,
  { edition, metric, area }: { edition: number; metric: string; area: string | undefined },
): Promise<Difference[]> {
  const found: Difference[] = []
  for (const grain of ['month', 'quarter'] as const) {
    const question = pageQuestion({ ...pageQuery(metric, area), grain })
    const page = await answerOf<MetricPage>(workspace, { edition, question })
    const points = page?.result.series[0]?.points ?? []
    const { from, to } = page?.result.query ?? {}
    if (!page || points.every(({ value }) => value === null)) continue
    const query = { metric, grain, areas: area === undefined ? [] : [area], from, to }
    const live = await pointsOf(reader, query, boardReader)
    for (const point of points) {
      const now = live.get(point.period)
      if (point.value === null || now?.status === 'suppressed' || now?.value === point.value) continue
      const code = area ?? reader.partnership.code
      const value = now?.value ?? null
      found.push({ metric: page.metric, area: code, grain, point, was: point.value, now: value })
    }
  }
  return found
}

async function explained(
  reader: MetricsReader,
  request: { differences: readonly Difference[]; position: number; mark: EditionMark },
): Promise<Erratum[]> {
  const { differences, position, mark } = request
  const [first] = differences
  if (!first) return []
  const all = reader.register.visible(null)
  const later = all.filter((submission) => submission.number > position)
  const { metric, area, grain } = first
  const query = { metric: metric.id, grain, areas: [area] }
  // Which submission moved a figure is no secret; only the published and the present value are told, and those protected.
  const states = await Promise.all(
    [position, ...later.map(({ number }) => number)].map((asAt) =>
      pointsOf(reader, { ...query, asAt }, localAnalyst),
    ),
  )
  return differences.map((difference): Erratum => {
    const { point, was, now } = difference
    const values = states.map((state) => state.get(point.period)?.value ?? null)
    const place = values.findLastIndex((value, index) => index > 0 && value !== values[index - 1])
    const by = place > 0 ? later[place - 1] : undefined
    return {
      metric: metric.id,
      metricName: metric.name,
      unit: metric.unit,
      area,
      areaName: areaLabel(area, reader.partnership),
      grain: difference.grain,
      period: point.period,
      was,
      now,
      published: point.status === 'provisional' ? 'provisional' : 'final',
      submission: by?.number ?? null,
      on: by ? restatedOn(by) : null,
      kind: by
        ? restatementKind({
            metric,
            grain: difference.grain,
            period: point.period,
            was,
            now,
            by,
            earlier: standingOf(all.filter(({ number }) => number < by.number)),
          })
        : 'definition',
      reason: by
        ? reasonOf(by)
        : 'No submission changed it: the definition, the population estimates or the disclosure rules did.',
      editions: [mark],
    }
  })
}

async function pointsOf(
  reader: MetricsReader,
  query: Parameters<typeof seriesOf>[1],
  viewer: Parameters<typeof seriesOf>[2],
): Promise<Map<string, Point>> {
  try {
    const { series } = await seriesOf(reader, query, viewer)
    return new Map((series[0]?.points ?? []).map((point) => [point.period, point]))
  } catch (error) {
    // What is no longer defined or published has no figure now.
    if (error instanceof QueryRefusal) return new Map()
    throw error
  }
}

/** The errata of several editions as one list: one entry a figure, with every edition that quoted the old value. */
export function errataTogether(lists: readonly (readonly Erratum[])[]): Erratum[] {
  const together = new Map<string, Erratum>()
  for (const erratum of lists.flat()) {
    const { metric, area, grain, period, was } = erratum
    const key = JSON.stringify([metric, area, grain, period, was])
    const known = together.get(key)
    together.set(key, known ? { ...known, editions: [...known.editions, ...erratum.editions] } : erratum)
  }
  return [...together.values()].toSorted((a, b) => (a.period < b.period ? 1 : a.period > b.period ? -1 : 0))
}
