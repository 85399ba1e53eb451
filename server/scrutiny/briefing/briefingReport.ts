import { formatDate } from '../../../shared/figures/formatDate.ts'
import type { Erratum } from '../../../shared/editions/edition.ts'
import type { Report, ReportBlock } from '../../../shared/report/report.ts'
import { richTextOf, type RichText } from '../../../shared/report/richText.ts'
import type { Briefing } from '../../../shared/scrutiny/briefing.ts'
import type { FigureSince, PromiseSince, Question } from '../../../shared/scrutiny/question.ts'
import { questionName } from '../../../shared/scrutiny/questionName.ts'
import { questionStatuses } from '../../../shared/scrutiny/questionStatus.ts'
import type { Recommendation } from '../../../shared/scrutiny/recommendation.ts'
import { QueryRefusal } from '../../metrics/queryRefusal.ts'
import { figureToFreeze, usualEdition, type Freezing } from '../questions/freezeFigure.ts'
import { figureSince, frozenOf } from '../since/figureSince.ts'
import { promiseSince } from '../since/promiseSince.ts'
import { errataTable, overdueTable, promisesTable, recommendationsTable, sinceTable } from './tables.ts'

interface Sources {
  readonly briefing: Briefing
  /** The whole ledger, as far as this reader may see it. */
  readonly questions: readonly Question[]
  readonly recommendations: readonly Recommendation[]
  readonly errata: readonly Erratum[]
}

const mostErrata = 20
const daysAhead = 92

/**
 * The briefing for a meeting: the chosen questions with their evidence as it was frozen and as it is now, the replies,
 * what is overdue, what inspectorates ask for by then, and which published figures were corrected.
 */
export async function briefingReport(freezing: Freezing, sources: Sources): Promise<Report> {
  const { installation, viewer, reader } = freezing
  const { briefing, questions, recommendations, errata } = sources
  const { title, meeting, introduction } = briefing.texts
  const chosen = briefing.questions.flatMap((number) => questions.filter((each) => each.number === number))
  const blocks: ReportBlock[] = []
  if (introduction.value !== '') blocks.push({ kind: 'text', text: richTextOf(introduction.value) })
  blocks.push({ kind: 'heading', level: 1, text: 'Questions' })
  if (chosen.length === 0) blocks.push(words('No question has been chosen yet.'))
  for (const question of chosen) blocks.push(...(await questionBlocks(freezing, question)))
  blocks.push(...overdueBlocks(questions))
  blocks.push(...recommendationBlocks(recommendations, briefing.meetingDate))
  blocks.push(...errataBlocks(errata))
  const edition = await usualEdition({ installation, viewer }, '')
  return {
    title: title.value,
    subtitle: `${meeting.value}, ${formatDate(briefing.meetingDate)}`,
    board: installation.partnership.board,
    state:
      edition === null
        ? `Figures of now are live, up to submission ${reader.register.position()}; those of a question are as they were when it was asked.`
        : 'Figures of now are as last published; those of a question are as they were when it was asked.',
    made: installation.now().toISOString(),
    synthetic: reader.register.all().every(({ synthetic }) => synthetic),
    blocks,
  }
}

async function questionBlocks(freezing: Freezing, question: Question): Promise<ReportBlock[]> {
  const { number, texts, status, askedAt, promises } = question
  const sinces: FigureSince[] = []
  for (const { citation } of question.figures)
    if (citation !== null && askedAt !== null)
      sinces.push(await figureSince(freezing, { citation, day: askedAt.slice(0, 10) }))
  const kept = new Map<number, PromiseSince>()
  for (const promise of promises) {
    const since = await promiseSince(freezing, promise)
    if (since) kept.set(promise.number, since)
  }
  const whom = texts.askedOf.value === '' ? 'Not addressed yet' : `To ${texts.askedOf.value}`
  const when = askedAt === null ? '' : `, asked ${formatDate(askedAt)}`
  return [
    { kind: 'heading', level: 2, text: `${questionName(number)}. ${texts.text.value}` },
    {
      kind: 'text',
      text: [
        ...labelled('', `${whom}${when}. ${questionStatuses[status]}.`),
        ...labelled('Why it is asked', texts.why.value),
        ...bullets(texts.caveats.value),
      ],
    },
    ...(await evidenceBlocks(freezing, question)),
    ...(sinces.length > 0
      ? [tableBlock('What happened since it was asked', sinceTable(sinces), judgedNote)]
      : []),
    ...(texts.reply.value === ''
      ? []
      : [{ kind: 'text' as const, text: labelled('The reply so far', texts.reply.value) }]),
    ...(promises.length > 0 ? [tableBlock('What was promised', promisesTable(promises, kept), null)] : []),
  ]
}

