import type { FastifyInstance } from 'fastify'
import { matchesFilter, questionFilter } from '../../shared/scrutiny/questionFilter.ts'
import { ownOrigin } from '../access/ownOrigin.ts'
import { errorLine } from '../errorLine.ts'
import type { ExportJobs } from '../export/exportJobs.ts'
import { writeAside } from '../export/writeAside.ts'
import type { Installation } from '../installation.ts'
import { localDate } from '../localDate.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import { briefingOf } from '../scrutiny/briefing/briefingStore.ts'
import { composeBriefing } from '../scrutiny/briefing/composeBriefing.ts'
import { questionsCsv } from '../scrutiny/questions/exportQuestions.ts'
import { questionsFor } from '../scrutiny/questions/questionStore.ts'
import { ScrutinyRefusal } from '../scrutiny/scrutinyRefusal.ts'
import { tooMany } from './exportRoutes.ts'
import { jobOwner } from './jobOwner.ts'
import { requestActor } from './requestActor.ts'

interface Options {
  readonly installation: Installation
  readonly reader: MetricsReader
  readonly jobs: ExportJobs
}

/** The ledger as a file, and a briefing as a Word document. */
export async function scrutinyRoutes(
  app: FastifyInstance,
  { installation, reader, jobs }: Options,
): Promise<void> {
  const { workspace, partnership, audit, config, now } = installation
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof ScrutinyRefusal) return reply.code(400).send({ message: error.message })
    throw error
  })

  app.get('/api/questions.csv', { config: { access: 'figures' } }, async (request, reply) => {
    const filter = questionFilter.safeParse(request.query)
    if (!filter.success) return reply.code(400).send({ message: 'The filter cannot be read.' })
    const actor = requestActor(request)
    // Noted before it is made: what could not be noted does not leave.
    await audit.record({
      event: 'scrutiny.exported',
      by: actor,
      subject: 'questions',
      detail: { filter: filter.data },
    })
    const reading = { workspace, partnership, viewer: actor.viewer, today: localDate(now()) }
    const found = (await questionsFor(reading)).filter((question) =>
      matchesFilter(question, filter.data, partnership.code),
    )
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="questions.csv"')
      .send(questionsCsv(found, ownOrigin(config, request)))
  })

  app.post<{ Params: { number: string } }>(
    '/api/briefings/:number/exports',
    { config: { access: 'questions' } },
    async (request, reply) => {
      const number = /^[1-9]\d{0,5}$/.test(request.params.number) ? Number(request.params.number) : 0
      const briefing = await briefingOf(workspace, number)
      const actor = requestActor(request)
      await audit.record({
        event: 'scrutiny.exported',
        by: actor,
        subject: `briefing ${number}`,
        detail: { form: 'docx' },
      })
      const { viewer } = actor
      const reading = { workspace, partnership, viewer, today: localDate(now()) }
      const id = jobs.start(
        {
          owner: jobOwner(actor),
          steps: 2,
          make: async (done, signal) => {
            const report = await composeBriefing({ installation, reader, viewer }, { reading, briefing })
            done(1)
            const bytes = await writeAside({ kind: 'report', format: 'docx', report }, signal)
            return { name: `briefing-${briefing.meetingDate}.docx`, bytes }
          },
        },
        (error) => app.log.error(errorLine(error)),
      )
      return id === null ? reply.code(429).send({ message: tooMany }) : reply.code(202).send({ id })
    },
  )
}
