import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { DeletionRefusal, destroyOriginal, eraseSubmission } from '../dataProtection/deletions.ts'
import { deletableOf, keepingOf } from '../dataProtection/keepingOf.ts'
import { readRetention, retentionSchema, writeRetention } from '../dataProtection/retention.ts'
import { procedure, router } from './trpc.ts'

const request = z.strictObject({ submission: z.int().positive(), reason: z.string().trim().min(3).max(300) })

const administering = procedure.meta({ access: 'people', audit: 'byHandler' }).use(async ({ next }) => {
  const result = await next()
  if (!result.ok && result.error.cause instanceof DeletionRefusal)
    throw new TRPCError({ code: 'BAD_REQUEST', message: result.error.cause.message })
  return result
})

/** What is kept, for everyone; deleting it and for how long it is kept, for administrators. */
export const dataProtectionRouter = router({
  keeping: procedure.meta({ access: 'own' }).query(({ ctx }) => keepingOf(ctx.installation, ctx.viewer)),
  deletable: administering.query(({ ctx }) => deletableOf(ctx.installation)),
  destroyOriginal: administering
    .input(request)
    .mutation(({ ctx, input }) => destroyOriginal(ctx.installation, { ...input, by: ctx.actor })),
  eraseSubmission: administering
    .input(request)
    .mutation(({ ctx, input }) => eraseSubmission(ctx.installation, { ...input, by: ctx.actor })),
  setRetention: administering.input(retentionSchema).mutation(async ({ ctx, input }) => {
    const { workspace, audit } = ctx.installation
    const from = await readRetention(workspace)
    await writeRetention(workspace, input)
    await audit.record({
      event: 'policy.changed',
      by: ctx.actor,
      subject: 'retention',
      detail: { from, to: input },
    })
  }),
})
