import { westYorkshire } from '../../shared/partnership/westYorkshire.ts'
import { monthRange, type Month } from '../../shared/periods/month.ts'
import { crimeRecord, type FeedRow } from './feedRow.ts'

/** Domestic abuse crimes of every district in each month, about so many, never alike; in rows that stand for many. */
export function levelCrimes(from: Month, to: Month, level: number): FeedRow[] {
  return westYorkshire.areas.flatMap(({ code }, a) =>
    monthRange(from, to).map((month, m) =>
      crimeRecord({ recorded_date: `${month}-10`, area: code, count: level + ((a * 17 + m * 11) % 13) }),
    ),
  )
}
