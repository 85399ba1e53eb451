import { cp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openInstallation, type Installation } from '../../server/installation.ts'
import { contentsOf } from '../../server/submissions/contents.ts'
import { replay } from '../../server/submissions/replay.ts'
import { fromIndex } from '../../shared/periods/month.ts'
import { monthOf, type HeldRow } from './heldRows.ts'
import { soakConfig } from './soakConfig.ts'

/** What must be held: every submission, with how many rows counted once it was in, and the rows that count now. */
export interface Expected {
  readonly rowsAfter: ReadonlyMap<number, number>
  readonly rows: readonly HeldRow[]
}

/** The numbers that the register holds once the stores are open again, whatever an earlier process left half done. */
export async function registeredNumbers(dataDir: string): Promise<number[]> {
  const installation = await openInstallation(soakConfig(dataDir))
  try {
    return installation.register.all().map(({ number }) => number)
  } finally {
    await installation.close()
  }
}

/** Every way in which what is held is not what it must be; none is as it should be. */
export async function faultsOf(dataDir: string, expected: Expected): Promise<string[]> {
  const installation = await openInstallation(soakConfig(dataDir))
  const faults: string[] = []
  let contents: string
  try {
    faults.push(...(await registerFaults(installation, expected)))
    faults.push(...(await folderFaults(dataDir, expected)))
    faults.push(...(await rowFaults(installation, expected)))
    contents = JSON.stringify(await contentsOf(installation.records))
  } finally {
    await installation.close()
  }
  if (contents !== (await rebuiltContents(dataDir)))
    faults.push('records rebuilt from the archive are not what was held')
  return faults
}

async function registerFaults({ workspace }: Installation, { rowsAfter }: Expected): Promise<string[]> {
  const rows = await workspace.selectFrom('submission').selectAll().orderBy('number').execute()
  const [numbers, wanted] = [rows.map(({ number }) => number).join(), [...rowsAfter.keys()].join()]
  return [
    ...(numbers === wanted ? [] : [`submissions ${numbers} are registered instead of ${wanted}`]),
    ...rows
      .filter(({ status, rows_added: added }) => status !== 'committed' || added === null)
      .map(({ number, status }) => `submission ${number} was left ${status}`),
  ]
}

async function folderFaults(dataDir: string, { rowsAfter }: Expected): Promise<string[]> {
  const faults: string[] = []
  const kept = (await readdir(join(dataDir, 'archive'))).map(Number).toSorted((a, b) => a - b)
  if (kept.join() !== [...rowsAfter.keys()].join()) faults.push(`the archive holds ${kept.join()}`)
  for (const name of await readdir(join(dataDir, 'archive'))) {
    const files = await readdir(join(dataDir, 'archive', name))
    for (const file of ['accepted.parquet', 'original.enc'])
      if (!files.includes(file)) faults.push(`${file} of submission ${name} is gone`)
  }
  const staged = await readdir(join(dataDir, 'staging'))
  if (staged.length > 0) faults.push(`${staged.length} files were left in staging`)
  return faults
}

/** The rows that count now, told apart by everything the soak varies, and how many counted after each submission. */
async function rowFaults({ records }: Installation, { rows, rowsAfter }: Expected): Promise<string[]> {
  const faults: string[] = []
  const found = await sql<Record<string, unknown>>`
    select month, area, recorded_date, offence_code, victim_sex, outcome_type, count(*) as n from crime
    where withdrawn_in is null group by 1, 2, 3, 4, 5, 6`.execute(records.read as never)
  const held = new Map(
    found.rows.map((row) => [
      [
        fromIndex(Number(row['month'])),
        row['recorded_date'],
        row['area'],
        row['offence_code'],
        row['victim_sex'],
        row['outcome_type'],
      ].join(' '),
      Number(row['n']),
    ]),
  )
  const wanted = new Map<string, number>()
  for (const row of rows) {
    const area = row.area === 'not recorded' ? 'not-placed' : row.area
    const key = [
      monthOf(row),
      row.recorded_date,
      area,
      row.offence_code,
      row.victim_sex,
      row.outcome_type,
    ].join(' ')
    wanted.set(key, (wanted.get(key) ?? 0) + 1)
  }
  const differing = [...new Set([...held.keys(), ...wanted.keys()])].filter(
    (key) => held.get(key) !== wanted.get(key),
  )
  if (differing.length > 0) {
    const [first = ''] = differing
    faults.push(
      `${differing.length} kinds of row differ, such as ${first}: ${held.get(first) ?? 0} held, ${wanted.get(first) ?? 0} sent`,
    )
  }
  for (const [number, count] of rowsAfter) {
    const then = await sql<{ n: number }>`select count(*) as n from crime
      where added_in <= ${number} and (withdrawn_in is null or withdrawn_in > ${number})`.execute(
      records.read as never,
    )
    if (Number(then.rows[0]?.n) !== count)
      faults.push(`as at submission ${number} there are ${then.rows[0]?.n} rows instead of ${count}`)
  }
  return faults
}

/** What a rebuild from the archive holds, made on a copy so that the next kill meets the original. */
async function rebuiltContents(dataDir: string): Promise<string> {
  const copy = `${dataDir}.rebuild`
  await cp(dataDir, copy, { recursive: true })
  const installation = await openInstallation(soakConfig(copy))
  try {
    await installation.records.reset()
    await replay(installation)
    return JSON.stringify(await contentsOf(installation.records))
  } finally {
    await installation.close()
    await rm(copy, { recursive: true, force: true })
  }
}
