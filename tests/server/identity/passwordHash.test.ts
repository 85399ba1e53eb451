import type * as crypto from 'node:crypto'
import { afterAll, afterEach, expect, test, vi } from 'vitest'

const derived: { length: number; cost: object }[] = []
vi.resetModules()
vi.doMock('node:crypto', async (original) => {
  const real = await original<typeof crypto>()
  const scrypt = (...[password, salt, length, cost, done]: Parameters<typeof real.scrypt>) => {
    const { N, r, p } = cost
    derived.push({ length, cost: { N, r, p } })
    real.scrypt(password, salt, length, cost, done)
  }
  return { ...real, scrypt }
})
const { hashPassword, verifyPassword } = await import('../../../server/identity/passwordHash.ts')
afterAll(() => {
  vi.doUnmock('node:crypto')
  vi.resetModules()
})
afterEach(() => derived.splice(0))

test('a password is recognised, another is not, and the same one hashes differently each time', async () => {
  const stored = await hashPassword('lantern orbit pepper mosaic')
  expect(stored).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/)
  expect(await verifyPassword('lantern orbit pepper mosaic', stored)).toBe(true)
  expect(await verifyPassword('lantern orbit pepper mosaid', stored)).toBe(false)
  expect(await hashPassword('lantern orbit pepper mosaic')).not.toBe(stored)
})

test('the same letters composed in another way are the same password', async () => {
  const stored = await hashPassword('café lantern orbit'.normalize('NFC'))
  expect(await verifyPassword('café lantern orbit'.normalize('NFD'), stored)).toBe(true)
})

test('an unknown account, one without a password and a known one cost the same work', async () => {
  const stored = await hashPassword('lantern orbit pepper mosaic')
  const [made] = derived.splice(0)
  expect(await verifyPassword('lantern orbit pepper mosaic', stored)).toBe(true)
  const known = derived.splice(0)
  expect(await verifyPassword('lantern orbit pepper mosaic', null)).toBe(false)
  const unknown = derived.splice(0)
  expect(known).toEqual([made])
  expect(unknown).toEqual([made])
})
