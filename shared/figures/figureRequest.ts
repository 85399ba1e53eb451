import { z } from 'zod'
import { seriesQuerySchema } from '../series/seriesQuery.ts'

const edition = z.int().positive().nullable().default(null)

/**
 * Which figure is meant: the control chart of a metric page, the areas side by side, or the parts by one dimension
 * (now and a year before, over time, or stacked to the whole) or two; or several lines compared, each on its own scale or all
 * indexed. Live or from an edition.
 */
export const figureRequestSchema = z.discriminatedUnion('view', [
  z.strictObject({ view: z.literal('chart'), query: seriesQuerySchema, edition }),
  z.strictObject({ view: z.literal('districts'), query: seriesQuerySchema, edition }),
  z.strictObject({
    view: z.literal('breakdown'),
    query: seriesQuerySchema,
    edition,
    dimension: z.string().max(60),
    shape: z.enum(['change', 'lines', 'stacked']).default('change'),
    /** A second dimension against the first; `change` is then a table of both over the newest twelve months. */
    by2: z.string().max(60).nullable().default(null),
    /** How many parts stand by themselves over time or against a second dimension; null: all. */
    top: z.int().min(1).max(20).nullable().default(null),
    share: z.boolean().default(false),
  }),
  z.strictObject({
    view: z.literal('compare'),
    /** The first line; the others follow it. */
    query: seriesQuerySchema,
    others: z.array(seriesQuerySchema).max(7),
    scale: z.enum(['own', 'indexed']).default('own'),
    edition,
  }),
])

export type FigureRequest = z.infer<typeof figureRequestSchema>

export const exportFormats = ['xlsx', 'pptx', 'docx', 'csv', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Small numbers are hidden in what leaves the dashboard unless an analyst asks for them. */
export const smallNumbersSchema = z.enum(['hidden', 'shown']).default('hidden')

/** One file: its format, its figures in order, and whether they come as charts or as tables alone. */
export const exportRequestSchema = z.strictObject({
  format: z.enum(exportFormats),
  shows: z.enum(['chart', 'table']).default('chart'),
  smallNumbers: smallNumbersSchema,
  figures: z.array(figureRequestSchema).min(1).max(60),
})

export type ExportRequest = z.infer<typeof exportRequestSchema>
export type ExportRequestInput = z.input<typeof exportRequestSchema>

/** How far the making of a file has come. */
export type ExportProgress =
  | { readonly state: 'working'; readonly done: number; readonly total: number }
  | { readonly state: 'ready'; readonly name: string; readonly size: number }
  | { readonly state: 'failed'; readonly message: string }
