import { useEffect, useRef, type Dispatch } from 'react'
import { errorCode } from '../../trpc.ts'
import { intakeClient, type Result, type Statement, type Step } from './intakeClient.ts'
import { statementOf, type Check, type IntakeAction, type IntakeState } from './intakeState.ts'

interface Checking {
  readonly preview: () => void
  /** Commits what was previewed; `confirmed` also withdraws much of what is held. */
  readonly commit: (confirmed: boolean) => void
  /** Ends what is being done. */
  readonly cancel: () => void
}

type What = 'preview' | 'commit'

/** Previews and commits a file on the server, and tells how far it is. */
export function useCheck(
  upload: string,
  { state, dispatch }: { state: IntakeState; dispatch: Dispatch<IntakeAction> },
): Checking {
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const run = async (what: What, ask: (signal: AbortSignal) => Promise<AsyncIterable<Step>>) => {
    const controller = new AbortController()
    running.current = controller
    dispatch({ check: { kind: 'running', what, progress: null } })
    let check: Check | null = null
    try {
      for await (const step of await ask(controller.signal)) {
        if (step.kind === 'result') check = checkOf(step.result, what)
        else dispatch({ check: { kind: 'running', what, progress: step.progress } })
      }
    } catch (error) {
      if (!controller.signal.aborted) check = refusal(failureWords(error))
    }
    dispatch({ check: check ?? (controller.signal.aborted ? cancelled(what) : refusal(noAnswer)) })
  }

  const stated = (): Statement | null => {
    const statement = statementOf(upload, state)
    if (typeof statement !== 'string') return statement
    dispatch({ check: refusal(statement) })
    return null
  }
  return {
    preview() {
      const statement = stated()
      if (statement) void run('preview', (signal) => intakeClient.preview.mutate(statement, { signal }))
    },
    commit(confirmed) {
      const statement = stated()
      const { check } = state
      if (statement === null || check.kind !== 'previewed' || typeof statement.profile !== 'string') return
      const { profile, confirm } = statement
      const { position } = check.receipt
      const previewed = { ...statement, profile, position, confirm: confirm || confirmed }
      void run('commit', (signal) => intakeClient.commit.mutate(previewed, { signal }))
    },
    cancel: () => running.current?.abort(),
  }
}

const noAnswer =
  'The server did not answer. Check that it is running and look at the Data page before you try again.'

function checkOf(result: Result, what: What): Check {
  if (result.kind === 'refused')
    return { kind: 'refused', sentence: result.sentence, outdated: result.outdated === true }
  return { kind: what === 'preview' ? 'previewed' : 'done', receipt: result.receipt }
}

function refusal(sentence: string): Check {
  return { kind: 'refused', sentence, outdated: false }
}

/** A commit may have been in time, which only the server knows. */
function cancelled(what: What): Check {
  return what === 'preview' ? { kind: 'none' } : { kind: 'cancelled' }
}

function failureWords(error: unknown): string {
  if (errorCode(error) === null) return noAnswer
  return error instanceof Error ? error.message : String(error)
}
