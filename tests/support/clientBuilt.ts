import { buildClientIfStale } from '../../tasks/clientBuild.ts'

/** Runs once before the browser tests: they look at the client as it is shipped. */
export async function setup(): Promise<void> {
  await buildClientIfStale()
}
