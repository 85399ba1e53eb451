import type { Actor } from '../access/actor.ts'
import type { AccountTable } from '../../db/workspace/identityTables.ts'
import type { Installation } from '../installation.ts'
import { hashPassword, verifyPassword } from './passwordHash.ts'
import { passwordWeakness } from './passwordStrength.ts'
import { newRecoveryCodes, newSecondFactor, recoveryCodeHash, secondFactorStep } from './secondFactor.ts'
import { checkSecondFactor } from './signIn.ts'

/** A change to an account that was not made, as a sentence for the person who asked. */
export class AccountRefusal extends Error {}

/** What someone may know and change of their own account. A sample visitor has none. */
export function ownAccount({ identity, audit, partnership, now }: Installation, actor: Actor) {
  const { accounts, sessions } = identity

  async function own(): Promise<AccountTable> {
    const account = actor.account === null ? undefined : await accounts.find(actor.account)
    if (!account) throw new AccountRefusal('A sample sign-in has no account of its own.')
    return account
  }
  /** Changes to how one signs in ask for the password again: an unattended screen is not enough. */
  async function confirmed(password: string): Promise<AccountTable> {
    const account = await own()
    if (account.password_hash === null) return account
    const blocked = await identity.attempts.begin(`own ${account.id}`, actor.address)
    if (blocked) throw new AccountRefusal('There were too many wrong attempts. Try again later.')
    if (!(await verifyPassword(password, account.password_hash)))
      throw new AccountRefusal('The password is not right.')
    await identity.attempts.succeeded(`own ${account.id}`, actor.address)
    return account
  }
  async function newCodes(account: AccountTable): Promise<string[]> {
    const codes = newRecoveryCodes()
    await accounts.setRecoveryCodes(
      account.id,
      codes.map((code) => recoveryCodeHash(code, identity.key)),
    )
    return codes
  }
  return {
    async describe() {
      const account = await own()
      return {
        email: account.email,
        name: account.name,
        hasPassword: account.password_hash !== null,
        organisation:
          identity.oidc === null ? null : { name: identity.oidc.name, linked: account.oidc_subject !== null },
        secondFactor: account.totp_secret !== null,
        recoveryCodesLeft: await accounts.recoveryCodesLeft(account.id),
        sessions: (await sessions.list(account.id)).map((session) => ({
          id: session.id,
          current: session.id === actor.session,
          began: session.created_at,
          lastSeen: session.last_seen_at,
          ends: session.expires_at,
          address: session.address,
          agent: session.agent,
        })),
      }
    },
    async endSession(id: string): Promise<void> {
      const account = await own()
      const mine = (await sessions.list(account.id)).some((session) => session.id === id)
      if (!mine) throw new AccountRefusal('There is no such session.')
      await sessions.end(id)
      await audit.record({ event: 'session.revoked', by: actor, subject: account.email })
    },
    /** Sets a new password and ends every other session. */
    async changePassword(current: string, next: string): Promise<void> {
      const account = await confirmed(current)
      if (account.password_hash === null)
        throw new AccountRefusal('This account signs in through the organisation.')
      const weakness = await passwordWeakness(next, [
        account.email,
        account.name,
        partnership.name,
        partnership.board,
      ])
      if (weakness !== null) throw new AccountRefusal(weakness)
      await accounts.set(account.id, { password_hash: await hashPassword(next, identity.passwordCost) })
      await sessions.endAll(account.id, { except: actor.session ?? '' })
      await audit.record({ event: 'password.changed', by: actor, subject: account.email })
    },
    /** A new secret to be confirmed with a code; nothing is stored until then. */
    async beginSecondFactor(password: string): Promise<{ secret: string; address: string; sealed: string }> {
      const account = await confirmed(password)
      if (account.totp_secret !== null) throw new AccountRefusal('A second factor is set up already.')
      const { secret, address } = newSecondFactor(account.email)
      const until = now().getTime() + 600_000
      return {
        secret,
        address,
        sealed: identity.box.seal(JSON.stringify({ account: account.id, secret, until })),
      }
    },
    /** Turns the second factor on with its first code; returns the recovery codes, shown this once. */
    async confirmSecondFactor(sealed: string, code: string): Promise<string[]> {
      const account = await own()
      const offer = readOffer(identity.box.open, sealed)
      if (offer?.account !== account.id || offer.until < now().getTime())
        throw new AccountRefusal('Begin setting up the second factor again.')
      const step = secondFactorStep(code, offer.secret, { now: now(), lastStep: null })
      if (step === null) throw new AccountRefusal('The code is not right. Check the clock of the telephone.')
      await accounts.set(account.id, { totp_secret: identity.box.seal(offer.secret), totp_last_step: step })
      await sessions.endAll(account.id, { except: actor.session ?? '' })
      await audit.record({
        event: 'secondFactor.changed',
        by: actor,
        subject: account.email,
        detail: { to: 'on' },
      })
      return newCodes(account)
    },
    async removeSecondFactor(password: string, code: string): Promise<void> {
      const account = await confirmed(password)
      const blocked = await identity.attempts.begin(`code ${account.id}`, actor.address)
      if (blocked) throw new AccountRefusal('There were too many wrong attempts. Try again later.')
      if (!(await checkSecondFactor(identity, account, code)))
        throw new AccountRefusal('The code is not right.')
      await identity.attempts.succeeded(`code ${account.id}`, actor.address)
      await accounts.set(account.id, { totp_secret: null, totp_last_step: null })
      await accounts.setRecoveryCodes(account.id, [])
      await audit.record({
        event: 'secondFactor.changed',
        by: actor,
        subject: account.email,
        detail: { to: 'off' },
      })
    },
  }
}

function readOffer(
  open: (sealed: string) => string,
  sealed: string,
): { account: string; secret: string; until: number } | null {
  try {
    return JSON.parse(open(sealed)) as { account: string; secret: string; until: number }
  } catch {
    return null
  }
}
