import type { Partnership } from '../../shared/partnership/partnership.ts'
import type { SeriesResult } from '../../shared/series/series.ts'
import type { Register } from '../submissions/register.ts'
import type { Cell, RecordsReader } from './aggregate.ts'
import { cache } from './cache.ts'
import { monthlyTotals, type MonthlyTotals } from './monthlyTotals.ts'
import type { Supply } from './supply.ts'
import type { WindowCell } from './windowed.ts'

/** What computing figures needs: records to read, what was supplied, and answers already worked out. */
export interface MetricsReader {
  readonly records: RecordsReader
  readonly register: Register
  readonly partnership: Partnership
  readonly totals: MonthlyTotals
  readonly answers: ReturnType<typeof cache<SeriesResult>>
  readonly cells: ReturnType<typeof cache<Cell[]>>
  readonly windows: ReturnType<typeof cache<WindowCell[]>>
  readonly supplies: ReturnType<typeof cache<Supply>>
  readonly counts: ReturnType<typeof cache<number>>
}

/** Reads figures with answers remembered until the data moves. */
export function metricsReader(request: {
  records: RecordsReader
  register: Register
  partnership: Partnership
}): MetricsReader {
  const reader: MetricsReader = {
    ...request,
    totals: monthlyTotals(request.records),
    answers: cache(2_000),
    cells: cache(500),
    windows: cache(1_000),
    supplies: cache(500),
    counts: cache(200),
  }
  request.register.onPosition(() => {
    for (const memory of [reader.answers, reader.cells, reader.windows, reader.supplies, reader.counts])
      memory.clear()
  })
  return reader
}
