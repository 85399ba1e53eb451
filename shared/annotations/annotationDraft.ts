import { z } from 'zod'
import type { FeedId } from '../feeds/feed.ts'
import { feeds } from '../feeds/feeds.ts'
import { metricById } from '../metrics/catalogue.ts'
import { isMonth, type Month } from '../periods/month.ts'

const month = z.custom<Month>(
  (value) => typeof value === 'string' && isMonth(value),
  'a month is written YYYY-MM',
)
const feedIds = new Set<string>(feeds.map(({ id }) => id))
const link = z
  .url({ protocol: /^https?$/, error: 'a link begins with https://' })
  .max(500)
  .nullable()

/**
 * What an analyst writes: a dated note on a measure, an area, a feed, or any of these together; null means every one.
 * The link, where there is one, is to what the note rests on.
 */
export const annotationDraft = z.strictObject({
  month,
  kind: z.enum(['note', 'event', 'training', 'countingRule']),
  title: z.string().trim().min(1, 'a note says something').max(120),
  detail: z.string().trim().max(1_000).default(''),
  link: link.default(null),
  metric: z
    .string()
    .refine((id) => metricById(id) !== null, 'there is no such measure')
    .nullable()
    .default(null),
  area: z.string().max(40).nullable().default(null),
  feed: z
    .custom<FeedId>((id) => typeof id === 'string' && feedIds.has(id), 'there is no such feed')
    .nullable()
    .default(null),
})

export type AnnotationDraft = z.infer<typeof annotationDraft>
export type AnnotationInput = z.input<typeof annotationDraft>
