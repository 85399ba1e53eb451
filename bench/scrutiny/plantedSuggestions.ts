import { localAnalyst } from '../../shared/access/viewer.ts'
import { metricById } from '../../shared/metrics/catalogue.ts'
import { addMonths, lastDay, monthOf, monthsBetween, type Month } from '../../shared/periods/month.ts'
import type { Event } from '../../shared/scrutiny/folding.ts'
import type { Signal } from '../../shared/scrutiny/signal.ts'
import type { Installation } from '../../server/installation.ts'
import { metricsReader, type MetricsReader } from '../../server/metrics/metricsReader.ts'
import { plantedEvents, type PlantedEvent } from '../../server/sample/plantedEvents.ts'
import { samplePositions, sampleToday } from '../../server/sample/sampleSpan.ts'
import { liveSource } from '../../server/scrutiny/signals/liveSource.ts'
import { signalsOf } from '../../server/scrutiny/signals/signalsOf.ts'
import { freshnessOf } from '../../server/submissions/freshness.ts'

/** Where a planted event stood among the suggestions of its month. */
export interface PlantedRank {
  readonly event: PlantedEvent
  /** Kinds that must be among the first ten. */
  readonly isDemanded: boolean
  /** The newest month of figures in which it stood out first, and how many months after it began; null: it never did. */
  readonly month: Month | null
  readonly after: number
  /** Its place among how many suggestions then, and the day as at which the figures were known. */
  readonly rank: number | null
  readonly of: number
  readonly asAt: string
}

const demanded: ReadonlySet<PlantedEvent['kind']> = new Set([
  'correction',
  'step',
  'trainingEffect',
  'missingReturn',
])

/** A level that has changed cannot be told from chance at once: it is looked for in so many months from its first. */
const monthsLooked = 6

/** One month of figures, looked at as they were known on a day. */
interface Look {
  readonly to: Month
  readonly asAt: string
}

/** The rank of every planted event (or of those kinds) in its month, each looked for in the figures as they were known then. */
export async function plantedSuggestions(
  installation: Installation,
  { kinds }: { readonly kinds?: readonly PlantedEvent['kind'][] } = {},
): Promise<PlantedRank[]> {
  const { records, register, partnership } = installation
  const reader = metricsReader({ records: records.read, register, partnership })
  const looked = new Map<string, Promise<readonly Event[]>>()
  const eventsAt = (look: Look) => {
    const key = `${look.to} ${look.asAt}`
    const known = looked.get(key) ?? suggestedAt(reader, installation, look)
    looked.set(key, known)
    return known
  }
  const found: PlantedRank[] = []
  for (const event of plantedEvents) {
    const isDemanded = demanded.has(event.kind)
    if (kinds && !kinds.includes(event.kind)) continue
    found.push(await rankOf(event, { isDemanded, eventsAt }))
  }
  return found
}

async function rankOf(
  event: PlantedEvent,
  {
    isDemanded,
    eventsAt,
  }: { readonly isDemanded: boolean; readonly eventsAt: (look: Look) => Promise<readonly Event[]> },
): Promise<PlantedRank> {
  const looks = looksFor(event)
  for (const look of looks) {
    const events = await eventsAt(look)
    const place = events.findIndex(({ head, also }) => [head, ...also].some((signal) => shows(signal, event)))
    if (place < 0) continue
    const after = monthsBetween(event.from, look.to)
    return { event, isDemanded, month: look.to, after, rank: place + 1, of: events.length, asAt: look.asAt }
  }
  return { event, isDemanded, month: null, after: 0, rank: null, of: 0, asAt: looks.at(-1)?.asAt ?? '' }
}

function looksFor(event: PlantedEvent): Look[] {
  if (event.kind === 'missingReturn') return [{ to: monthOf(sampleToday), asAt: sampleToday }]
  if (event.kind === 'correction') {
    // The first file says what was; the next one corrects it.
    const next = samplePositions.filter(({ to }) => to >= event.from)[1]
    return next ? [{ to: next.to, asAt: next.asAt }] : []
  }
  const lag = Math.max(...event.metrics.map((id) => metricById(id)?.provisionalLag ?? 0))
  return Array.from({ length: monthsLooked }, (_, i) => addMonths(event.from, i)).flatMap((to) => {
    const known = samplePositions.find(({ asAt }) => asAt >= lastDay(addMonths(to, lag)))
    return known ? [{ to, asAt: known.asAt }] : []
  })
}

/** Whether a signal is about what was planted: its measure, its place, and the way it went. */
function shows({ metric, place, direction, facts }: Signal, event: PlantedEvent): boolean {
  if (event.kind === 'missingReturn') return facts.kind === 'missingReturn' && facts.agency === event.agency
  const isPlace = event.areas.length === 0 ? place.isWhole : event.areas.includes(place.code)
  if (!event.metrics.includes(metric)) return false
  if (event.kind === 'correction') return facts.kind === 'restated' && isPlace && facts.was === event.was
  if (facts.kind === 'restated' || facts.kind === 'missingReturn') return false
  if (event.kind === 'repeatVictims') return facts.kind === 'outlier' && isPlace
  // What a few districts do also shows in the whole.
  return (isPlace || place.isWhole) && direction === (event.factor > 1 ? 'up' : 'down')
}

async function suggestedAt(
  reader: MetricsReader,
  { records, register, partnership }: Installation,
  { to, asAt }: Look,
): Promise<readonly Event[]> {
  const known = register.visible(asAt)
  const newest = known.at(-1)?.asAt ?? asAt
  const before = known.findLast((submission) => submission.asAt < newest)
  const source = liveSource(reader, localAnalyst, { to, asAt, sincePosition: before?.number ?? 0 })
  const { events } = await signalsOf(source, {
    newMonths: 1,
    lookedAt: 3,
    today: asAt,
    lookedOn: before?.asAt ?? asAt,
    freshness: await freshnessOf({
      records: records.read,
      register: { ...register, standing: (at) => register.standing(at ?? asAt) },
      partnership,
      viewer: localAnalyst,
      today: asAt,
    }),
    promises: [],
  })
  return events
}
