import { useState } from 'react'
import { roleWords } from '../../../shared/access/roleWords.ts'
import { roles, type Role, type Viewer } from '../../../shared/access/viewer.ts'
import type { FeedId } from '../../../shared/feeds/feed.ts'
import { FormButtons } from '../../forms/FormButtons.tsx'
import { SelectField } from '../../forms/SelectField.tsx'
import { TextField } from '../../forms/TextField.tsx'
import { feedNames } from './feedNames.ts'
import { LimitField } from './LimitField.tsx'

export interface Grant {
  role: Role
  areas: 'all' | string[]
  feeds: 'all' | FeedId[]
  disclosure: Viewer['disclosure']
}

interface Props {
  readonly areas: readonly { readonly code: string; readonly name: string }[]
  /** What the account has now; null asks for a new person's name and address too. */
  readonly start: Grant | null
  readonly action: string
  readonly onSubmit: (person: { email: string; name: string; grant: Grant }) => void
  readonly onCancel?: () => void
}

const feedIds = Object.keys(feedNames) as FeedId[]

/** A role and its limits. */
export function GrantForm({ areas, start, action, onSubmit, onCancel }: Props) {
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>(start?.role ?? 'viewer')
  const [areaLimit, setAreaLimit] = useState<'all' | string[]>(start?.areas ?? 'all')
  const [feedLimit, setFeedLimit] = useState<'all' | FeedId[]>(start?.feeds ?? 'all')
  const [shown, setShown] = useState(start?.disclosure === 'unprotected')
  const mayBeShown = role === 'analyst' || role === 'administrator'
  return (
    <form
      className="formcol"
      onSubmit={(event) => {
        event.preventDefault()
        const disclosure = mayBeShown && shown ? 'unprotected' : 'protected'
        onSubmit({ email, name, grant: { role, areas: areaLimit, feeds: feedLimit, disclosure } })
      }}
    >
      {start === null && (
        <>
          <TextField label="Name" required value={name} onChange={(event) => setName(event.target.value)} />
          <TextField
            label="E-mail address"
            type="email"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </>
      )}
      <SelectField
        label="Role"
        hint={roleWords[role].may}
        value={role}
        onChoose={(value) => {
          const chosen = roles.find((known) => known === value) ?? 'viewer'
          setRole(chosen)
          setShown(chosen === 'analyst')
        }}
      >
        {roles.map((known) => (
          <option key={known} value={known}>
            {roleWords[known].name}
          </option>
        ))}
      </SelectField>
      <LimitField
        legend="Areas"
        all="All areas"
        choices={areas.map(({ code, name: label }) => ({ id: code, label }))}
        value={areaLimit}
        onChange={setAreaLimit}
      />
      <LimitField
        legend="Feeds"
        all="All feeds"
        choices={feedIds.map((id) => ({ id, label: feedNames[id] }))}
        value={feedLimit}
        onChange={setFeedLimit}
      />
      {mayBeShown && (
        <p className="field">
          <label className="opt">
            <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
            Shows small numbers (every view is recorded)
          </label>
        </p>
      )}
      <FormButtons submit={action} cancel="Leave as it is" onCancel={onCancel} />
    </form>
  )
}
