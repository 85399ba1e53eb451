import type { Dispatch } from 'react'
import type { Check, IntakeAction, IntakeState } from './intakeState.ts'

interface Props {
  readonly check: Extract<Check, { kind: 'refused' }>
  readonly state: IntakeState
  readonly dispatch: Dispatch<IntakeAction>
  readonly onAgain: () => void
}

/** Why the file is not taken as it is, and what can be done about it here. */
export function Refused({ check, state, dispatch, onAgain }: Props) {
  const tooManyFaulty = /more than one in twenty/.test(check.sentence) && !state.despiteRejects
  return (
    <div className="notice" role="alert">
      <p className="h3">{check.outdated ? 'Something else was committed meanwhile' : 'Not taken as it is'}</p>
      <p>{check.sentence}</p>
      <p className="mut">Nothing was stored.</p>
      <div className="row">
        {check.outdated && (
          <button type="button" className="btn pri" onClick={onAgain}>
            Preview again
          </button>
        )}
        {tooManyFaulty && (
          <button type="button" className="btn" onClick={() => dispatch({ set: { despiteRejects: true } })}>
            Take the sound rows all the same
          </button>
        )}
      </div>
    </div>
  )
}
