import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMonths } from '../../../shared/figures/formatMonths.ts'
import { FormDialog } from '../../forms/FormDialog.tsx'
import { TextField } from '../../forms/TextField.tsx'
import { api, type SubmissionRow } from '../../trpc.ts'

/** Asks before a submission is taken back, and for the reason that will stand beside the changed figures. */
export function UndoDialog({ row, onClose }: { row: SubmissionRow; onClose: () => void }) {
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
  return (
    <FormDialog
      title={`Undo submission ${row.submission}?`}
      submit={undo.isPending ? 'Undoing …' : `Undo submission ${row.submission}`}
      disabled={undo.isPending}
      cancel="Keep it"
      problem={undo.error?.message ?? null}
      onSubmit={() =>
        undo.mutate({ submission: row.submission, reason: reason.trim() === '' ? null : reason })
      }
      onClose={onClose}
    >
      <p>
        {row.agency}, {row.feedLabel.toLowerCase()}
        {row.from === '' ? '' : `, ${formatMonths(row.from, row.to)}`}: the figures go back to what they were
        before it. What they were after it can still be shown, and published editions stay as they are.
      </p>
      <TextField
        label="Why, for those who see the figures change"
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  )
}
