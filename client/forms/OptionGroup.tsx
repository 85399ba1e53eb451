import '../styles/options.css'
import { useId } from 'react'

interface Props<T extends string> {
  readonly legend: string
  readonly value: T
  readonly choices: readonly { readonly value: T; readonly label: string }[]
  readonly onChoose: (value: T) => void
}

/** One choice of a few, all of them in sight. */
export function OptionGroup<T extends string>({ legend, value, choices, onChoose }: Props<T>) {
  const id = useId()
  return (
    <fieldset className="options">
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label className="opt" key={choice.value}>
          <input
            type="radio"
            name={id}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  )
}
