/** The link just made. It is kept nowhere, so it can only be copied now. */
export function OneTimeLink({ token, email }: { token: string; email: string }) {
  return (
    <div className="onetime" role="status">
      <p className="h3">Send this link to {email} yourself: it is shown only now</p>
      <p>
        It works once, for a week. Whoever has it can use it, so choose a way that only this person reads.
      </p>
      <code>{`${window.location.origin}/invitation#${token}`}</code>
    </div>
  )
}
