import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Suggestion } from '../../../shared/scrutiny/suggestion.ts'
import { FormDialog } from '../../forms/FormDialog.tsx'
import { TextField } from '../../forms/TextField.tsx'
import { server } from '../../trpc.ts'
import type { SuggestionsQuery } from './suggestionsOptions.ts'

interface Props {
  readonly suggestion: Suggestion
  readonly query: SuggestionsQuery
  /** The figures are asked again where something was set aside. */
  readonly onClose: (dismissed: boolean) => void
}

/** Asks why a suggestion is set aside; the reason stands beside it for colleagues. */
export function DismissDialog({ suggestion, query, onClose }: Props) {
  const [reason, setReason] = useState('')
  const dismiss = useMutation({
    mutationFn: () => server.scrutiny.dismiss.mutate({ ...query, suggestion: suggestion.id, reason }),
    onSuccess: () => onClose(true),
  })
  return (
    <FormDialog
      title="Set this suggestion aside?"
      submit={dismiss.isPending ? 'Setting aside …' : 'Set aside'}
      disabled={dismiss.isPending}
      cancel="Keep it"
      problem={dismiss.error?.message ?? null}
      onSubmit={() => dismiss.mutate()}
      onClose={() => onClose(false)}
    >
      <p>{suggestion.finding}.</p>
      <p>
        It stays under “dismissed” with your reason and can be taken up again. It comes back by itself if the
        change grows by half as much again.
      </p>
      <TextField
        label="Why, for colleagues"
        required
        minLength={3}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  )
}
