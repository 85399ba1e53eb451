import { domesticAbuseMetrics } from './domesticAbuse.ts'
import { eventMetrics } from './events.ts'
import { intelligenceMetrics } from './intelligence.ts'
import type { Metric } from './metric.ts'
import { modernSlaveryMetrics } from './modernSlavery.ts'
import { recordsMetrics } from './records.ts'
import { returnsMetrics } from './returns.ts'
import { sexualAbuseMetrics } from './sexualAbuse.ts'

/** Every metric, in the order of the themes. To add one, add an entry to its family's file, and a test. */
export const metrics: readonly Metric[] = [
  ...domesticAbuseMetrics,
  ...sexualAbuseMetrics,
  ...modernSlaveryMetrics,
  ...intelligenceMetrics,
  ...eventMetrics,
  ...returnsMetrics,
  ...recordsMetrics,
]

const byId = new Map(metrics.map((metric) => [metric.id, metric]))

/** The metric of that id, or null: for text from an address, a file or a person. */
export function metricById(id: string): Metric | null {
  return byId.get(id) ?? null
}
