import { localAnalyst } from '../../shared/access/viewer.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import { scorecardOf } from './scorecardOf.ts'

/** Works the overview out whenever the data moves, so that the first reader of a morning does not wait for it. */
export function keepWarm(reader: MetricsReader): void {
  const warm = () => {
    // Nobody waits for this; a failure shows itself to the first who asks.
    scorecardOf(reader, { months: 3 }, localAnalyst).catch(() => undefined)
  }
  reader.register.onPosition(() => setImmediate(warm))
  setImmediate(warm)
}
