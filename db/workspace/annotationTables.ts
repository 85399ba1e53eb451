import type { FeedId } from '../../shared/feeds/feed.ts'
import type { Month } from '../../shared/periods/month.ts'

/** A dated note of an analyst. Never deleted, so that it stays known what readers were told; withdrawn instead. */
export interface AnnotationTable {
  id: string
  month: Month
  kind: 'note' | 'event' | 'training' | 'countingRule'
  title: string
  /** Empty where the title says it all. */
  detail: string
  /** Where it can be read up; null without. */
  link: string | null
  /** What it is about; null: every measure, area or feed. */
  metric: string | null
  area: string | null
  feed: FeedId | null
  written_by: string
  /** Of the latest change, ISO 8601 UTC. */
  written_at: string
  /** Null while it stands. */
  withdrawn_by: string | null
  withdrawn_at: string | null
}
