import '../../styles/dialog.css'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import type { Suggestion } from '../../../shared/scrutiny/suggestion.ts'
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
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  const [reason, setReason] = useState('')
  const dismiss = useMutation({
    mutationFn: () => server.scrutiny.dismiss.mutate({ ...query, suggestion: suggestion.id, reason }),
    onSuccess: () => onClose(true),
  })
  useEffect(() => ref.current?.showModal(), [])
  return (
    <dialog ref={ref} className="dialog" aria-labelledby={`${id}-title`} onClose={() => onClose(false)}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          dismiss.mutate()
        }}
      >
        <h2 className="h3" id={`${id}-title`}>
          Set this suggestion aside?
        </h2>
        <p>{suggestion.finding}.</p>
        <p>
          It stays under “dismissed” with your reason and can be taken up again. It comes back by itself if
          the change grows by half as much again.
        </p>
        <label className="fieldline" htmlFor={`${id}-reason`}>
          Why, for colleagues
        </label>
        <input
          id={`${id}-reason`}
          type="text"
          required
          minLength={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {dismiss.isError && (
          <p className="problemline" role="alert">
            {dismiss.error.message}
          </p>
        )}
        <div className="row">
          <button type="submit" className="btn pri" disabled={dismiss.isPending}>
            {dismiss.isPending ? 'Setting aside …' : 'Set aside'}
          </button>
          <button type="button" className="btn" onClick={() => ref.current?.close()}>
            Keep it
          </button>
        </div>
      </form>
    </dialog>
  )
}
