import { MeasureOptions, type Measure } from './MeasureOptions.tsx'
import { SelectField } from './SelectField.tsx'

interface Props {
  readonly label: string
  readonly measures: readonly Measure[]
  /** The id of the chosen measure; empty for none. */
  readonly value: string
  /** What choosing none is called, where that is possible. */
  readonly none?: string
  readonly onChoose: (metric: string) => void
}

/** Where a form asks for a measure. */
export function MeasureSelect({ label, measures, value, none, onChoose }: Props) {
  return (
    <SelectField label={label} value={value} onChoose={onChoose}>
      {none !== undefined && <option value="">{none}</option>}
      <MeasureOptions measures={measures} />
    </SelectField>
  )
}
