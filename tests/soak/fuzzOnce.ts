import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { prepareFileOf } from '../support/preparedFile.ts'
import type { Prepared } from '../../server/intake/prepare.ts'
import { fuzzedFile } from './fuzzedFile.ts'

/** What was read, and the first file that was read wrongly, if any. */
export interface FuzzReport {
  readonly files: number
  readonly taken: number
  readonly refused: number
  readonly fault: string | null
}

/** Reads files at random until the time is up, in a process of its own that may be killed if it hangs. */
const [folder = '', seconds = '60', seed = '1'] = process.argv.slice(2)
const counts = { files: 0, taken: 0, refused: 0 }

const result = await fc.check(
  fc.asyncProperty(fuzzedFile, async ({ bytes, confirm, plain }) => {
    // What is being read lies where the one who watches finds it if nothing more is heard.
    writeFileSync(join(folder, 'current.csv'), bytes)
    counts.files++
    const read = await attempt(bytes, confirm)
    if (read === null) counts.refused++
    else counts.taken++
    if (plain === null) return
    const alike = await attempt(Buffer.from(plain), confirm)
    const [one, other] = [read, alike].map(
      (prepared) => prepared && JSON.stringify([prepared.accepted, prepared.rejected, prepared.held]),
    )
    if (one !== other) throw new Error(`read as ${one}, but written plainly as ${other}`)
  }),
  {
    seed: Number(seed),
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: Number(seconds) * 1000,
    markInterruptAsFailure: false,
    includeErrorInReport: true,
  },
)
const report: FuzzReport = {
  ...counts,
  fault: result.failed ? (fc.defaultReportMessage(result) ?? 'failed') : null,
}
console.log(JSON.stringify(report))

/** What a file was read as; null when it was refused with a sentence. Anything else is a fault. */
async function attempt(bytes: Buffer, confirm: boolean): Promise<Prepared | null> {
  try {
    const { prepared, rows } = await prepareFileOf(bytes, { confirm }, { columns: 'month, seq' })
    consistent(prepared, rows.length)
    return prepared
  } catch (error) {
    if (error instanceof Error && error.name === 'IntakeRefusal' && error.message.length > 20) return null
    throw error
  }
}

/** Every row is accounted for, and as many are written as were accepted. */
function consistent(prepared: Prepared, written: number): void {
  const { rowsRead, accepted, rejected, rejectsByReason, held } = prepared
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const facts = {
    read: rowsRead === accepted + rejected,
    written: written === accepted,
    held: sum(held.map(({ rows }) => rows)) === accepted,
    reasons: sum(rejectsByReason.map(({ count }) => count)) === rejected,
  }
  for (const [fact, holds] of Object.entries(facts))
    if (!holds)
      throw new Error(
        `${fact}: ${JSON.stringify({ rowsRead, accepted, rejected, written, held, rejectsByReason })}`,
      )
}
