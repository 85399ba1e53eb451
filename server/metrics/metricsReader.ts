import type { Annotation } from '../../shared/annotations/annotation.ts'
import type { Partnership } from '../../shared/partnership/partnership.ts'
import type { JudgedRow } from '../../shared/series/scorecard.ts'
import type { SeriesResult } from '../../shared/series/series.ts'
import type { Register } from '../submissions/register.ts'
import type { RecordsReader } from './aggregate.ts'
import { cache } from './cache.ts'
import { monthlyTotals, type MonthlyTotals } from './monthlyTotals.ts'
import { passingMemory, type MaskMemory } from '../disclosure/maskMemory.ts'
import type { TableMask } from '../disclosure/tableMask.ts'
import type { Supply } from './supply.ts'
import type { WindowCell } from './windowed.ts'

/** Monthly totals of one side of a figure, by area and breakdown values and then by grain and month. */
export interface HeldTotals {
  readonly totals: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly areas: ReadonlySet<string>
}

/** What computing figures needs: records to read, what was supplied, and answers already worked out. */
export interface MetricsReader {
  readonly records: RecordsReader
  readonly register: Register
  readonly partnership: Partnership
  /** What analysts noted, to stand beside the figures. */
  readonly annotations: () => Promise<readonly Annotation[]>
  readonly totals: MonthlyTotals
  readonly answers: ReturnType<typeof cache<SeriesResult>>
  /** Rows of the scorecard; null where nothing was ever supplied. */
  readonly rows: ReturnType<typeof cache<JudgedRow | null>>
  readonly totalsHeld: ReturnType<typeof cache<HeldTotals>>
  readonly windows: ReturnType<typeof cache<WindowCell[]>>
  readonly supplies: ReturnType<typeof cache<Supply>>
  readonly counts: ReturnType<typeof cache<number>>
  /** What is hidden from protected readers, table by table. */
  readonly masks: ReturnType<typeof cache<TableMask>>
  readonly memory: MaskMemory
}

/** Reads figures with answers remembered until the data moves. */
export function metricsReader(request: {
  records: RecordsReader
  register: Register
  partnership: Partnership
  /** What was published before; without it, only this process is remembered. */
  memory?: MaskMemory
  annotations?: () => Promise<readonly Annotation[]>
}): MetricsReader {
  const { records, register, partnership, memory = passingMemory(), annotations = async () => [] } = request
  const reader: MetricsReader = {
    annotations,
    records,
    register,
    partnership,
    memory,
    masks: cache(1_000),
    totals: monthlyTotals(records),
    answers: cache(2_000),
    rows: cache(2_000),
    totalsHeld: cache(1_000),
    windows: cache(1_000),
    supplies: cache(500),
    counts: cache(200),
  }
  register.onPosition(() => {
    for (const remembered of [
      reader.answers,
      reader.rows,
      reader.totalsHeld,
      reader.windows,
      reader.supplies,
      reader.counts,
      reader.masks,
    ])
      remembered.clear()
  })
  return reader
}
