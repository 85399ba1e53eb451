import type { Viewer } from '../../shared/access/viewer.ts'
import type { PackMark } from '../../shared/packs/pack.ts'
import type { Report } from '../../shared/report/report.ts'
import { outsideViewer } from '../access/outsideViewer.ts'
import { answersFor } from '../export/answersFor.ts'
import type { Installation } from '../installation.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import { askedQuestions } from './askedQuestions.ts'
import { composePack, type PackMaking } from './composePack.ts'
import type { PackAnswers } from './packFigures.ts'
import { publishedReport } from './packStore.ts'

interface From {
  readonly installation: Installation
  readonly reader: MetricsReader
}

/** Where the figures of a pack come from: what this person may read, with small numbers hidden whoever it is. */
export function packAnswers(from: From, viewer: Viewer): PackAnswers {
  return answersFor(from, outsideViewer(viewer, 'hidden'))
}

/** What it takes to put a draft together without publishing it. */
export function draftMaking(from: From, viewer: Viewer): PackMaking {
  const { workspace, now } = from.installation
  return {
    workspace,
    reader: from.reader,
    answers: packAnswers(from, viewer),
    cite: async (figure) => figure,
    questions: () => askedQuestions(from.installation, now()),
    now: now(),
  }
}

/** A pack as its readers get it: a published one as it was published, a draft as it stands. */
export async function packReport(from: From, viewer: Viewer, pack: PackMark): Promise<Report> {
  const published = await publishedReport(from.installation.workspace, pack.number)
  return published ?? (await composePack(draftMaking(from, viewer), pack)).report
}
