import type { MetricPage } from '../series/metricPage.ts'
import { figureState } from './figureText.ts'

/** The state of a figure that leaves the dashboard: whoever finds it must know when small numbers stand in it. */
export function outsideState(page: MetricPage): string {
  const state = figureState(page)
  return page.result.disclosure === 'unprotected'
    ? `${state} Small numbers shown: not for publication.`
    : state
}
