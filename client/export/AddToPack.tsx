import '../styles/choices.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { may } from '../../shared/access/permission.ts'
import { useSession } from '../parts/useSession.ts'
import { api } from '../trpc.ts'
import type { Wanted } from './figureRequests.ts'

interface Props {
  readonly wanted: Wanted
  readonly say: (words: string) => void
}

/** Adds the figure on show to a pack in preparation, for those who make packs; nothing where there is none. */
export function AddToPack({ wanted, say }: Props) {
  const id = useId()
  const session = useSession()
  const makes = session !== undefined && may(session.viewer.role, 'data')
  const packs = useQuery(api.packs.list.queryOptions(undefined, { enabled: makes, refetchOnMount: 'always' }))
  const drafts = packs.data?.filter(({ status }) => status === 'draft') ?? []
  const [chosen, setChosen] = useState<number | null>(null)
  const add = useMutation(api.packs.add.mutationOptions())
  const pack = drafts.find(({ number }) => number === chosen) ?? drafts[0]
  const [request] = wanted.figures
  if (!pack || !request) return null
  const addIt = () =>
    add.mutate(
      { pack: pack.number, request, shows: wanted.shows },
      {
        onSuccess: ({ title }) => say(`Added to “${pack.title}”: ${title}`),
        onError: (error) => say(error.message),
      },
    )
  return (
    <>
      {drafts.length > 1 && (
        <label className="choice" htmlFor={id}>
          <span className="fl">Pack</span>
          <select id={id} value={pack.number} onChange={(event) => setChosen(Number(event.target.value))}>
            {drafts.map(({ number, title }) => (
              <option key={number} value={number}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="button" className="act" disabled={add.isPending} onClick={addIt}>
        Add to pack
        <span>{pack.title}</span>
      </button>
      <hr />
    </>
  )
}
