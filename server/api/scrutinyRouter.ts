import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { isMonth, type Month } from '../../shared/periods/month.ts'
import type { Suggestion, Suggestions } from '../../shared/scrutiny/suggestion.ts'
import { refuseLive } from '../access/refuseLive.ts'
import { localDate } from '../localDate.ts'
import {
  dismissalsOf,
  dismissSuggestion,
  restoreSuggestion,
  withDismissals,
} from '../scrutiny/suggestions/dismissals.ts'
import { duePromisesFor } from '../scrutiny/duePromisesFor.ts'
import { suggestionsOf, type SuggestionsRequest } from '../scrutiny/suggestions/suggestionsOf.ts'
import type { Context } from './context.ts'
import { ledgerOf } from './scrutinyProcedures.ts'
import { procedure, router } from './trpc.ts'

const figures = {
  edition: z.int().positive().nullable().default(null),
  month: z
    .custom<Month>((value) => typeof value === 'string' && isMonth(value), 'a month is written YYYY-MM')
    .nullable()
    .default(null),
  asAt: z
    .union([z.int().min(0), z.iso.date()])
    .nullable()
    .default(null),
}

const named = { suggestion: z.string().min(1).max(300) }

const deciding = procedure.meta({ access: 'questions', audit: 'suggestion.decided' })

/** The questions that the figures suggest, and what officers made of them. */
export const scrutinyRouter = router({
  suggestions: procedure
    .meta({ access: 'questions' })
    .input(z.strictObject(figures))
    .query(async ({ ctx, input }) => {
      const found = await foundFor(ctx, input)
      if (input.edition === null) await ctx.noteViewed(ctx.actor, 'suggestions')
      return found
    }),
  dismiss: deciding
    .input(
      z.strictObject({
        ...figures,
        ...named,
        reason: z.string().trim().min(3, 'Say why it is set aside.').max(500),
      }),
    )
    .mutation(async ({ ctx, input: { suggestion, reason, ...request } }) => {
      const { suggestions, synthetic } = await foundFor(ctx, request)
      const known = namedIn(suggestions, suggestion)
      if (known.dismissed === null)
        await dismissSuggestion(ctx.installation.workspace, known, {
          reason,
          by: ctx.viewer.name,
          now: ctx.installation.now(),
          synthetic,
        })
    }),
  restore: deciding
    .input(z.strictObject({ ...figures, ...named }))
    .mutation(async ({ ctx, input: { suggestion, ...request } }) => {
      const { suggestions } = await foundFor(ctx, request)
      const known = namedIn(suggestions, suggestion)
      await restoreSuggestion(
        ctx.installation.workspace,
        { id: known.id, place: known.place.code },
        { by: ctx.viewer.name, now: ctx.installation.now() },
      )
    }),
})

/** What this reader's figures suggest, with what was set aside. Throws QueryRefusal for live figures that are not theirs. */
async function foundFor(ctx: Context, request: SuggestionsRequest): Promise<Suggestions> {
  if (request.edition === null) await refuseLive(ctx.installation, ctx.viewer)
  const now = ctx.installation.now()
  const today = localDate(now)
  const found = await suggestionsOf(request, {
    workspace: ctx.installation.workspace,
    reader: ctx.metrics,
    viewer: ctx.viewer,
    today,
    promises: await duePromisesFor(ledgerOf(ctx)),
  })
  const dismissals = await dismissalsOf(ctx.installation.workspace, { synthetic: found.synthetic })
  return { ...found, suggestions: withDismissals(found.suggestions, dismissals, now) }
}

/** A decision is about a suggestion that this reader is given; anything else is refused. */
function namedIn(suggestions: readonly Suggestion[], id: string): Suggestion {
  const known = suggestions.find((each) => each.id === id)
  if (!known)
    throw new TRPCError({
      code: 'NOT_FOUND',
      message: 'The figures no longer suggest this question. Load the page again.',
    })
  return known
}
