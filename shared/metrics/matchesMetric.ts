/** Whether a metric's id is meant by a pattern: the id itself, a family such as 'da.*', or '*' for all. */
export function matchesMetric(pattern: string, metric: string): boolean {
  return (
    pattern === '*' ||
    pattern === metric ||
    (pattern.endsWith('.*') && metric.startsWith(pattern.slice(0, -1)))
  )
}
