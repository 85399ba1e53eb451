import { useState } from 'react'
import { withMade, withoutMade } from './editLayout.ts'
import type { MappingPart } from './mappingPart.ts'

/** Columns made of others: a year and a quarter joined to one text, or figures of several columns added up. */
export function MadeColumns({ profile, sample, onChange }: MappingPart) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [how, setHow] = useState<'join' | 'sum'>('join')
  const [separator, setSeparator] = useState(' ')
  const { join = [], sum = [] } = profile.layout ?? {}
  const headers = [...new Set(sample.before.headers.filter((header) => header !== ''))]
  const made = [
    ...join.map((each) => ({ ...each, words: `joins ${listed(each.columns)}` })),
    ...sum.map((each) => ({ ...each, words: `adds up ${listed(each.columns)}` })),
  ]
  return (
    <div>
      <h3 className="h3">Columns made of others</h3>
      {made.length > 0 && (
        <ul className="words">
          {made.map(({ into, words }) => (
            <li key={into}>
              ‘{into}’ {words}{' '}
              <button
                type="button"
                className="link"
                aria-label={`Take away: ${into}`}
                onClick={() => onChange(withoutMade(profile, into))}
              >
                Take away
              </button>
            </li>
          ))}
        </ul>
      )}
      <fieldset className="plainset picks">
        <legend className="kick">Choose two columns or more</legend>
        {headers.map((header) => (
          <label className="opt" key={header}>
            <input
              type="checkbox"
              checked={chosen.includes(header)}
              onChange={({ target }) =>
                setChosen(target.checked ? [...chosen, header] : chosen.filter((each) => each !== header))
              }
            />
            {header}
          </label>
        ))}
      </fieldset>
      <div className="inlinerow">
        <select
          aria-label="How the column is made"
          value={how}
          onChange={({ target }) => setHow(target.value === 'sum' ? 'sum' : 'join')}
        >
          <option value="join">their texts, and between them</option>
          <option value="sum">their figures added up</option>
        </select>
        {how === 'join' && (
          <input
            type="text"
            aria-label="Text between them"
            size={4}
            maxLength={20}
            value={separator}
            onChange={({ target }) => setSeparator(target.value)}
          />
        )}
        <button
          type="button"
          className="btn"
          disabled={chosen.length < 2}
          onClick={() => {
            onChange(withMade(profile, chosen, how === 'join' ? { how, separator } : { how }))
            setChosen([])
          }}
        >
          Make the column
        </button>
      </div>
    </div>
  )
}

function listed(names: readonly string[]): string {
  return names.map((name) => `‘${name}’`).join(', ')
}
