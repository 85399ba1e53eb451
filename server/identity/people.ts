import type { Actor } from '../access/actor.ts'
import type { AccountTable } from '../../db/workspace/identityTables.ts'
import type { Installation } from '../installation.ts'
import { grantColumns, readGrant, type Grant } from './accounts.ts'
import { AccountRefusal } from './ownAccount.ts'

const sampleMayNot =
  'A sample sign-in makes no real accounts. Run npm run administrator where the dashboard is installed: it prints the link for the first one.'

/** What an administrator does with people. Every change is noted with who made it. */
export function people({ identity, audit, now, partnership }: Installation, actor: Actor) {
  const { accounts, invitations, sessions } = identity

  /** Whoever tries the sample must not leave an account behind that later opens real data. */
  function real(): void {
    if (actor.sample) throw new AccountRefusal(sampleMayNot)
  }
  async function named(id: string): Promise<AccountTable> {
    const account = (await accounts.all()).find((held) => held.id === id)
    if (!account) throw new AccountRefusal('There is no such account.')
    return account
  }
  async function refuseLosingLastAdministrator(account: AccountTable): Promise<void> {
    const others = (await accounts.all()).filter(
      (other) => other.id !== account.id && other.role === 'administrator' && other.disabled_at === null,
    )
    if (account.role === 'administrator' && others.length === 0)
      throw new AccountRefusal('This is the only administrator: make another one first.')
  }
  function refuseUnknownAreas({ areas }: Grant): void {
    const known = new Set([partnership.code, ...partnership.areas.map(({ code }) => code)])
    const unknown = areas === 'all' ? undefined : areas.find((area) => !known.has(area))
    if (unknown !== undefined) throw new AccountRefusal(`There is no area with the code “${unknown}”.`)
  }
  return {
    async list() {
      const held = await accounts.all()
      return {
        accounts: await Promise.all(
          held.map(async (account) => ({
            id: account.id,
            email: account.email,
            name: account.name,
            ...readGrant(account),
            secondFactor: account.totp_secret !== null,
            organisation: account.oidc_subject !== null,
            disabled: account.disabled_at !== null,
            sessions: (await sessions.list(account.id)).length,
            you: account.id === actor.account,
          })),
        ),
        invitations: (await invitations.open()).map(
          ({ kind, email, name, role, created_at, created_by, expires_at }) => ({
            kind,
            email: email ?? '',
            name: name ?? '',
            role,
            made: created_at,
            madeBy: created_by,
            ends: expires_at,
          }),
        ),
      }
    },
    /** Makes the one-time link by which a person joins; returns its token, which is kept nowhere. */
    async invite(person: {
      readonly email: string
      readonly name: string
      readonly grant: Grant
    }): Promise<string> {
      real()
      refuseUnknownAreas(person.grant)
      const email = person.email.toLowerCase()
      if ((await accounts.all()).some((account) => account.email === email))
        throw new AccountRefusal(`${email} has an account already.`)
      const token = await invitations.create({ kind: 'account', ...person, email }, actor.viewer.name)
      await audit.record({ event: 'account.invited', by: actor, subject: email, detail: { ...person.grant } })
      return token
    },
    async withdraw(email: string): Promise<void> {
      real()
      await invitations.withdraw(email)
      await audit.record({
        event: 'account.changed',
        by: actor,
        subject: email,
        detail: { change: 'link withdrawn' },
      })
    },
    async change(id: string, grant: Grant): Promise<void> {
      real()
      refuseUnknownAreas(grant)
      const account = await named(id)
      if (grant.role !== 'administrator') await refuseLosingLastAdministrator(account)
      await accounts.set(id, grantColumns(grant))
      const from = readGrant(account)
      await audit.record({
        event: 'account.changed',
        by: actor,
        subject: account.email,
        detail: { from, to: grant },
      })
    },
    /** Ends the account's sessions and lets nobody sign in with it; what it did keeps its name. */
    async disable(id: string): Promise<void> {
      real()
      const account = await named(id)
      await refuseLosingLastAdministrator(account)
      await accounts.set(id, { disabled_at: now().toISOString() })
      await sessions.endAll(id)
      await audit.record({ event: 'account.disabled', by: actor, subject: account.email })
    },
    async enable(id: string): Promise<void> {
      real()
      const account = await named(id)
      await accounts.set(id, { disabled_at: null })
      await audit.record({ event: 'account.enabled', by: actor, subject: account.email })
    },
    async endSessions(id: string): Promise<void> {
      real()
      const account = await named(id)
      await sessions.endAll(id)
      await audit.record({ event: 'session.revoked', by: actor, subject: account.email })
    },
    /** A link for a new password; using it takes the second factor away too, for the telephone that was lost. */
    async reset(id: string): Promise<string> {
      real()
      const account = await named(id)
      const wanted = { kind: 'reset', account: id, email: account.email, name: account.name } as const
      const token = await invitations.create(wanted, actor.viewer.name)
      await audit.record({ event: 'account.reset', by: actor, subject: account.email })
      return token
    },
  }
}
