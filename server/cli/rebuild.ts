import { ConfigError, readConfig } from '../config.ts'
import { openInstallation } from '../installation.ts'
import { DataDirInUse } from '../ownDataDir.ts'
import { contentsOf, type FeedContents } from '../submissions/contents.ts'
import { replay } from '../submissions/replay.ts'

process.exit(await main())

/** Makes the records anew from the archive and proves that they hold what they held: 0 equal, 1 not. */
async function main(): Promise<number> {
  try {
    const installation = await openInstallation(readConfig(process.env))
    try {
      const before = await contentsOf(installation.records)
      await installation.records.reset()
      const { applied } = await replay(installation)
      const after = await contentsOf(installation.records)
      return report(before, after, applied.length)
    } finally {
      await installation.close()
    }
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof DataDirInUse)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}

function report(
  before: readonly FeedContents[],
  after: readonly FeedContents[],
  submissions: number,
): number {
  process.stdout.write(`Rebuilt the records from ${submissions} submissions in the archive.\n`)
  let equal = true
  for (const [i, feed] of after.entries()) {
    const was = before[i]
    const same =
      was !== undefined &&
      was.current === feed.current &&
      was.withdrawn === feed.withdrawn &&
      was.fingerprint === feed.fingerprint
    equal &&= same
    process.stdout.write(
      `${feed.feed}: ${feed.current} current rows, ${feed.withdrawn} withdrawn: ${same ? 'equal' : `before ${was?.current} and ${was?.withdrawn}, DIFFERENT`}\n`,
    )
  }
  process.stdout.write(
    equal ? 'Every feed is equal.\n' : 'The rebuilt records are not what was held before.\n',
  )
  return equal ? 0 : 1
}
