import { localAnalyst } from '../../../shared/access/viewer.ts'
import type { Installation } from '../../installation.ts'
import { localDate } from '../../localDate.ts'
import type { MetricsReader } from '../../metrics/metricsReader.ts'
import { promisesDue } from '../promisesDue.ts'
import { suggestionsOf } from './suggestionsOf.ts'

// Later than the overview and the masks, which more people wait for.
const settled = 20_000

/** Looks the figures through once the data has come to rest, so that the first officer of a morning does not wait. */
export function keepSuggestions(
  { workspace, register, now }: Pick<Installation, 'workspace' | 'register' | 'now'>,
  reader: MetricsReader,
  wait: number = settled,
): () => void {
  let timer: NodeJS.Timeout | undefined
  const look = async () => {
    const today = localDate(now())
    const promises = await promisesDue(workspace, today)
    const context = { workspace, reader, viewer: localAnalyst, today, promises }
    await suggestionsOf({ edition: null, month: null, asAt: null }, context)
  }
  const start = () => {
    clearTimeout(timer)
    // Nobody waits for this; a failure shows itself to the first who asks.
    timer = setTimeout(() => void look().catch(() => undefined), wait)
    timer.unref()
  }
  const forget = register.onPosition(start)
  start()
  return () => {
    clearTimeout(timer)
    forget()
  }
}
