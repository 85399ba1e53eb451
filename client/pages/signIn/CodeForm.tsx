import { useState, type SubmitEvent } from 'react'
import { FormButtons } from '../../forms/FormButtons.tsx'
import { FormProblem } from '../../forms/FormProblem.tsx'
import { post } from '../../parts/post.ts'
import { TextField } from '../../forms/TextField.tsx'

interface Props {
  readonly onSignedIn: () => void
  readonly onStartAgain: () => void
}

/** The code of the second step. */
export function CodeForm({ onSignedIn, onStartAgain }: Props) {
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setProblem(null)
    const outcome = await post('/api/sign-in/code', { code })
    setCode('')
    if (outcome.ok) onSignedIn()
    else setProblem(outcome.message)
  }
  return (
    <form className="formcol" onSubmit={(event) => void submit(event)}>
      <FormProblem message={problem} />
      <TextField
        label="Code"
        autoComplete="one-time-code"
        required
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <FormButtons submit="Go on" cancel="Start again" onCancel={onStartAgain} />
    </form>
  )
}
