import '../../styles/dialog.css'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { formatMonths } from '../../../shared/figures/formatMonths.ts'
import { api, type SubmissionRow } from '../../trpc.ts'

/** Asks before a submission is taken back, and for the reason that will stand beside the changed figures. */
export function UndoDialog({ row, onClose }: { row: SubmissionRow; onClose: () => void }) {
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const undo = useMutation(
    api.undo.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries()
        onClose()
      },
    }),
  )
  useEffect(() => ref.current?.showModal(), [])
  return (
    <dialog ref={ref} className="dialog" aria-labelledby={`${id}-title`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          undo.mutate({ submission: row.submission, reason: reason.trim() === '' ? null : reason })
        }}
      >
        <h2 className="h3" id={`${id}-title`}>
          Undo submission {row.submission}?
        </h2>
        <p>
          {row.agency}, {row.feedLabel.toLowerCase()}
          {row.from === '' ? '' : `, ${formatMonths(row.from, row.to)}`}: the figures go back to what they
          were before it. What they were after it can still be shown, and published editions stay as they are.
        </p>
        <label className="fieldline" htmlFor={`${id}-reason`}>
          Why, for those who see the figures change
        </label>
        <input
          id={`${id}-reason`}
          type="text"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {undo.isError && (
          <p className="problemline" role="alert">
            {undo.error.message}
          </p>
        )}
        <div className="row">
          <button type="submit" className="btn pri" disabled={undo.isPending}>
            {undo.isPending ? 'Undoing …' : `Undo submission ${row.submission}`}
          </button>
          <button type="button" className="btn" onClick={() => ref.current?.close()}>
            Keep it
          </button>
        </div>
      </form>
    </dialog>
  )
}
