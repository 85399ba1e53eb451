import { csvText } from '../../../shared/figures/csvCell.ts'
import { themeLabel } from '../../../shared/metrics/themes.ts'
import { exportOnlyColumns, importColumns } from '../../../shared/scrutiny/importColumns.ts'
import { promiseStates } from '../../../shared/scrutiny/promise.ts'
import type { Question } from '../../../shared/scrutiny/question.ts'
import { questionName } from '../../../shared/scrutiny/questionName.ts'
import { questionStatuses } from '../../../shared/scrutiny/questionStatus.ts'

/** Questions as a file that the import takes back, a row for each promise; no cell of it runs as a formula. */
export function questionsCsv(questions: readonly Question[], origin: string): string {
  const head = [...Object.values(importColumns), ...exportOnlyColumns]
  const rows = questions.flatMap((question) => {
    const { number, theme, status, texts, figures, promises, createdAt, askedAt, overdue } = question
    const given = promises.length === 0 ? [null] : promises
    return given.map((promise) => [
      texts.text.value,
      themeLabel(theme),
      texts.askedOf.value,
      texts.meeting.value,
      texts.meetingDate.value,
      texts.owner.value,
      questionStatuses[status],
      texts.why.value,
      texts.reply.value,
      promise?.text.value ?? '',
      promise?.due ?? '',
      promise === null ? '' : promiseStates[promise.state],
      questionName(number),
      createdAt,
      askedAt ?? '',
      figures
        .map(({ metric, citation }) => (citation === null ? metric : `${metric} ${origin}/c/${citation}`))
        .join('; '),
      overdue ? 'yes' : 'no',
    ])
  })
  return `\u{feff}${csvText(head, rows)}`
}
