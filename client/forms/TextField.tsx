import type { ComponentProps, ReactNode } from 'react'
import { Field } from './Field.tsx'

interface Props extends Omit<ComponentProps<'input'>, 'id' | 'aria-describedby'> {
  readonly label: string
  readonly hint?: ReactNode
  readonly inline?: boolean
}

/** A labelled line to type in. */
export function TextField({ label, hint, inline, ...input }: Props) {
  return (
    <Field label={label} hint={hint} inline={inline}>
      {(control) => <input {...input} {...control} />}
    </Field>
  )
}
