import type { Report } from '../../../shared/report/report.ts'
import type { Briefing } from '../../../shared/scrutiny/briefing.ts'
import { readsMetric } from '../../access/readsMetric.ts'
import { editionsOf } from '../../editions/editionStore.ts'
import { errataTogether } from '../../editions/errataOf.ts'
import { errataRemembered } from '../../editions/errataRemembered.ts'
import type { Freezing } from '../questions/freezeFigure.ts'
import { questionsFor, type Reading } from '../questions/questionStore.ts'
import { quotingQuestions } from '../questions/quotingQuestions.ts'
import { recommendationsFor } from '../recommendations/recommendationStore.ts'
import { briefingReport } from './briefingReport.ts'

/** A briefing put together from what this person may read. */
export async function composeBriefing(
  freezing: Freezing,
  { reading, briefing }: { readonly reading: Reading; readonly briefing: Briefing },
): Promise<Report> {
  const { installation, reader, viewer } = freezing
  const { workspace } = installation
  const questions = await questionsFor(reading)
  const synthetic = installation.register.all().every((submission) => submission.synthetic)
  const lists = []
  for (const edition of await editionsOf(workspace, { synthetic }))
    lists.push(await errataRemembered(workspace, reader, edition))
  const { areas } = viewer
  const errata = errataTogether(lists).filter(
    ({ area, metric }) => (areas === 'all' || areas.includes(area)) && readsMetric(viewer, metric),
  )
  return briefingReport(freezing, {
    briefing,
    questions,
    recommendations: await recommendationsFor(reading),
    errata: await quotingQuestions(workspace, errata, questions),
  })
}
