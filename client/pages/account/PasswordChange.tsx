import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FormProblem } from '../../forms/FormProblem.tsx'
import { TextField } from '../../forms/TextField.tsx'
import { api } from '../../trpc.ts'

/** A new password, with the old one. */
export function PasswordChange() {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useMutation(
    api.account.changePassword.mutationOptions({
      onSuccess: () => {
        setCurrent('')
        setNext('')
      },
    }),
  )
  return (
    <section className="sect">
      <h2 className="h2">Password</h2>
      <form
        className="formcol"
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate({ current, next })
        }}
      >
        <FormProblem message={change.error?.message ?? null} />
        <p role="status">
          {change.isSuccess ? 'The password is changed. Every other session has ended.' : ''}
        </p>
        <TextField
          label="Password now"
          type="password"
          autoComplete="current-password"
          required
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
        />
        <TextField
          label="New password"
          hint="At least 12 characters."
          type="password"
          autoComplete="new-password"
          required
          minLength={12}
          value={next}
          onChange={(event) => setNext(event.target.value)}
        />
        <button type="submit" className="btn" disabled={change.isPending}>
          Change the password
        </button>
      </form>
    </section>
  )
}
