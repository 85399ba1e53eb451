import '../../../styles/history.css'
import { formatDate } from '../../../../shared/figures/formatDate.ts'
import { promiseStates } from '../../../../shared/scrutiny/promise.ts'
import { questionStatuses } from '../../../../shared/scrutiny/questionStatus.ts'
import { themeLabel, themes } from '../../../../shared/metrics/themes.ts'

interface Change {
  readonly subject: string
  readonly field: string
  readonly was: string
  readonly became: string
  readonly by: string
  readonly at: string
}

const names: Readonly<Record<string, string>> = {
  text: 'the words',
  why: 'why it is asked',
  caveats: 'what to bear in mind',
  askedOf: 'whom it is asked of',
  owner: 'who sees to it',
  meeting: 'the meeting',
  meetingDate: 'the date of the meeting',
  reply: 'the reply',
  status: 'where it stands',
  theme: 'the theme',
  figures: 'the figures',
  due: 'the day it is due',
  state: 'what became of it',
}

/** Everything that happened to a question and its promises, newest first. */
export function History({ changes }: { changes: readonly Change[] }) {
  return (
    <details className="qhistory">
      <summary>
        <h2 className="h3">History of {changes.length} changes</h2>
      </summary>
      <ol>
        {changes.toReversed().map((change, i) => (
          <li key={i}>
            <p className="kick">
              {formatDate(change.at)}, {change.at.slice(11, 16)} UTC, {change.by}
            </p>
            <p>
              {change.subject.startsWith('promise') ? 'Promise: ' : ''}
              {names[change.field] ?? change.field}
            </p>
            {change.was !== '' && <p className="typed was">{say(change.field, change.was)}</p>}
            <p className="typed">{change.became === '' ? 'nothing' : say(change.field, change.became)}</p>
          </li>
        ))}
      </ol>
    </details>
  )
}

function say(field: string, value: string): string {
  if (field === 'status')
    return Object.entries(questionStatuses).find(([code]) => code === value)?.[1] ?? value
  if (field === 'state') return Object.entries(promiseStates).find(([code]) => code === value)?.[1] ?? value
  if (field === 'due' || field === 'meetingDate') return formatDate(value)
  const theme = themes.find(({ id }) => id === value)?.id
  return field === 'theme' && theme !== undefined ? themeLabel(theme) : value
}
