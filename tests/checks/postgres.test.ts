import pg from 'pg'
import { expect, test } from 'vitest'
import { createDatabase, describeOnPostgres } from '../support/postgres.ts'

describeOnPostgres('the test PostgreSQL', () => {
  test('gives each caller a database of its own and drops it with connections open', async () => {
    const [first, second] = await Promise.all([createDatabase(), createDatabase()])
    const client = new pg.Client({ connectionString: first.url })
    client.on('error', () => {})
    await client.connect()
    await client.query('create table only_here (id integer)')
    const other = new pg.Client({ connectionString: second.url })
    await other.connect()
    expect((await other.query(`select to_regclass('only_here') as found`)).rows).toEqual([{ found: null }])
    await other.end()
    await first.drop()
    await expect(client.query('select 1')).rejects.toThrow()
    await second.drop()
  })
})
