import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState, type Dispatch } from 'react'
import { FormProblem } from '../../../forms/FormProblem.tsx'
import { api } from '../../../trpc.ts'
import type { Profile } from '../intakeClient.ts'
import type { IntakeAction } from '../intakeState.ts'

interface Props {
  readonly profile: Profile
  readonly reference: string | null
  readonly dispatch: Dispatch<IntakeAction>
}

/** Saves the mapping under a name, as the next version of it; earlier versions stay. */
export function SaveForm({ profile, reference, dispatch }: Props) {
  const id = useId()
  const client = useQueryClient()
  const profiles = useQuery(api.intake.profiles.queryOptions()).data
  const saved = profiles?.saved.map(({ name }) => name) ?? []
  const isShipped = profiles?.shipped.some(({ name }) => name === profile.name) === true
  // What comes with the dashboard is saved under a name of its own.
  const [label, setLabel] = useState(isShipped ? '' : profile.label)
  const save = useMutation(
    api.intake.saveProfile.mutationOptions({
      onSuccess: async (stored) => {
        dispatch({ profile: stored, reference: `${stored.name}@${stored.version}` })
        await client.invalidateQueries({ queryKey: api.intake.profiles.queryKey() })
      },
    }),
  )
  const name = !isShipped && label !== '' && label === profile.label ? profile.name : nameOf(label)
  return (
    <form
      className="save"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ ...profile, name, label: label.trim() })
      }}
    >
      <h3 className="h3">Save it, so that the next file is read the same way</h3>
      <div className="inlinerow">
        <label className="ifield wide" htmlFor={`${id}-label`}>
          <span className="fl">Name of the profile</span>
          <input
            id={`${id}-label`}
            type="text"
            maxLength={60}
            value={label}
            placeholder="Leeds MARAC return"
            onChange={({ target }) => setLabel(target.value)}
          />
        </label>
        <button type="submit" className="btn pri" disabled={name.length < 2 || save.isPending}>
          {saved.includes(name) ? 'Save as a new version' : 'Save'}
        </button>
        <span className="mut" aria-live="polite">
          {reference?.includes('@')
            ? `Saved as ${reference}.`
            : name.length < 2
              ? ''
              : `To be named ${name} at the command line.`}
        </span>
      </div>
      <FormProblem message={save.error?.message ?? null} />
    </form>
  )
}

/** The name that is typed at the command line: "Leeds MARAC return" is leeds-marac-return. */
function nameOf(label: string): string {
  return label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 59)
}
