import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useReducer } from 'react'
import { Problem } from '../../parts/Problem.tsx'
import { api } from '../../trpc.ts'
import { CheckProgress } from './CheckProgress.tsx'
import { Committed } from './Committed.tsx'
import { formatBytes } from './formatBytes.ts'
import { HowItIsRead } from './HowItIsRead.tsx'
import { intakeClient, type Waiting } from './intakeClient.ts'
import { firstState, intakeReducer, type IntakeState } from './intakeState.ts'
import { PopulationOffer } from './PopulationOffer.tsx'
import { Refused } from './Refused.tsx'
import { Review } from './Review.tsx'
import { Steps } from './Steps.tsx'
import { useCheck } from './useCheck.ts'
import { useSample } from './useSample.ts'
import { WhatItIs } from './WhatItIs.tsx'

interface Props {
  readonly upload: string
  /** Goes back to where a file is chosen. */
  readonly onLeave: () => void
}

/** One file that waits on the server, from the first look at it to its receipt. */
export function WaitingFile({ upload, onLeave }: Props) {
  const [state, dispatch] = useReducer(intakeReducer, firstState)
  const check = useCheck(upload, { state, dispatch })
  const { sheet, headerRow } = state
  const isCommitting =
    state.check.kind === 'done' || (state.check.kind === 'running' && state.check.what === 'commit')
  const waiting = useQuery({
    ...api.intake.upload.queryOptions({ upload, sheet, headerRow }),
    enabled: !isCommitting,
    placeholderData: (previous) => previous,
  })
  const sample = useSample(upload, { state, enabled: !isCommitting })
  const best = waiting.data?.best
  useEffect(() => {
    if (state.profile !== null || !best) return
    void intakeClient.profile
      .query({ feed: best.feed, name: best.profile })
      .then((profile) => profile && dispatch({ profile, reference: best.profile }))
  }, [best, state.profile])

  if (state.check.kind === 'done') return <Committed receipt={state.check.receipt} onNext={onLeave} />
  if (waiting.error !== null)
    return (
      <>
        <h1 className="h1">This file is no longer here</h1>
        <Problem error={waiting.error} what="The file" />
        <button type="button" className="btn pri" onClick={onLeave}>
          Choose a file
        </button>
      </>
    )
  const file = waiting.data
  const giveUp = () => {
    check.cancel()
    onLeave()
    void intakeClient.discard.mutate({ upload })
  }
  const busy = state.check.kind === 'running'
  const population = file?.population === true && file.best === null && state.profile === null
  return (
    <>
      <h1 className="h1">{file ? headline(file, state) : 'Looking at the file'}</h1>
      <p className="dek">
        {file ? `${file.fileName}, ${formatBytes(file.bytes)}, ${formOf(file)}. ` : ''}
        Nothing is stored until you commit.{' '}
        <button type="button" className="link" onClick={giveUp}>
          Give this file up
        </button>
      </p>
      {population ? (
        <PopulationOffer upload={upload} onLeave={onLeave} />
      ) : (
        <Steps now={state.check.kind === 'previewed' ? 'review' : 'reading'} />
      )}
      {file && !population && (
        <fieldset className="plainset" disabled={busy}>
          <HowItIsRead upload={upload} file={file} state={state} sample={sample} dispatch={dispatch} />
          {state.profile !== null && (
            <WhatItIs state={state} sample={sample} dispatch={dispatch} onCheck={check.preview} />
          )}
        </fieldset>
      )}
      <div aria-live="polite">
        {state.check.kind === 'running' && <CheckProgress check={state.check} onCancel={check.cancel} />}
        {state.check.kind === 'cancelled' && (
          <div className="notice" role="alert">
            <p className="h3">The commit was cancelled</p>
            <p>
              It is stored whole or not at all: <Link to="/data">the list of submissions</Link> shows whether
              it was still in time.
            </p>
          </div>
        )}
        {state.check.kind === 'refused' && (
          <Refused check={state.check} state={state} dispatch={dispatch} onAgain={check.preview} />
        )}
      </div>
      {state.check.kind === 'previewed' && (
        <Review
          upload={upload}
          receipt={state.check.receipt}
          state={state}
          onCommit={check.commit}
          onGiveUp={giveUp}
        />
      )}
    </>
  )
}

function headline({ best, suggestions, population }: Waiting, { profile, reference }: IntakeState): string {
  if (population && best === null && profile === null)
    return 'This looks like: mid-year population estimates of the Office for National Statistics'
  if (profile !== null && reference === null) return 'Read by a profile that is not saved yet'
  if (profile !== null && reference !== best?.profile) return `Read as: ${profile.label}`
  if (best) return `This looks like: ${best.label}`
  return suggestions.length > 0
    ? 'More than one profile fits this file: choose one'
    : 'No known profile fits this file: say what its columns are'
}

const delimiters: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
}

function formOf({ kind, encoding, delimiter, sheets }: Waiting): string {
  if (kind === 'CSV') return `CSV in ${encoding} with ${delimiters[delimiter] ?? delimiter} between columns`
  return `${kind} workbook with ${sheets.length === 1 ? 'one sheet' : `${sheets.length} sheets`}`
}
