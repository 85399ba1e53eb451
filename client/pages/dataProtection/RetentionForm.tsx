import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FeedId } from '../../../shared/feeds/feed.ts'
import { FormProblem } from '../../forms/FormProblem.tsx'
import { TextField } from '../../forms/TextField.tsx'
import { api } from '../../trpc.ts'
import { feedNames } from '../people/feedNames.ts'

interface Retention {
  originals: Record<FeedId, number>
  audit: number
}

const feedIds = Object.keys(feedNames) as FeedId[]

/** For how many months originals and audit events are kept. */
export function RetentionForm({ retention }: { retention: Retention }) {
  const client = useQueryClient()
  const [wanted, setWanted] = useState(retention)
  const set = useMutation(
    api.dataProtection.setRetention.mutationOptions({
      onSuccess: () => client.invalidateQueries(api.dataProtection.keeping.queryFilter()),
    }),
  )
  return (
    <section className="sect">
      <h2 className="h2">How long originals and the audit log are kept</h2>
      <form
        className="spaced"
        onSubmit={(event) => {
          event.preventDefault()
          set.mutate(wanted)
        }}
      >
        <FormProblem message={set.error?.message ?? null} />
        <div className="formgrid">
          {feedIds.map((id) => (
            <TextField
              key={id}
              label={`${feedNames[id]}, originals, months`}
              type="number"
              min={1}
              max={600}
              required
              value={wanted.originals[id]}
              onChange={(event) =>
                setWanted({ ...wanted, originals: { ...wanted.originals, [id]: Number(event.target.value) } })
              }
            />
          ))}
          <TextField
            label="Audit log, months (12 or more)"
            type="number"
            min={12}
            max={600}
            required
            value={wanted.audit}
            onChange={(event) => setWanted({ ...wanted, audit: Number(event.target.value) })}
          />
        </div>
        <div className="row">
          <button type="submit" className="btn" disabled={set.isPending}>
            Save
          </button>
          <span role="status">{set.isSuccess ? 'Saved. It holds from the next daily round.' : ''}</span>
        </div>
      </form>
    </section>
  )
}
