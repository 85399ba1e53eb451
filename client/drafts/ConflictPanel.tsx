import '../styles/drafts.css'
import { useId, type ReactNode } from 'react'
import type { Draft } from './useDraft.ts'

interface Props<T> {
  readonly draft: Draft<T>
  /** What was being written, in a sentence: "the commentary". */
  readonly what: string
  /** A text as it is read. */
  readonly show: (value: T) => ReactNode
}

/** Both texts side by side, and the choice between them; nothing where there is no conflict. */
export function ConflictPanel<T>({ draft, what, show }: Props<T>) {
  const id = useId()
  const { conflict } = draft
  if (conflict === null) return null
  return (
    <section className="conflict" aria-labelledby={id}>
      <div role="alert">
        <h3 className="h3" id={id}>
          {conflict.by} changed {what} while you wrote
        </h3>
        <p className="kick">Both texts are kept until you choose. Yours is not saved yet.</p>
      </div>
      <div className="texts">
        <div>
          <h4>Yours</h4>
          {show(conflict.mine)}
        </div>
        <div>
          <h4>Theirs, by {conflict.by}</h4>
          {show(conflict.theirs)}
        </div>
      </div>
      <div className="row">
        <button type="button" className="btn" onClick={draft.keepMine}>
          Keep mine
        </button>
        <button type="button" className="btn" onClick={draft.takeTheirs}>
          Take theirs
        </button>
        <button type="button" className="btn" onClick={draft.keepBoth}>
          Keep both, theirs first
        </button>
      </div>
    </section>
  )
}
