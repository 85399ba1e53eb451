import '../styles/dialog.css'
import '../styles/palette.css'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useSession } from '../parts/useSession.ts'
import { api } from '../trpc.ts'
import { paletteEntries } from './paletteEntries.ts'
import { rankEntries } from './rankEntries.ts'

const mostShown = 12

/** Jumps to any measure, area, question, page or saved view by a few letters of its name. */
export function Palette({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const router = useRouter()
  const session = useSession()
  const metrics = useQuery(api.metrics.queryOptions()).data ?? []
  const views = useQuery(api.savedViews.list.queryOptions()).data ?? []
  const questions =
    useQuery(api.questions.names.queryOptions(undefined, { refetchOnMount: 'always' })).data ?? []
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  useEffect(() => dialog.current?.showModal(), [])

  const found = rankEntries(paletteEntries({ metrics, session, questions, views }), typed, mostShown)
  const current = Math.min(chosen, found.length - 1)
  const go = (address: string | undefined) => {
    if (address === undefined) return
    dialog.current?.close()
    router.history.push(address)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && found.length > 0) {
      event.preventDefault()
      setChosen((current + step + found.length) % found.length)
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      go(found[current]?.address)
    }
  }
  return (
    <dialog ref={dialog} className="dialog palette" aria-label="Find" onClose={onClose}>
      <label htmlFor={`${id}-find`}>Find a measure, an area, a question or a saved view</label>
      <input
        id={`${id}-find`}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${id}-${current}` : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label="Found" className="found">
        {found.map(({ label, kind, address }, index) => (
          <div
            key={`${kind}-${address}`}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            onClick={() => go(address)}
            onKeyDown={onKeyDown}
          >
            {label}
            <span>{kind}</span>
          </div>
        ))}
      </div>
      <p className="fs" role="status">
        {found.length === 0 && `Nothing here is called “${typed}”.`}
      </p>
      <p className="small mut">Arrow keys choose, Enter goes there, Escape closes.</p>
    </dialog>
  )
}
