import { mkdirSync } from 'node:fs'
import { writeAttendance } from './attendanceSample.ts'
import { writeCrimes } from './crimeSample.ts'
import { writeIntelligence } from './intelligenceSample.ts'
import { writeReferrals } from './nrmSample.ts'
import { writeReturns } from './returnsSample.ts'
import { sampleToday } from './sampleSpan.ts'
import type { SampleOptions } from './sampleSpan.ts'
import type { SampleSubmission } from './submissionFiles.ts'

/**
 * Writes the sample partnership's files into a folder, in the layout of the templates, and lists them in the order in
 * which they were sent. The same seed gives the same bytes. Nothing sent after `today` is written, so that no figure
 * comes from the future; without it, the day the sample was made for.
 */
export function generateSample({
  folder,
  seed = 1,
  today = sampleToday,
}: Partial<SampleOptions> & { readonly folder: string }): readonly SampleSubmission[] {
  mkdirSync(folder, { recursive: true })
  const options = { folder, seed, today }
  return [
    ...writeCrimes(options),
    ...writeIntelligence(options),
    ...writeReferrals(options),
    ...writeAttendance(options),
    ...writeReturns(options),
  ].toSorted((a, b) => a.asAt.localeCompare(b.asAt))
}
