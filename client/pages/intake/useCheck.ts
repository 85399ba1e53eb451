import { useEffect, useRef, type Dispatch } from 'react'
import { errorCode } from '../../trpc.ts'
import { intakeClient } from './intakeClient.ts'
import type { Check, IntakeAction, IntakeState } from './intakeState.ts'
import { statementOf } from './intakeState.ts'

interface Checking {
  readonly preview: () => void
  /** Commits what was previewed; `confirmed` also withdraws much of what is held. */
  readonly commit: (confirmed: boolean) => void
  /** Ends what is being done; nothing of it is stored. */
  readonly cancel: () => void
}

/** Previews and commits a file on the server, and tells how far it is. */
export function useCheck(
  upload: string,
  { state, dispatch }: { state: IntakeState; dispatch: Dispatch<IntakeAction> },
): Checking {
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const run = async (what: 'preview' | 'commit', confirmed: boolean) => {
    const statement = statementOf(upload, state)
    const show = (check: Check) => dispatch({ check })
    if (typeof statement === 'string') return show({ kind: 'refused', sentence: statement, outdated: false })
    const controller = new AbortController()
    running.current = controller
    show({ kind: 'running', what, progress: null })
    try {
      const { signal } = controller
      const position = state.check.kind === 'previewed' ? state.check.receipt.position : 0
      const profile = typeof statement.profile === 'string' ? statement.profile : ''
      const steps =
        what === 'preview'
          ? await intakeClient.preview.mutate(statement, { signal })
          : await intakeClient.commit.mutate(
              { ...statement, profile, position, confirm: statement.confirm || confirmed },
              { signal },
            )
      for await (const step of steps) {
        if (step.kind === 'progress') show({ kind: 'running', what, progress: step.progress })
        else if (step.result.kind === 'refused')
          show({
            kind: 'refused',
            sentence: step.result.sentence,
            outdated: step.result.outdated === true,
          })
        else show({ kind: what === 'preview' ? 'previewed' : 'done', receipt: step.result.receipt })
      }
    } catch (error) {
      if (controller.signal.aborted) return show({ kind: 'none' })
      const sentence =
        errorCode(error) === null
          ? 'The server did not answer. Check that it is running and look at the Data page before you try again.'
          : error instanceof Error
            ? error.message
            : String(error)
      show({ kind: 'refused', sentence, outdated: false })
    }
  }
  return {
    preview: () => void run('preview', false),
    commit: (confirmed) => void run('commit', confirmed),
    cancel: () => running.current?.abort(),
  }
}
