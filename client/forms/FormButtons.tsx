import type { ReactNode } from 'react'

interface Props {
  /** What the form does. */
  readonly submit: ReactNode
  readonly disabled?: boolean
  readonly cancel?: string
  readonly onCancel?: () => void
}

/** What ends a form: doing it, or leaving it. */
export function FormButtons({ submit, disabled = false, cancel = 'Cancel', onCancel }: Props) {
  return (
    <div className="row">
      <button type="submit" className="btn pri" disabled={disabled}>
        {submit}
      </button>
      {onCancel && (
        <button type="button" className="btn" onClick={onCancel}>
          {cancel}
        </button>
      )}
    </div>
  )
}
