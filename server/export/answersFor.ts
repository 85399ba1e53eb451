import type { Viewer } from '../../shared/access/viewer.ts'
import { refuseLive } from '../access/refuseLive.ts'
import type { Installation } from '../installation.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import type { FigureAnswers } from './figuresOf.ts'
import { liveAnswers } from './liveAnswers.ts'
import { publishedAnswers } from './publishedAnswers.ts'

/**
 * The figures that a viewer may take out: of an edition, or live ones (null) where the role includes them. Live ones are
 * protected as the policy protects what leaves the dashboard.
 */
export function answersFor(
  { installation, reader }: { readonly installation: Installation; readonly reader: MetricsReader },
  viewer: Viewer,
) {
  return (edition: number | null): FigureAnswers => {
    if (edition !== null) return publishedAnswers(installation, { viewer, edition })
    const live = liveAnswers(reader, { ...viewer, output: 'export' })
    return {
      partnership: live.partnership,
      async page(query) {
        await refuseLive(installation, viewer)
        return live.page(query)
      },
      async series(query) {
        await refuseLive(installation, viewer)
        return live.series(query)
      },
    }
  }
}
