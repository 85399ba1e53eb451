import '../../styles/stateIcon.css'
import type { QuestionStatus } from '../../../shared/scrutiny/questionStatus.ts'

/** A question's state as a small mark in ink; always beside its word. */
export function StateIcon({ state }: { state: QuestionStatus | 'overdue' }) {
  return (
    <svg className="sticon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <Mark state={state} />
    </svg>
  )
}

function Mark({ state }: { state: QuestionStatus | 'overdue' }) {
  switch (state) {
    case 'overdue':
      return (
        <>
          <path className="full" d="M8 1L15.5 14.5H.5Z" />
          <path className="hole" d="M8 5.6V10M8 11.6V13" />
        </>
      )
    case 'draft':
      return <path className="line" d="M3 13L3.8 10L11 2.8L13.2 5L6 12.2Z" />
    case 'asked':
      return (
        <>
          <circle className="line" cx="8" cy="8" r="6.2" />
          <circle className="full" cx="8" cy="8" r="2.2" />
        </>
      )
    case 'answered':
    case 'closed':
      return (
        <>
          <circle className={state === 'closed' ? 'full' : 'line'} cx="8" cy="8" r="6.4" />
          <path className={state === 'closed' ? 'hole' : 'line'} d="M4.8 8.2L7.2 10.6L11.4 5.8" />
        </>
      )
    case 'promised':
      return <path className="line" d="M2.5 3.5H13.5V13.5H2.5ZM2.5 6.5H13.5M5.5 1.5V4.5M10.5 1.5V4.5" />
    case 'withdrawn':
      return (
        <>
          <circle className="line" cx="8" cy="8" r="6.2" />
          <path className="line" d="M3.8 12.2L12.2 3.8" />
        </>
      )
  }
}
