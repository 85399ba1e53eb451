/** One thing that someone did. Rows are only ever added; retention removes the oldest and says so in a row of its own. */
export interface AuditEventTable {
  /** 1, 2, 3 … without a gap. */
  number: number
  /** ISO 8601 UTC. */
  at: string
  /** What happened, from a fixed list such as `signIn.failed`. */
  event: string
  /** Account id; null for the command line, sample sign-ins and people not signed in. */
  account: string | null
  /** The person's name or, of a failed sign-in, the e-mail as typed. */
  who: string
  role: string | null
  /** What it was done to: a metric, an account, a submission. */
  subject: string
  /** JSON object of further facts; never a password, code, token or key. */
  detail: string
  /** The network address it came from; `local` for the command line and the server itself. */
  address: string
  /** First characters of the session's id; null where there is none. */
  session: string | null
  /** The hash of the event before; 64 zeros for the first. */
  previous_hash: string
  /** SHA-256 over the previous hash and every other column. */
  hash: string
}
