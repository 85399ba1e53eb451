import '../../styles/rail.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { annotationKinds, type Annotation } from '../../../shared/annotations/annotation.ts'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import type { CalendarEvent, MetricPage } from '../../../shared/series/metricPage.ts'
import { formatDate } from '../../../shared/figures/formatDate.ts'
import { FormProblem } from '../../forms/FormProblem.tsx'
import { api, type Session } from '../../trpc.ts'
import { AddNote } from './AddNote.tsx'
import { NoteDialog } from './NoteDialog.tsx'

interface Props {
  readonly page: MetricPage
  readonly session: Session | undefined
}

/** The built-in calendar of a measure and the partnership's own notes, with the way to write, change and withdraw one. */
export function EventsList({ page, session }: Props) {
  const client = useQueryClient()
  const notes = useQuery(api.annotations.list.queryOptions()).data ?? []
  const [changing, setChanging] = useState<Annotation | null>(null)
  const withdraw = useMutation(
    api.annotations.withdraw.mutationOptions({ onSuccess: () => client.invalidateQueries() }),
  )
  const { calendar, metric, result } = page
  const series = result.series[0]
  const area = { code: series?.key.area ?? '', name: series?.labels.area ?? '' }
  const mayWrite = session?.viewer.role === 'analyst'
  return (
    <>
      {calendar.length === 0 && <p>None in these months.</p>}
      <ul>
        {calendar.map((event) => {
          const note = notes.find(({ id }) => id === event.note?.id)
          return (
            <li key={event.note?.id ?? `${event.month}-${event.title}`}>
              <EventWords event={event} note={note} />
              {mayWrite && note && (
                <span className="row tight noprint">
                  <button
                    type="button"
                    className="link"
                    aria-label={`Change the note “${note.title}”`}
                    onClick={() => setChanging(note)}
                  >
                    Change
                  </button>
                  <button
                    type="button"
                    className="link"
                    aria-label={`Withdraw the note “${note.title}”`}
                    disabled={withdraw.isPending}
                    onClick={() => withdraw.mutate({ id: note.id })}
                  >
                    Withdraw
                  </button>
                </span>
              )}
            </li>
          )
        })}
      </ul>
      <FormProblem message={withdraw.error?.message ?? null} />
      <AddNote page={page} session={session} />
      {changing && session && (
        <NoteDialog
          metric={metric}

          area={area}
          session={session}
          note={changing}
          onClose={() => setChanging(null)}
        />
      )}
    </>
  )
}

function EventWords({ event, note }: { event: CalendarEvent; note: Annotation | undefined }) {
  const { month, title, detail, certain } = event
  return (
    <>
      <b>
        {periodLabel(month, 'month')}: {title}.
      </b>{' '}
      {detail}
      {!certain && ' The date was not checked at its source.'}
      {event.note && (
        <span className="mut">
          {' '}
          {note && `${annotationKinds[note.kind]}. `}Noted by {event.note.by}
          {note && `, ${formatDate(note.at)}`}.
          {event.note.link !== null && (
            <>
              {' '}
              <a href={event.note.link} rel="noreferrer">
                Read more about “{title}”
              </a>
            </>
          )}
        </span>
      )}
    </>
  )
}
