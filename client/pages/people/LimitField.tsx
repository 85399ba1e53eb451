import '../../styles/field.css'

interface Props<T extends string> {
  readonly legend: string
  readonly all: string
  readonly choices: readonly { readonly id: T; readonly label: string }[]
  readonly value: 'all' | T[]
  readonly onChange: (value: 'all' | T[]) => void
}

/** Everything, or some of a list; choosing none again means everything. */
export function LimitField<T extends string>({ legend, all, choices, value, onChange }: Props<T>) {
  const toggle = (id: T, on: boolean) => {
    const held = value === 'all' ? [] : value
    const next = on ? [...held, id] : held.filter((other) => other !== id)
    onChange(next.length === 0 ? 'all' : next)
  }
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      <label className="opt">
        <input type="checkbox" checked={value === 'all'} onChange={() => onChange('all')} />
        {all}
      </label>
      {choices.map(({ id, label }) => (
        <label className="opt" key={id}>
          <input
            type="checkbox"
            checked={value !== 'all' && value.includes(id)}
            onChange={(event) => toggle(id, event.target.checked)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
