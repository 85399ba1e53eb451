import '../../styles/forms.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { returnPath } from '../../../shared/access/returnPath.ts'
import { FormProblem } from '../../forms/FormProblem.tsx'
import { post } from '../../parts/post.ts'
import { useTitle } from '../../parts/useTitle.ts'
import { api } from '../../trpc.ts'
import { CodeForm } from './CodeForm.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { SampleRoles } from './SampleRoles.tsx'

const problems: Readonly<Record<string, string>> = {
  organisation:
    'Your organisation’s sign-in did not open an account here. Ask an administrator for an invitation.',
  invitation:
    'This link was used, has run out, or that sign-in belongs to another account. Ask for a new link.',
}

/** The door: with an account, through the organisation or, on a machine with sample data only, as any role. */
export function SignInPage() {
  useTitle('Sign in')
  const search = new URLSearchParams(window.location.search)
  const to = returnPath(search.get('to') ?? undefined)
  const [step, setStep] = useState(search.get('step') === 'code' ? 'code' : 'password')
  const [problem, setProblem] = useState(problems[search.get('problem') ?? ''] ?? null)
  const door = useQuery(api.door.queryOptions()).data
  // A page load, so that nothing of who was here before stays in memory.
  const enter = () => window.location.assign(to)
  const organisation = async () => {
    const outcome = await post<{ address: string }>('/api/sign-in/oidc', { to })
    if (outcome.ok) window.location.assign(outcome.body.address)
    else setProblem(outcome.message)
  }
  if (step === 'code') {
    return (
      <main id="main" className="wrap page" tabIndex={-1}>
        <h1 className="h1">Your second step</h1>
        <p className="dek">
          Give the code that your authenticator app shows now, or one of your recovery codes.
        </p>
        <CodeForm onSignedIn={enter} onStartAgain={() => setStep('password')} />
      </main>
    )
  }
  return (
    <main id="main" className="wrap page" tabIndex={-1}>
      <h1 className="h1">{door?.sample === true ? 'Look around as anyone' : 'Sign in to see the figures'}</h1>
      {door?.sample === true && <SampleRoles onSignedIn={enter} />}
      {door?.needsAdministrator === true && (
        <p className="dek">
          Nobody has an account yet. Where the dashboard was started, the console shows a link that makes the
          first administrator; <code>npm run administrator</code> prints a new one.
        </p>
      )}
      <FormProblem message={problem} />
      {door?.sample === true && <h2 className="h3 or">Or with an account</h2>}
      <PasswordForm onSignedIn={enter} onSecondFactor={() => setStep('code')} />
      {door?.organisation != null && (
        <div className="formcol or">
          <button type="button" className="btn" onClick={() => void organisation()}>
            Continue with {door.organisation}
          </button>
        </div>
      )}
    </main>
  )
}
