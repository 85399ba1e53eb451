import '../../../styles/forms.css'
import '../../../styles/ledger.css'
import '../../../styles/meetings.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { may } from '../../../../shared/access/permission.ts'
import { formatDate } from '../../../../shared/figures/formatDate.ts'
import type { DueEntry, Meeting, MeetingCalendar } from '../../../../shared/scrutiny/meeting.ts'
import { questionName } from '../../../../shared/scrutiny/questionName.ts'
import { Problem } from '../../../parts/Problem.tsx'
import { useBusy } from '../../../parts/useBusy.ts'
import { useSession } from '../../../parts/useSession.ts'
import { useTitle } from '../../../parts/useTitle.ts'
import { api } from '../../../trpc.ts'
import { ScrutinyTabs } from '../ScrutinyTabs.tsx'
import { StateIcon } from '../StateIcon.tsx'
import { StartBriefing } from './StartBriefing.tsx'

/** When the board meets, what was asked there, and what falls due in between. */
export function MeetingsPage() {
  const session = useSession()
  const query = useQuery(api.questions.meetings.queryOptions(undefined, { refetchOnMount: 'always' }))
  const busy = useBusy()
  useTitle('Meetings and briefings')
  const { data } = query
  const writes = session !== undefined && may(session.viewer.role, 'questions')
  return (
    <main id="main" className="wrap ledger" tabIndex={-1} aria-busy={busy && data === undefined}>
      <ScrutinyTabs />
      <h1 className="h1">{headline(data)}</h1>
      <p className="dek">
        Each meeting with what was asked and published for it, and what falls due in between.
      </p>
      {query.isError && data === undefined && (
        <Problem error={query.error} what="The calendar" onRetry={() => void query.refetch()} />
      )}
      {data && <Calendar calendar={data} />}
      {writes && <StartBriefing meetings={data?.meetings ?? []} />}
    </main>
  )
}

function headline(data: MeetingCalendar | undefined): string {
  if (data === undefined) return 'Meetings and briefings'
  const next = data.meetings.find(({ date }) => date >= data.today)
  if (next) return `The next meeting is on ${formatDate(next.date)}`
  return data.meetings.length === 0 ? 'No meeting is known yet' : 'No meeting is set yet'
}

/** Everything dated, the future first; a year is a heading. */
function Calendar({ calendar: { meetings, due, today } }: { calendar: MeetingCalendar }) {
  const days = [...new Set([...meetings.map(({ date }) => date), ...due.map(({ date }) => date)])]
    .toSorted()
    .toReversed()
  if (days.length === 0)
    return (
      <p className="lgnone">Meetings appear once a question, an edition or a briefing names their day.</p>
    )
  const years = Map.groupBy(days, (day) => day.slice(0, 4))
  return [...years].map(([year, own]) => (
    <section key={year} className="calyear" aria-labelledby={`y${year}`}>
      <h2 className="h2" id={`y${year}`}>
        {year}
      </h2>
      <ol className="cal">
        {own.map((day) => (
          <li key={day} className={day < today ? 'past' : undefined}>
            <p className="calday">
              <b>{formatDate(day).replace(/ \d{4}$/, '')}</b>
              <small>{weekday(day)}</small>
            </p>
            <div>
              {meetings
                .filter(({ date }) => date === day)
                .map((meeting) => (
                  <MeetingEntry key={meeting.date} meeting={meeting} />
                ))}
              <Due entries={due.filter(({ date }) => date === day)} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  ))
}

function MeetingEntry({ meeting }: { meeting: Meeting }) {
  const { names, questions, editions, briefings } = meeting
  return (
    <>
      <p className="calname">{names.length === 0 ? 'Meeting' : names.join(', ')}</p>
      <ul>
        {briefings.map(({ number, title }) => (
          <li key={`b${number}`}>
            Briefing:{' '}
            <Link to="/scrutiny/briefings/$id" params={{ id: String(number) }}>
              {title}
            </Link>
          </li>
        ))}
        {editions.map(({ number, title }) => (
          <li key={`e${number}`}>
            Edition:{' '}
            <Link to="/editions/$number" params={{ number: String(number) }}>
              {title}
            </Link>
          </li>
        ))}
        {questions.map(({ number, text }) => (
          <li key={number}>
            {questionName(number)}{' '}
            <Link to="/scrutiny/questions/$id" params={{ id: String(number) }}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

function Due({ entries }: { entries: readonly DueEntry[] }) {
  if (entries.length === 0) return null
  return (
    <ul className="caldue">
      {entries.map(({ kind, number, text, who, late }, i) => (
        <li key={i}>
          <StateIcon state={late ? 'overdue' : 'promised'} />
          <span>
            {late ? <b>Overdue: </b> : 'Due: '}
            {kind === 'promise' ? (
              <Link to="/scrutiny/questions/$id" params={{ id: String(number) }}>
                {text}
              </Link>
            ) : (
              <Link to="/scrutiny/recommendations">{text}</Link>
            )}
            {who !== '' && <small>{who}</small>}
          </span>
        </li>
      ))}
    </ul>
  )
}

function weekday(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  )
}
