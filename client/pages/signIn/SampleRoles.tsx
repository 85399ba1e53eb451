import { useState } from 'react'
import { roleWords } from '../../../shared/access/roleWords.ts'
import { roles, type Role } from '../../../shared/access/viewer.ts'
import { FormProblem } from '../../forms/FormProblem.tsx'
import { post } from '../../parts/post.ts'

/** Each role at one click, while every figure is invented. */
export function SampleRoles({ onSignedIn }: { onSignedIn: () => void }) {
  const [problem, setProblem] = useState<string | null>(null)
  const enter = async (role: Role) => {
    const outcome = await post('/api/sign-in/sample', { role })
    if (outcome.ok) onSignedIn()
    else setProblem(outcome.message)
  }
  return (
    <>
      <p className="dek">
        Every figure here is synthetic sample data, so no account is needed on this machine. This way in
        closes when real data is loaded.
      </p>
      <FormProblem message={problem} />
      <ul className="roles">
        {roles.map((role) => (
          <li key={role}>
            <div>
              <b>{roleWords[role].name}</b>
              <span>{roleWords[role].may}</span>
            </div>
            <button type="button" className="btn" onClick={() => void enter(role)}>
              Enter<span className="sr"> as {roleWords[role].name}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
