import type { MetricPage } from '../../../shared/series/metricPage.ts'
import { figureCaveats, figureMethod, figureSource, figureState } from '../../../shared/figures/figureText.ts'

/** What every figure carries: caution, source, method, state of publication. */
export function FigureFooter({ page }: { page: MetricPage }) {
  const caveats = figureCaveats(page)
  return (
    <figcaption className="src">
      {caveats.length > 0 && (
        <span>
          <b>Read with care.</b> {caveats.join(' ')}
        </span>
      )}
      <span>
        <b>Source.</b> {figureSource(page)} {figureMethod(page)} {figureState(page)}
      </span>
    </figcaption>
  )
}
