import { useEdition } from './useEdition.ts'
import '../styles/palette.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { permanentLink } from '../address/permanentLink.ts'
import { api, type Session } from '../trpc.ts'

interface Props {
  readonly session: Session
  readonly onDone: () => void
}

/** One's own views by name, and the way to keep the present one: as it will be, or always with these figures. */
export function SavedViews({ session, onDone }: Props) {
  const id = useId()
  const { number: edition } = useEdition()
  const client = useQueryClient()
  const views = useQuery(api.savedViews.list.queryOptions())
  const [name, setName] = useState('')
  const [pinned, setPinned] = useState(false)
  const done = {
    onSuccess: () => client.invalidateQueries({ queryKey: api.savedViews.list.queryKey() }),
  }
  const save = useMutation(api.savedViews.save.mutationOptions(done))
  const forget = useMutation(api.savedViews.forget.mutationOptions(done))
  const address = () => {
    const url = new URL(
      pinned
        ? permanentLink(window.location.href, { position: session.position, edition })
        : window.location.href,
    )
    return url.pathname + url.search
  }
  const failed = save.error ?? forget.error
  return (
    <>
      {views.data?.length === 0 && <p>No view has been saved yet.</p>}
      <ul className="viewlist">
        {views.data?.map((view) => (
          <li key={view.id}>
            <Link to={view.address} onClick={onDone}>
              {view.name}
            </Link>
            <button
              type="button"
              className="link"
              aria-label={`Forget the view “${view.name}”`}
              onClick={() => forget.mutate({ id: view.id })}
            >
              Forget
            </button>
          </li>
        ))}
      </ul>
      <hr />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ name, address: address() }, { onSuccess: () => setName('') })
        }}
      >
        <label className="pl" htmlFor={`${id}-name`}>
          Save the present view as
        </label>
        <input
          id={`${id}-name`}
          type="text"
          required
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <label className="opt">
          <input type="checkbox" checked={pinned} onChange={(event) => setPinned(event.target.checked)} />
          Always with today’s figures
        </label>
        <div className="row">
          <button type="submit" className="btn" disabled={save.isPending}>
            Save view
          </button>
        </div>
      </form>
      <p className="small" role="status">
        {failed ? failed.message : save.isSuccess ? 'Saved.' : ''}
      </p>
    </>
  )
}
