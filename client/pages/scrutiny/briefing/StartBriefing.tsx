import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { Meeting } from '../../../../shared/scrutiny/meeting.ts'
import { FormButtons } from '../../../forms/FormButtons.tsx'
import { FormProblem } from '../../../forms/FormProblem.tsx'
import { TextField } from '../../../forms/TextField.tsx'
import { api } from '../../../trpc.ts'

/** Starts a briefing with the questions that name its meeting. */
export function StartBriefing({ meetings }: { meetings: readonly Meeting[] }) {
  const id = useId()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [title, setTitle] = useState('Scrutiny briefing')
  const [meeting, setMeeting] = useState('')
  const [meetingDate, setMeetingDate] = useState('')
  const add = useMutation(
    api.briefings.add.mutationOptions({
      onSuccess: async ({ number }) => {
        await client.invalidateQueries({ queryKey: api.questions.pathKey() })
        await navigate({ to: '/scrutiny/briefings/$id', params: { id: String(number) } })
      },
    }),
  )
  const asked = meetings.find(({ date }) => date === meetingDate)?.questions.map(({ number }) => number) ?? []
  return (
    <section className="sect noprint" aria-labelledby={`${id}-h`}>
      <h2 className="h2" id={`${id}-h`}>
        Start a briefing
      </h2>
      <p className="dek">
        Questions with their evidence, the replies so far, what is overdue, and which figures were corrected:
        to be read, printed or taken as a Word document.
      </p>
      <form
        className="formcol"
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate({ title, meeting, meetingDate, questions: asked.toSorted((a, b) => a - b) })
        }}
      >
        <TextField
          label="Title"
          required
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <TextField
          label="Meeting"
          required
          maxLength={200}
          value={meeting}
          onChange={(event) => setMeeting(event.target.value)}
        />
        <TextField
          label="Date of the meeting"
          hint={
            asked.length > 0
              ? `${asked.length === 1 ? 'One question names' : `${asked.length} questions name`} this day and will be in it.`
              : 'Questions that name this day are taken into it.'
          }
          type="date"
          required
          value={meetingDate}
          onChange={(event) => setMeetingDate(event.target.value)}
        />
        <FormProblem message={add.error?.message ?? null} />
        <FormButtons submit="Start the briefing" disabled={add.isPending} />
      </form>
    </section>
  )
}
