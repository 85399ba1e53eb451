import '../../styles/forms.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { roleWords } from '../../../shared/access/roleWords.ts'
import { momentWords } from '../../../shared/figures/momentWords.ts'
import { AdminTabs } from '../../parts/AdminTabs.tsx'
import { FormProblem } from '../../forms/FormProblem.tsx'
import { Problem } from '../../parts/Problem.tsx'
import { useSession } from '../../parts/useSession.ts'
import { useTitle } from '../../parts/useTitle.ts'
import { WideTable } from '../../parts/WideTable.tsx'
import { api } from '../../trpc.ts'
import { GrantForm } from './GrantForm.tsx'
import { limitWords } from './limitWords.ts'
import { OneTimeLink } from './OneTimeLink.tsx'

/** Who has an account, what it may see, and who is invited. */
export function PeoplePage() {
  useTitle('People')
  const session = useSession()
  const client = useQueryClient()
  const list = useQuery(api.people.list.queryOptions())
  const [editing, setEditing] = useState<string | null>(null)
  const [link, setLink] = useState<{ token: string; email: string } | null>(null)
  const after = { onSuccess: () => client.invalidateQueries(api.people.list.queryFilter()) }
  const invite = useMutation(api.people.invite.mutationOptions(after))
  const change = useMutation(api.people.change.mutationOptions(after))
  const disable = useMutation(api.people.disable.mutationOptions(after))
  const enable = useMutation(api.people.enable.mutationOptions(after))
  const endSessions = useMutation(api.people.endSessions.mutationOptions(after))
  const withdraw = useMutation(api.people.withdraw.mutationOptions(after))
  const reset = useMutation(api.people.reset.mutationOptions(after))
  const failed = [change, disable, enable, endSessions, withdraw, reset].find(({ error }) => error)?.error
  const areas = session?.partnership.areas ?? []
  const accounts = list.data?.accounts ?? []
  const edited = accounts.find(({ id }) => id === editing)
  return (
    <main id="main" className="wrap page" tabIndex={-1}>
      <AdminTabs />
      <h1 className="h1">{list.data ? headline(accounts.length) : 'People'}</h1>
      <p className="dek">Nobody can sign up: each person joins by a link that works once, for a week.</p>
      {list.isError && (
        <Problem error={list.error} what="The list of people" onRetry={() => void list.refetch()} />
      )}
      <FormProblem message={failed?.message ?? null} />
      {link && <OneTimeLink {...link} />}
      {accounts.length > 0 && (
        <section className="sect">
          <WideTable label="People with an account">
            <thead>
              <tr>
                <th scope="col">Person</th>
                <th scope="col">Role</th>
                <th scope="col">Limited to</th>
                <th scope="col">Small numbers</th>
                <th scope="col">Second step</th>
                <th scope="col" className="r">
                  Sessions
                </th>
                <th scope="col">
                  <span className="sr">Change</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {accounts.map((account) => (
                <tr key={account.id} className={account.disabled ? 'off' : undefined}>
                  <td>
                    <b>{account.name}</b>
                    {account.you && ' (you)'}
                    {account.disabled && ' – disabled'}
                    <br />
                    {account.email}
                  </td>
                  <td>{roleWords[account.role].name}</td>
                  <td>{limitWords(account, areas)}</td>
                  <td>{account.disclosure === 'protected' ? 'Protected' : 'Shown'}</td>
                  <td>{account.organisation ? 'Organisation’s' : account.secondFactor ? 'On' : 'Off'}</td>
                  <td className="r">{account.sessions}</td>
                  <td>
                    <div className="row">
                      <button type="button" className="link" onClick={() => setEditing(account.id)}>
                        Change
                      </button>
                      <button
                        type="button"
                        className="link"
                        onClick={() =>
                          reset.mutate(
                            { id: account.id },
                            { onSuccess: (token) => setLink({ token, email: account.email }) },
                          )
                        }
                      >
                        New password link
                      </button>
                      {account.sessions > 0 && (
                        <button
                          type="button"
                          className="link"
                          onClick={() => endSessions.mutate({ id: account.id })}
                        >
                          End sessions
                        </button>
                      )}
                      {account.disabled ? (
                        <button
                          type="button"
                          className="link"
                          onClick={() => enable.mutate({ id: account.id })}
                        >
                          Enable
                        </button>
                      ) : (
                        <button
                          type="button"
                          className="link"
                          onClick={() => disable.mutate({ id: account.id })}
                        >
                          Disable
                        </button>
                      )}
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </WideTable>
        </section>
      )}
      {edited && (
        <section className="sect">
          <h2 className="h2">Change what {edited.name} may see</h2>
          <GrantForm
            key={edited.id}
            areas={areas}
            start={edited}
            action="Save"
            onSubmit={({ grant }) =>
              change.mutate({ id: edited.id, grant }, { onSuccess: () => setEditing(null) })
            }
            onCancel={() => setEditing(null)}
          />
        </section>
      )}
      {(list.data?.invitations.length ?? 0) > 0 && (
        <section className="sect">
          <h2 className="h2">Links not used yet</h2>
          <WideTable label="Links not used yet">
            <thead>
              <tr>
                <th scope="col">For</th>
                <th scope="col">Role</th>
                <th scope="col">Made by</th>
                <th scope="col">Good until</th>
                <th scope="col">
                  <span className="sr">Withdraw</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {list.data?.invitations.map((held) => (
                <tr key={held.email}>
                  <td>
                    {held.name}, {held.email}
                  </td>
                  <td>{held.kind === 'reset' ? 'New password' : roleWords[held.role].name}</td>
                  <td>{held.madeBy}</td>
                  <td className="nb">{momentWords(held.ends)}</td>
                  <td>
                    <button
                      type="button"
                      className="link"
                      onClick={() => withdraw.mutate({ email: held.email })}
                    >
                      Withdraw
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </WideTable>
        </section>
      )}
      <section className="sect">
        <h2 className="h2">Invite a person</h2>
        <FormProblem message={invite.error?.message ?? null} />
        <GrantForm
          areas={areas}
          start={null}
          action="Make the link"
          onSubmit={(person) =>
            invite.mutate(person, { onSuccess: (token) => setLink({ token, email: person.email }) })
          }
        />
      </section>
    </main>
  )
}

function headline(count: number): string {
  if (count === 0) return 'Nobody has an account yet'
  return count === 1 ? 'One person has an account' : `${count} people have an account`
}
