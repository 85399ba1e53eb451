import { TRPCError } from '@trpc/server'
import { may } from '../../shared/access/permission.ts'
import { anyEdition } from '../editions/editionStore.ts'
import { figuresProcedure } from './trpc.ts'

/**
 * Live figures: for those who work with the data. Everybody else reads the editions, and live figures, small counts
 * protected, only until the first has been published.
 */
export const liveProcedure = figuresProcedure.use(async ({ ctx, next }) => {
  const { viewer, installation, register } = ctx
  if (!may(viewer.role, 'data')) {
    const synthetic = register.all().every((submission) => submission.synthetic)
    if (await anyEdition(installation.workspace, { synthetic }))
      throw new TRPCError({
        code: 'FORBIDDEN',
        message: 'Live figures need analyst access. What has been published is under Editions.',
      })
  }
  return next()
})
