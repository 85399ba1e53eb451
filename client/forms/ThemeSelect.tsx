import type { Theme } from '../../shared/metrics/metric.ts'
import { themes } from '../../shared/metrics/themes.ts'
import { SelectField } from './SelectField.tsx'

interface Props {
  /** Empty where none can be known yet. */
  readonly value: Theme | ''
  readonly onChoose: (theme: Theme) => void
}

/** Where a form asks for a theme. */
export function ThemeSelect({ value, onChoose }: Props) {
  return (
    <SelectField
      label="Theme"
      value={value}
      onChoose={(id) => {
        const theme = themes.find((each) => each.id === id)
        if (theme) onChoose(theme.id)
      }}
    >
      {themes.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </SelectField>
  )
}
