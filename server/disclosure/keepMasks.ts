import { metrics } from '../../shared/metrics/catalogue.ts'
import { maskLevels } from '../../shared/partnership/disclosureLevel.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import { countFamilies, countsOf } from './protectedCounts.ts'
import { familyMask, shareMask } from './masks.ts'

// Files often come several at once: masks of positions that pass are not worth working out.
const settled = 5_000

/**
 * Works out the masks of every metric by place and time once the data has come to rest, so that readers seldom wait.
 * Tables by a further dimension are worked out when somebody first asks for them.
 */
export function keepMasks(reader: MetricsReader, wait: number = settled): () => void {
  let timer: NodeJS.Timeout | undefined
  const work = async () => {
    const position = reader.register.position()
    for (const level of maskLevels(reader.partnership.disclosure)) {
      for (const id of countFamilies.keys()) {
        if (reader.register.position() !== position) return
        await familyMask(reader, id, level)
      }
      for (const metric of metrics) {
        if (reader.register.position() !== position) return
        if (countsOf(metric).split) await shareMask(reader, metric.id, level)
      }
    }
  }
  const start = () => {
    clearTimeout(timer)
    // Nobody waits for this; a failure shows itself to the first who asks.
    timer = setTimeout(() => void work().catch(() => undefined), wait)
    timer.unref()
  }
  const forget = reader.register.onPosition(start)
  start()
  return () => {
    clearTimeout(timer)
    forget()
  }
}
