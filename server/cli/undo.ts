import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { ConfigError, readConfig, type Config } from '../config.ts'
import { openInstallation } from '../installation.ts'
import { DataDirInUse } from '../ownDataDir.ts'
import { undoSubmission, type UndoOutcome, type UndoRequest } from '../submissions/undo.ts'
import { UndoRefusal } from '../submissions/undoRefusal.ts'
import { doorTo } from './door.ts'

const usage = `Usage: npm run --silent undo -- NUMBER [--reason TEXT]

Takes a submission back, if no later one touches the same months of the same agency and feed. The figures are
then as they were before it; what they were after it can still be asked for.

Exit code: 0 undone, 1 refused and nothing changed, 2 usage.`

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const asked = readArguments(args)
  if (asked === null) return complain(usage, 2)
  try {
    const { submission, undoes, diff } = await undo(readConfig(process.env), asked)
    process.stdout.write(
      `Submission ${undoes} has been undone, by submission ${submission}: ${diff.withdrawnRows} ${diff.withdrawnRows === 1 ? 'row' : 'rows'} went and ${diff.addedRows} came back.\n`,
    )
    return 0
  } catch (error) {
    if (error instanceof UndoRefusal || error instanceof ConfigError || error instanceof DataDirInUse)
      return complain(error.message, 1)
    throw error
  }
}

function readArguments(args: readonly string[]): UndoRequest | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { reason: { type: 'string' } },
    })
    const [text, ...more] = positionals
    if (text === undefined || more.length > 0 || !/^[1-9]\d{0,8}$/.test(text)) return null
    return { submission: Number(text), by: userInfo().username, reason: values.reason ?? null }
  } catch {
    return null
  }
}

/** Asks the running server where there is one, since it alone may hold the stores; else opens them here. */
async function undo(config: Config, request: UndoRequest): Promise<UndoOutcome> {
  try {
    const installation = await openInstallation(config)
    try {
      return await undoSubmission(installation, request)
    } finally {
      await installation.close()
    }
  } catch (error) {
    const door = error instanceof DataDirInUse ? doorTo(config) : null
    if (door === null) throw error
    const response = await fetch(`http://127.0.0.1:${door.port}/api/undo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${door.token}` },
      body: JSON.stringify(request),
    })
    const body = (await response.json()) as UndoOutcome & { message?: string }
    if (!response.ok) throw new UndoRefusal(body.message ?? 'The running dashboard could not undo it.')
    return body
  }
}

function complain(sentence: string, code: number): number {
  process.stderr.write(`${sentence}\n`)
  return code
}
