import { useId, type ComponentProps, type ReactNode } from 'react'

interface Props extends ComponentProps<'input'> {
  readonly label: string
  readonly hint?: ReactNode
}

/** A labelled line to type in, its hint read out with it. */
export function TextField({ label, hint, ...input }: Props) {
  const id = useId()
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && <span id={`${id}-hint`}>{hint}</span>}
      <input id={id} aria-describedby={hint === undefined ? undefined : `${id}-hint`} {...input} />
    </p>
  )
}
