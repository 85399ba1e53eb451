import { rmSync } from 'node:fs'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { root, run } from './run.ts'
import type { StepResult } from './step.ts'

type Report = {
  testResults: {
    name: string
    status: string
    assertionResults: { status: string; fullName: string }[]
  }[]
}

/**
 * Runs one project of vitest.config.ts and counts its tests. A file that breaks before its first test, and a run
 * that ends badly without a failed test (an unhandled rejection, a crash), count as one failure each.
 */
export async function runVitestProject(project: string, filters: readonly string[]): Promise<StepResult> {
  const folder = await mkdtemp(join(tmpdir(), 'dashboard-report-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'report.json')
  const { code, output } = await run('node_modules/vitest/vitest.mjs', [
    'run',
    `--project=${project}`,
    '--reporter=minimal',
    '--reporter=json',
    `--outputFile.json=${file}`,
    '--passWithNoTests',
    ...filters,
  ])
  const result = countReport(await readReport(file))
  if (code !== 0 && result.failed === 0) result.failed = 1
  return { ...result, output }
}

async function readReport(file: string): Promise<Report> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Report
  } catch {
    return { testResults: [] }
  }
}

function countReport(report: Report) {
  const counts = { passed: 0, failed: 0, skipped: 0, skippedNames: [] as string[] }
  for (const { name, status, assertionResults } of report.testResults) {
    const failedBefore = counts.failed
    for (const test of assertionResults) {
      if (test.status === 'passed') counts.passed += 1
      else if (test.status === 'failed') counts.failed += 1
      else {
        counts.skipped += 1
        counts.skippedNames.push(`${relative(root, name)}: ${test.fullName}`)
      }
    }
    if (status === 'failed' && counts.failed === failedBefore) counts.failed += 1
  }
  return counts
}
