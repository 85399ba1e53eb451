import { mkdtemp, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { importFile } from '../intake/commit.ts'
import type { Installation } from '../installation.ts'
import { generateSample } from './generateSample.ts'

/**
 * Fills an empty installation with invented figures for its partnership, through the ordinary import, so that there is
 * something to look at on the first start. Does nothing where anything is held or SAMPLE is none.
 */
export async function loadSampleIfEmpty(
  installation: Installation,
  { say }: { readonly say: (line: string) => void },
): Promise<void> {
  const { config, register } = installation
  if (config.sample === 'none' || register.all().length > 0) return
  say('Preparing synthetic sample data …')
  const folder = await mkdtemp(join(config.dataDir, 'sample-'))
  try {
    const files = await generateSample({ folder })
    for (const file of files) {
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
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
