import { useMutation } from '@tanstack/react-query'
import { useId, type Dispatch } from 'react'
import { FormProblem } from '../../../forms/FormProblem.tsx'
import { api } from '../../../trpc.ts'
import { exportProfile } from '../exportProfile.ts'
import type { Profile } from '../intakeClient.ts'
import type { IntakeAction } from '../intakeState.ts'

interface Props {
  readonly profile: Profile
  readonly dispatch: Dispatch<IntakeAction>
}

/** Takes a mapping out as a file, for another installation, and takes one in. */
export function ProfileFile({ profile, dispatch }: Props) {
  const id = useId()
  const read = useMutation(
    api.intake.readProfile.mutationOptions({
      onSuccess: (found) => dispatch({ profile: found, reference: null }),
    }),
  )
  return (
    <div>
      <h3 className="h3">As a file</h3>
      <div className="inlinerow">
        <button type="button" className="btn" onClick={() => exportProfile(profile)}>
          Export as JSON
        </button>
        <label className="btn" htmlFor={`${id}-file`}>
          Take in a JSON file
        </label>
        <input
          id={`${id}-file`}
          className="sr"
          type="file"
          accept="application/json,.json"
          onChange={({ target }) => {
            const chosen = target.files?.[0]
            target.value = ''
            void chosen?.text().then((text) => read.mutate({ text }))
          }}
        />
      </div>
      <FormProblem message={read.error?.message ?? null} />
    </div>
  )
}
