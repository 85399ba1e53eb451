import { useQuery } from '@tanstack/react-query'
import { useId, useState, type Dispatch } from 'react'
import { FormProblem } from '../../forms/FormProblem.tsx'
import { api } from '../../trpc.ts'
import { FirstRows } from './FirstRows.tsx'
import { intakeClient, type Sample, type Waiting } from './intakeClient.ts'
import type { IntakeAction, IntakeState } from './intakeState.ts'
import { profileChoices } from './profileChoices.ts'
import { MappingEditor } from './mapping/MappingEditor.tsx'

interface Props {
  readonly upload: string
  readonly file: Waiting
  readonly state: IntakeState
  readonly sample: Sample | undefined
  readonly dispatch: Dispatch<IntakeAction>
}

/** Which sheet and profile the file is read by, in plain words and on its first rows; another may be chosen or corrected. */
export function HowItIsRead({ upload, file, state, sample, dispatch }: Props) {
  const id = useId()
  const [correcting, setCorrecting] = useState(false)
  const profiles = useQuery(api.intake.profiles.queryOptions()).data
  const feeds = useQuery(api.feeds.queryOptions()).data ?? []
  const { profile, reference, sheet, headerRow } = state
  const choices = profiles === undefined ? [] : profileChoices(file, profiles, feeds)
  const chosen = file.suggestions.find((each) => each.profile === reference && each.feed === profile?.feed)

  const choose = async (value: string) => {
    const [kind, feedName = '', name = ''] = value.split('|')
    const feed = feeds.find((each) => each.id === feedName)?.id
    if (feed === undefined) return
    if (kind === 'draft') {
      setCorrecting(true)
      const draft = await intakeClient.draft.query({ upload, feed, sheet, headerRow })
      return dispatch({ profile: draft, reference: null })
    }
    const found = await intakeClient.profile.query({ feed, name })
    if (found) dispatch({ profile: found, reference: name })
  }

  return (
    <section className="sect" aria-labelledby={`${id}-read`}>
      <h2 className="h2" id={`${id}-read`}>
        How it is read
      </h2>
      <div className="fieldrow">
        <div className="ifield wide">
          <label htmlFor={`${id}-profile`}>Profile</label>
          <select
            id={`${id}-profile`}
            value={
              profile === null
                ? ''
                : (choices.find(({ value }) => value === `profile|${profile.feed}|${reference}`)?.value ??
                  'own')
            }
            onChange={(event) => void choose(event.target.value)}
          >
            {profile === null && <option value="">Choose how it is read</option>}
            {profile !== null && reference === null && (
              <option value="own">
                {profile.label === '' ? 'Not saved yet' : `${profile.label}, corrected`}
              </option>
            )}
            {[...Map.groupBy(choices, ({ group }) => group)].map(([group, ofGroup]) => (
              <optgroup key={group} label={group}>
                {ofGroup.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
          <small>
            {chosen
              ? `Found from the header: it knows ${Math.round(chosen.confidence * 100)}% of the columns.`
              : profile !== null && reference === null
                ? 'Changed here and not saved: save it before you commit.'
                : ''}
          </small>
        </div>
        {file.sheets.length > 1 && (
          <div className="ifield">
            <label htmlFor={`${id}-sheet`}>Sheet</label>
            <select
              id={`${id}-sheet`}
              value={sheet ?? ''}
              onChange={(event) =>
                dispatch({ set: { sheet: event.target.value === '' ? null : event.target.value } })
              }
            >
              <option value="">Found{sample && sheet === null ? `: ${sample.sheet}` : ''}</option>
              {file.sheets.map(({ name, rows }) => (
                <option key={name} value={name}>
                  {name} ({rows?.toLocaleString('en-GB')} rows)
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="ifield narrow">
          <label htmlFor={`${id}-header`}>Header in row</label>
          <input
            id={`${id}-header`}
            type="number"
            min={1}
            max={1000}
            placeholder={sample ? String(sample.headerRow) : ''}
            value={headerRow ?? ''}
            onChange={(event) => {
              const row = Number(event.target.value)
              dispatch({ set: { headerRow: event.target.value === '' || row < 1 ? null : row } })
            }}
          />
          <small>{headerRow === null ? 'Found' : 'As told'}</small>
        </div>
      </div>
      {profile !== null && sample && (
        <>
          <FormProblem message={sample.problem} />
          {sample.words.length > 0 && (
            <ul className="words">
              {sample.words.map((word) => (
                <li key={word}>{word}</li>
              ))}
            </ul>
          )}
          <FirstRows sample={sample} />
          <p className="row">
            <button
              type="button"
              className="btn"
              aria-expanded={correcting}
              onClick={() => setCorrecting(!correcting)}
            >
              {correcting ? 'Close the mapping' : 'Correct the mapping'}
            </button>
          </p>
          {correcting && (
            <MappingEditor
              profile={profile}
              reference={reference}
              sample={sample}
              feeds={feeds}
              dispatch={dispatch}
            />
          )}
        </>
      )}
    </section>
  )
}
