import type { DraftState } from './draftKeeper.ts'

const words: Readonly<Record<DraftState<unknown>['status'], string>> = {
  kept: 'Saved',
  waiting: 'Saving …',
  saving: 'Saving …',
  conflict: 'Not saved: somebody else changed it too',
  unreachable: 'Not saved yet: the server does not answer. It is kept in this browser tab and tried again.',
  refused: 'Not saved.',
}

/** Whether what is written is kept, in a line that is read out when it changes for the worse. */
export function DraftStatus({ draft }: { draft: Pick<DraftState<unknown>, 'status' | 'problem'> }) {
  const bad = draft.status === 'conflict' || draft.status === 'unreachable' || draft.status === 'refused'
  return (
    <p
      className={bad ? 'draftstatus bad' : draft.status === 'kept' ? 'draftstatus kept' : 'draftstatus'}
      role={bad ? 'alert' : undefined}
    >
      {words[draft.status]}
      {draft.status === 'refused' && draft.problem !== null && ` ${draft.problem}`}
    </p>
  )
}
