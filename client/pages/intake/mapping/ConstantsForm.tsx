import { useState } from 'react'
import { withConstant } from './editProfile.ts'
import type { MappingPart } from './mappingPart.ts'

/** Values that are true of every row and that the file has no column for. */
export function ConstantsForm({ profile, feed, onChange }: MappingPart) {
  const [field, setField] = useState('')
  const [value, setValue] = useState('')
  const given = new Set(profile.columns.map((rule) => rule.field))
  const open = feed.fields.filter(
    ({ name, type }) => !given.has(name) && !(name in profile.constants) && type.kind !== 'reference',
  )
  const chosen = open.find(({ name }) => name === field)
  const codes = chosen?.type.kind === 'code' ? chosen.type.codes : null
  const labelOf = (name: string) => feed.fields.find((each) => each.name === name)?.label ?? name
  return (
    <div>
      <h3 className="h3">The same in every row</h3>
      {Object.keys(profile.constants).length > 0 && (
        <ul className="words">
          {Object.entries(profile.constants).map(([name, text]) => (
            <li key={name}>
              {labelOf(name)} is ‘{text}’{' '}
              <button
                type="button"
                className="link"
                aria-label={`Take away ${labelOf(name)}`}
                onClick={() => onChange(withConstant(profile, name, null))}
              >
                Take away
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="inlinerow">
        <select
          aria-label="Field that is the same in every row"
          value={chosen?.name ?? ''}
          onChange={({ target }) => {
            setField(target.value)
            setValue('')
          }}
        >
          <option value="">Choose a field</option>
          {open.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
        {codes ? (
          <select aria-label="Its value" value={value} onChange={({ target }) => setValue(target.value)}>
            <option value="">Choose its value</option>
            {codes.map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </select>
        ) : (
          <input
            type="text"
            aria-label="Its value"
            value={value}
            onChange={({ target }) => setValue(target.value)}
          />
        )}
        <button
          type="button"
          className="btn"
          disabled={chosen === undefined || value.trim() === ''}
          onClick={() => {
            onChange(withConstant(profile, field, value.trim()))
            setField('')
            setValue('')
          }}
        >
          Add
        </button>
      </div>
    </div>
  )
}
