import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { openTestInstallation } from '../support/installation.ts'

it('waits for what is still being read before the records are closed', async () => {
  const held = await openTestInstallation()
  const { read } = held.installation.records
  const slow = () =>
    sql<{ n: number }>`select count(*) as n from range(30000000) a (i) where hash(i) % 7 = 0`.execute(
      read as never,
    )
  const reading = [slow(), slow()]
  await held.close()
  const answers = await Promise.all(reading)
  expect(answers.map(({ rows }) => rows[0]?.n)).toEqual([answers[0]?.rows[0]?.n, answers[0]?.rows[0]?.n])
  await expect(slow()).rejects.toThrow()
})
