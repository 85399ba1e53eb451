import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import type { Viewer } from '../../../shared/access/viewer.ts'
import { roleWords } from '../../../shared/access/roleWords.ts'
import { formatDate } from '../../../shared/figures/formatDate.ts'
import { FormProblem } from '../../forms/FormProblem.tsx'
import { TextField } from '../../forms/TextField.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { api } from '../../trpc.ts'

/** Tokens by which programs read figures as their maker does. A token is shown once, when it is made. */
export function ProgramAccess({ viewer }: { readonly viewer: Viewer }) {
  const client = useQueryClient()
  const list = useQuery(api.apiTokens.list.queryOptions())
  const refresh = () => client.invalidateQueries(api.apiTokens.list.queryFilter())
  const make = useMutation(api.apiTokens.make.mutationOptions({ onSuccess: refresh }))
  const revoke = useMutation(api.apiTokens.revoke.mutationOptions({ onSuccess: refresh }))
  const [name, setName] = useState('')
  const [protectedOnly, setProtectedOnly] = useState(true)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const disclosure = protectedOnly ? 'protected' : viewer.disclosure
    const areas = viewer.areas === 'all' ? ('all' as const) : [...viewer.areas]
    make.mutate({ name, role: viewer.role, areas, disclosure, days: 90 }, { onSuccess: () => setName('') })
  }
  return (
    <section className="sect" aria-labelledby="programs">
      <h2 className="h2" id="programs">
        Access for programs
      </h2>
      <p className="dek">
        A token lets R, Python or Excel read what you may read, for 90 days.{' '}
        <Link to="/read-api">How to use it</Link>
      </p>
      <form className="formcol" onSubmit={submit}>
        <TextField
          label="What the token is for"
          value={name}
          maxLength={100}
          required
          onChange={(event) => setName(event.target.value)}
        />
        {viewer.disclosure === 'unprotected' && (
          <label className="choicebox">
            <input
              type="checkbox"
              checked={protectedOnly}
              onChange={(event) => setProtectedOnly(event.target.checked)}
            />{' '}
            Small numbers hidden, as in what is published
          </label>
        )}
        <button type="submit" className="btn pri" disabled={make.isPending}>
          Make a token
        </button>
        <FormProblem message={make.error?.message ?? null} />
      </form>
      {make.data && (
        <div className="notice" role="status">
          <p className="h3">Copy the token now: it is not shown again</p>
          <p>
            <code className="token">{make.data.token}</code>
          </p>
        </div>
      )}
      {list.data && list.data.length > 0 && (
        <WideTable label="Your tokens">
          <thead>
            <tr>
              <th scope="col">For</th>
              <th scope="col">Reads as</th>
              <th scope="col">Until</th>
              <th scope="col">Last used</th>
              <th scope="col">
                <span className="sr">Revoke</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {list.data.map((held) => (
              <tr key={held.id}>
                <td className="detail">{held.name}</td>
                <td>
                  {roleWords[held.role].name}
                  {held.disclosure === 'protected' ? ', protected' : ''}
                </td>
                <td className="nb">{formatDate(held.expires_at)}</td>
                <td className="nb">{held.last_used_at === null ? 'never' : formatDate(held.last_used_at)}</td>
                <td>
                  {held.revoked_at !== null ? (
                    'Revoked'
                  ) : (
                    <button type="button" className="link" onClick={() => revoke.mutate({ id: held.id })}>
                      Revoke
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </section>
  )
}
