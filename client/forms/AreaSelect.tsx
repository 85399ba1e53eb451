import type { Session } from '../trpc.ts'
import { areasFor } from './areasFor.ts'
import { SelectField } from './SelectField.tsx'

interface Props {
  readonly label?: string
  readonly session: Session
  /** The code of the chosen area; the partnership's own for the whole. */
  readonly value: string
  readonly onChoose: (area: string) => void
}

/** Where a form asks for an area, of those that the account may choose. */
export function AreaSelect({ label = 'Area', session, value, onChoose }: Props) {
  return (
    <SelectField label={label} value={value} onChoose={onChoose}>
      {areasFor(session).map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}
