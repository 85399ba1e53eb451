import type { FastifyInstance } from 'fastify'
import { auditFilterSchema } from './auditRouter.ts'
import type { Installation } from '../installation.ts'

const columns = [
  'number',
  'at',
  'event',
  'who',
  'role',
  'account',
  'subject',
  'detail',
  'address',
  'session',
  'hash',
] as const
const most = 100_000

/** The audit log as a CSV file, with the filters of the page; that it was taken is an event too. */
export async function auditExport(
  app: FastifyInstance,
  { installation }: { readonly installation: Installation },
): Promise<void> {
  app.get('/api/audit.csv', { config: { access: 'people' } }, async (request, reply) => {
    const filter = auditFilterSchema.safeParse(request.query)
    if (!filter.success) return reply.code(400).send({ message: 'The filter cannot be read.' })
    if (!request.actor) throw new Error('a guarded route without an actor')
    await installation.audit.record({
      event: 'audit.exported',
      by: request.actor,
      detail: { filter: filter.data },
    })
    const events = await installation.audit.search(filter.data, most)
    const lines = events.map((event) => columns.map((column) => cell(event[column])).join(','))
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="audit.csv"')
      .send(`\u{feff}${[columns.join(','), ...lines].join('\r\n')}\r\n`)
  })
}

/** A cell that no spreadsheet takes for a formula. */
function cell(value: string | number | null): string {
  if (typeof value === 'number') return String(value)
  const text = value ?? ''
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
