import { readFile } from 'node:fs/promises'
import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { feedById, feeds } from '../../shared/feeds/feeds.ts'
import { isMonth, type Month } from '../../shared/periods/month.ts'
import type { ImportRequest } from '../intake/importRequest.ts'
import { discardedUpload, importSteps, type ImportStep } from '../intake/importSteps.ts'
import { draftFor } from '../intake/inspect/draftFor.ts'
import { sampleRows } from '../intake/inspect/sampleRows.ts'
import { suggestionsFor } from '../intake/inspect/suggestionsFor.ts'
import { IntakeRefusal } from '../intake/intakeRefusal.ts'
import { loadingRefusal } from '../intake/loadingRefusal.ts'
import { pageWords } from '../intake/pageWords.ts'
import { populationChange } from '../intake/populationChange.ts'
import { holdsPopulation, readPopulation } from '../intake/readPopulation.ts'
import { storePopulation, withStoredPopulations } from '../populations.ts'
import { findProfile, profilesFor } from '../intake/profiles/profiles.ts'
import { profileSchema } from '../intake/profiles/profileSchema.ts'
import { readProfileText } from '../intake/profiles/readProfileText.ts'
import { savedFor, savedProfiles, savedVersions, saveProfile } from '../intake/profiles/savedProfiles.ts'
import type { Upload } from '../intake/uploads/uploads.ts'
import { localDate } from '../localDate.ts'
import { mayChangeFeed } from '../access/mayChangeFeed.ts'
import { ownerOf } from '../access/ownerOf.ts'
import type { Context } from './context.ts'
import { procedure, router } from './trpc.ts'

const upload = z.string().regex(/^[0-9a-f]{32}$/)
const feed = z.enum(feeds.map(({ id }) => id))
const where = {
  sheet: z.string().max(200).nullable(),
  headerRow: z.int().min(1).max(1_000).nullable(),
}
const month = z.custom<Month>((value) => typeof value === 'string' && isMonth(value), 'not a month')

const statement = z.strictObject({
  upload,
  feed,
  /** A saved or shipped profile by name, or one that is not saved yet. */
  profile: z.union([z.string().max(80), profileSchema]),
  ...where,
  agency: z.string().max(200).nullable(),
  mode: z.enum(['replace', 'amend']),
  period: z
    .strictObject({ from: month, to: month })
    .refine(({ from, to }) => from <= to, 'The first month is after the last.')
    .nullable(),
  asAt: z.iso.date().nullable(),
  reason: z.string().trim().max(500).nullable(),
  confirm: z.boolean(),
})

const populationInput = z.strictObject({
  upload,
  /** The day of the release, where the cover does not say it. */
  release: z.iso.date().nullable(),
})

type Statement = z.infer<typeof statement>

/**
 * For those who work with the data and may see all of it. What is only looked at goes into no log; what is stored does.
 */
const loading = procedure.meta({ access: 'data', audit: 'byHandler' }).use(({ ctx, next }) => {
  const refusal = loadingRefusal(ctx.viewer)
  if (refusal !== null) throw new TRPCError({ code: 'FORBIDDEN', message: refusal })
  return next()
})

