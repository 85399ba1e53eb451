import type { Feed } from '../../shared/feeds/feed.ts'
import { openDuckdbRecords } from './openDuckdbRecords.ts'
import { openPostgresRecords } from './openPostgresRecords.ts'
import type { Records } from './records.ts'

/**
 * Opens the records store: a file path opens the embedded engine, which may work on so many processors at once, a
 * `postgres://` address the server.
 */
export async function openRecords(
  location: string,
  feeds: readonly Feed[],
  processors: number,
): Promise<Records> {
  return /^postgres(ql)?:/.test(location)
    ? openPostgresRecords(location, feeds)
    : openDuckdbRecords(location, feeds, processors)
}
