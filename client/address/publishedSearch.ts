import type { MetricSearch } from './metricSearch.ts'

/** What an edition's metric page understands of an address: the rest is for live figures, which can be computed anew. */
export function publishedSearch({ tab, area, grain, breakdown }: MetricSearch): MetricSearch {
  return {
    ...(tab === undefined || tab === 'revisions' ? {} : { tab }),
    ...(area === undefined ? {} : { area }),
    ...(grain === 'quarter' ? { grain } : {}),
    ...(breakdown === undefined ? {} : { breakdown }),
  }
}
