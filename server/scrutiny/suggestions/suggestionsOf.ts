import type { Workspace } from '../../../db/workspace/openWorkspace.ts'
import type { Viewer } from '../../../shared/access/viewer.ts'
import type { Edition } from '../../../shared/editions/edition.ts'
import { formatMonths } from '../../../shared/figures/formatMonths.ts'
import { disclosureLevel } from '../../../shared/partnership/disclosureLevel.ts'
import { addMonths, monthOf, monthsBetween, type Month } from '../../../shared/periods/month.ts'
import type { Suggestions } from '../../../shared/scrutiny/suggestion.ts'
import { editionsOf } from '../../editions/editionStore.ts'
import { cache } from '../../metrics/cache.ts'
import type { MetricsReader } from '../../metrics/metricsReader.ts'
import { newestMonth } from '../../signals/scorecardOf.ts'
import { freshnessOf } from '../../submissions/freshness.ts'
import type { PromiseDue } from '../promisesDue.ts'
import { liveSource } from '../signals/liveSource.ts'
import { publishedSource } from '../signals/publishedSource.ts'
import { falseShare, signalsOf } from '../signals/signalsOf.ts'
import { suggestionOf } from './suggestionOf.ts'

/** Which figures are looked at. */
export interface SuggestionsRequest {
  /** An edition's number, or null for live figures. */
  readonly edition: number | null
  /** The one newest month to look at; null: everything since the last edition. Of live figures only. */
  readonly month: Month | null
  /** A submission or date: the figures as they were known then. Of live figures only. */
  readonly asAt: number | string | null
}

/** Where it is looked up, and from which day. */
export interface SuggestionsContext {
  readonly workspace: Workspace
  readonly reader: MetricsReader
  readonly viewer: Viewer
  /** YYYY-MM-DD. */
  readonly today: string
  readonly promises: readonly PromiseDue[]
}

/** Without an edition to begin from, a quarter of a year counts as new. */
const usualMonths = 3

const memories = new WeakMap<MetricsReader, ReturnType<typeof cache<Suggestions>>>()

/**
 * All questions that the figures of this reader suggest, ranked; worked out once for each position of the data, level of
 * protection, account limits and day. Everything told comes from series disclosed to this reader.
 */
export async function suggestionsOf(
  request: SuggestionsRequest,
  context: SuggestionsContext,
): Promise<Suggestions> {
  const { reader, viewer, today, promises } = context
  const memory = memories.get(reader) ?? cache<Suggestions>(50)
  memories.set(reader, memory)
  const annotations = await reader.annotations()
  const editions = await editionsHeld(context)
  const level =
    viewer.disclosure === 'protected' ? disclosureLevel(reader.partnership.disclosure, viewer) : null
  const key = JSON.stringify([
    reader.register.position(),
    request,
    level,
    viewer.areas,
    viewer.feeds,
    today,
    promises,
    annotations.map(({ id, at }) => [id, at]),
    editions[0]?.number ?? null,
  ])
  return memory.get(key, () =>
    request.edition === null
      ? live(request, context, editions)
      : published({ ...request, edition: request.edition }, context, editions),
  )
}

/** Editions of the kind of figures that are held, newest first. */
function editionsHeld({ workspace, reader }: SuggestionsContext): Promise<Edition[]> {
  const synthetic = reader.register.all().every((submission) => submission.synthetic)
  return editionsOf(workspace, { synthetic })
}

async function live(
  { month, asAt }: SuggestionsRequest,
  context: SuggestionsContext,
  editions: readonly Edition[],
): Promise<Suggestions> {
  const { reader, viewer, today, promises } = context
  const { register, partnership } = reader
  const submissions = register.visible(asAt)
  const newest = newestMonth(reader, asAt)
  const shell = {
    position: submissions.at(-1)?.number ?? 0,
    synthetic: submissions.some(({ synthetic }) => synthetic),
    disclosure: viewer.disclosure,
    asAt,
  }
  if (!newest) return { ...shell, ...nothing }
  const to = month !== null && month < newest ? month : newest
  const last = month === null && asAt === null ? editions[0] : undefined
  const lastMonth = last ? newestMonth(reader, last.position) : null
  const since = lastMonth && lastMonth < to ? monthsBetween(lastMonth, to) : usualMonths
  const newMonths = month === null ? since : 1
  const known = submissions.at(-1)?.asAt ?? today
  const lookedOn = last?.publishedAt.slice(0, 10) ?? quarterBefore(known)
  const sincePosition =
    last?.position ??
    submissions.findLast((submission) => submission.asAt <= quarterBefore(known))?.number ??
    0
  const source = liveSource(reader, viewer, { to, asAt, sincePosition })
  const day = asAt === null ? today : known
  const signals = await signalsOf(source, {
    newMonths,
    lookedAt: month === null ? newMonths : usualMonths,
    today: day,
    lookedOn,
    freshness: await freshnessOf({
      records: reader.records,
      register: { ...register, standing: (at) => register.standing(at ?? asAt) },
      partnership,
      viewer,
      today: day,
    }),
    promises,
  })
  const annotations = await reader.annotations()
  const drafting = { partnership, lines: signals.lines, annotations, edition: null }
  return {
    ...shell,
    suggestions: signals.events.map((event) => suggestionOf(event, drafting)),
    period: periodOfMonths(addMonths(to, 1 - newMonths), to),
    looked: { ...signals.looked, falseShare },
  }
}

async function published(
  request: SuggestionsRequest & { readonly edition: number },
  context: SuggestionsContext,
  editions: readonly Edition[],
): Promise<Suggestions> {
  const { workspace, reader, viewer, today, promises } = context
  const { register, partnership } = reader
  const place = editions.findIndex(({ number }) => number === request.edition)
  const edition = editions[place]
  if (!edition) return { ...nothing, position: 0, synthetic: false, disclosure: 'protected', asAt: null }
  const before = editions[place + 1]
  const to = newestMonth(reader, edition.position) ?? monthOf(edition.publishedAt)
  const earlier = before ? newestMonth(reader, before.position) : null
  const newMonths = earlier && earlier < to ? monthsBetween(earlier, to) : usualMonths
  const source = publishedSource(workspace, reader, { edition, viewer })
  const signals = await signalsOf(source, {
    newMonths,
    lookedAt: newMonths,
    today,
    lookedOn: before?.publishedAt.slice(0, 10) ?? quarterBefore(edition.publishedAt.slice(0, 10)),
    freshness: await freshnessOf({ records: reader.records, register, partnership, viewer, today }),
    promises,
  })
  const annotations = await reader.annotations()
  const drafting = { partnership, lines: signals.lines, annotations, edition: edition.number }
  const { number, title, meetingDate, publishedAt } = edition
  return {
    suggestions: signals.events.map((event) => suggestionOf(event, drafting)),
    period: periodOfMonths(addMonths(to, 1 - newMonths), to),
    looked: { ...signals.looked, falseShare },
    position: edition.position,
    synthetic: edition.synthetic,
    disclosure: 'protected',
    asAt: null,
    edition: { number, title, meetingDate, publishedAt },
  }
}

const nothing = {
  suggestions: [],
  period: { from: '', to: '', label: '' },
  looked: { series: 0, tests: 0, found: 0, falseShare },
} as const

function periodOfMonths(from: Month, to: Month) {
  return { from, to, label: formatMonths(from, to) }
}

function quarterBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 80 * 86_400_000).toISOString().slice(0, 10)
}
