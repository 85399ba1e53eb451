import type { Installation } from '../installation.ts'
import type { Credential } from './invitations.ts'
import { hashPassword } from './passwordHash.ts'
import { passwordWeakness } from './passwordStrength.ts'
import type { Origin } from './sessions.ts'
import { beginSession } from './signIn.ts'

export type Accepted =
  | { readonly kind: 'signedIn'; readonly token: string }
  | { readonly kind: 'refused'; readonly message: string }

const spent = 'This link was used, has run out or was never made. Ask for a new one.'

interface Person {
  readonly token: string
  readonly email: string
  readonly name: string
}

/** Uses a one-time link with a chosen password and signs in. A weak password leaves the link as it was. */
export async function acceptInvitation(
  installation: Installation,
  person: Person & { readonly password: string },
  origin: Origin,
): Promise<Accepted> {
  const { identity, partnership } = installation
  const invitation = await identity.invitations.find(person.token)
  if (!invitation) return { kind: 'refused', message: spent }
  const email = invitation.email ?? person.email
  const personal = [email, invitation.name ?? person.name, partnership.name, partnership.board]
  const weakness = await passwordWeakness(person.password, personal)
  if (weakness !== null) return { kind: 'refused', message: weakness }
  const passwordHash = await hashPassword(person.password, identity.passwordCost)
  return join(installation, person, { credential: { passwordHash, oidcSubject: null }, origin })
}

/** Uses a one-time link with whom the organisation says it is, and signs in. */
export async function acceptThroughOrganisation(
  installation: Installation,
  person: Person & { readonly subject: string },
  origin: Origin,
): Promise<Accepted> {
  if (await installation.identity.accounts.bySubject(person.subject))
    return { kind: 'refused', message: 'This sign-in belongs to another account already.' }
  const credential = { passwordHash: null, oidcSubject: person.subject }
  return join(installation, person, { credential, origin })
}

async function join(
  { identity, audit }: Installation,
  { token, email, name }: Person,
  { credential, origin }: { readonly credential: Credential; readonly origin: Origin },
): Promise<Accepted> {
  const invitation = await identity.invitations.find(token)
  const taken = await identity.accounts.all()
  if (invitation?.account === null && taken.some((account) => account.email === (invitation.email ?? email)))
    return { kind: 'refused', message: 'There is an account with this e-mail address already.' }
  const id = await identity.invitations.accept(token, { email, name }, credential)
  const account = id === null ? undefined : await identity.accounts.find(id)
  if (!account) return { kind: 'refused', message: spent }
  // A new password means that the old one may be in other hands.
  await identity.sessions.endAll(account.id)
  await audit.record({
    event: invitation?.kind === 'reset' ? 'password.changed' : 'account.joined',
    by: { who: account.email, address: origin.address },
    subject: account.email,
    detail: { role: account.role, invitedBy: invitation?.created_by },
  })
  return { kind: 'signedIn', token: await beginSession(identity, account, { origin, how: 'one-time link' }) }
}
