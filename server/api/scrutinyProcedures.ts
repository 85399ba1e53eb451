import { TRPCError } from '@trpc/server'
import type { Actor } from '../access/actor.ts'
import { EditionRefusal } from '../editions/editionRefusal.ts'
import type { Installation } from '../installation.ts'
import { localDate } from '../localDate.ts'
import type { Freezing } from '../scrutiny/questions/freezeFigure.ts'
import type { Reading } from '../scrutiny/questions/questionStore.ts'
import { ScrutinyRefusal } from '../scrutiny/scrutinyRefusal.ts'
import type { Context } from './context.ts'
import { procedure } from './trpc.ts'

/** Refusals of the ledger, and what was typed against its rules, become a sentence. */
function sentences<T extends { readonly ok: boolean }>(result: T): T {
  const cause = 'error' in result && result.error instanceof TRPCError ? result.error.cause : undefined
  if (cause instanceof ScrutinyRefusal || cause instanceof EditionRefusal)
    throw new TRPCError({ code: 'BAD_REQUEST', message: cause.message })
  return result
}

/** Reading the ledger: for everybody who reads figures; what each may see is decided question by question. */
export const readingLedger = procedure
  .meta({ access: 'figures' })
  .use(async ({ next }) => sentences(await next()))

/** Writing in it. */
export const writingLedger = procedure
  .meta({ access: 'questions', audit: 'scrutiny.changed' })
  .use(async ({ next }) => sentences(await next()))

export function ledgerOf({ installation, partnership, viewer }: Context): Reading {
  const { workspace, now } = installation
  return { workspace, partnership, viewer, today: localDate(now()) }
}

export function freezingOf({ installation, metrics, viewer }: Context): Freezing {
  return { installation, reader: metrics, viewer }
}

export function writingOf({ viewer, installation }: Context) {
  return { by: viewer.name, now: installation.now() }
}

/** Texts save themselves while they are written: that somebody wrote is noted, not every word; the history has those. */
export function noteSaved(
  { installation, actor }: { readonly installation: Installation; readonly actor: Actor },
  subject: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  return installation.audit.record({ event: 'scrutiny.changed', by: actor, subject, detail })
}
