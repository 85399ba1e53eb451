import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fuzzedReading } from './fuzzedReading.ts'
import { lighthouseScores } from './lighthouseScores.ts'
import { killedImports } from './killedImports.ts'

const usage = `Usage: npm run soak [-- --imports N] [--fuzz SECONDS] [--seed N]
  --imports N      how many imports are killed at random moments (50)
  --fuzz SECONDS   how long random files are read (120)
  --seed N         repeats the same files; the moments depend on the machine (the date)`

// An end from outside is an ordinary one, so that whatever was started ends too.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))
process.exitCode = await main()

/** What takes too long for every test run: kills, fuzzing and Lighthouse. 0 where nothing was wrong, else 1; 2 for a wrong option. */
async function main(): Promise<number> {
  const options = readOptions()
  if (options === null) {
    console.error(usage)
    return 2
  }
  const { imports, seconds, seed } = options
  const folder = await mkdtemp(join(tmpdir(), 'dashboard-soak-'))
  console.log(`Seed ${seed}.`)
  const killed = await killedImports({ folder, imports, seed, say: (line) => console.log(line) })
  console.log(`Reading random files for ${seconds} s …`)
  const fuzzed = await fuzzedReading({ folder, seconds, seed })
  console.log('Looking at pages with Lighthouse …')
  const pages = await lighthouseScores({ folder: join(folder, 'pages'), say: (line) => console.log(line) })
  const faults = [...killed.faults, ...fuzzed.faults, ...pages.faults]
  console.log(
    `\nKilled imports: ${killed.summary}.\nRandom files: ${fuzzed.summary}.\nLighthouse: ${pages.summary}.`,
  )
  for (const fault of faults) console.log(`FAULT: ${fault}`)
  if (faults.length === 0) await rm(folder, { recursive: true, force: true })
  else console.log(`What was found is left in ${folder}.`)
  console.log(
    faults.length === 0 ? '\nNothing was lost, half there, misread or slow.' : `\n${faults.length} faults.`,
  )
  return faults.length === 0 ? 0 : 1
}

function readOptions(): { imports: number; seconds: number; seed: number } | null {
  try {
    const { values } = parseArgs({
      options: {
        imports: { type: 'string', default: '50' },
        fuzz: { type: 'string', default: '120' },
        seed: { type: 'string', default: new Date().toISOString().slice(0, 10).replaceAll('-', '') },
      },
    })
    const numbers = {
      imports: Number(values.imports),
      seconds: Number(values.fuzz),
      seed: Number(values.seed),
    }
    return Object.values(numbers).every((value) => Number.isInteger(value) && value >= 0) ? numbers : null
  } catch {
    return null
  }
}
