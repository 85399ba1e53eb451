import { monthRange } from '../../shared/periods/month.ts'
import type { Month } from '../../shared/periods/month.ts'

/** Where the sample goes, which of all possible samples it is, and the day after which nothing has been sent yet. */
export interface SampleOptions {
  readonly folder: string
  readonly seed: number
  readonly today: string
}

/** The first and last month of the sample: eight years. */
export const sampleFrom: Month = '2018-11'
export const sampleTo: Month = '2026-10'

/** The day the sample was made for. It is fixed, so that everybody's sample is the same. */
export const sampleToday = '2026-11-21'

/** Every month of the sample. */
export const sampleMonths: readonly Month[] = monthRange(sampleFrom, sampleTo)

/** When partners sent their files, and the last month each time held. Small senders skip some of these. */
export const samplePositions: readonly { readonly asAt: string; readonly to: Month }[] = [
  { asAt: '2026-02-12', to: '2026-01' },
  { asAt: '2026-05-13', to: '2026-04' },
  { asAt: '2026-08-12', to: '2026-07' },
  { asAt: '2026-11-12', to: '2026-10' },
]
