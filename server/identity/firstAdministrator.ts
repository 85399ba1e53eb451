import { isLoopback } from '../access/addresses.ts'
import type { Installation } from '../installation.ts'

/** The dashboard's address as people reach it: the public one, else this machine's. */
export function dashboardAddress({ config }: Installation, port: number): string {
  if (config.publicUrl !== null) return config.publicUrl
  const everywhere = config.host === '0.0.0.0' || config.host === '::'
  return `http://${everywhere || isLoopback(config.host) ? 'localhost' : config.host}:${port}`
}

/** A one-time link by which whoever holds it becomes an administrator. It ends every earlier one. */
export async function administratorLink(installation: Installation, port: number): Promise<string> {
  const token = await installation.identity.invitations.create({ kind: 'administrator' }, 'console')
  await installation.audit.record({
    event: 'account.invited',
    by: { who: 'console', address: 'local' },
    subject: 'administrator',
  })
  return `${dashboardAddress(installation, port)}/invitation#${token}`
}

/** Whether somebody must become the first administrator: nobody has an account, and the sample cannot be tried. */
export async function needsAdministrator({ identity, config, register }: Installation): Promise<boolean> {
  const sample = register.sampleOnly() && isLoopback(config.host) && config.publicUrl === null
  return !sample && (await identity.accounts.count()) === 0
}
