import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { may } from '../../shared/access/permission.ts'
import { figureRequestSchema } from '../../shared/figures/figureRequest.ts'
import { introduction } from '../../shared/packs/pack.ts'
import { richTextSchema } from '../../shared/report/richText.ts'
import { notForRole } from '../access/access.ts'
import { EditionRefusal } from '../editions/editionRefusal.ts'
import { editionOf } from '../editions/editionStore.ts'
import {
  addItem,
  describePack,
  discardPack,
  listQuestions,
  moveItem,
  removeItem,
  settleFlag,
  showItem,
} from '../packs/changePack.ts'
import { makePack, refuseLimited } from '../packs/makePack.ts'
import { asOfEdition } from '../packs/packFigures.ts'
import { packAnswers, packReport } from '../packs/packMaking.ts'
import { PackRefusal } from '../packs/packRefusal.ts'
import { packFile, packOf, packsOf } from '../packs/packStore.ts'
import { readPack } from '../packs/readPack.ts'
import { rollForward } from '../packs/rollForward.ts'
import { savePackText } from '../packs/savePackText.ts'
import type { Context } from './context.ts'
import { procedure, router } from './trpc.ts'

const pack = z.int().positive()
const id = z.uuid()
const shows = z.enum(['chart', 'table'])
const start = z.strictObject({
  title: z.string().trim().min(1, 'a pack has a title').max(200),
  meetingDate: z.iso.date(),
  edition: z.int().positive(),
})

const reading = procedure.meta({ access: 'figures' }).use(async ({ next }) => sentences(await next()))
const making = procedure.meta({ access: 'data', audit: 'pack.changed' }).use(async ({ ctx, next }) => {
  try {
    refuseLimited(ctx.viewer)
  } catch (error) {
    throw new TRPCError({ code: 'FORBIDDEN', message: error instanceof Error ? error.message : '' })
  }
  return sentences(await next())
})

/** Meeting packs: read by everybody once they are published, made by those who publish editions. */
export const packsRouter = router({
  /** Published packs, and drafts for those who make them. */
  list: reading.query(async ({ ctx }) => {
    const synthetic = ctx.register.all().every((submission) => submission.synthetic)
    const all = await packsOf(ctx.installation.workspace, { synthetic })
    return may(ctx.viewer.role, 'data') ? all : all.filter(({ status }) => status === 'published')
  }),
  /** The pack as it is read; a draft only by those who make packs. */
  report: reading.input(z.strictObject({ pack })).query(async ({ ctx, input }) => {
    refuseLimited(ctx.viewer)
    const mark = await packOf(ctx.installation.workspace, input.pack)
    if (mark.status === 'draft' && !may(ctx.viewer.role, 'data'))
      throw new TRPCError({ code: 'FORBIDDEN', message: notForRole })
    const report = await packReport(fromOf(ctx), ctx.viewer, mark)
    const pdf = await packFile(ctx.installation.workspace, { pack: input.pack, format: 'pdf' })
    return { pack: mark, report, pdf: pdf !== null }
  }),
  /** A pack with everything that its builder shows. */
  one: making.input(z.strictObject({ pack })).query(async ({ ctx, input }) => {
    const { workspace } = ctx.installation
    return readPack(workspace, packAnswers(fromOf(ctx), ctx.viewer), await packOf(workspace, input.pack))
  }),
  /** Whether anything in a draft has changed, for those who have it open. */
  revision: making
    .input(z.strictObject({ pack }))
    .query(async ({ ctx, input }) => (await packOf(ctx.installation.workspace, input.pack)).revision),
  create: making.input(start).mutation(async ({ ctx, input }) => ({
    number: await makePack(ctx.installation.workspace, {
      ...input,
      by: ctx.viewer.name,
      now: ctx.installation.now(),
    }),
  })),
  rollForward: making.input(start.extend({ from: pack })).mutation(async ({ ctx, input }) => ({
    number: await rollForward(ctx.installation.workspace, packAnswers(fromOf(ctx), ctx.viewer), {
      ...input,
      by: ctx.viewer.name,
      now: ctx.installation.now(),
    }),
  })),
  describe: making
    .input(start.omit({ edition: true }).extend({ pack }))
    .mutation(({ ctx, input }) => describePack(ctx.installation.workspace, input)),
  /** Adds a figure, as the pack's edition shows it; refuses what neither it nor the records of its time hold. */
  add: making
    .input(z.strictObject({ pack, request: figureRequestSchema, shows: shows.default('chart') }))
    .mutation(async ({ ctx, input }) => {
      const { workspace } = ctx.installation
      const mark = await packOf(workspace, input.pack)
      const answers = packAnswers(fromOf(ctx), ctx.viewer)
      const found = await asOfEdition(answers, input.request, await editionOf(workspace, mark.edition))
      if ('problem' in found) throw new PackRefusal(found.problem)
      const { request, figure, kept } = found
      const { shows: shown } = input
      return {
        id: await addItem(workspace, { pack: mark.number, request, shows: shown, kept }),
        title: figure.title,
      }
    }),
  questions: making
    .input(z.strictObject({ pack, questions: z.boolean() }))
    .mutation(({ ctx, input }) => listQuestions(ctx.installation.workspace, input)),
  move: making
    .input(z.strictObject({ pack, id, by: z.union([z.literal(-1), z.literal(1)]) }))
    .mutation(({ ctx, input }) => moveItem(ctx.installation.workspace, input)),
  remove: making
    .input(z.strictObject({ pack, id }))
    .mutation(({ ctx, input }) => removeItem(ctx.installation.workspace, input)),
  show: making
    .input(z.strictObject({ pack, id, shows }))
    .mutation(({ ctx, input }) => showItem(ctx.installation.workspace, input)),
  settle: making
    .input(z.strictObject({ pack, id }))
    .mutation(({ ctx, input }) => settleFlag(ctx.installation.workspace, input)),
  discard: making
    .input(z.strictObject({ pack }))
    .mutation(({ ctx, input }) => discardPack(ctx.installation.workspace, input.pack)),
  /** Texts save themselves while they are written: that somebody wrote is noted, and not every word of it. */
  save: making
    .meta({ access: 'data', audit: 'byHandler' })
    .input(
      z.strictObject({
        pack,
        place: z.union([z.literal(introduction), id]),
        value: richTextSchema,
        version: z.int().min(0),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const { workspace, audit, now } = ctx.installation
      const by = ctx.viewer.name
      const saved = await savePackText(workspace, { ...input, by, now: now() })
      if (saved.saved)
        await audit.record({
          event: 'pack.changed',
          by: ctx.actor,
          subject: 'packs.save',
          detail: { pack: input.pack, place: input.place, version: saved.version },
        })
      return saved
    }),
})

function fromOf({ installation, metrics }: Context) {
  return { installation, reader: metrics }
}

function sentences<T extends { readonly ok: boolean }>(result: T): T {
  const cause = 'error' in result && result.error instanceof TRPCError ? result.error.cause : undefined
  if (cause instanceof PackRefusal || cause instanceof EditionRefusal)
    throw new TRPCError({ code: 'BAD_REQUEST', message: cause.message })
  return result
}
