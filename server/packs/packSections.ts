import type { Erratum } from '../../shared/editions/edition.ts'
import type { Figure, FigureTable } from '../../shared/figures/figure.ts'
import { capitalise } from '../../shared/figures/capitalise.ts'
import { formatDate } from '../../shared/figures/formatDate.ts'
import { formatValue } from '../../shared/figures/formatValue.ts'
import type { PackQuestion } from '../../shared/packs/pack.ts'
import { periodLabel } from '../../shared/periods/periodLabel.ts'
import type { ReportBlock } from '../../shared/report/report.ts'
import { restatementWords } from '../../shared/series/restatement.ts'
import { richTextOf, type RichParagraph } from '../../shared/report/richText.ts'
import type { Scorecard } from '../../shared/series/scorecard.ts'

const mostFindings = 8
const mostErrata = 40

/** What the edition found unusual, strongest first, as the overview says it. */
export function changedSection({ findings, area, period }: Scorecard): ReportBlock[] {
  const shown = findings.slice(0, mostFindings)
  const items = shown.map(({ headline, detail }): RichParagraph => ({
    kind: 'bullet',
    runs: [
      { text: `${capitalise(headline)}.`, bold: true, italic: false, link: null },
      ...(detail === '' ? [] : [{ text: ` ${detail}`, bold: false, italic: false, link: null }]),
    ],
  }))
  const more = findings.length - shown.length
  return [
    { kind: 'heading', level: 1, text: 'What changed' },
    {
      kind: 'text',
      text:
        items.length === 0
          ? richTextOf(`Nothing unusual is found in ${area.name} for ${period.label}.`)
          : [
              ...richTextOf(`${area.name}, ${period.label}: what is unusual, strongest first.`),
              ...items,
              ...(more > 0 ? richTextOf(`${more} more are in the overview of the edition.`) : []),
            ],
    },
  ]
}

/** The questions that the board has asked; nothing where none are given. */
export function questionsSection(questions: readonly PackQuestion[]): ReportBlock[] {
  if (questions.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: 'Questions' },
    {
      kind: 'table',
      title: 'Questions of the board',
      table: {
        columns: ['Question', 'Text', 'Asked of', 'State'].map(textColumn),
        rows: questions.map(({ name, text, askedOf, state }) => [name, text, askedOf, state]),
      },
      note: null,
    },
  ]
}

/** What the last pack printed and has been restated since; figures that were provisional then are only counted. */
export function errataSection(
  errata: readonly Erratum[],
  last: { readonly title: string; readonly meetingDate: string } | null,
): ReportBlock[] {
  const head: ReportBlock = { kind: 'heading', level: 1, text: 'Corrections since the last pack' }
  if (last === null)
    return [
      head,
      { kind: 'text', text: richTextOf('This is the first pack, so there is nothing to correct.') },
    ]
  const final = errata.filter(({ published }) => published === 'final')
  const provisional = errata.length - final.length
  const since = `the pack “${last.title}” of ${formatDate(last.meetingDate)}`
  const filledIn =
    provisional === 0
      ? ''
      : ` ${provisional === 1 ? 'One figure' : `${provisional} figures`} marked provisional then ${provisional === 1 ? 'has' : 'have'} changed as expected.`
  if (final.length === 0)
    return [
      head,
      {
        kind: 'text',
        text: richTextOf(`Nothing that counted as final in ${since} has been restated.${filledIn}`),
      },
    ]
  const shown = final.slice(0, mostErrata)
  const left =
    final.length > shown.length
      ? ` The newest ${shown.length} of ${final.length} are listed; the dashboard lists all under Editions.`
      : ''
  return [
    head,
    {
      kind: 'table',
      title: `Figures of ${since} that have been restated`,
      table: {
        columns: ['Measure', 'Area', 'Period', 'Was', 'Now', 'Kind and reason'].map(textColumn),
        rows: shown.map((each) => [
          each.metricName,
          each.areaName,
          periodLabel(each.period, each.grain),
          said(each, each.was),
          said(each, each.now),
          `${capitalise(restatementWords[each.kind])}${each.reason === null ? '' : `: ${each.reason}`}`,
        ]),
      },
      note: `${filledIn}${left}`.trim() || null,
    },
  ]
}

/** What the measures of these figures count, once each. */
export function definitionsSection(figures: readonly Figure[]): ReportBlock[] {
  const metrics = [...new Map(figures.map(({ metric }) => [metric.id, metric])).values()]
  if (metrics.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: 'Definitions' },
    {
      kind: 'table',
      title: 'What the measures count',
      table: {
        columns: ['Measure', 'What it counts'].map(textColumn),
        rows: metrics.map(({ name, definition }) => [name, definition]),
      },
      note: null,
    },
  ]
}

function said({ unit }: Erratum, value: number | null): string {
  return value === null ? 'none' : formatValue(value, { unit })
}

function textColumn(head: string): FigureTable['columns'][number] {
  return { head, numberFormat: null, brief: true }
}