/** Loading files by the page: what a file is, how it is read, what it would change, and its commit. */
export const intakeRouter = router({
  upload: loading.input(z.strictObject({ upload, ...where })).query(async ({ ctx, input }) => {
    const { id, fileName, bytes, head } = uploadOf(ctx, input.upload)
    const saved = await savedProfiles(ctx.installation.workspace)
    return {
      id,
      fileName,
      bytes,
      kind: head.kind,
      encoding: head.encoding,
      delimiter: head.delimiter,
      population: head.kind !== 'CSV' && holdsPopulation(head.sheets),
      sheets: head.sheets.map(({ name, total }) => ({ name, rows: total })),
      ...suggestionsFor(head, { sheet: input.sheet, headerRow: input.headerRow, saved }),
    }
  }),
  profile: loading
    .input(z.strictObject({ feed, name: z.string().max(80) }))
    .query(async ({ ctx, input }) =>
      findProfile(input.name, feedById[input.feed], await savedFor(ctx.installation.workspace, input.name)),
    ),
  /** A profile to begin with where none fits: the columns whose headers the feed knows. */
  draft: loading
    .input(z.strictObject({ upload, feed, ...where }))
    .query(({ ctx, input }) => draftFor(uploadOf(ctx, input.upload).head, feedById[input.feed], input)),
  // A mutation only because a profile may be too long for an address: nothing is changed.
  sample: loading
    .input(z.strictObject({ upload, profile: profileSchema, ...where }))
    .mutation(({ ctx, input }) => {
      const sample = sampleRows({
        head: uploadOf(ctx, input.upload).head,
        profile: input.profile,
        where: { sheet: input.sheet, headerRow: input.headerRow },
        partnership: ctx.partnership,
        today: localDate(new Date()),
      })
      return { ...sample, problem: sample.problem === null ? null : pageWords(sample.problem) }
    }),
  profiles: loading.query(async ({ ctx }) => ({
    shipped: feeds.flatMap((each) => profilesFor(each)),
    saved: await savedVersions(ctx.installation.workspace),
  })),
  /** The profile in an exported file; not saved yet. */
  readProfile: loading
    .input(z.strictObject({ text: z.string().max(900_000) }))
    .mutation(({ input }) => readProfileText(input.text)),
  saveProfile: loading
    .meta({ access: 'data', audit: 'data.edited' })
    .input(profileSchema)
    .mutation(({ ctx, input }) =>
      saveProfile(ctx.installation.workspace, {
        profile: input,
        by: ctx.viewer.name,
        now: new Date(),
      }),
    ),
  preview: loading
    .input(statement)
    .mutation(({ ctx, input, signal }) => run(ctx, { input, signal, position: null })),
  commit: loading
    .input(statement.extend({ profile: z.string().max(80), position: z.int().min(0) }))
    .mutation(({ ctx, input: { position, ...input }, signal }) => run(ctx, { input, signal, position })),
  /** What a workbook of mid-year estimates would change; throws a bad request where it lacks an area or a date. */
  population: loading
    .input(populationInput)
    .query(async ({ ctx, input }) =>
      populationChange(
        await releaseIn(ctx, input),
        withStoredPopulations(ctx.partnership, ctx.installation.config.dataDir),
      ),
    ),
  storePopulation: loading
    .meta({ access: 'data', audit: 'data.edited' })
    .input(populationInput)
    .mutation(async ({ ctx, input }) => {
      const { dataDir } = ctx.installation.config
      const release = await releaseIn(ctx, input)
      storePopulation(dataDir, release)
      await ctx.installation.uploads.discard(input.upload)
      return { release: release.release }
    }),
  discard: loading.input(z.strictObject({ upload })).mutation(async ({ ctx, input }) => {
    const found = ctx.installation.uploads.find(input.upload, ownerOf(ctx.actor))
    if (found !== null) await ctx.installation.uploads.discard(found.id)
  }),
  agencies: loading.query(({ ctx: { partnership } }) =>
    partnership.agencies.map(({ id, name, feeds: sends }) => ({ id, name, feeds: sends })),
  ),
})

function uploadOf({ installation, actor }: Context, id: string): Upload {
  const found = installation.uploads.find(id, ownerOf(actor))
  if (found === null) throw new IntakeRefusal(discardedUpload)
  return found
}

/** The release in a waiting workbook. Refusals are said for the page, which has no options to write. */
async function releaseIn(ctx: Context, { upload: id, release }: z.infer<typeof populationInput>) {
  const { path } = uploadOf(ctx, id)
  try {
    return readPopulation({ bytes: await readFile(path), partnership: ctx.partnership, release })
  } catch (error) {
    if (error instanceof IntakeRefusal)
      throw new TRPCError({ code: 'BAD_REQUEST', message: pageWords(error.message) })
    throw error
  }
}

interface Run {
  readonly input: Statement
  readonly signal: AbortSignal | undefined
  /** The position that the preview was made at; null for a preview, which stores nothing. */
  readonly position: number | null
}

function run(ctx: Context, { input, signal, position }: Run): AsyncGenerator<ImportStep> {
  const { upload: id, ...stated } = input
  const found = uploadOf(ctx, id)
  if (!mayChangeFeed(ctx.viewer, stated.feed))
    throw new IntakeRefusal('Your account is limited to some areas or feeds, and a file may hold others too.')
  const request: ImportRequest = {
    ...stated,
    path: found.path,
    fileName: found.fileName,
    dryRun: position === null,
    position,
    synthetic: false,
    by: ctx.viewer.name,
    actor: ctx.actor,
  }
  return importSteps(ctx.installation, { upload: found, request, signal })
}
