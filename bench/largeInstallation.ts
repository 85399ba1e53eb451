import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Installation } from '../server/installation.ts'
import { openBench } from './benchInstallation.ts'
import { openByHand } from './byHand.ts'

const times = 10

/**
 * An installation with ten times the rows of another's first submission: its accepted rows so many times over, with
 * references and victims of their own, registered as one submission and put into the records as a restart does.
 */
export async function largeInstallation(request: {
  readonly dataDir: string
  readonly from: string
}): Promise<Installation> {
  const { dataDir, from } = request
  const source = await openBench(from)
  const submission = await source.workspace
    .selectFrom('submission')
    .selectAll()
    .where('number', '=', 1)
    .executeTakeFirstOrThrow()
  const accepted = source.archive.acceptedPath(1)
  await source.close()

  const empty = await openBench(dataDir)
  const target = empty.archive.acceptedPath(1)
  await mkdir(dirname(target), { recursive: true })
  const database = await openByHand()
  const spill = join(dataDir, 'spill')
  await database.run(`set preserve_insertion_order = true; set temp_directory = '${spill}'`)
  await database.run(`copy (
    select * exclude (nth) replace (
      crime_ref || '-' || nth as crime_ref,
      victim_ref || '-' || nth as victim_ref,
      md5(row_key::text || nth)::uuid as row_key,
      seq + nth * ${submission.rows_accepted} as seq
    )
    from range(${times}) again (nth), read_parquet('${accepted}')
  ) to '${target}' (format parquet)`)
  database.close()
  await empty.workspace
    .insertInto('submission')
    .values({
      ...submission,
      rows_read: submission.rows_read * times,
      rows_accepted: submission.rows_accepted * times,
      rows_added: null,
      rows_withdrawn: null,
      status: 'pending',
    })
    .execute()
  await empty.close()
  return openBench(dataDir)
}
