import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Partnership, PopulationRelease } from '../shared/partnership/partnership.ts'
import { populationRelease } from '../shared/partnership/partnershipSchema.ts'

const folderOf = (dataDir: string) => join(dataDir, 'populations')

/** Keeps a population release in the data folder, whole or not at all; one of the same day replaces it. */
export function storePopulation(dataDir: string, release: PopulationRelease): void {
  const folder = folderOf(dataDir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${release.release}.json`)
  writeFileSync(`${path}.new`, `${JSON.stringify(release, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

/**
 * The partnership with the releases kept in the data folder, in order of their days, so that the latest is used. A kept
 * release of the same day goes before the definition's. Throws where a kept file cannot be read.
 */
export function withStoredPopulations(partnership: Partnership, dataDir: string): Partnership {
  const stored = namesIn(folderOf(dataDir)).map((name) =>
    populationRelease.parse(JSON.parse(readFileSync(join(folderOf(dataDir), name), 'utf8'))),
  )
  if (stored.length === 0) return partnership
  const days = new Set(stored.map(({ release }) => release))
  const populations = [...partnership.populations.filter(({ release }) => !days.has(release)), ...stored]
  return {
    ...partnership,
    populations: populations.toSorted((a, b) => (a.release < b.release ? -1 : 1)),
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'))
  } catch {
    return []
  }
}
