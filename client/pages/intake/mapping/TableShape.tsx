import { useState } from 'react'
import { withFold, withLayout, withSign, type Meaning } from './editProfile.ts'
import type { MappingPart } from './mappingPart.ts'

const meanings: readonly { readonly meaning: Meaning; readonly words: string }[] = [
  { meaning: 'missing', words: 'not known' },
  { meaning: 'suppressed', words: 'withheld' },
  { meaning: 'zero', words: 'none (0)' },
]

/** How the table becomes a list of records: columns of figures, header rows, footnotes, and signs in place of figures. */
export function TableShape({ profile, feed, sample, onChange }: MappingPart) {
  const { fold, twoRows, footnotes, quarters } = profile.layout ?? {}
  const shape = fold === undefined ? '' : fold.kind
  return (
    <div>
      <h3 className="h3">Shape of the table</h3>
      <div className="fieldrow">
        <label className="ifield wide">
          <span className="fl">Figures stand</span>
          <select
            value={shape}
            onChange={({ target }) =>
              onChange(
                withFold(
                  profile,
                  feed,
                  target.value === 'periods' || target.value === 'others' ? target.value : null,
                ),
              )
            }
          >
            <option value="">in one row for each record or count</option>
            <option value="periods">in one column for each month or quarter</option>
            <option value="others">in one column for each kind (every column not read so far)</option>
            {shape === 'named' && <option value="named">in the columns that the profile names</option>}
          </select>
        </label>
        <label className="ifield">
          <span className="fl">Header</span>
          <select
            value={twoRows ?? ''}
            onChange={({ target: { value } }) =>
              onChange(
                withLayout(profile, { twoRows: value === 'fill' || value === 'join' ? value : undefined }),
              )
            }
          >
            <option value="">one row</option>
            <option value="fill">two rows: the upper fills blanks</option>
            <option value="join">two rows: joined, merged cells above</option>
          </select>
        </label>
        <label className="ifield">
          <span className="fl">“2024 Q1” is of</span>
          <select
            value={quarters ?? 'calendar'}
            onChange={({ target: { value } }) =>
              onChange(withLayout(profile, { quarters: value === 'financial' ? 'financial' : undefined }))
            }
          >
            <option value="calendar">the calendar year (January to March)</option>
            <option value="financial">the financial year (April to June)</option>
          </select>
        </label>
      </div>
      <label className="opt">
        <input
          type="checkbox"
          checked={footnotes !== undefined}
          onChange={({ target }) =>
            onChange(
              withLayout(profile, {
                footnotes: target.checked
                  ? { labels: sample.before.headers.filter((header) => header !== '') }
                  : undefined,
              }),
            )
          }
        />
        Take footnote digits off headers and labels (“Homicide3”)
      </label>
      <Signs profile={profile} feed={feed} sample={sample} onChange={onChange} />
    </div>
  )
}

function Signs({ profile, feed, onChange }: MappingPart) {
  const [sign, setSign] = useState('')
  const [meaning, setMeaning] = useState<Meaning>('missing')
  const figure = profile.columns.find(({ field }) => field === (feed.id === 'returns' ? 'value' : 'count'))
  const markers = profile.layout?.markers
  const column = markers?.column ?? figure?.headers[0]
  if (column === undefined)
    return (
      <p className="kick">Signs in place of figures can be explained once a column of figures is chosen.</p>
    )
  return (
    <>
      <h4 className="signhead">Signs in place of a figure in ‘{column}’</h4>
      {markers && (
        <ul className="words">
          {Object.entries(markers.signs).map(([known, means]) => (
            <li key={known}>
              {known === '' ? 'blank' : <code>{known}</code>} means{' '}
              {meanings.find((each) => each.meaning === means)?.words}{' '}
              <button
                type="button"
                className="link"
                aria-label={`Take away: ${known === '' ? 'blank' : known}`}
                onClick={() => onChange(withSign(profile, column, { sign: known, meaning: null }))}
              >
                Take away
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="inlinerow">
        <input
          type="text"
          aria-label="Sign, or nothing for a blank cell"
          placeholder="blank"
          maxLength={20}
          value={sign}
          onChange={({ target }) => setSign(target.value)}
        />
        <select
          aria-label="What the sign means"
          value={meaning}
          onChange={({ target }) =>
            setMeaning(meanings.find((each) => each.meaning === target.value)?.meaning ?? 'missing')
          }
        >
          {meanings.map(({ meaning: each, words }) => (
            <option key={each} value={each}>
              {words}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="btn"
          onClick={() => {
            onChange(withSign(profile, column, { sign: sign.trim(), meaning }))
            setSign('')
          }}
        >
          Explain
        </button>
      </div>
    </>
  )
}
