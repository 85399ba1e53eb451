import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Pack } from '../../../shared/packs/pack.ts'
import { FormButtons } from '../../forms/FormButtons.tsx'
import { FormProblem } from '../../forms/FormProblem.tsx'
import { TextField } from '../../forms/TextField.tsx'
import { api } from '../../trpc.ts'
import { usePackChange } from './usePackChange.ts'

/** What the pack is called and for which meeting it is, and the way to change it. */
export function PackTitle({ pack }: { pack: Pack }) {
  const [editing, setEditing] = useState(false)
  const [title, setTitle] = useState(pack.title)
  const [meetingDate, setMeetingDate] = useState(pack.meetingDate)
  const change = usePackChange(pack.number)
  const describe = useMutation(
    api.packs.describe.mutationOptions({ ...change, onSuccess: () => setEditing(false) }),
  )
  if (!editing)
    return (
      <div className="packtitle">
        <h1 className="h1">{pack.title}</h1>
        <button
          type="button"
          className="link"
          onClick={() => {
            setTitle(pack.title)
            setMeetingDate(pack.meetingDate)
            setEditing(true)
          }}
        >
          Change title or date
        </button>
      </div>
    )
  return (
    <form
      className="formcol"
      onSubmit={(event) => {
        event.preventDefault()
        describe.mutate({ pack: pack.number, title, meetingDate })
      }}
    >
      <h1 className="sr">{pack.title}</h1>
      <FormProblem message={describe.error?.message ?? null} />
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
      <FormButtons
        submit="Save"
        disabled={describe.isPending}
        cancel="Leave as it is"
        onCancel={() => setEditing(false)}
      />
    </form>
  )
}
