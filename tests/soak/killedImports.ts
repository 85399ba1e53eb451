import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createRandom, type Random } from '../../server/sample/random.ts'
import { faultsOf, registeredNumbers } from './heldIsWhole.ts'
import { nextImport, type HeldRow, type PlannedImport } from './heldRows.ts'
import { killedImport, type KilledImport, type Moment } from './killedImport.ts'

export interface KilledImportsResult {
  readonly faults: readonly string[]
  readonly summary: string
}

interface Progress {
  readonly dataDir: string
  readonly random: Random
  held: readonly HeldRow[]
  readonly rowsAfter: Map<number, number>
  /** How long imports took that nobody cut short, in milliseconds. */
  readonly took: number[]
}

/**
 * Kills so many imports (additions, replacements, amendments) at random moments and looks after each: no acknowledged
 * submission lost, none half there, nothing left over, and the records as the archive rebuilds them.
 */
export async function killedImports(request: {
  readonly folder: string
  readonly imports: number
  readonly seed: number
  readonly say: (line: string) => void
}): Promise<KilledImportsResult> {
  const { folder, imports, seed, say } = request
  const random = createRandom(seed, 'kills')
  const progress: Progress = {
    dataDir: join(folder, 'data'),
    random,
    held: [],
    rowsAfter: new Map(),
    took: [],
  }
  const tally = { acknowledged: 0, killed: 0, finished: 0, undone: 0, starts: 0 }
  const faults: string[] = []
  for (let nth = 1; nth <= imports && faults.length === 0; nth++) {
    const plan = nextImport(progress.held, random, nth)
    const path = join(folder, `import-${nth}.csv`)
    await writeFile(path, plan.text)
    const before = progress.rowsAfter.size
    const done = await killedImport(
      {
        dataDir: progress.dataDir,
        file: { path, mode: plan.kind === 'amend' ? 'amend' : 'replace', period: plan.period },
      },
      momentOf(progress),
    )
    if (done.killed) tally.killed++
    else progress.took.push(done.tookMs)
    if (random.chance(0.3)) {
      // A start that finishes what was left may be cut short as well.
      tally.starts++
      await killedImport({ dataDir: progress.dataDir, file: null }, { kind: 'after', ms: random.below(700) })
    }
    faults.push(...(await settle(progress, plan, done)))
    if (faults.length === 0)
      faults.push(
        ...(await faultsOf(progress.dataDir, { rowsAfter: progress.rowsAfter, rows: progress.held })),
      )
    const isIn = progress.rowsAfter.size > before
    if (done.acknowledged !== null) tally.acknowledged++
    else if (isIn) tally.finished++
    else tally.undone++
    const fate =
      done.acknowledged === null ? (isIn ? 'finished by the next start' : 'as if never sent') : 'acknowledged'
    const state = faults.length > 0 ? `FAULT: ${faults.join('; ')}` : 'whole'
    say(
      `${String(nth).padStart(3)} ${plan.kind.padEnd(7)} ${plan.rows} rows, ${done.killed ? 'killed' : 'not killed'} at ${Math.round(done.tookMs)} ms: ${fate}; ${state}`,
    )
  }
  return {
    faults,
    summary:
      `${imports} imports, ${tally.killed} killed (and ${tally.starts} starts): ${tally.acknowledged} acknowledged and held, ` +
      `${tally.finished} finished by the next start, ${tally.undone} as if never sent; ${progress.held.length} rows held at the end`,
  }
}

/** Whether the import is in, by the register; an acknowledged one must be. */
async function settle(progress: Progress, plan: PlannedImport, done: KilledImport): Promise<string[]> {
  const numbers = await registeredNumbers(progress.dataDir)
  const added = numbers.filter((number) => !progress.rowsAfter.has(number))
  if (done.acknowledged !== null && !added.includes(done.acknowledged))
    return [`submission ${done.acknowledged} was acknowledged and is lost`]
  if (added.length > 1) return [`one import registered ${added.length} submissions`]
  const [number] = added
  if (number === undefined) return []
  progress.held = plan.after
  progress.rowsAfter.set(number, plan.after.length)
  return []
}

/** Half of the kills fall around the commit, which is short; others anywhere, and some imports are left alone. */
function momentOf({ dataDir, random, rowsAfter, took }: Progress): Moment {
  const die = random.next()
  const usual = took.length > 0 ? took.reduce((sum, ms) => sum + ms, 0) / took.length : 1500
  if (took.length === 0 || die < 0.12) return { kind: 'never' }
  if (die < 0.5) return { kind: 'after', ms: random.next() * usual * 1.1 }
  const next = String(([...rowsAfter.keys()].at(-1) ?? 0) + 1).padStart(6, '0')
  return { kind: 'afterPath', path: join(dataDir, 'archive', next), ms: random.next() ** 2 * usual * 0.15 }
}
