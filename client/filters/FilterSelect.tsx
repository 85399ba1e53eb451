import { useId } from 'react'

export interface Choice {
  readonly value: string
  readonly label: string
}

interface Props {
  readonly label: string
  readonly value: string
  readonly choices: readonly Choice[]
  readonly onChoose: (value: string) => void
}

/** One filter with one choice: a native list, so that keyboard, phone and screen reader know it. */
export function FilterSelect({ label, value, choices, onChoose }: Props) {
  const id = useId()
  const known = choices.some((choice) => choice.value === value)
  return (
    <div className="f">
      <label className="fl" htmlFor={id}>
        {label}
      </label>
      <span className="ctl">
        <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
          {!known && <option value={value}>{choices.length === 0 ? '' : value}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      </span>
    </div>
  )
}
