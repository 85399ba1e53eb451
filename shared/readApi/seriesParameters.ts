import { z } from 'zod'
import { readFilters } from '../series/filtersText.ts'
import { seriesQuerySchema, type SeriesQuery } from '../series/seriesQuery.ts'

const listed = (text: string | undefined) => (text ?? '').split(',').filter((each) => each !== '')

/**
 * A series query as the parameters of an address: lists by comma, filters as `dimension:code,code;dimension:code`,
 * `asAt` a submission's number or a date.
 */
export const seriesParameters = z
  .strictObject({
    metric: z.string().max(100),
    grain: z.string().optional(),
    from: z.string().optional(),
    to: z.string().optional(),
    areas: z.string().max(2_000).optional(),
    breakdown: z.string().max(200).optional(),
    filters: z.string().max(4_000).optional(),
    transform: z.string().optional(),
    basis: z.string().optional(),
    asAt: z.string().max(20).optional(),
    edition: z.coerce.number().int().positive().optional(),
    bom: z.enum(['true', 'false']).default('false'),
  })
  .transform(({ areas, breakdown, filters, asAt, edition, bom, ...plain }, context) => {
    const parsed = seriesQuerySchema.safeParse({
      ...plain,
      areas: listed(areas),
      breakdown: listed(breakdown),
      filters: readFilters(filters),
      asAt: asAt === undefined ? null : /^\d+$/.test(asAt) ? Number(asAt) : asAt,
    })
    if (parsed.success)
      return { query: parsed.data satisfies SeriesQuery, edition: edition ?? null, bom: bom === 'true' }
    for (const { path, message } of parsed.error.issues)
      context.addIssue({ code: 'custom', path: [...path], message })
    return z.NEVER
  })
