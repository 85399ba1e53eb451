import type { AccountTable } from '../../db/workspace/identityTables.ts'
import { roleWords } from '../../shared/access/roleWords.ts'
import type { Role, Viewer } from '../../shared/access/viewer.ts'
import { disclosureIn } from '../../shared/access/viewer.ts'
import type { Actor } from '../access/actor.ts'
import { viewerOf } from './accounts.ts'
import type { Identity } from './identity.ts'
import { verifyPassword } from './passwordHash.ts'
import { recoveryCodeHash, secondFactorStep } from './secondFactor.ts'
import { tokenHash } from './secretToken.ts'
import type { Origin } from './sessions.ts'

export type SignInOutcome =
  | { readonly kind: 'signedIn'; readonly token: string }
  /** The password was right; the token is good for a code and nothing else. */
  | { readonly kind: 'secondFactor'; readonly token: string }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'wait'; readonly message: string }

const wrong = { kind: 'refused', message: 'The e-mail address or the password is not right.' } as const
const wrongCode = { kind: 'refused', message: 'The code is not right, or was used before.' } as const

/**
 * Signs in with e-mail and password. What is answered, and the work done for it, is the same for an address without an
 * account, a disabled account and a wrong password.
 */
export async function signInWithPassword(
  identity: Identity,
  { email, password }: { readonly email: string; readonly password: string },
  origin: Origin,
): Promise<SignInOutcome> {
  const name = email.trim().toLowerCase()
  const blocked = await identity.attempts.begin(name, origin.address)
  if (blocked) return waitFor(identity, { who: name, blocked, origin })
  const account = await identity.accounts.byEmail(name)
  if (!(await verifyPassword(password, account?.password_hash ?? null, identity.passwordCost)) || !account) {
    await identity.audit.record({ event: 'signIn.failed', by: { who: name, address: origin.address } })
    return wrong
  }
  await identity.attempts.succeeded(name, origin.address)
  return afterFirstFactor(identity, account, { origin, how: 'password' })
}

/** Goes on for someone whose first factor was right: to the code where they have one, else straight in. */
export async function afterFirstFactor(
  identity: Identity,
  account: AccountTable,
  { origin, how }: { readonly origin: Origin; readonly how: string },
): Promise<SignInOutcome> {
  if (account.totp_secret !== null) {
    const token = await identity.sessions.begin({ account: account.id }, 'secondFactor', origin)
    return { kind: 'secondFactor', token }
  }
  return { kind: 'signedIn', token: await beginSession(identity, account, { origin, how }) }
}

/** Finishes a sign-in with a code from the app or from paper. The token for the code ends here; a new one begins. */
export async function signInWithCode(
  identity: Identity,
  { token, code }: { readonly token: string; readonly code: string },
  origin: Origin,
): Promise<SignInOutcome> {
  const session = await identity.sessions.find(token)
  const account =
    session?.stage === 'secondFactor' && session.account !== null
      ? await identity.accounts.find(session.account)
      : undefined
  if (!session || !account) return { kind: 'refused', message: 'Sign in with your password first.' }
  const attempt = `code ${account.id}`
  const blocked = await identity.attempts.begin(attempt, origin.address)
  if (blocked) {
    await identity.sessions.end(session.id)
    return waitFor(identity, { who: account.email, blocked, origin })
  }
  if (!(await checkSecondFactor(identity, account, code))) {
    await identity.audit.record({
      event: 'signIn.failed',
      by: { who: account.email, address: origin.address },
      detail: { step: 'second factor' },
    })
    return wrongCode
  }
  await identity.attempts.succeeded(attempt, origin.address)
  await identity.sessions.end(session.id)
  const how = 'password and second factor'
  return { kind: 'signedIn', token: await beginSession(identity, account, { origin, how }) }
}

/** Whether a code is right now, using it up: six digits from the app, or one of the codes on paper. */
export async function checkSecondFactor(
  identity: Identity,
  account: AccountTable,
  code: string,
): Promise<boolean> {
  if (account.totp_secret === null) return false
  if (/^\s*\d(\s*\d){5}\s*$/.test(code)) {
    const step = secondFactorStep(code, identity.box.open(account.totp_secret), {
      now: identity.now(),
      lastStep: account.totp_last_step,
    })
    return step !== null && identity.accounts.takeStep(account.id, step)
  }
  return identity.accounts.takeRecoveryCode(account.id, recoveryCodeHash(code, identity.key))
}

/** Begins a session for an account that has proved itself, and notes it. */
export async function beginSession(
  identity: Identity,
  account: AccountTable,
  { origin, how }: { readonly origin: Origin; readonly how: string },
): Promise<string> {
  const token = await identity.sessions.begin({ account: account.id }, 'signedIn', origin)
  const by = accountActor(account, { session: tokenHash(token), address: origin.address })
  await identity.audit.record({ event: 'signIn.succeeded', by, detail: { how } })
  return token
}

/** Begins a sample session in a role; the caller has asked whether the sample is open. */
export async function signInToSample(identity: Identity, role: Role, origin: Origin): Promise<string> {
  const token = await identity.sessions.begin({ sampleRole: role }, 'signedIn', origin)
  const by = sampleActor(role, { session: tokenHash(token), address: origin.address })
  await identity.audit.record({ event: 'signIn.sample', by })
  return token
}

/**
 * Who holds a session's token; null when nobody does, the account was disabled, or the sample has closed meanwhile.
 * Role and limits are read anew each time, so that a change holds from the next click.
 */
export async function actorOf(
  identity: Identity,
  token: string,
  { address, sampleOpen }: { readonly address: string; readonly sampleOpen: () => boolean },
): Promise<Actor | null> {
  const session = await identity.sessions.find(token)
  if (session?.stage !== 'signedIn') return null
  if (session.account === null)
    return session.sample_role !== null && sampleOpen()
      ? sampleActor(session.sample_role, { session: session.id, address })
      : null
  const account = await identity.accounts.find(session.account)
  return account ? accountActor(account, { session: session.id, address }) : null
}

function accountActor(
  account: AccountTable,
  { session, address }: { readonly session: string; readonly address: string },
): Actor {
  const { id, email } = account
  return { viewer: viewerOf(account), account: id, email, session, sample: false, address }
}

function sampleActor(
  role: Role,
  { session, address }: { readonly session: string; readonly address: string },
): Actor {
  const viewer: Viewer = {
    name: `Sample ${roleWords[role].name.toLowerCase()}`,
    role,
    areas: 'all',
    feeds: 'all',
    disclosure: disclosureIn(role, role === 'analyst' ? 'unprotected' : 'protected'),
  }
  return { viewer, account: null, email: null, session, sample: true, address }
}

async function waitFor(
  identity: Identity,
  { who, blocked, origin }: { readonly who: string; readonly blocked: Date; readonly origin: Origin },
): Promise<SignInOutcome> {
  await identity.audit.record({ event: 'signIn.blocked', by: { who, address: origin.address } })
  const minutes = Math.max(1, Math.ceil((blocked.getTime() - identity.now().getTime()) / 60_000))
  const unit = minutes === 1 ? 'minute' : 'minutes'
  return { kind: 'wait', message: `There were too many wrong attempts. Try again in ${minutes} ${unit}.` }
}
