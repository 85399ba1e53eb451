import type { ComponentProps, ReactNode } from 'react'
import { Field } from './Field.tsx'

interface Props extends Omit<ComponentProps<'textarea'>, 'id' | 'aria-describedby'> {
  readonly label: string
  readonly hint?: ReactNode
}

/** Labelled room for several lines. */
export function TextArea({ label, hint, ...area }: Props) {
  return (
    <Field label={label} hint={hint}>
      {(control) => <textarea {...area} {...control} />}
    </Field>
  )
}