const judgedNote =
  'A figure that moved after a question did not necessarily move because of it. Nothing is said where there are fewer than 12 final figures before and 7 after.'

/** The figures as they were when asked; of a draft, as they are now. What cannot be shown says why. */
async function evidenceBlocks(freezing: Freezing, { figures }: Question): Promise<ReportBlock[]> {
  const { installation } = freezing
  const blocks: ReportBlock[] = []
  for (const { citation, request } of figures) {
    try {
      if (citation !== null) {
        const { figure } = await frozenOf(installation.workspace, citation)
        blocks.push({ kind: 'figure', figure, shows: 'chart' })
        continue
      }
      const { figure } = await figureToFreeze(freezing, request)
      if (figure) blocks.push({ kind: 'figure', figure, shows: 'chart' })
    } catch (error) {
      if (!(error instanceof QueryRefusal)) throw error
      blocks.push(words(`A figure cannot be shown: ${error.message}`))
    }
  }
  return blocks
}

function overdueBlocks(questions: readonly Question[]): ReportBlock[] {
  const overdue = questions.filter((question) => question.overdue)
  return [
    { kind: 'heading', level: 1, text: 'Promises overdue' },
    overdue.length === 0
      ? words('No promise is past its day.')
      : tableBlock('Promises past their day', overdueTable(overdue), null),
  ]
}

function recommendationBlocks(all: readonly Recommendation[], meeting: string): ReportBlock[] {
  const until = new Date(Date.parse(meeting) + daysAhead * 86_400_000).toISOString().slice(0, 10)
  const due = all.filter(
    ({ due: day, state, late }) =>
      late || (day !== null && day <= until && (state === 'open' || state === 'underWay')),
  )
  return [
    { kind: 'heading', level: 1, text: 'Recommendations and orders due' },
    due.length === 0
      ? words(`None is overdue or due by ${formatDate(until)}.`)
      : tableBlock(
          'Recommendations and orders due',
          recommendationsTable(due),
          `Overdue, or due by ${formatDate(until)}.`,
        ),
  ]
}

function errataBlocks(errata: readonly Erratum[]): ReportBlock[] {
  const corrected = errata.filter(({ published }) => published === 'final')
  const shown = corrected.slice(0, mostErrata)
  const more = corrected.length - shown.length
  return [
    { kind: 'heading', level: 1, text: 'Published figures that have been corrected' },
    shown.length === 0
      ? words('No published figure that had counted as final has been corrected.')
      : tableBlock(
          'Corrections',
          errataTable(shown),
          more > 0 ? `The newest ${shown.length}; ${more} more are under Editions.` : null,
        ),
  ]
}

function tableBlock(title: string, table: ReturnType<typeof sinceTable>, note: string | null): ReportBlock {
  return { kind: 'table', title, table, note }
}

function words(text: string): ReportBlock {
  return { kind: 'text', text: richTextOf(text) }
}

function labelled(label: string, text: string): RichText {
  return richTextOf(text).map((paragraph, i) =>
    i === 0 && label !== ''
      ? {
          ...paragraph,
          runs: [{ text: `${label}. `, bold: true, italic: false, link: null }, ...paragraph.runs],
        }
      : paragraph,
  )
}

function bullets(lines: string): RichText {
  return richTextOf(lines).map((paragraph) => ({ ...paragraph, kind: 'bullet' }))
}
