import { z } from 'zod'
import { seriesQuerySchema } from '../series/seriesQuery.ts'

/** Which figure of a metric page is meant. */
export const figureRequestSchema = z.strictObject({ view: z.literal('chart'), query: seriesQuerySchema })

export type FigureRequest = z.infer<typeof figureRequestSchema>

export const exportFormats = ['xlsx', 'pptx', 'docx', 'csv', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** One file: its format, its figures in order, and whether they come as charts or as tables alone. */
export const exportRequestSchema = z.strictObject({
  format: z.enum(exportFormats),
  shows: z.enum(['chart', 'table']).default('chart'),
  figures: z.array(figureRequestSchema).min(1).max(60),
})

export type ExportRequest = z.infer<typeof exportRequestSchema>
export type ExportRequestInput = z.input<typeof exportRequestSchema>

/** How far the making of a file has come. */
export type ExportProgress =
  | { readonly state: 'working'; readonly done: number; readonly total: number }
  | { readonly state: 'ready'; readonly name: string; readonly size: number }
  | { readonly state: 'failed'; readonly message: string }
