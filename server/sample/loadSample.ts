import { mkdtemp, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { importFile } from '../intake/commit.ts'
import type { Installation } from '../installation.ts'
import { generateSample } from './generateSample.ts'

/** Notes in the workspace that the whole sample is in. */
const loaded = 'sample loaded'

/**
 * Fills an empty installation with invented figures for its partnership, through the ordinary import, so that there is
 * something to look at on the first start. Does nothing where anything is held or SAMPLE is none.
 */
export async function loadSampleIfEmpty(
  installation: Installation,
  { say }: { readonly say: (line: string) => void },
): Promise<void> {
  const { config, register, workspace } = installation
  if (
    config.sample === 'none' ||
    !register.all().every(({ synthetic }) => synthetic) ||
    (await isLoaded(installation))
  )
    return
  say('Preparing synthetic sample data …')
  const held = new Set(register.all().map(({ fileName }) => fileName))
  const folder = await mkdtemp(join(config.dataDir, 'sample-'))
  try {
    const files = generateSample({ folder })
    for (const file of files) {
      // A start that was cut short goes on where it stopped.
      if (held.has(basename(file.file))) continue
      await importFile(installation, {
        path: file.file,
        fileName: basename(file.file),
        feed: file.feed,
        profile: 'template',
        agency: file.agency,
        mode: file.mode,
        period: { from: file.from, to: file.to },
        asAt: file.asAt,
        confirm: true,
        dryRun: false,
        synthetic: true,
        by: 'sample',
      })
    }
    await workspace
      .insertInto('installation')
      .values({ name: loaded, value: new Date().toISOString() })
      .execute()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function isLoaded({ workspace }: Installation): Promise<boolean> {
  return (
    (await workspace
      .selectFrom('installation')
      .select('name')
      .where('name', '=', loaded)
      .executeTakeFirst()) !== undefined
  )
}
