import type { Viewer } from '../../shared/access/viewer.ts'
import { controlFigure } from '../../shared/figures/controlFigure.ts'
import type { Figure } from '../../shared/figures/figure.ts'
import type { FigureRequest } from '../../shared/figures/figureRequest.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import { metricPageOf } from '../signals/metricPageOf.ts'

/** The figures that a request names, as this viewer may see them. Throws QueryRefusal as every read of figures does. */
export async function figuresOf(
  reader: MetricsReader,
  request: FigureRequest,
  viewer: Viewer,
): Promise<Figure[]> {
  switch (request.view) {
    case 'chart':
      return [controlFigure(await metricPageOf(reader, request.query, viewer))]
  }
}
