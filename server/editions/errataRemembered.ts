import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import type { Edition, Erratum } from '../../shared/editions/edition.ts'
import { cache } from '../metrics/cache.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import { errataOf } from './errataOf.ts'

const memories = new WeakMap<MetricsReader, ReturnType<typeof cache<Erratum[]>>>()

/** The errata of an edition, worked out once for each position of the data: every page of it says how many there are. */
export function errataRemembered(
  workspace: Workspace,
  reader: MetricsReader,
  edition: Edition,
): Promise<Erratum[]> {
  const memory = memories.get(reader) ?? cache<Erratum[]>(50)
  memories.set(reader, memory)
  const key = `${reader.register.position()} ${edition.number}`
  return memory.get(key, () => errataOf(workspace, reader, edition))
}
