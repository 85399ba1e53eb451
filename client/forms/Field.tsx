import '../styles/field.css'
import { useId, type ReactNode } from 'react'

interface Control {
  readonly id: string
  readonly 'aria-describedby': string | undefined
}

interface Props {
  readonly label: string
  readonly hint?: ReactNode
  /** Small, beside other things in a line. */
  readonly inline?: boolean
  readonly children: (control: Control) => ReactNode
}

/** A control under its label, the hint read out with it. */
export function Field({ label, hint, inline = false, children }: Props) {
  const id = useId()
  const hintId = hint === undefined ? undefined : `${id}-hint`
  return (
    <p className={inline ? 'field inline' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && <span id={hintId}>{hint}</span>}
      {children({ id, 'aria-describedby': hintId })}
    </p>
  )
}
