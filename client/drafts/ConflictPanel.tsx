import '../styles/drafts.css'
import { useId, type ReactNode } from 'react'
import type { Draft } from './useDraft.ts'

interface Props<T> {
  readonly draft: Pick<Draft<T>, 'conflict' | 'keepMine' | 'takeTheirs'> & {
    /** Null where both together would be too much. */
    readonly keepBoth: (() => void) | null
  }
  /** What was being written, in a sentence: "the commentary". */
  readonly what: string
  /** What the other one was doing meanwhile. */
  readonly did?: string
  /** A version as it is read. */
  readonly show: (value: T) => ReactNode
}

/** Both versions side by side, and the choice between them; nothing where there is no conflict. */
export function ConflictPanel<T>({ draft, what, did = 'wrote', show }: Props<T>) {
  const id = useId()
  const { conflict } = draft
  if (conflict === null) return null
  return (
    <section className="conflict" aria-labelledby={id}>
      <div role="alert">
        <h3 className="h3" id={id}>
          {conflict.by} changed {what} while you {did}
        </h3>
        <p className="kick">Both are kept until you choose. Yours is not saved yet.</p>
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
        {draft.keepBoth && (
          <button type="button" className="btn" onClick={draft.keepBoth}>
            Keep both, theirs first
          </button>
        )}
      </div>
    </section>
  )
}
