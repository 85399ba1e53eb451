import type { MetricPage } from '../../shared/series/metricPage.ts'

/** A name that still says what it is in a folder of downloads: measure, area, last period, "sample" for invented figures. */
export function fileName({ metric, result }: MetricPage, extension: string): string {
  const [series] = result.series
  const parts = [
    metric.id.replace('.', '-'),
    series?.labels.area ?? '',
    series?.points.at(-1)?.period ?? '',
    result.synthetic ? 'synthetic-sample' : '',
  ]
  const stem = parts
    .map((part) => part.replace(/[^A-Za-z0-9-]+/g, '-').replace(/^-|-$/g, ''))
    .filter((part) => part !== '')
    .join('_')
  return `${stem}.${extension}`
}
