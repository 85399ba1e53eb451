import type { ComponentProps, ReactNode } from 'react'
import { Field } from './Field.tsx'

interface Props extends Omit<ComponentProps<'select'>, 'id' | 'aria-describedby' | 'onChange'> {
  readonly label: string
  readonly hint?: ReactNode
  readonly inline?: boolean
  /** Hears the value that was chosen. */
  readonly onChoose: (value: string) => void
  /** The options. */
  readonly children: ReactNode
}

/** A labelled list to choose from: a native one, so that keyboard, phone and screen reader know it. */
export function SelectField({ label, hint, inline, onChoose, children, ...select }: Props) {
  return (
    <Field label={label} hint={hint} inline={inline}>
      {(control) => (
        <select {...select} {...control} onChange={(event) => onChoose(event.target.value)}>
          {children}
        </select>
      )}
    </Field>
  )
}
