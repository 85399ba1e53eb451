import type { Workspace } from '../../../db/workspace/openWorkspace.ts'
import type { Erratum } from '../../../shared/editions/edition.ts'
import type { Figure } from '../../../shared/figures/figure.ts'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import type { Question } from '../../../shared/scrutiny/question.ts'

/** The errata with the questions, of those given, whose frozen figures quote the old value. */
export async function quotingQuestions(
  workspace: Workspace,
  errata: readonly Erratum[],
  questions: readonly Question[],
): Promise<Erratum[]> {
  const cited = questions.flatMap(({ number, figures }) =>
    figures.flatMap(({ citation }) => (citation === null ? [] : [{ number, citation }])),
  )
  if (cited.length === 0 || errata.length === 0) return [...errata]
  const rows = await workspace
    .selectFrom('citation')
    .select(['id', 'figure'])
    .where('id', 'in', [...new Set(cited.map(({ citation }) => citation))].slice(0, 900))
    .execute()
  const figures = new Map(rows.map(({ id, figure }) => [id, JSON.parse(figure) as Figure]))
  return errata.map((erratum) => {
    const quoting = cited.flatMap(({ number, citation }) => {
      const figure = figures.get(citation)
      return figure && quotes(figure, erratum) ? [number] : []
    })
    return { ...erratum, questions: [...new Set(quoting)].toSorted((a, b) => a - b) }
  })
}

function quotes(
  { metric, areas, chart }: Figure,
  { metric: id, area, period, grain, was }: Erratum,
): boolean {
  if (metric.id !== id || areas.length !== 1 || areas[0] !== area || chart === null) return false
  const place = chart.categories.indexOf(periodLabel(period, grain))
  return place >= 0 && chart.series.some(({ role, values }) => role === 'value' && values[place] === was)
}
