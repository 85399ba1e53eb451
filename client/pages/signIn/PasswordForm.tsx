import { useState, type SubmitEvent } from 'react'
import { FormProblem } from '../../forms/FormProblem.tsx'
import { post } from '../../parts/post.ts'
import { TextField } from '../../forms/TextField.tsx'

interface Props {
  readonly onSignedIn: () => void
  readonly onSecondFactor: () => void
}

/** E-mail and password; the browser's password manager may fill both. */
export function PasswordForm({ onSignedIn, onSecondFactor }: Props) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setBusy(true)
    setProblem(null)
    const outcome = await post<{ next: 'signedIn' | 'secondFactor' }>('/api/sign-in', { email, password })
    setBusy(false)
    setPassword('')
    if (!outcome.ok) setProblem(outcome.message)
    else if (outcome.body.next === 'secondFactor') onSecondFactor()
    else onSignedIn()
  }
  return (
    <form className="formcol" onSubmit={(event) => void submit(event)}>
      <FormProblem message={problem} />
      <TextField
        label="E-mail address"
        type="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <TextField
        label="Password"
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <button type="submit" className="btn pri" disabled={busy}>
        {busy ? 'Signing in …' : 'Sign in'}
      </button>
    </form>
  )
}
