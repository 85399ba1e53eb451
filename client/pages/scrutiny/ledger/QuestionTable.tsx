import { Link } from '@tanstack/react-router'
import { formatDate } from '../../../../shared/figures/formatDate.ts'
import type { Question } from '../../../../shared/scrutiny/question.ts'
import { questionName } from '../../../../shared/scrutiny/questionName.ts'
import { questionStatuses } from '../../../../shared/scrutiny/questionStatus.ts'
import { OnceVisible } from '../../../parts/OnceVisible.tsx'
import { StateIcon } from '../StateIcon.tsx'
import { SinceCell } from './SinceCell.tsx'

/** The ledger: question, who answers, where it stands, and what the measure did since. */
export function QuestionTable({ questions, total }: { questions: readonly Question[]; total: number }) {
  return (
    <>
      <table className="plain lg">
        <caption className="sr">Questions, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Ref</th>
            <th scope="col">Question, and who answers</th>
            <th scope="col">State</th>
            <th scope="col">
              What the measure did since
              <small>Dotted line: when it was asked</small>
            </th>
          </tr>
        </thead>
        <tbody>
          {questions.map((question) => (
            <tr key={question.number}>
              <td className="ref">{questionName(question.number)}</td>
              <th scope="row">
                <Link to="/scrutiny/questions/$id" params={{ id: String(question.number) }}>
                  {question.texts.text.value}
                </Link>
                <small>{whomAndWhen(question)}</small>
              </th>
              <td className="stcell">
                <State question={question} />
              </td>
              <td className="sincecell">
                {question.askedAt !== null && question.figures.some(({ citation }) => citation !== null) ? (
                  <OnceVisible>
                    <SinceCell number={question.number} />
                  </OnceVisible>
                ) : (
                  <span className="mut">
                    {question.figures.length === 0 ? 'No figure is linked' : 'Not asked yet'}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > questions.length && (
        <p className="kick more">
          The newest {questions.length} of {total}. Narrow the search above to see others.
        </p>
      )}
    </>
  )
}

function State({ question }: { question: Question }) {
  const { status, overdue, promises } = question
  const open = promises.filter(({ state }) => state === 'open').toSorted((a, b) => a.due.localeCompare(b.due))
  const [next] = open
  const note =
    status === 'promised' && next ? `${overdue ? 'due' : 'for'} ${formatDate(next.due)}` : undefined
  return (
    <span className={overdue ? 'standing over' : 'standing'}>
      <StateIcon state={overdue ? 'overdue' : status} />
      <span>
        <b>{overdue ? 'Overdue' : questionStatuses[status]}</b>
        {note !== undefined && <small>{note}</small>}
      </span>
    </span>
  )
}

function whomAndWhen({ texts, askedAt, createdBy }: Question): string {
  const whom = texts.askedOf.value
  const { value: date } = texts.meetingDate
  const when = date !== '' ? `, ${formatDate(date)}` : askedAt === null ? '' : `, ${formatDate(askedAt)}`
  if (askedAt === null) return whom === '' ? `Drafted by ${createdBy}` : `To ask of ${whom}${when}`
  return `Asked of ${whom}${when}`
}
