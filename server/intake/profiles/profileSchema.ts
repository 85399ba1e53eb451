import { z } from 'zod'
import { feeds, findFeed, findField } from '../../../shared/feeds/feeds.ts'
import type { Profile } from './profile.ts'
import { isSafePattern } from './safePattern.ts'

const text = z.string().max(300)
const column = z.string().min(1).max(300)
const columns = z.array(column).max(1_000)
const pattern = z.string().refine(isSafePattern, 'a pattern is short, valid, and repeats no group')

const fold = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('periods'), into: column, value: column }),
  z.strictObject({
    kind: z.literal('named'),
    value: column,
    columns: z.array(z.strictObject({ header: column, labels: z.record(column, text) })).max(1_000),
  }),
  z.strictObject({ kind: z.literal('others'), into: column, keep: columns, value: column }),
])

const layout = z.strictObject({
  sheets: columns.optional(),
  title: z.strictObject({ pattern, what: text }).optional(),
  period: z.strictObject({ pattern, into: column }).optional(),
  twoRows: z.enum(['fill', 'join']).optional(),
  footnotes: z.strictObject({ labels: columns }).optional(),
  skip: z
    .array(z.strictObject({ column, pattern, what: text }))
    .max(100)
    .optional(),
  lists: columns.optional(),
  join: z
    .array(z.strictObject({ into: column, columns, separator: text }))
    .max(100)
    .optional(),
  sum: z
    .array(z.strictObject({ into: column, columns }))
    .max(100)
    .optional(),
  fold: fold.optional(),
  markers: z
    .strictObject({ column, signs: z.record(text, z.enum(['missing', 'suppressed', 'zero'])) })
    .optional(),
  unique: columns.optional(),
  quarters: z.enum(['calendar', 'financial']).optional(),
})

const columnRule = z.strictObject({
  field: column,
  headers: columns.min(1, 'a column rule names at least one header'),
  optional: z.literal(true).optional(),
  blank: z.literal('accepted').optional(),
  part: z.enum(['whole', 'lsoaDistrict']).optional(),
  values: z.record(text, text).optional(),
  prefix: text.optional(),
  shorten: z.literal(true).optional(),
  dates: z.enum(['monthFirst', 'compact', 'excelDays']).optional(),
})

/** A mapping profile as it comes from a page or a file: everything that `Profile` may hold, and nothing else. */
export const profileSchema: z.ZodType<Profile, Profile> = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{1,58}$/, 'a name is small letters, digits and hyphens, 2 to 59 of them'),
    version: z.int().positive().optional(),
    label: z.string().trim().max(120),
    meaning: z.string().trim().max(600),
    feed: z.enum(feeds.map(({ id }) => id)),
    layout: layout.optional(),
    columns: z.array(columnRule).max(200),
    publisher: text.optional(),
    about: z.literal('police').optional(),
    caution: z.string().max(600).optional(),
    ignored: columns,
    constants: z.record(column, text),
    otherAgencies: z.enum(['reject', 'keep']),
    otherPlaces: z.enum(['expected', 'suspect', 'leave out']),
  })
  .superRefine((profile, check) => {
    const feed = findFeed(profile.feed)
    if (feed === null) return
    const named = [...profile.columns.map(({ field }) => field), ...Object.keys(profile.constants)]
    for (const name of named) {
      if (name !== 'agency' && findField(feed, name) === null)
        check.addIssue({ code: 'custom', message: `the feed ${feed.id} has no field ‘${name}’` })
    }
    for (const name of named.filter((field, at) => named.indexOf(field) < at))
      check.addIssue({ code: 'custom', message: `‘${name}’ is given twice` })
  })
