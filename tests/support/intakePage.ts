import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { localAnalyst, type Viewer } from '../../shared/access/viewer.ts'
import type { Partnership } from '../../shared/partnership/partnership.ts'
import { appRouter } from '../../server/api/router.ts'
import type { ImportStep } from '../../server/intake/importSteps.ts'
import type { Receipt } from '../../server/intake/receipt.ts'
import { openTestApp, type TestApp } from './app.ts'
import { contextAs } from './context.ts'
import type { Engine, TestInstallation } from './installation.ts'

/** What the intake page does, without the page: files are sent over HTTP, everything else is asked of the router. */
export interface TestIntake {
  readonly held: TestInstallation
  readonly server: TestApp
  /** Of the analyst who sends. */
  readonly cookie: string
  /** Sends a file; its id. Throws the server's sentence where it is refused. */
  send(fileName: string, contents: string | Buffer): Promise<string>
  sendFile(path: string): Promise<string>
  /** Asks as this viewer, by default with the account that sends. */
  api(viewer?: Viewer, by?: string): ReturnType<typeof appRouter.createCaller>['intake']
  /** The rejected rows of the latest preview as they are downloaded; null where there are none. */
  rejects(upload: string): Promise<string | null>
  close(): Promise<void>
}

/** Opens an installation with its web server. */
export async function openTestIntake(
  engine: Engine = 'embedded',
  partnership?: Partnership,
): Promise<TestIntake> {
  const server = await openTestApp({ engine, partnership })
  const { held } = server
  const account = await server.person('analyst@example.org', { role: 'analyst', disclosure: 'unprotected' })
  const cookie = await server.sessionOf(account)
  const send = async (fileName: string, contents: string | Buffer) => {
    const { body } = await server.ask({
      method: 'POST',
      url: `/api/uploads?name=${encodeURIComponent(fileName)}`,
      headers: { 'content-type': 'application/octet-stream' },
      payload: contents,
      cookie,
    })
    const { id, message } = body as { id?: string; message?: string }
    if (id === undefined) throw new Error(message)
    return id
  }
  return {
    held,
    server,
    cookie,
    send,
    sendFile: async (path) => send(basename(path), await readFile(path)),
    api: (viewer = localAnalyst, by = account) =>
      appRouter.createCaller(contextAs(held.installation, viewer, by)).intake,
    async rejects(upload) {
      const answer = await server.ask({ url: `/api/uploads/${upload}/rejects.csv`, cookie })
      return answer.status === 200 ? answer.text : null
    },
    close: () => server.close(),
  }
}

/** What became of a preview or commit: its receipt, or the sentence it was refused with. */
export async function outcomeOf(
  running: Promise<AsyncIterable<ImportStep>>,
): Promise<Receipt | { readonly refused: string; readonly outdated: boolean }> {
  for await (const step of await running) {
    if (step.kind === 'progress') continue
    const { result } = step
    return result.kind === 'receipt'
      ? result.receipt
      : { refused: result.sentence, outdated: result.outdated === true }
  }
  throw new Error('it ended without a result')
}

/** The receipt of a preview or commit; throws the sentence where it was refused. */
export async function receiptOfRun(running: Promise<AsyncIterable<ImportStep>>): Promise<Receipt> {
  const outcome = await outcomeOf(running)
  if ('refused' in outcome) throw new Error(outcome.refused)
  return outcome
}
