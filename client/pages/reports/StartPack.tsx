import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { formatDate } from '../../../shared/figures/formatDate.ts'
import type { PackMark } from '../../../shared/packs/pack.ts'
import { FormProblem } from '../../forms/FormProblem.tsx'
import { SelectField } from '../../forms/SelectField.tsx'
import { TextField } from '../../forms/TextField.tsx'
import { api, type Session } from '../../trpc.ts'

/** Starts a pack on an edition: empty, or with the figures and commentary of the last one. */
export function StartPack({ session, last }: { session: Session; last: PackMark | undefined }) {
  const id = useId()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [newest] = session.editions
  const [edition, setEdition] = useState(newest?.number ?? 0)
  const [title, setTitle] = useState('')
  const [meetingDate, setMeetingDate] = useState(newest?.meetingDate ?? '')
  const done = {
    onSuccess: async ({ number }: { number: number }) => {
      await client.invalidateQueries({ queryKey: api.packs.list.queryKey() })
      await navigate({ to: '/reports/packs/$id', params: { id: String(number) } })
    },
  }
  const create = useMutation(api.packs.create.mutationOptions(done))
  const roll = useMutation(api.packs.rollForward.mutationOptions(done))
  if (newest === undefined)
    return (
      <section className="sect">
        <h2 className="h2">Start a pack</h2>
        <p className="dek">
          A pack takes its figures from an edition. <Link to="/editions">Publish an edition</Link> first.
        </p>
      </section>
    )
  const start = { title, meetingDate, edition }
  const pending = create.isPending || roll.isPending
  const problem = create.error ?? roll.error
  return (
    <section className="sect" aria-labelledby={`${id}-h`}>
      <h2 className="h2" id={`${id}-h`}>
        Start a pack
      </h2>
      <form
        className="formcol"
        onSubmit={(event) => {
          event.preventDefault()
          const submitter = (event.nativeEvent as SubmitEvent).submitter
          if (submitter?.getAttribute('value') === 'roll' && last)
            roll.mutate({ ...start, from: last.number })
          else create.mutate(start)
        }}
      >
        <FormProblem message={problem?.message ?? null} />
        <TextField
          label="Title"
          required
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <TextField
          label="Date of the meeting"
          type="date"
          required
          value={meetingDate}
          onChange={(event) => setMeetingDate(event.target.value)}
        />
        <SelectField
          label="Figures from the edition"
          value={edition}
          onChoose={(value) => {
            const number = Number(value)
            setEdition(number)
            setMeetingDate(
              session.editions.find((each) => each.number === number)?.meetingDate ?? meetingDate,
            )
          }}
        >
          {session.editions.map((each) => (
            <option key={each.number} value={each.number}>
              {each.title}, {formatDate(each.meetingDate)}
            </option>
          ))}
        </SelectField>
        <div className="row">
          {last && (
            <button type="submit" className="btn pri" value="roll" disabled={pending}>
              {roll.isPending ? 'Rolling forward …' : 'Roll forward from the latest pack'}
            </button>
          )}
          <button type="submit" className={last ? 'btn' : 'btn pri'} value="empty" disabled={pending}>
            Start empty
          </button>
        </div>
        {last && (
          <p className="kick hint">
            Rolling forward takes over the figures and commentary of “{last.title}” and flags every commentary
            whose figure has moved.
          </p>
        )}
      </form>
    </section>
  )
}
