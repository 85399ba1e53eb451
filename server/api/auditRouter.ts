import { z } from 'zod'
import { auditEvents, isAuditEventName } from '../../shared/access/auditEvent.ts'
import { procedure, router } from './trpc.ts'

const day = z.iso.date().optional()

export const auditFilterSchema = z.strictObject({
  event: z.string().max(60).optional(),
  text: z.string().max(200).optional(),
  from: day,
  to: day,
})

const pageSize = 100

/** The audit log, for administrators; and what a page has to tell it. */
export const auditRouter = router({
  search: procedure
    .meta({ access: 'people' })
    // A page by page query also says in which direction it goes on; there is only one.
    .input(
      auditFilterSchema.extend({
        cursor: z.int().positive().nullish(),
        direction: z.literal('forward').optional(),
      }),
    )
    .query(async ({ ctx, input: { cursor, direction: _forward, ...filter } }) => {
      const events = await ctx.installation.audit.search(
        { ...filter, before: cursor ?? undefined },
        pageSize + 1,
      )
      return {
        events: events.slice(0, pageSize).map((event) => ({
          number: event.number,
          at: event.at,
          event: isAuditEventName(event.event) ? auditEvents[event.event] : event.event,
          who: event.who,
          role: event.role,
          subject: event.subject,
          detail: event.detail === '{}' ? '' : event.detail,
          address: event.address,
        })),
        more: events.length > pageSize,
      }
    }),
  /** A page made a picture or file of figures it had been given. */
  exported: procedure
    .meta({ access: 'figures', audit: 'byHandler' })
    .input(
      z.strictObject({
        form: z.enum(['png', 'svg', 'csv', 'json', 'clipboard', 'print', 'xlsx', 'pptx', 'docx', 'pdf']),
        what: z.string().max(300),
      }),
    )
    .mutation(async ({ ctx, input: { form, what } }) => {
      await ctx.installation.audit.record({
        event: 'figures.exported',
        by: ctx.actor,
        subject: what,
        detail: { form, disclosure: ctx.viewer.disclosure },
      })
    }),
})
