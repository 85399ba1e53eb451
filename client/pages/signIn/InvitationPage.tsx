import '../../styles/forms.css'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type SubmitEvent } from 'react'
import { roleWords } from '../../../shared/access/roleWords.ts'
import type { Role } from '../../../shared/access/viewer.ts'
import { FormProblem } from '../../forms/FormProblem.tsx'
import { post } from '../../parts/post.ts'
import { TextField } from '../../forms/TextField.tsx'
import { useTitle } from '../../parts/useTitle.ts'
import { api } from '../../trpc.ts'

interface Invitation {
  readonly kind: 'administrator' | 'account' | 'reset'
  readonly email: string | null
  readonly name: string | null
  readonly role: Role
}

const titles: Readonly<Record<Invitation['kind'], string>> = {
  administrator: 'Become the administrator of this dashboard',
  account: 'You have been invited to this dashboard',
  reset: 'Choose a new password',
}

/** What a one-time link opens. Its token stands behind the #, which browsers send to nobody. */
export function InvitationPage() {
  useTitle('Invitation')
  const token = window.location.hash.slice(1)
  const door = useQuery(api.door.queryOptions()).data
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  const [email, setEmail] = useState('')
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    void post<Invitation>('/api/invitation', { token }).then((outcome) => {
      if (outcome.ok) setInvitation(outcome.body)
      else setProblem(outcome.message)
    })
  }, [token])
  const accept = async (event: SubmitEvent) => {
    event.preventDefault()
    setProblem(null)
    const person = { email: invitation?.email ?? email, name: invitation?.name ?? name }
    const outcome = await post('/api/invitation/accept', { token, ...person, password })
    if (outcome.ok) window.location.assign('/')
    else setProblem(outcome.message)
  }
  const organisation = async () => {
    const outcome = await post<{ address: string }>('/api/sign-in/oidc', { invitation: token })
    if (outcome.ok) window.location.assign(outcome.body.address)
    else setProblem(outcome.message)
  }
  return (
    <main id="main" className="wrap page" tabIndex={-1}>
      <h1 className="h1">{invitation ? titles[invitation.kind] : 'Invitation'}</h1>
      {invitation?.kind === 'account' && (
        <p className="dek">
          {invitation.name} ({invitation.email}), as {roleWords[invitation.role].name.toLowerCase()}:{' '}
          {roleWords[invitation.role].may.toLowerCase()}
        </p>
      )}
      {invitation?.kind === 'reset' && (
        <p className="dek">For {invitation.email}. Every other session ends.</p>
      )}
      {invitation === null && <FormProblem message={problem} />}
      {invitation && (
        <form className="formcol" onSubmit={(event) => void accept(event)}>
          <FormProblem message={problem} />
          {invitation.email === null && (
            <>
              <TextField
                label="Your name"
                autoComplete="name"
                required
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
              <TextField
                label="E-mail address"
                type="email"
                autoComplete="username"
                required
                value={email}
                onChange={(event) => setEmail(event.target.value)}
              />
            </>
          )}
          <TextField
            label="Password"
            hint="At least 12 characters. Three or four unrelated words are strong and easy to remember."
            type="password"
            autoComplete="new-password"
            required
            minLength={12}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <div className="row">
            <button type="submit" className="btn pri">
              {invitation.kind === 'reset' ? 'Set the password' : 'Join'}
            </button>
            {door?.organisation != null && invitation.email !== null && (
              <button type="button" className="btn" onClick={() => void organisation()}>
                Use {door.organisation} instead
              </button>
            )}
          </div>
        </form>
      )}
    </main>
  )
}
