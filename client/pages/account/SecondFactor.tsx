import { useMutation, useQueryClient } from '@tanstack/react-query'
import { encode } from 'uqr'
import { useState } from 'react'
import { FormProblem } from '../../forms/FormProblem.tsx'
import { TextField } from '../../forms/TextField.tsx'
import { api } from '../../trpc.ts'

interface Props {
  readonly account: {
    readonly secondFactor: boolean
    readonly recoveryCodesLeft: number
    readonly hasPassword: boolean
  }
}

/** Setting up and taking away the code of an authenticator app. */
export function SecondFactor({ account }: Props) {
  const client = useQueryClient()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const refresh = () => client.invalidateQueries(api.account.mine.queryFilter())
  const clear = () => {
    setPassword('')
    setCode('')
  }
  const begin = useMutation(api.account.beginSecondFactor.mutationOptions({ onSuccess: clear }))
  const confirm = useMutation(
    api.account.confirmSecondFactor.mutationOptions({ onSuccess: refresh, onSettled: clear }),
  )
  const remove = useMutation(
    api.account.removeSecondFactor.mutationOptions({ onSuccess: refresh, onSettled: clear }),
  )
  const passwordField = account.hasPassword && (
    <TextField
      label="Password"
      type="password"
      autoComplete="current-password"
      required
      value={password}
      onChange={(event) => setPassword(event.target.value)}
    />
  )
  const codeField = (
    <TextField
      label="Code"
      hint="The six digits that the app shows now."
      autoComplete="one-time-code"
      required
      value={code}
      onChange={(event) => setCode(event.target.value)}
    />
  )
  return (
    <section className="sect">
      <h2 className="h2">Second step when signing in</h2>
      {confirm.data && <RecoveryCodes codes={confirm.data} />}
      {account.secondFactor ? (
        <form
          className="formcol"
          onSubmit={(event) => {
            event.preventDefault()
            remove.mutate({ password, code })
          }}
        >
          <p className="field">
            <span>It is on. {account.recoveryCodesLeft} recovery codes are left.</span>
          </p>
          <FormProblem message={remove.error?.message ?? null} />
          {passwordField}
          {codeField}
          <button type="submit" className="btn">
            Turn it off
          </button>
        </form>
      ) : begin.data ? (
        <form
          className="formcol"
          onSubmit={(event) => {
            event.preventDefault()
            confirm.mutate({ sealed: begin.data.sealed, code })
          }}
        >
          <p>Point your authenticator app at this picture, or type the key into it.</p>
          <QrCode text={begin.data.address} />
          <p className="field">
            <code>{begin.data.secret}</code>
          </p>
          <FormProblem message={confirm.error?.message ?? null} />
          {codeField}
          <button type="submit" className="btn pri">
            Turn it on
          </button>
        </form>
      ) : (
        <form
          className="formcol"
          onSubmit={(event) => {
            event.preventDefault()
            begin.mutate({ password })
          }}
        >
          <p className="field">
            <span>A code from an app on your telephone, so that a stolen password is not enough.</span>
          </p>
          <FormProblem message={begin.error?.message ?? null} />
          {passwordField}
          <button type="submit" className="btn">
            Set it up
          </button>
        </form>
      )}
    </section>
  )
}

function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <div className="onetime" role="status">
      <p className="h3">Print or write down these recovery codes now: they are not shown again</p>
      <p>Each works once, in place of the app’s code.</p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </div>
  )
}

function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text, { border: 2 })
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label="The key as a picture for the app"
    >
      <path d={path} fill="currentColor" />
    </svg>
  )
}
