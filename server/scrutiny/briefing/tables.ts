import type { Erratum } from '../../../shared/editions/edition.ts'
import type { FigureTable } from '../../../shared/figures/figure.ts'
import { formatDate } from '../../../shared/figures/formatDate.ts'
import { formatValue } from '../../../shared/figures/formatValue.ts'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import { movementSentence, movementWords } from '../../../shared/scrutiny/movement.ts'
import { promiseStates } from '../../../shared/scrutiny/promise.ts'
import type { FigureSince, PromiseEntry, PromiseSince, Question } from '../../../shared/scrutiny/question.ts'
import { questionName } from '../../../shared/scrutiny/questionName.ts'
import { recommendationStates, type Recommendation } from '../../../shared/scrutiny/recommendation.ts'

const none = '–'

/** A table of words; no cell of it is empty. */
function wordsTable(heads: readonly string[], rows: readonly (readonly string[])[]): FigureTable {
  return {
    columns: heads.map((head) => ({ head, numberFormat: null, brief: true })),
    rows: rows.map((row) => row.map((cell) => (cell === '' ? none : cell))),
  }
}

/** The figures then and now, a row each. */
export function sinceTable(sinces: readonly FigureSince[]): FigureTable {
  return wordsTable(
    ['Measure', 'When asked', 'Now', 'Restated since', 'Since it was asked'],
    sinces.map((since) => [
      since.measure,
      figureCell(since, since.frozen),
      figureCell(since, since.now),
      restatedWords(since),
      `${movementWords(since.movement)}. ${movementSentence(since.movement)}`,
    ]),
  )
}

/** What was promised, by when, and what the figures say of it. */
export function promisesTable(
  promises: readonly PromiseEntry[],
  sinces: ReadonlyMap<number, PromiseSince>,
): FigureTable {
  return wordsTable(
    ['Promise', 'Due', 'State', 'Figure', 'Target'],
    promises.map((promise) => {
      const since = sinces.get(promise.number)
      return [
        promise.text.value,
        `${formatDate(promise.due)}${promise.overdue ? ' (overdue)' : ''}`,
        promiseStates[promise.state],
        since
          ? `${figureCell(since.figure, since.figure.frozen)} then, ${figureCell(since.figure, since.figure.now)} now. ${movementWords(since.figure.movement)}.`
          : 'none agreed',
        targetWords(promise, since),
      ]
    }),
  )
}

/** Whether the figure has come to what was promised, in words. */
function targetWords({ measure }: PromiseEntry, since: PromiseSince | undefined): string {
  if (measure === null || since === undefined) return none
  const { unit, basis } = since.figure
  const aim = `${measure.direction === 'atLeast' ? 'at least' : 'at most'} ${formatValue(measure.target, { unit, basis })}`
  if (since.target.kind === 'unknown') return `${aim}: not known. ${since.target.why}`
  const { label, value } = since.target.at
  return `${aim}: ${since.target.kind === 'met' ? 'met' : 'not met'} (${formatValue(value, { unit, basis })}, ${label})`
}

/** Promises past their day, of the whole ledger. */
export function overdueTable(questions: readonly Question[]): FigureTable {
  return wordsTable(
    ['Question', 'Promise', 'By', 'Due'],
    questions.flatMap(({ number, texts, promises }) =>
      promises
        .filter(({ overdue }) => overdue)
        .map(({ text, due }) => [questionName(number), text.value, texts.askedOf.value, formatDate(due)]),
    ),
  )
}

export function recommendationsTable(recommendations: readonly Recommendation[]): FigureTable {
  return wordsTable(
    ['From', 'What', 'Who', 'Due', 'State', 'Latest'],
    recommendations.map(({ texts, due, state, late, notes }) => [
      [texts.source.value, texts.reference.value].filter((each) => each !== '').join(', '),
      texts.text.value,
      texts.who.value,
      due === null ? none : `${formatDate(due)}${late ? ' (overdue)' : ''}`,
      recommendationStates[state],
      notes[0]?.text ?? none,
    ]),
  )
}

export function errataTable(errata: readonly Erratum[]): FigureTable {
  const say = (value: number | null, { unit }: Erratum) =>
    value === null ? 'none' : formatValue(value, { unit })
  return wordsTable(
    ['Figure', 'Period', 'Was', 'Now', 'Quoted in'],
    errata.map((each) => [
      `${each.metricName}, ${each.areaName}`,
      periodLabel(each.period, each.grain),
      say(each.was, each),
      say(each.now, each),
      [...each.editions.map(({ title }) => title), ...(each.questions ?? []).map(questionName)].join(', '),
    ]),
  )
}

function figureCell({ unit, basis }: FigureSince, figure: FigureSince['frozen']): string {
  return figure === null ? none : `${formatValue(figure.value, { unit, basis })} (${figure.label})`
}

function restatedWords({ restated, unit, basis }: FigureSince): string {
  if (restated.length === 0) return 'no'
  const shown = restated.slice(-3).map(({ label, was, now }) => {
    const say = (value: number | null) => (value === null ? 'none' : formatValue(value, { unit, basis }))
    return `${label}: was ${say(was)}, now ${say(now)}`
  })
  const more = restated.length - shown.length
  return `${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`
}
