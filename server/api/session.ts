import type { EditionMark } from '../../shared/editions/edition.ts'
import { editionsOf } from '../editions/editionStore.ts'
import { may } from '../../shared/access/permission.ts'
import { addMonths } from '../../shared/periods/month.ts'
import { needsAdministrator } from '../identity/firstAdministrator.ts'
import type { Context, OpenContext } from './context.ts'

/** What the sign-in page shows to someone of whom nothing is known. */
export async function doorOf({ installation, partnership, sampleOpen }: OpenContext) {
  return {
    board: partnership.board,
    /** Whether each role may be tried without an account. */
    sample: sampleOpen,
    organisation: installation.identity.oidc?.name ?? null,
    needsAdministrator: await needsAdministrator(installation),
  }
}

/** Who is signed in, which partnership this is, and what is held. */
export async function sessionOf({ viewer, actor, partnership, register, installation }: Context) {
  const submissions = register.standing(null)
  const editions = await editionsOf(installation.workspace, {
    synthetic: register.all().every(({ synthetic }) => synthetic),
  })
  const months = submissions
    .flatMap(({ coverage }) => [
      ...coverage.months,
      ...coverage.quarters,
      ...coverage.quarters.map((month) => addMonths(month, 2)),
    ])
    .toSorted()
  const [from, to] = [months[0], months.at(-1)]
  return {
    viewer,
    email: actor.email,
    sampleSignIn: actor.sample,
    partnership: {
      id: partnership.id,
      name: partnership.name,
      board: partnership.board,
      code: partnership.code,
      areaName: partnership.areaName,
      areaNoun: partnership.areaNoun,
      areas: partnership.areas.map(({ code, name }) => ({ code, name })),
      aims: partnership.aims,
    },
    synthetic: submissions.some(({ synthetic }) => synthetic),
    empty: submissions.length === 0,
    position: register.position(),
    editions: editions.map(({ number, title, meetingDate, publishedAt }): EditionMark => ({
      number,
      title,
      meetingDate,
      publishedAt,
    })),
    /** What this reader sees unless they choose: the newest edition, or live figures (null). */
    /** Whether what the screen shows may be taken out as it is: not where the policy protects exports more strictly. */
    exportsAsShown:
      viewer.disclosure === 'unprotected' || partnership.disclosure.outputs?.export === undefined,
    /** How large a file and a workbook may be, in bytes, as this installation is set. */
    fileLimits: {
      file: installation.config.limits.fileBytes,
      workbook: installation.config.limits.workbook.fileBytes,
    },
    usualEdition: may(viewer.role, 'data') ? null : (editions[0]?.number ?? null),
    months: from && to ? { from, to } : null,
  }
}
