import '../styles/dialog.css'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { FormButtons } from './FormButtons.tsx'
import { FormProblem } from './FormProblem.tsx'

interface Props {
  readonly title: string
  readonly wide?: boolean
  /** What the form does, on its button. */
  readonly submit: string
  readonly disabled: boolean
  readonly cancel: string
  /** Why it was not accepted. */
  readonly problem: string | null
  readonly onSubmit: () => void
  /** Hears of its end, whether by its buttons or by Escape. */
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A question with its answers, or a short form, in front of the page. */
export function FormDialog(props: Props) {
  const { title, wide = false, submit, disabled, cancel, problem, onSubmit, onClose, children } = props
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => ref.current?.showModal(), [])
  return (
    <dialog ref={ref} className={wide ? 'dialog wide' : 'dialog'} aria-labelledby={id} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <h2 className="h3" id={id}>
          {title}
        </h2>
        {children}
        <FormProblem message={problem} />
        <FormButtons
          submit={submit}
          disabled={disabled}
          cancel={cancel}
          onCancel={() => ref.current?.close()}
        />
      </form>
    </dialog>
  )
}
