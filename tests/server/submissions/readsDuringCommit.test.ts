import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { crimeRecord, times } from '../../build/feedRow.ts'
import { openTestInstallation, type TestInstallation } from '../../support/installation.ts'

let open: TestInstallation | null = null
afterEach(() => open?.close())

test('a file is committed while others read without a pause', async () => {
  open = await openTestInstallation()
  const { installation, load, values } = open
  await load(
    'crime',
    times(50, (i) => crimeRecord({ crime_ref: `A${i}` })),
  )
  let over = false
  const read = async () => {
    while (!over) {
      // Long enough that reads overlap and there is never a moment without one.
      await sql`select count(*) from crime, range(5000000)`.execute(installation.records.read as never)
    }
  }
  const readers = [read(), read()]
  try {
    const changed = times(50, (i) =>
      crimeRecord({ crime_ref: `A${i}`, domestic_abuse: i < 20 ? 'no' : 'yes' }),
    )
    const { kind } = await load('crime', changed, { confirm: true })
    expect(kind).toBe('committed')
  } finally {
    over = true
    await Promise.all(readers)
  }
  expect(await values({ metric: 'da.crimes' })).toEqual({ '2024-05': 30 })
})
