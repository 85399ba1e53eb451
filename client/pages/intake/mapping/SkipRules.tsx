import { useState } from 'react'
import { withoutSkip, withSkip, type SkipHow } from './editProfile.ts'
import type { MappingPart } from './mappingPart.ts'

const hows: readonly { readonly how: SkipHow; readonly words: string }[] = [
  { how: 'is', words: 'is' },
  { how: 'begins', words: 'begins with' },
  { how: 'contains', words: 'contains' },
]

/** Rows that are no records: totals beside their parts, notes below the table. */
export function SkipRules({ profile, sample, onChange }: MappingPart) {
  const [column, setColumn] = useState('')
  const [how, setHow] = useState<SkipHow>('is')
  const [text, setText] = useState('')
  const rules = profile.layout?.skip ?? []
  return (
    <div>
      <h3 className="h3">Rows to leave out</h3>
      {rules.length > 0 && (
        <ul className="words">
          {rules.map(({ what, column: of, pattern }, index) => (
            <li key={`${of} ${pattern}`}>
              {what}{' '}
              <button
                type="button"
                className="link"
                aria-label={`Take away: ${what}`}
                onClick={() => onChange(withoutSkip(profile, index))}
              >
                Take away
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="inlinerow">
        <select
          aria-label="Rows in which the column"
          value={column}
          onChange={({ target }) => setColumn(target.value)}
        >
          <option value="">Choose a column</option>
          {sample.before.headers
            .filter((header) => header !== '')
            .map((header, index) => (
              <option key={`${header} ${index}`} value={header}>
                {header}
              </option>
            ))}
        </select>
        <select
          aria-label="How the text is compared"
          value={how}
          onChange={({ target }) => setHow(hows.find((each) => each.how === target.value)?.how ?? 'is')}
        >
          {hows.map(({ how: each, words }) => (
            <option key={each} value={each}>
              {words}
            </option>
          ))}
        </select>
        <input
          type="text"
          aria-label="The text"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <button
          type="button"
          className="btn"
          disabled={column === '' || text.trim() === ''}
          onClick={() => {
            onChange(withSkip(profile, { column, how, text }))
            setText('')
          }}
        >
          Leave out
        </button>
      </div>
    </div>
  )
}
