import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import { publishedWords } from '../../shared/figures/editionWords.ts'
import type { Figure } from '../../shared/figures/figure.ts'
import type { FigureRequest } from '../../shared/figures/figureRequest.ts'
import { formatDate } from '../../shared/figures/formatDate.ts'
import { introduction, type PackMark, type PackQuestion } from '../../shared/packs/pack.ts'
import type { Report, ReportBlock } from '../../shared/report/report.ts'
import { richTextOf } from '../../shared/report/richText.ts'
import { boardReader } from '../editions/boardReader.ts'
import { editionOf } from '../editions/editionStore.ts'
import { errataRemembered } from '../editions/errataRemembered.ts'
import { publishedOverview } from '../editions/readEdition.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import { packFigure, type PackAnswers } from './packFigures.ts'
import { changedSection, definitionsSection, errataSection, questionsSection } from './packSections.ts'
import { itemsOf, packsOf, textsOf } from './packStore.ts'

export interface PackMaking {
  readonly workspace: Workspace
  readonly reader: MetricsReader
  readonly answers: PackAnswers
  /** Gives a figure its reference; a draft's figures have none. */
  readonly cite: (
    figure: Figure,
    asked: { readonly request: FigureRequest; readonly place: number },
  ) => Promise<Figure>
  /** The questions that the board has asked, for a pack that lists them. */
  readonly questions: () => Promise<readonly PackQuestion[]>
  readonly now: Date
  /** Hears how many figures are there. */
  readonly onFigure?: (done: number) => void
  readonly signal?: AbortSignal
}

/** A pack as the report that is shown, printed and written, with its figures by item and what could not be shown. */
export interface ComposedPack {
  readonly report: Report
  readonly figures: ReadonlyMap<string, Figure>
  readonly problems: readonly string[]
}

/** Puts a pack together: introduction, what changed, figures with their commentary, questions, corrections, definitions. */
export async function composePack(making: PackMaking, pack: PackMark): Promise<ComposedPack> {
  const { workspace, reader, answers, cite, questions, now } = making
  const [items, texts, edition] = await Promise.all([
    itemsOf(workspace, pack.number),
    textsOf(workspace, pack.number),
    editionOf(workspace, pack.edition),
  ])
  const overview = await publishedOverview(
    { workspace, partnership: reader.partnership, viewer: boardReader, edition: pack.edition },
    { months: 3 },
  )
  const figures = new Map<string, Figure>()
  const problems: string[] = []
  const shown: ReportBlock[] = []
  for (const [at, item] of items.entries()) {
    const { id, request, shows } = item
    making.signal?.throwIfAborted()
    const found = await packFigure(answers, item)
    const text = texts.get(id)?.value ?? []
    if ('problem' in found) {
      problems.push(`Figure ${at + 1}: ${found.problem}`)
      shown.push({ kind: 'heading', level: 2, text: 'A figure that cannot be shown' })
      shown.push({ kind: 'text', text: [...richTextOf(found.problem), ...text] })
    } else {
      const figure = await cite(found.figure, { request, place: 0 })
      figures.set(id, figure)
      shown.push({ kind: 'heading', level: 2, text: figure.title })
      if (text.length > 0) shown.push({ kind: 'text', text })
      shown.push({ kind: 'figure', figure, shows })
    }
    making.onFigure?.(at + 1)
  }
  const opening = texts.get(introduction)?.value ?? []
  const last = await lastPack(workspace, pack)
  const held = [...figures.values()]
  const synthetic = pack.synthetic || held.some((figure) => figure.synthetic)
  const state = [
    ...(pack.status === 'draft' ? ['Draft, not published.'] : []),
    publishedWords(edition),
    ...(synthetic ? ['Synthetic sample data.'] : []),
  ].join(' ')
  return {
    report: {
      title: pack.title,
      subtitle: `For the meeting of ${formatDate(pack.meetingDate)}`,
      board: reader.partnership.board,
      state,
      made: now.toISOString(),
      synthetic,
      blocks: [
        ...section('Introduction', opening.length === 0 ? [] : [{ kind: 'text', text: opening }]),
        ...changedSection(overview),
        ...section('Figures', shown),
        ...questionsSection(pack.questions ? await questions() : []),
        ...errataSection(last === null ? [] : await errataSince(making, last), last),
        ...definitionsSection(held),
      ],
    },
    figures,
    problems,
  }
}

function section(title: string, blocks: readonly ReportBlock[]): ReportBlock[] {
  return blocks.length === 0 ? [] : [{ kind: 'heading', level: 1, text: title }, ...blocks]
}

/** The published pack that the board read before this one; null where there is none. */
async function lastPack(workspace: Workspace, pack: PackMark): Promise<PackMark | null> {
  const published = (await packsOf(workspace, { synthetic: pack.synthetic })).filter(
    ({ number, status }) => status === 'published' && number !== pack.number,
  )
  return published.find(({ number }) => number === pack.rolledFrom) ?? published[0] ?? null
}

/** What of the measures that the last pack showed has been restated since its edition. */
async function errataSince({ workspace, reader }: PackMaking, last: PackMark) {
  const shown = new Set((await itemsOf(workspace, last.number)).map(({ request }) => request.query.metric))
  const errata = await errataRemembered(workspace, reader, await editionOf(workspace, last.edition))
  return errata.filter(({ metric }) => shown.has(metric))
}
