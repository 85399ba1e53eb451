import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { periodLabel } from '../../shared/periods/periodLabel.ts'
import { readConfig } from '../../server/config.ts'
import { openInstallation } from '../../server/installation.ts'
import { loadSampleIfEmpty } from '../../server/sample/loadSample.ts'
import { seeded } from '../quietSeries.ts'
import { plantedSuggestions, type PlantedRank } from './plantedSuggestions.ts'
import { quietSuggestions } from './quietSuggestions.ts'

const series = 1000
const mostQuiet = 0.01
const lastRank = 10
/** Not used while the rules were chosen. */
const seed = 20261122

const isQuiet = checkQuiet()
const isFound = await checkPlanted()
process.exit(isQuiet && isFound ? 0 : 1)

/** Series in which nothing happens: at most one in a hundred a month may raise a suggestion. */
function checkQuiet(): boolean {
  const { alone, together } = quietSuggestions(series, seeded(seed))
  const mean = alone.reduce((sum, each) => sum + each, 0) / alone.length
  const worst = Math.max(...alone)
  say(
    `${series} quiet series of 36 months, each looked at by itself at the end of every month of its last year:`,
  )
  say(
    `  a month, ${percent(mean)} raise a suggestion (worst month ${percent(worst)}, newest ${percent(alone.at(-1) ?? 0)});`,
  )
  say(
    `  looked at together, false discovery allowed for: ${percent(Math.max(...together))} in the worst month.`,
  )
  say(`  at most ${percent(mostQuiet)}: ${worst <= mostQuiet ? 'met' : 'MISSED'}`)
  return worst <= mostQuiet
}

/** What was planted in the sample: each is to be among the first ten suggestions of its month, as known then. */
async function checkPlanted(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'scrutiny-check-'))
  try {
    const installation = await openInstallation(readConfig({ PORT: '0', DATA_DIR: folder }))
    try {
      await loadSampleIfEmpty(installation, { say })
      const ranks = await plantedSuggestions(installation)
      say(
        'Planted in the sample, with the rank among the suggestions of the month in which it first stands out:',
      )
      for (const rank of ranks.filter(({ isDemanded }) => isDemanded)) say(`  ${words(rank)}`)
      const missed = ranks.filter(
        ({ isDemanded, rank }) => isDemanded && (rank === null || rank > lastRank),
      ).length
      say(`  every one among the first ${lastRank}: ${missed === 0 ? 'met' : `MISSED by ${missed}`}`)
      say('Planted too, of other kinds:')
      for (const rank of ranks.filter(({ isDemanded }) => !isDemanded)) say(`  ${words(rank)}`)
      return missed === 0
    } finally {
      await installation.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function words({ event, month, rank, of, after, asAt }: PlantedRank): string {
  if (month === null || rank === null) return `${event.title}: does not stand out`
  const when = `figures to ${periodLabel(month, 'month')} as known on ${asAt}`
  const delay =
    after <= 0 || event.kind === 'correction' || event.kind === 'missingReturn'
      ? ''
      : `, ${after} month${after === 1 ? '' : 's'} after it began`
  return `${event.title}: rank ${rank} of ${of} (${when}${delay})`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
