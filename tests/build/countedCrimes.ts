import { westYorkshire } from '../../shared/partnership/westYorkshire.ts'
import { monthRange, type Month } from '../../shared/periods/month.ts'
import { crimeRecord, type FeedRow } from './feedRow.ts'

/** The months of two financial years, April 2022 to March 2024. */
export const twoYears = monthRange('2022-04', '2024-03')

/**
 * Domestic abuse crimes of every district and month in rows that stand for many, some tens each and never alike; `small`
 * sets single counts by area and month.
 */
export function countedCrimes(
  small: Readonly<Record<string, number>> = {},
  overrides: (area: string, month: Month) => FeedRow = () => ({}),
): FeedRow[] {
  return westYorkshire.areas.flatMap(({ code }, a) =>
    twoYears.flatMap((month, m) => {
      const count = small[`${code} ${month}`] ?? 30 + ((a * 17 + m * 11) % 23)
      return count === 0
        ? []
        : [crimeRecord({ recorded_date: `${month}-10`, area: code, count, ...overrides(code, month) })]
    }),
  )
}
