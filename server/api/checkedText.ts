import type { z } from 'zod'
import { ScrutinyRefusal } from '../scrutiny/scrutinyRefusal.ts'

/** The text as it is kept; throws ScrutinyRefusal with what is wrong with it. */
export function checkedText(schema: z.ZodType<string, string>, value: string): string {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new ScrutinyRefusal(parsed.error.issues[0]?.message ?? 'It cannot be kept.')
  return parsed.data
}
