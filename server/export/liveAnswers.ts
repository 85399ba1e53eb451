import type { Viewer } from '../../shared/access/viewer.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import { seriesOf } from '../metrics/seriesOf.ts'
import { metricPageOf } from '../signals/metricPageOf.ts'
import type { FigureAnswers } from './figuresOf.ts'

/** Live figures, as this viewer may see them. */
export function liveAnswers(reader: MetricsReader, viewer: Viewer): FigureAnswers {
  return {
    partnership: reader.partnership,
    page: (query) => metricPageOf(reader, query, viewer),
    series: (query) => seriesOf(reader, query, viewer),
  }
}
