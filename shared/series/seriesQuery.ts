import { z } from 'zod'

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month is written YYYY-MM')

const compare = z.union([
  z.enum(['previousPeriod', 'samePeriodLastYear', 'partnership']),
  z.strictObject({ baseline: z.strictObject({ from: month, to: month }) }),
  z.strictObject({ area: z.string() }),
])

/**
 * What a person asks for: a metric over time, for areas, filtered, broken down and transformed.
 * It is the address, the cache key, the citation and the API call, so it is plain and serialisable.
 * `from` and `to` are months and include both ends; without them the whole supplied range is meant.
 * `asAt` is a submission number or a date: the figures as they were known then.
 */
export const seriesQuerySchema = z.strictObject({
  metric: z.string(),
  grain: z.enum(['month', 'quarter', 'financialYear', 'calendarYear']).default('month'),
  from: month.optional(),
  to: month.optional(),
  areas: z.array(z.string()).max(100).default([]),
  breakdown: z.array(z.string()).max(2).default([]),
  filters: z.record(z.string(), z.array(z.string()).min(1).max(200)).default({}),
  transform: z.enum(['none', 'rolling3', 'rolling12', 'yearToDate']).default('none'),
  basis: z.enum(['count', 'rate']).default('count'),
  compare: compare.nullable().default(null),
  asAt: z
    .union([z.int().min(0), z.iso.date()])
    .nullable()
    .default(null),
})

export type SeriesQuery = z.infer<typeof seriesQuerySchema>
export type SeriesQueryInput = z.input<typeof seriesQuerySchema>
export type Compare = NonNullable<SeriesQuery['compare']>
