import { localAnalyst } from '../shared/access/viewer.ts'
import type { Installation } from '../server/installation.ts'
import type { MetricsReader } from '../server/metrics/metricsReader.ts'
import { scorecardOf } from '../server/signals/scorecardOf.ts'
import { freshReader } from './benchInstallation.ts'
import { duration, type Measurement } from './measurement.ts'
import { inTurns, median, timed } from './timing.ts'

/** The overview with nothing remembered and with everything remembered: as opened, and of every area at once. */
export async function overview(
  rows: number,
  { installation, rounds }: { installation: Installation; rounds: number },
): Promise<Measurement[]> {
  const { partnership } = installation
  const areas = [partnership.code, ...partnership.areas.map(({ code }) => code)]
  const open = (reader: MetricsReader, wanted: readonly string[]) =>
    Promise.all(wanted.map((area) => scorecardOf(reader, { months: 3, area }, localAnalyst)))
  const first = await timed(() => open(freshReader(installation), [partnership.code]))
  const remembered = freshReader(installation)
  const [scorecard] = await open(remembered, areas)
  const judged = scorecard?.rows.filter(({ variation }) => variation.kind !== 'unjudged').length
  const [one = [], every = [], warmOne = [], warmEvery = []] = await inTurns(rounds, [
    () => open(freshReader(installation), [partnership.code]),
    () => open(freshReader(installation), areas),
    () => open(remembered, [partnership.code]),
    () => open(remembered, areas),
  ])
  const row = (what: string, cold: number, warm: number, more = ''): Measurement => ({
    what: `${what}, ${rows.toLocaleString('en-GB')} crime rows`,
    result: `${duration(cold)} cold, ${duration(warm)} warm${more}`,
    target: '≤ 150 ms cold, ≤ 10 ms warm',
    met: cold <= 150 && warm <= 10,
  })
  return [
    row(
      'overview as opened: every metric with control limits, and its figure in every district',
      median(one),
      median(warmOne),
      ` (${scorecard?.rows.length} metrics, ${judged} judged; first of all ${duration(first)})`,
    ),
    row(
      `overviews of the partnership and of every district together: every metric × area with control limits`,
      median(every),
      median(warmEvery),
    ),
  ]
}
